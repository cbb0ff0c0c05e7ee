# title: Random operations, wider, 18
# hosts: 4
# swarm: 1m3w
# tags: random
# engine: 26.1.5
# runs: 1 (26.1.5)

[DC2-N1]$ docker node update --label-add zone=c --label-add disk=ssd DC2-N1
DC2-N1

[DC2-N1]$ docker node update --label-add zone=b --label-add disk=ssd DC2-N2
DC2-N2

[DC2-N1]$ docker node update --label-add zone=c --label-add disk=hdd DC2-N3
DC2-N3

[DC2-N1]$ docker node update --label-add zone=b --label-add disk=ssd DC2-N4
DC2-N4

[DC2-N1]$ docker node update --availability pause DC2-N3
DC2-N3

[DC2-N1]$ docker node update --label-add zone=c DC2-N3
DC2-N3

wait 6s

[DC2-N1]$ docker swarm update --task-history-limit 2
Swarm updated.

settle
# last change after 0.0 s

[DC2-N1]$ docker service ls --format '{{.Name}} {{.Mode}} {{.Replicas}} {{.Image}} {{.Ports}}'

[DC2-N1]$ docker node update --availability pause DC2-N4
DC2-N4

[DC2-N1]$ docker node update --label-add zone=a DC2-N4
DC2-N4

settle
# last change after 0.0 s

[DC2-N1]$ docker service ls --format '{{.Name}} {{.Mode}} {{.Replicas}} {{.Image}} {{.Ports}}'

[DC2-N1]$ docker node update --availability active DC2-N3
DC2-N3

settle
# last change after 0.0 s

[DC2-N1]$ docker service ls --format '{{.Name}} {{.Mode}} {{.Replicas}} {{.Image}} {{.Ports}}'

[DC2-N1]$ docker node update --availability active DC2-N4
DC2-N4

settle
# last change after 0.0 s

[DC2-N1]$ docker service ls --format '{{.Name}} {{.Mode}} {{.Replicas}} {{.Image}} {{.Ports}}'

[DC2-N1]$ docker service create -q -d --no-resolve-image --name s1 --mode global-job  busybox sh -c "sleep 1; exit 0"
hj1mzyeaqo83el5jazdtzdme8

wait 2s

[DC2-N1]$ docker service update -q -d --no-resolve-image --force s1
s1

settle
# last change after 10.0 s

[DC2-N1]$ docker service ls --format '{{.Name}} {{.Mode}} {{.Replicas}} {{.Image}} {{.Ports}}'
s1 global job 0/0 (4/4 completed) busybox:latest 

counts [DC2-N1]$ docker service ps s1 --format '{{.Image}} {{.DesiredState}} {{.CurrentState}} {{.Error}}'
busybox:latest Complete Complete 8 seconds ago 
busybox:latest Complete Complete 10 seconds ago 
busybox:latest Complete Complete 10 seconds ago 
busybox:latest Complete Complete 9 seconds ago 

[DC2-N1]$ docker service rm s1
s1

settle
# last change after 0.9 s

[DC2-N1]$ docker service ls --format '{{.Name}} {{.Mode}} {{.Replicas}} {{.Image}} {{.Ports}}'

[DC2-N1]$ docker service create -q -d --no-resolve-image --name s2 --replicas 8 --update-parallelism 1 --update-failure-action rollback --update-max-failure-ratio 0.3 --update-monitor 1s redis:7
i3f3f9tp8wi4k8m2yq04iaddb

settle
# last change after 12.0 s

[DC2-N1]$ docker service ls --format '{{.Name}} {{.Mode}} {{.Replicas}} {{.Image}} {{.Ports}}'
s2 replicated 8/8 redis:7 

counts [DC2-N1]$ docker service ps s2 --format '{{.Image}} {{.DesiredState}} {{.CurrentState}} {{.Error}}'
redis:7 Running Running 11 seconds ago 
redis:7 Running Running 10 seconds ago 
redis:7 Running Running 13 seconds ago 
redis:7 Running Running 13 seconds ago 
redis:7 Running Running 13 seconds ago 
redis:7 Running Running 11 seconds ago 
redis:7 Running Running 13 seconds ago 
redis:7 Running Running 11 seconds ago 

spread [DC2-N1]$ docker service ps s2 --filter desired-state=running --format '{{.Node}} {{.DesiredState}}'
DC2-N4 Running
DC2-N1 Running
DC2-N2 Running
DC2-N3 Running
DC2-N4 Running
DC2-N1 Running
DC2-N2 Running
DC2-N3 Running

[DC2-N1]$ docker service inspect s2 --format '{{with .UpdateStatus}}{{.State}}{{end}} {{.Spec.TaskTemplate.ContainerSpec.Image}} {{if .PreviousSpec}}{{.PreviousSpec.TaskTemplate.ContainerSpec.Image}}{{end}} {{.Spec.TaskTemplate.ForceUpdate}}'
 redis:7  0
