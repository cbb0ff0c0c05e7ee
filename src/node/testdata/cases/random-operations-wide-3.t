# title: Random operations, wider, 3
# hosts: 4
# swarm: 1m3w
# tags: random
# engine: 26.1.5
# runs: 1 (26.1.5)

[DC2-N1]$ docker node update --label-add zone=c --label-add disk=ssd DC2-N1
DC2-N1

[DC2-N1]$ docker node update --label-add zone=c --label-add disk=ssd DC2-N2
DC2-N2

[DC2-N1]$ docker node update --label-add zone=b --label-add disk=ssd DC2-N3
DC2-N3

[DC2-N1]$ docker node update --label-add zone=c --label-add disk=hdd DC2-N4
DC2-N4

[DC2-N1]$ docker node update --availability drain DC2-N2
DC2-N2

wait 2s

[DC2-N1]$ docker service create -q -d --no-resolve-image --name s1 --replicas 7 --update-parallelism 2 --update-failure-action continue --constraint node.labels.disk==ssd --reserve-cpu 0.7 --restart-max-attempts 3 nginx:1.26
ysfbuygqf971m65toblmy5yh8

wait 6s

[DC2-N1]$ docker service rm s1
s1

settle
# last change after 2.3 s

[DC2-N1]$ docker service ls --format '{{.Name}} {{.Mode}} {{.Replicas}} {{.Image}} {{.Ports}}'

[DC2-N1]$ docker node update --availability pause DC2-N4
DC2-N4

settle
# last change after 0.0 s

[DC2-N1]$ docker service ls --format '{{.Name}} {{.Mode}} {{.Replicas}} {{.Image}} {{.Ports}}'

[DC2-N1]$ docker service create -q -d --no-resolve-image --name s2 --replicas 1 --restart-delay 1s --restart-max-attempts 2 --update-order stop-first --update-parallelism 2 busybox sh -c "sleep 1; exit 1"
xg1v27kra2m995ymo9io2qgue

settle
# last change after 31.5 s

[DC2-N1]$ docker service ls --format '{{.Name}} {{.Mode}} {{.Replicas}} {{.Image}} {{.Ports}}'
s2 replicated 0/1 busybox:latest 

counts [DC2-N1]$ docker service ps s2 --format '{{.Image}} {{.DesiredState}} {{.CurrentState}} {{.Error}}'
busybox:latest Shutdown Failed 10 seconds ago "task: non-zero exit (1)"
busybox:latest Shutdown Failed 21 seconds ago "task: non-zero exit (1)"
busybox:latest Shutdown Failed 30 seconds ago "task: non-zero exit (1)"

[DC2-N1]$ docker service rm s2
s2

settle
# last change after 0.5 s

[DC2-N1]$ docker service ls --format '{{.Name}} {{.Mode}} {{.Replicas}} {{.Image}} {{.Ports}}'

[DC2-N1]$ docker service create -q -d --no-resolve-image --name s3 --mode global --update-parallelism 2 --update-failure-action pause httpd:2.4
5342dq227zcj0mprgqpr2y22f

settle
# last change after 6.7 s

[DC2-N1]$ docker service ls --format '{{.Name}} {{.Mode}} {{.Replicas}} {{.Image}} {{.Ports}}'
s3 global 2/2 httpd:2.4 

counts [DC2-N1]$ docker service ps s3 --format '{{.Image}} {{.DesiredState}} {{.CurrentState}} {{.Error}}'
httpd:2.4 Running Running 9 seconds ago 
httpd:2.4 Running Running 9 seconds ago 

spread [DC2-N1]$ docker service ps s3 --filter desired-state=running --format '{{.Node}} {{.DesiredState}}'
DC2-N1 Running
DC2-N3 Running

[DC2-N1]$ docker service inspect s3 --format '{{with .UpdateStatus}}{{.State}}{{end}} {{.Spec.TaskTemplate.ContainerSpec.Image}} {{if .PreviousSpec}}{{.PreviousSpec.TaskTemplate.ContainerSpec.Image}}{{end}} {{.Spec.TaskTemplate.ForceUpdate}}'
 httpd:2.4  0

[DC2-N1]$ docker service update -q -d --no-resolve-image --health-cmd true --health-interval 1s --health-retries 1 s3
s3

wait 6s

[DC2-N1]$ docker service create -q -d --no-resolve-image --name s4 --replicas 3 --restart-delay 1s --restart-max-attempts 2 --update-parallelism 1 busybox sh -c "sleep 1; exit 2"
jqhqi6ahei5mtcy5ir33a7a2f

settle
# last change after 12.4 s

[DC2-N1]$ docker service ls --format '{{.Name}} {{.Mode}} {{.Replicas}} {{.Image}} {{.Ports}}'
s3 global 2/2 httpd:2.4 
s4 replicated 0/3 busybox:latest 

counts [DC2-N1]$ docker service ps s3 --format '{{.Image}} {{.DesiredState}} {{.CurrentState}} {{.Error}}'
httpd:2.4 Running Running 22 seconds ago 
httpd:2.4 Shutdown Shutdown 25 seconds ago 
httpd:2.4 Running Running 22 seconds ago 
httpd:2.4 Shutdown Shutdown 25 seconds ago 

spread [DC2-N1]$ docker service ps s3 --filter desired-state=running --format '{{.Node}} {{.DesiredState}}'
DC2-N1 Running
DC2-N3 Running

[DC2-N1]$ docker service inspect s3 --format '{{with .UpdateStatus}}{{.State}}{{end}} {{.Spec.TaskTemplate.ContainerSpec.Image}} {{if .PreviousSpec}}{{.PreviousSpec.TaskTemplate.ContainerSpec.Image}}{{end}} {{.Spec.TaskTemplate.ForceUpdate}}'
completed httpd:2.4 httpd:2.4 0

counts [DC2-N1]$ docker service ps s4 --format '{{.Image}} {{.DesiredState}} {{.CurrentState}} {{.Error}}'
busybox:latest Shutdown Failed 10 seconds ago "task: non-zero exit (2)"
busybox:latest Shutdown Failed 14 seconds ago "task: non-zero exit (2)"
busybox:latest Shutdown Failed 18 seconds ago "task: non-zero exit (2)"
busybox:latest Shutdown Failed 9 seconds ago "task: non-zero exit (2)"
busybox:latest Shutdown Failed 13 seconds ago "task: non-zero exit (2)"
busybox:latest Shutdown Failed 17 seconds ago "task: non-zero exit (2)"
busybox:latest Shutdown Failed 9 seconds ago "task: non-zero exit (2)"
busybox:latest Shutdown Failed 14 seconds ago "task: non-zero exit (2)"
busybox:latest Shutdown Failed 18 seconds ago "task: non-zero exit (2)"
