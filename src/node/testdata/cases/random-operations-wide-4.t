# title: Random operations, wider, 4
# hosts: 5
# swarm: 3m2w
# tags: random
# engine: 26.1.5
# runs: 1 (26.1.5)

[DC2-N1]$ docker node update --label-add zone=b --label-add disk=hdd DC2-N1
DC2-N1

[DC2-N1]$ docker node update --label-add zone=c --label-add disk=hdd DC2-N2
DC2-N2

[DC2-N1]$ docker node update --label-add zone=a --label-add disk=hdd DC2-N3
DC2-N3

[DC2-N1]$ docker node update --label-add zone=b --label-add disk=hdd DC2-N4
DC2-N4

[DC2-N1]$ docker node update --label-add zone=b --label-add disk=hdd DC2-N5
DC2-N5

[DC2-N1]$ docker service create -q -d --no-resolve-image --name s1 --mode replicated-job --replicas 3  --constraint node.labels.disk==ssd --reserve-cpu 0.7 busybox sh -c "sleep 2; exit 0"
joyu8q33w536oaoy2surboe44

wait 2s

[DC2-N1]$ docker service create -q -d --no-resolve-image --name s2 --replicas 2 --update-order stop-first --update-parallelism 0 --update-failure-action continue --rollback-parallelism 2 --rollback-order start-first --constraint node.labels.disk==ssd --restart-delay 1s httpd:2.4
fdjf6ogy73mp2425jh70vkc03

settle
# last change after 0.0 s

[DC2-N1]$ docker service ls --format '{{.Name}} {{.Mode}} {{.Replicas}} {{.Image}} {{.Ports}}'
s1 replicated job 0/3 (0/3 completed) busybox:latest 
s2 replicated 0/2 httpd:2.4 

counts [DC2-N1]$ docker service ps s1 --format '{{.Image}} {{.DesiredState}} {{.CurrentState}} {{.Error}}'
busybox:latest Complete Pending 11 seconds ago "no suitable node (scheduling …"
busybox:latest Complete Pending 11 seconds ago "no suitable node (scheduling …"
busybox:latest Complete Pending 11 seconds ago "no suitable node (scheduling …"

counts [DC2-N1]$ docker service ps s2 --format '{{.Image}} {{.DesiredState}} {{.CurrentState}} {{.Error}}'
httpd:2.4 Running Pending 9 seconds ago "no suitable node (scheduling …"
httpd:2.4 Running Pending 9 seconds ago "no suitable node (scheduling …"

spread [DC2-N1]$ docker service ps s2 --filter desired-state=running --format '{{.Node}} {{.DesiredState}}'
 Running
 Running

[DC2-N1]$ docker service inspect s2 --format '{{with .UpdateStatus}}{{.State}}{{end}} {{.Spec.TaskTemplate.ContainerSpec.Image}} {{if .PreviousSpec}}{{.PreviousSpec.TaskTemplate.ContainerSpec.Image}}{{end}} {{.Spec.TaskTemplate.ForceUpdate}}'
 httpd:2.4  0

[DC2-N1]$ docker service rm s1
s1

settle
# last change after 0.5 s

[DC2-N1]$ docker service ls --format '{{.Name}} {{.Mode}} {{.Replicas}} {{.Image}} {{.Ports}}'
s2 replicated 0/2 httpd:2.4 

counts [DC2-N1]$ docker service ps s2 --format '{{.Image}} {{.DesiredState}} {{.CurrentState}} {{.Error}}'
httpd:2.4 Running Pending 22 seconds ago "no suitable node (scheduling …"
httpd:2.4 Running Pending 22 seconds ago "no suitable node (scheduling …"

spread [DC2-N1]$ docker service ps s2 --filter desired-state=running --format '{{.Node}} {{.DesiredState}}'
 Running
 Running

[DC2-N1]$ docker service inspect s2 --format '{{with .UpdateStatus}}{{.State}}{{end}} {{.Spec.TaskTemplate.ContainerSpec.Image}} {{if .PreviousSpec}}{{.PreviousSpec.TaskTemplate.ContainerSpec.Image}}{{end}} {{.Spec.TaskTemplate.ForceUpdate}}'
 httpd:2.4  0

[DC2-N1]$ docker service update -q -d --no-resolve-image --image httpd:2.4 --env-add T=3 s2
s2

wait 4s

[DC2-N1]$ docker service update -q -d --no-resolve-image --image nginx:1.27 --env-add T=3b s2
s2

wait 2s

[DC2-N1]$ docker network create -d overlay net0
ytplk3ixst298d4k04n4dpujd

[DC2-N1]$ docker service update -q -d --no-resolve-image --network-add net0 s2
s2

wait 2s

[DC2-N1]$ docker service rollback -q -d s2
s2

settle
# last change after 69.2 s

[DC2-N1]$ docker service ls --format '{{.Name}} {{.Mode}} {{.Replicas}} {{.Image}} {{.Ports}}'
s2 replicated 0/2 nginx:1.27 

counts [DC2-N1]$ docker service ps s2 --format '{{.Image}} {{.DesiredState}} {{.CurrentState}} {{.Error}}'
nginx:1.27 Running Pending 3 minutes ago "no suitable node (scheduling …"
nginx:1.27 Running Pending 3 minutes ago "no suitable node (scheduling …"
nginx:1.27 Shutdown Shutdown 5 minutes ago 
httpd:2.4 Shutdown Shutdown 5 minutes ago 
httpd:2.4 Shutdown Shutdown 5 minutes ago 
nginx:1.27 Running Pending 3 minutes ago "no suitable node (scheduling …"
nginx:1.27 Running Pending 3 minutes ago "no suitable node (scheduling …"
nginx:1.27 Shutdown Shutdown 5 minutes ago 
httpd:2.4 Shutdown Shutdown 5 minutes ago 
httpd:2.4 Shutdown Shutdown 5 minutes ago 

spread [DC2-N1]$ docker service ps s2 --filter desired-state=running --format '{{.Node}} {{.DesiredState}}'
 Running
 Running
 Running
 Running

[DC2-N1]$ docker service inspect s2 --format '{{with .UpdateStatus}}{{.State}}{{end}} {{.Spec.TaskTemplate.ContainerSpec.Image}} {{if .PreviousSpec}}{{.PreviousSpec.TaskTemplate.ContainerSpec.Image}}{{end}} {{.Spec.TaskTemplate.ForceUpdate}}'
rollback_started nginx:1.27 nginx:1.27 0

[DC2-N1]$ docker service update -q -d --no-resolve-image --endpoint-mode vip s2
s2

settle
# last change after 0.0 s

[DC2-N1]$ docker service ls --format '{{.Name}} {{.Mode}} {{.Replicas}} {{.Image}} {{.Ports}}'
s2 replicated 0/2 nginx:1.27 

counts [DC2-N1]$ docker service ps s2 --format '{{.Image}} {{.DesiredState}} {{.CurrentState}} {{.Error}}'
nginx:1.27 Running Pending 4 minutes ago "no suitable node (scheduling …"
nginx:1.27 Running Pending 4 minutes ago "no suitable node (scheduling …"
nginx:1.27 Shutdown Shutdown 5 minutes ago 
httpd:2.4 Shutdown Shutdown 5 minutes ago 
httpd:2.4 Shutdown Shutdown 5 minutes ago 
nginx:1.27 Running Pending 4 minutes ago "no suitable node (scheduling …"
nginx:1.27 Running Pending 4 minutes ago "no suitable node (scheduling …"
nginx:1.27 Shutdown Shutdown 5 minutes ago 
httpd:2.4 Shutdown Shutdown 5 minutes ago 
httpd:2.4 Shutdown Shutdown 5 minutes ago 

spread [DC2-N1]$ docker service ps s2 --filter desired-state=running --format '{{.Node}} {{.DesiredState}}'
 Running
 Running
 Running
 Running

[DC2-N1]$ docker service inspect s2 --format '{{with .UpdateStatus}}{{.State}}{{end}} {{.Spec.TaskTemplate.ContainerSpec.Image}} {{if .PreviousSpec}}{{.PreviousSpec.TaskTemplate.ContainerSpec.Image}}{{end}} {{.Spec.TaskTemplate.ForceUpdate}}'
 nginx:1.27 nginx:1.27 0

[DC2-N1]$ docker node update --availability drain DC2-N2
DC2-N2

[DC2-N1]$ docker node update --label-add zone=b DC2-N2
DC2-N2

settle
# last change after 0.0 s

[DC2-N1]$ docker service ls --format '{{.Name}} {{.Mode}} {{.Replicas}} {{.Image}} {{.Ports}}'
s2 replicated 0/2 nginx:1.27 

counts [DC2-N1]$ docker service ps s2 --format '{{.Image}} {{.DesiredState}} {{.CurrentState}} {{.Error}}'
nginx:1.27 Running Pending 4 minutes ago "no suitable node (scheduling …"
nginx:1.27 Running Pending 4 minutes ago "no suitable node (scheduling …"
nginx:1.27 Shutdown Shutdown 5 minutes ago 
httpd:2.4 Shutdown Shutdown 5 minutes ago 
httpd:2.4 Shutdown Shutdown 5 minutes ago 
nginx:1.27 Running Pending 4 minutes ago "no suitable node (scheduling …"
nginx:1.27 Running Pending 4 minutes ago "no suitable node (scheduling …"
nginx:1.27 Shutdown Shutdown 5 minutes ago 
httpd:2.4 Shutdown Shutdown 5 minutes ago 
httpd:2.4 Shutdown Shutdown 5 minutes ago 

spread [DC2-N1]$ docker service ps s2 --filter desired-state=running --format '{{.Node}} {{.DesiredState}}'
 Running
 Running
 Running
 Running

[DC2-N1]$ docker service inspect s2 --format '{{with .UpdateStatus}}{{.State}}{{end}} {{.Spec.TaskTemplate.ContainerSpec.Image}} {{if .PreviousSpec}}{{.PreviousSpec.TaskTemplate.ContainerSpec.Image}}{{end}} {{.Spec.TaskTemplate.ForceUpdate}}'
 nginx:1.27 nginx:1.27 0

[DC2-N1]$ docker service rollback -q -d s2
s2

settle
# last change after 0.0 s

[DC2-N1]$ docker service ls --format '{{.Name}} {{.Mode}} {{.Replicas}} {{.Image}} {{.Ports}}'
s2 replicated 0/2 nginx:1.27 

counts [DC2-N1]$ docker service ps s2 --format '{{.Image}} {{.DesiredState}} {{.CurrentState}} {{.Error}}'
nginx:1.27 Running Pending 9 minutes ago "no suitable node (scheduling …"
nginx:1.27 Running Pending 9 minutes ago "no suitable node (scheduling …"
nginx:1.27 Shutdown Shutdown 10 minutes ago 
httpd:2.4 Shutdown Shutdown 10 minutes ago 
httpd:2.4 Shutdown Shutdown 10 minutes ago 
nginx:1.27 Running Pending 9 minutes ago "no suitable node (scheduling …"
nginx:1.27 Running Pending 9 minutes ago "no suitable node (scheduling …"
nginx:1.27 Shutdown Shutdown 10 minutes ago 
httpd:2.4 Shutdown Shutdown 10 minutes ago 
httpd:2.4 Shutdown Shutdown 10 minutes ago 

spread [DC2-N1]$ docker service ps s2 --filter desired-state=running --format '{{.Node}} {{.DesiredState}}'
 Running
 Running
 Running
 Running

[DC2-N1]$ docker service inspect s2 --format '{{with .UpdateStatus}}{{.State}}{{end}} {{.Spec.TaskTemplate.ContainerSpec.Image}} {{if .PreviousSpec}}{{.PreviousSpec.TaskTemplate.ContainerSpec.Image}}{{end}} {{.Spec.TaskTemplate.ForceUpdate}}'
rollback_started nginx:1.27 nginx:1.27 0
