# title: Random operations, wider, 13
# hosts: 4
# swarm: 1m3w
# tags: random
# engine: 26.1.5
# runs: 1 (26.1.5)

[DC2-N1]$ docker node update --label-add zone=a --label-add disk=ssd DC2-N1
DC2-N1

[DC2-N1]$ docker node update --label-add zone=c --label-add disk=hdd DC2-N2
DC2-N2

[DC2-N1]$ docker node update --label-add zone=c --label-add disk=hdd DC2-N3
DC2-N3

[DC2-N1]$ docker node update --label-add zone=b --label-add disk=hdd DC2-N4
DC2-N4

[DC2-N1]$ docker swarm update --task-history-limit 0
Swarm updated.

settle
# last change after 0.0 s

[DC2-N1]$ docker service ls --format '{{.Name}} {{.Mode}} {{.Replicas}} {{.Image}} {{.Ports}}'

[DC2-N1]$ docker service create -q -d --no-resolve-image --name s1 --replicas 2 --health-cmd "true" --health-interval 1s --health-retries 2 --restart-max-attempts 2 --update-order stop-first --update-monitor 3s --reserve-cpu 0.7 nginx:1.25
p94alw335dwt1fh2ilv7jirec

settle
# last change after 2.5 s

[DC2-N1]$ docker service ls --format '{{.Name}} {{.Mode}} {{.Replicas}} {{.Image}} {{.Ports}}'
s1 replicated 2/2 nginx:1.25 

counts [DC2-N1]$ docker service ps s1 --format '{{.Image}} {{.DesiredState}} {{.CurrentState}} {{.Error}}'
nginx:1.25 Running Running 9 seconds ago 
nginx:1.25 Running Running 9 seconds ago 

[DC2-N1]$ docker service create -q -d --no-resolve-image --name s2 --mode global --update-failure-action rollback --constraint node.labels.disk==ssd -p 8002:80 nginx:1.27
yzpra53hdd0ze3xxjb3cxesis

settle
# last change after 3.2 s

[DC2-N1]$ docker service ls --format '{{.Name}} {{.Mode}} {{.Replicas}} {{.Image}} {{.Ports}}'
s1 replicated 2/2 nginx:1.25 
s2 global 1/1 nginx:1.27 *:8002->80/tcp

counts [DC2-N1]$ docker service ps s1 --format '{{.Image}} {{.DesiredState}} {{.CurrentState}} {{.Error}}'
nginx:1.25 Running Running 20 seconds ago 
nginx:1.25 Running Running 20 seconds ago 

counts [DC2-N1]$ docker service ps s2 --format '{{.Image}} {{.DesiredState}} {{.CurrentState}} {{.Error}}'
nginx:1.27 Running Running 8 seconds ago 

spread [DC2-N1]$ docker service ps s2 --filter desired-state=running --format '{{.Node}} {{.DesiredState}}'
DC2-N1 Running

[DC2-N1]$ docker service inspect s2 --format '{{with .UpdateStatus}}{{.State}}{{end}} {{.Spec.TaskTemplate.ContainerSpec.Image}} {{if .PreviousSpec}}{{.PreviousSpec.TaskTemplate.ContainerSpec.Image}}{{end}} {{.Spec.TaskTemplate.ForceUpdate}}'
 nginx:1.27  0

[DC2-N1]$ docker node update --availability drain DC2-N2
DC2-N2

wait 6s

[DC2-N1]$ docker service update -q -d --no-resolve-image --image nginx:1.26 --env-add T=4 s2
s2

wait 4s

[DC2-N1]$ docker service update -q -d --no-resolve-image --image nginx:1.25 --env-add T=4b s2
s2

wait 2s

[DC2-N1]$ docker service update -q -d --no-resolve-image --label-add a=5 s2
s2

settle
# last change after 2.0 s

[DC2-N1]$ docker service ls --format '{{.Name}} {{.Mode}} {{.Replicas}} {{.Image}} {{.Ports}}'
s1 replicated 2/2 nginx:1.25 
s2 global 1/1 nginx:1.25 *:8002->80/tcp

counts [DC2-N1]$ docker service ps s1 --format '{{.Image}} {{.DesiredState}} {{.CurrentState}} {{.Error}}'
nginx:1.25 Running Running 19 seconds ago 
nginx:1.25 Shutdown Shutdown 21 seconds ago 
nginx:1.25 Running Running 43 seconds ago 

counts [DC2-N1]$ docker service ps s2 --format '{{.Image}} {{.DesiredState}} {{.CurrentState}} {{.Error}}'
nginx:1.25 Running Running 8 seconds ago 

spread [DC2-N1]$ docker service ps s2 --filter desired-state=running --format '{{.Node}} {{.DesiredState}}'
DC2-N1 Running

[DC2-N1]$ docker service inspect s2 --format '{{with .UpdateStatus}}{{.State}}{{end}} {{.Spec.TaskTemplate.ContainerSpec.Image}} {{if .PreviousSpec}}{{.PreviousSpec.TaskTemplate.ContainerSpec.Image}}{{end}} {{.Spec.TaskTemplate.ForceUpdate}}'
 nginx:1.25 nginx:1.25 0

[DC2-N1]$ docker service update -q -d --no-resolve-image --constraint-add node.hostname!=DC2-N2 s2
s2

settle
# last change after 0.0 s

[DC2-N1]$ docker service ls --format '{{.Name}} {{.Mode}} {{.Replicas}} {{.Image}} {{.Ports}}'
s1 replicated 2/2 nginx:1.25 
s2 global 1/1 nginx:1.25 *:8002->80/tcp

counts [DC2-N1]$ docker service ps s1 --format '{{.Image}} {{.DesiredState}} {{.CurrentState}} {{.Error}}'
nginx:1.25 Running Running 27 seconds ago 
nginx:1.25 Shutdown Shutdown 29 seconds ago 
nginx:1.25 Running Running 52 seconds ago 

counts [DC2-N1]$ docker service ps s2 --format '{{.Image}} {{.DesiredState}} {{.CurrentState}} {{.Error}}'
nginx:1.25 Running Running 17 seconds ago 

spread [DC2-N1]$ docker service ps s2 --filter desired-state=running --format '{{.Node}} {{.DesiredState}}'
DC2-N1 Running

[DC2-N1]$ docker service inspect s2 --format '{{with .UpdateStatus}}{{.State}}{{end}} {{.Spec.TaskTemplate.ContainerSpec.Image}} {{if .PreviousSpec}}{{.PreviousSpec.TaskTemplate.ContainerSpec.Image}}{{end}} {{.Spec.TaskTemplate.ForceUpdate}}'
 nginx:1.25 nginx:1.25 0

[DC2-N1]$ docker service rollback -q -d s2
s2

settle
# last change after 0.0 s

[DC2-N1]$ docker service ls --format '{{.Name}} {{.Mode}} {{.Replicas}} {{.Image}} {{.Ports}}'
s1 replicated 2/2 nginx:1.25 
s2 global 1/1 nginx:1.25 *:8002->80/tcp

counts [DC2-N1]$ docker service ps s1 --format '{{.Image}} {{.DesiredState}} {{.CurrentState}} {{.Error}}'
nginx:1.25 Running Running 36 seconds ago 
nginx:1.25 Shutdown Shutdown 38 seconds ago 
nginx:1.25 Running Running about a minute ago 

counts [DC2-N1]$ docker service ps s2 --format '{{.Image}} {{.DesiredState}} {{.CurrentState}} {{.Error}}'
nginx:1.25 Running Running 25 seconds ago 

spread [DC2-N1]$ docker service ps s2 --filter desired-state=running --format '{{.Node}} {{.DesiredState}}'
DC2-N1 Running

[DC2-N1]$ docker service inspect s2 --format '{{with .UpdateStatus}}{{.State}}{{end}} {{.Spec.TaskTemplate.ContainerSpec.Image}} {{if .PreviousSpec}}{{.PreviousSpec.TaskTemplate.ContainerSpec.Image}}{{end}} {{.Spec.TaskTemplate.ForceUpdate}}'
rollback_completed nginx:1.25 nginx:1.25 0

[DC2-N1]$ docker node update --availability active DC2-N2
DC2-N2

settle
# last change after 0.0 s

[DC2-N1]$ docker service ls --format '{{.Name}} {{.Mode}} {{.Replicas}} {{.Image}} {{.Ports}}'
s1 replicated 2/2 nginx:1.25 
s2 global 1/1 nginx:1.25 *:8002->80/tcp

counts [DC2-N1]$ docker service ps s1 --format '{{.Image}} {{.DesiredState}} {{.CurrentState}} {{.Error}}'
nginx:1.25 Running Running 45 seconds ago 
nginx:1.25 Shutdown Shutdown 47 seconds ago 
nginx:1.25 Running Running about a minute ago 

counts [DC2-N1]$ docker service ps s2 --format '{{.Image}} {{.DesiredState}} {{.CurrentState}} {{.Error}}'
nginx:1.25 Running Running 35 seconds ago 

spread [DC2-N1]$ docker service ps s2 --filter desired-state=running --format '{{.Node}} {{.DesiredState}}'
DC2-N1 Running

[DC2-N1]$ docker service inspect s2 --format '{{with .UpdateStatus}}{{.State}}{{end}} {{.Spec.TaskTemplate.ContainerSpec.Image}} {{if .PreviousSpec}}{{.PreviousSpec.TaskTemplate.ContainerSpec.Image}}{{end}} {{.Spec.TaskTemplate.ForceUpdate}}'
rollback_completed nginx:1.25 nginx:1.25 0
