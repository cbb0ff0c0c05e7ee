# title: Random operations, wider, 14
# hosts: 5
# swarm: 3m2w
# tags: random
# engine: 26.1.5
# runs: 1 (26.1.5)

[DC2-N1]$ docker node update --label-add zone=c --label-add disk=ssd DC2-N1
DC2-N1

[DC2-N1]$ docker node update --label-add zone=c --label-add disk=hdd DC2-N2
DC2-N2

[DC2-N1]$ docker node update --label-add zone=c --label-add disk=hdd DC2-N3
DC2-N3

[DC2-N1]$ docker node update --label-add zone=b --label-add disk=ssd DC2-N4
DC2-N4

[DC2-N1]$ docker node update --label-add zone=c --label-add disk=ssd DC2-N5
DC2-N5

[DC2-N1]$ docker node update --availability pause DC2-N2
DC2-N2

settle
# last change after 0.0 s

[DC2-N1]$ docker service ls --format '{{.Name}} {{.Mode}} {{.Replicas}} {{.Image}} {{.Ports}}'

[DC2-N1]$ docker node update --availability active DC2-N2
DC2-N2

settle
# last change after 0.0 s

[DC2-N1]$ docker service ls --format '{{.Name}} {{.Mode}} {{.Replicas}} {{.Image}} {{.Ports}}'

[DC2-N1]$ docker service create -q -d --no-resolve-image --name s1 --mode global-job  busybox sh -c "sleep 1; exit 0"
o1b5ewy2lsypgjx18k6xlpxir

settle
# last change after 3.0 s

[DC2-N1]$ docker service ls --format '{{.Name}} {{.Mode}} {{.Replicas}} {{.Image}} {{.Ports}}'
s1 global job 0/0 (5/5 completed) busybox:latest 

counts [DC2-N1]$ docker service ps s1 --format '{{.Image}} {{.DesiredState}} {{.CurrentState}} {{.Error}}'
busybox:latest Complete Complete 8 seconds ago 
busybox:latest Complete Complete 9 seconds ago 
busybox:latest Complete Complete 8 seconds ago 
busybox:latest Complete Complete 9 seconds ago 
busybox:latest Complete Complete 8 seconds ago 

[DC2-N1]$ docker service rm s1
s1

settle
# last change after 0.4 s

[DC2-N1]$ docker service ls --format '{{.Name}} {{.Mode}} {{.Replicas}} {{.Image}} {{.Ports}}'

[DC2-N1]$ docker service create -q -d --no-resolve-image --name s2 --replicas 2 --restart-delay 1s --restart-max-attempts 2 --update-order start-first --update-parallelism 1 --update-delay 2s --update-failure-action continue --rollback-parallelism 2 --rollback-order start-first busybox sh -c "sleep 2; exit 2"
801o7wp1zasej0xzaie0pqkml

settle
# last change after 11.6 s

[DC2-N1]$ docker service ls --format '{{.Name}} {{.Mode}} {{.Replicas}} {{.Image}} {{.Ports}}'
s2 replicated 0/2 busybox:latest 

counts [DC2-N1]$ docker service ps s2 --format '{{.Image}} {{.DesiredState}} {{.CurrentState}} {{.Error}}'
busybox:latest Shutdown Failed 9 seconds ago "task: non-zero exit (2)"
busybox:latest Shutdown Failed 14 seconds ago "task: non-zero exit (2)"
busybox:latest Shutdown Failed 17 seconds ago "task: non-zero exit (2)"
busybox:latest Shutdown Failed 9 seconds ago "task: non-zero exit (2)"
busybox:latest Shutdown Failed 14 seconds ago "task: non-zero exit (2)"
busybox:latest Shutdown Failed 17 seconds ago "task: non-zero exit (2)"

[DC2-N1]$ docker service update -q -d --no-resolve-image --force s2
s2

wait 6s

[DC2-N1]$ docker node update --availability drain DC2-N3
DC2-N3

settle
# last change after 16.8 s

[DC2-N1]$ docker service ls --format '{{.Name}} {{.Mode}} {{.Replicas}} {{.Image}} {{.Ports}}'
s2 replicated 0/2 busybox:latest 

counts [DC2-N1]$ docker service ps s2 --format '{{.Image}} {{.DesiredState}} {{.CurrentState}} {{.Error}}'
busybox:latest Shutdown Failed 12 seconds ago "task: non-zero exit (2)"
busybox:latest Shutdown Failed 18 seconds ago "task: non-zero exit (2)"
busybox:latest Shutdown Failed 24 seconds ago "task: non-zero exit (2)"
busybox:latest Shutdown Failed 8 seconds ago "task: non-zero exit (2)"
busybox:latest Shutdown Failed 13 seconds ago "task: non-zero exit (2)"
busybox:latest Shutdown Failed 19 seconds ago "task: non-zero exit (2)"

[DC2-N1]$ docker service create -q -d --no-resolve-image --name s3 --replicas 2 --update-order stop-first --update-delay 2s --update-failure-action continue --update-max-failure-ratio 0.3 --placement-pref spread=node.labels.zone nginx:1.25
kfvfg8livytrmvs371m7g80kp

settle
# last change after 2.2 s

[DC2-N1]$ docker service ls --format '{{.Name}} {{.Mode}} {{.Replicas}} {{.Image}} {{.Ports}}'
s2 replicated 0/2 busybox:latest 
s3 replicated 2/2 nginx:1.25 

counts [DC2-N1]$ docker service ps s2 --format '{{.Image}} {{.DesiredState}} {{.CurrentState}} {{.Error}}'
busybox:latest Shutdown Failed 23 seconds ago "task: non-zero exit (2)"
busybox:latest Shutdown Failed 29 seconds ago "task: non-zero exit (2)"
busybox:latest Shutdown Failed 35 seconds ago "task: non-zero exit (2)"
busybox:latest Shutdown Failed 19 seconds ago "task: non-zero exit (2)"
busybox:latest Shutdown Failed 24 seconds ago "task: non-zero exit (2)"
busybox:latest Shutdown Failed 30 seconds ago "task: non-zero exit (2)"

counts [DC2-N1]$ docker service ps s3 --format '{{.Image}} {{.DesiredState}} {{.CurrentState}} {{.Error}}'
nginx:1.25 Running Running 9 seconds ago 
nginx:1.25 Running Running 9 seconds ago 

spread [DC2-N1]$ docker service ps s3 --filter desired-state=running --format '{{.Node}} {{.DesiredState}}'
DC2-N4 Running
DC2-N5 Running

[DC2-N1]$ docker service inspect s3 --format '{{with .UpdateStatus}}{{.State}}{{end}} {{.Spec.TaskTemplate.ContainerSpec.Image}} {{if .PreviousSpec}}{{.PreviousSpec.TaskTemplate.ContainerSpec.Image}}{{end}} {{.Spec.TaskTemplate.ForceUpdate}}'
 nginx:1.25  0

[DC2-N1]$ docker node update --availability pause DC2-N4
DC2-N4

settle
# last change after 0.0 s

[DC2-N1]$ docker service ls --format '{{.Name}} {{.Mode}} {{.Replicas}} {{.Image}} {{.Ports}}'
s2 replicated 0/2 busybox:latest 
s3 replicated 2/2 nginx:1.25 

counts [DC2-N1]$ docker service ps s2 --format '{{.Image}} {{.DesiredState}} {{.CurrentState}} {{.Error}}'
busybox:latest Shutdown Failed 32 seconds ago "task: non-zero exit (2)"
busybox:latest Shutdown Failed 38 seconds ago "task: non-zero exit (2)"
busybox:latest Shutdown Failed 45 seconds ago "task: non-zero exit (2)"
busybox:latest Shutdown Failed 29 seconds ago "task: non-zero exit (2)"
busybox:latest Shutdown Failed 33 seconds ago "task: non-zero exit (2)"
busybox:latest Shutdown Failed 40 seconds ago "task: non-zero exit (2)"

counts [DC2-N1]$ docker service ps s3 --format '{{.Image}} {{.DesiredState}} {{.CurrentState}} {{.Error}}'
nginx:1.25 Running Running 18 seconds ago 
nginx:1.25 Running Running 18 seconds ago 

spread [DC2-N1]$ docker service ps s3 --filter desired-state=running --format '{{.Node}} {{.DesiredState}}'
DC2-N4 Running
DC2-N5 Running

[DC2-N1]$ docker service inspect s3 --format '{{with .UpdateStatus}}{{.State}}{{end}} {{.Spec.TaskTemplate.ContainerSpec.Image}} {{if .PreviousSpec}}{{.PreviousSpec.TaskTemplate.ContainerSpec.Image}}{{end}} {{.Spec.TaskTemplate.ForceUpdate}}'
 nginx:1.25  0
