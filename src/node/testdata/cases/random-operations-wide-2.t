# title: Random operations, wider, 2
# hosts: 4
# swarm: 1m3w
# tags: random
# engine: 26.1.5
# runs: 1 (26.1.5)

[DC2-N1]$ docker node update --label-add zone=a --label-add disk=hdd DC2-N1
DC2-N1

[DC2-N1]$ docker node update --label-add zone=a --label-add disk=ssd DC2-N2
DC2-N2

[DC2-N1]$ docker node update --label-add zone=a --label-add disk=hdd DC2-N3
DC2-N3

[DC2-N1]$ docker node update --label-add zone=c --label-add disk=hdd DC2-N4
DC2-N4

[DC2-N1]$ docker service create -q -d --no-resolve-image --name s1 --replicas 3 --health-cmd "false" --health-interval 1s --health-retries 2 --restart-max-attempts 2 --update-delay 2s --update-failure-action pause --update-max-failure-ratio 0.6 --update-monitor 1s --rollback-parallelism 2 --rollback-order start-first --constraint node.labels.zone!=a --reserve-cpu 0.7 nginx:1.25
d3tbc79ob2x2c1yp6uj7ap0vt

settle
# last change after 34.6 s

[DC2-N1]$ docker service ls --format '{{.Name}} {{.Mode}} {{.Replicas}} {{.Image}} {{.Ports}}'
s1 replicated 0/3 nginx:1.25 

counts [DC2-N1]$ docker service ps s1 --format '{{.Image}} {{.DesiredState}} {{.CurrentState}} {{.Error}}'
nginx:1.25 Shutdown Complete 17 seconds ago 
nginx:1.25 Shutdown Complete 27 seconds ago 
nginx:1.25 Shutdown Complete 37 seconds ago 
nginx:1.25 Shutdown Complete 13 seconds ago 
nginx:1.25 Shutdown Complete 24 seconds ago 
nginx:1.25 Shutdown Complete 36 seconds ago 
nginx:1.25 Shutdown Complete 9 seconds ago 
nginx:1.25 Shutdown Complete 17 seconds ago 
nginx:1.25 Shutdown Complete 30 seconds ago 

[DC2-N1]$ docker service create -q -d --no-resolve-image --name s2 --replicas 2 --health-cmd "true" --health-interval 1s --health-retries 2 --restart-max-attempts 2 --update-order start-first --update-delay 2s --update-failure-action rollback --rollback-parallelism 0 --rollback-order stop-first nginx:1.25
o3tmd5vtql72g3322n242w1wa

wait 2s

[DC2-N1]$ docker service update -q -d --no-resolve-image --force s2
s2

settle
# last change after 14.0 s

[DC2-N1]$ docker service ls --format '{{.Name}} {{.Mode}} {{.Replicas}} {{.Image}} {{.Ports}}'
s1 replicated 0/3 nginx:1.25 
s2 replicated 2/2 nginx:1.25 

counts [DC2-N1]$ docker service ps s1 --format '{{.Image}} {{.DesiredState}} {{.CurrentState}} {{.Error}}'
nginx:1.25 Shutdown Complete 42 seconds ago 
nginx:1.25 Shutdown Complete 52 seconds ago 
nginx:1.25 Shutdown Complete about a minute ago 
nginx:1.25 Shutdown Complete 38 seconds ago 
nginx:1.25 Shutdown Complete 49 seconds ago 
nginx:1.25 Shutdown Complete about a minute ago 
nginx:1.25 Shutdown Complete 34 seconds ago 
nginx:1.25 Shutdown Complete 42 seconds ago 
nginx:1.25 Shutdown Complete 55 seconds ago 

counts [DC2-N1]$ docker service ps s2 --format '{{.Image}} {{.DesiredState}} {{.CurrentState}} {{.Error}}'
nginx:1.25 Running Running 20 seconds ago 
nginx:1.25 Shutdown Shutdown 18 seconds ago 
nginx:1.25 Running Running 16 seconds ago 
nginx:1.25 Shutdown Shutdown 14 seconds ago 

[DC2-N1]$ docker node update --availability pause DC2-N4
DC2-N4

[DC2-N1]$ docker node update --label-add zone=a DC2-N4
DC2-N4

settle
# last change after 0.0 s

[DC2-N1]$ docker service ls --format '{{.Name}} {{.Mode}} {{.Replicas}} {{.Image}} {{.Ports}}'
s1 replicated 0/3 nginx:1.25 
s2 replicated 2/2 nginx:1.25 

counts [DC2-N1]$ docker service ps s1 --format '{{.Image}} {{.DesiredState}} {{.CurrentState}} {{.Error}}'
nginx:1.25 Shutdown Complete 51 seconds ago 
nginx:1.25 Shutdown Complete about a minute ago 
nginx:1.25 Shutdown Complete about a minute ago 
nginx:1.25 Shutdown Complete 47 seconds ago 
nginx:1.25 Shutdown Complete 58 seconds ago 
nginx:1.25 Shutdown Complete about a minute ago 
nginx:1.25 Shutdown Complete 43 seconds ago 
nginx:1.25 Shutdown Complete 51 seconds ago 
nginx:1.25 Shutdown Complete about a minute ago 

counts [DC2-N1]$ docker service ps s2 --format '{{.Image}} {{.DesiredState}} {{.CurrentState}} {{.Error}}'
nginx:1.25 Running Running 29 seconds ago 
nginx:1.25 Shutdown Shutdown 27 seconds ago 
nginx:1.25 Running Running 25 seconds ago 
nginx:1.25 Shutdown Shutdown 23 seconds ago 

[DC2-N1]$ docker node update --availability pause DC2-N3
DC2-N3

settle
# last change after 0.0 s

[DC2-N1]$ docker service ls --format '{{.Name}} {{.Mode}} {{.Replicas}} {{.Image}} {{.Ports}}'
s1 replicated 0/3 nginx:1.25 
s2 replicated 2/2 nginx:1.25 

counts [DC2-N1]$ docker service ps s1 --format '{{.Image}} {{.DesiredState}} {{.CurrentState}} {{.Error}}'
nginx:1.25 Shutdown Complete about a minute ago 
nginx:1.25 Shutdown Complete about a minute ago 
nginx:1.25 Shutdown Complete about a minute ago 
nginx:1.25 Shutdown Complete 56 seconds ago 
nginx:1.25 Shutdown Complete about a minute ago 
nginx:1.25 Shutdown Complete about a minute ago 
nginx:1.25 Shutdown Complete 51 seconds ago 
nginx:1.25 Shutdown Complete about a minute ago 
nginx:1.25 Shutdown Complete about a minute ago 

counts [DC2-N1]$ docker service ps s2 --format '{{.Image}} {{.DesiredState}} {{.CurrentState}} {{.Error}}'
nginx:1.25 Running Running 38 seconds ago 
nginx:1.25 Shutdown Shutdown 36 seconds ago 
nginx:1.25 Running Running 33 seconds ago 
nginx:1.25 Shutdown Shutdown 32 seconds ago 

[DC2-N1]$ docker node update --availability active DC2-N4
DC2-N4

settle
# last change after 0.0 s

[DC2-N1]$ docker service ls --format '{{.Name}} {{.Mode}} {{.Replicas}} {{.Image}} {{.Ports}}'
s1 replicated 0/3 nginx:1.25 
s2 replicated 2/2 nginx:1.25 

counts [DC2-N1]$ docker service ps s1 --format '{{.Image}} {{.DesiredState}} {{.CurrentState}} {{.Error}}'
nginx:1.25 Shutdown Complete about a minute ago 
nginx:1.25 Shutdown Complete about a minute ago 
nginx:1.25 Shutdown Complete about a minute ago 
nginx:1.25 Shutdown Complete about a minute ago 
nginx:1.25 Shutdown Complete about a minute ago 
nginx:1.25 Shutdown Complete about a minute ago 
nginx:1.25 Shutdown Complete about a minute ago 
nginx:1.25 Shutdown Complete about a minute ago 
nginx:1.25 Shutdown Complete about a minute ago 

counts [DC2-N1]$ docker service ps s2 --format '{{.Image}} {{.DesiredState}} {{.CurrentState}} {{.Error}}'
nginx:1.25 Running Running 47 seconds ago 
nginx:1.25 Shutdown Shutdown 45 seconds ago 
nginx:1.25 Running Running 42 seconds ago 
nginx:1.25 Shutdown Shutdown 41 seconds ago 

[DC2-N1]$ docker service create -q -d --no-resolve-image --name s3 --replicas 7 --update-order stop-first --update-failure-action pause --update-max-failure-ratio 0.6 -p 8003:80 nginx:1.27
we5krtwardwbb9uvbozc2a4ae

settle
# last change after 3.9 s

[DC2-N1]$ docker service ls --format '{{.Name}} {{.Mode}} {{.Replicas}} {{.Image}} {{.Ports}}'
s1 replicated 0/3 nginx:1.25 
s2 replicated 2/2 nginx:1.25 
s3 replicated 7/7 nginx:1.27 *:8003->80/tcp

counts [DC2-N1]$ docker service ps s1 --format '{{.Image}} {{.DesiredState}} {{.CurrentState}} {{.Error}}'
nginx:1.25 Shutdown Complete about a minute ago 
nginx:1.25 Shutdown Complete about a minute ago 
nginx:1.25 Shutdown Complete about a minute ago 
nginx:1.25 Shutdown Complete about a minute ago 
nginx:1.25 Shutdown Complete about a minute ago 
nginx:1.25 Shutdown Complete about a minute ago 
nginx:1.25 Shutdown Complete about a minute ago 
nginx:1.25 Shutdown Complete about a minute ago 
nginx:1.25 Shutdown Complete about a minute ago 

counts [DC2-N1]$ docker service ps s2 --format '{{.Image}} {{.DesiredState}} {{.CurrentState}} {{.Error}}'
nginx:1.25 Running Running 59 seconds ago 
nginx:1.25 Shutdown Shutdown 58 seconds ago 
nginx:1.25 Running Running 55 seconds ago 
nginx:1.25 Shutdown Shutdown 53 seconds ago 

counts [DC2-N1]$ docker service ps s3 --format '{{.Image}} {{.DesiredState}} {{.CurrentState}} {{.Error}}'
nginx:1.27 Running Running 9 seconds ago 
nginx:1.27 Running Running 9 seconds ago 
nginx:1.27 Running Running 9 seconds ago 
nginx:1.27 Running Running 9 seconds ago 
nginx:1.27 Running Running 9 seconds ago 
nginx:1.27 Running Running 9 seconds ago 
nginx:1.27 Running Running 9 seconds ago 

spread [DC2-N1]$ docker service ps s3 --filter desired-state=running --format '{{.Node}} {{.DesiredState}}'
DC2-N2 Running
DC2-N1 Running
DC2-N4 Running
DC2-N2 Running
DC2-N1 Running
DC2-N4 Running
DC2-N4 Running

[DC2-N1]$ docker service inspect s3 --format '{{with .UpdateStatus}}{{.State}}{{end}} {{.Spec.TaskTemplate.ContainerSpec.Image}} {{if .PreviousSpec}}{{.PreviousSpec.TaskTemplate.ContainerSpec.Image}}{{end}} {{.Spec.TaskTemplate.ForceUpdate}}'
 nginx:1.27  0

[DC2-N1]$ docker node update --availability pause DC2-N2
DC2-N2

settle
# last change after 0.0 s

[DC2-N1]$ docker service ls --format '{{.Name}} {{.Mode}} {{.Replicas}} {{.Image}} {{.Ports}}'
s1 replicated 0/3 nginx:1.25 
s2 replicated 2/2 nginx:1.25 
s3 replicated 7/7 nginx:1.27 *:8003->80/tcp

counts [DC2-N1]$ docker service ps s1 --format '{{.Image}} {{.DesiredState}} {{.CurrentState}} {{.Error}}'
nginx:1.25 Shutdown Complete about a minute ago 
nginx:1.25 Shutdown Complete about a minute ago 
nginx:1.25 Shutdown Complete about a minute ago 
nginx:1.25 Shutdown Complete about a minute ago 
nginx:1.25 Shutdown Complete about a minute ago 
nginx:1.25 Shutdown Complete about a minute ago 
nginx:1.25 Shutdown Complete about a minute ago 
nginx:1.25 Shutdown Complete about a minute ago 
nginx:1.25 Shutdown Complete about a minute ago 

counts [DC2-N1]$ docker service ps s2 --format '{{.Image}} {{.DesiredState}} {{.CurrentState}} {{.Error}}'
nginx:1.25 Running Running about a minute ago 
nginx:1.25 Shutdown Shutdown about a minute ago 
nginx:1.25 Running Running about a minute ago 
nginx:1.25 Shutdown Shutdown about a minute ago 

counts [DC2-N1]$ docker service ps s3 --format '{{.Image}} {{.DesiredState}} {{.CurrentState}} {{.Error}}'
nginx:1.27 Running Running 18 seconds ago 
nginx:1.27 Running Running 18 seconds ago 
nginx:1.27 Running Running 18 seconds ago 
nginx:1.27 Running Running 18 seconds ago 
nginx:1.27 Running Running 18 seconds ago 
nginx:1.27 Running Running 18 seconds ago 
nginx:1.27 Running Running 18 seconds ago 

spread [DC2-N1]$ docker service ps s3 --filter desired-state=running --format '{{.Node}} {{.DesiredState}}'
DC2-N2 Running
DC2-N1 Running
DC2-N4 Running
DC2-N2 Running
DC2-N1 Running
DC2-N4 Running
DC2-N4 Running

[DC2-N1]$ docker service inspect s3 --format '{{with .UpdateStatus}}{{.State}}{{end}} {{.Spec.TaskTemplate.ContainerSpec.Image}} {{if .PreviousSpec}}{{.PreviousSpec.TaskTemplate.ContainerSpec.Image}}{{end}} {{.Spec.TaskTemplate.ForceUpdate}}'
 nginx:1.27  0

[DC2-N1]$ docker service update -q -d --no-resolve-image --endpoint-mode vip s3
s3

settle
# last change after 0.0 s

[DC2-N1]$ docker service ls --format '{{.Name}} {{.Mode}} {{.Replicas}} {{.Image}} {{.Ports}}'
s1 replicated 0/3 nginx:1.25 
s2 replicated 2/2 nginx:1.25 
s3 replicated 7/7 nginx:1.27 *:8003->80/tcp

counts [DC2-N1]$ docker service ps s1 --format '{{.Image}} {{.DesiredState}} {{.CurrentState}} {{.Error}}'
nginx:1.25 Shutdown Complete about a minute ago 
nginx:1.25 Shutdown Complete about a minute ago 
nginx:1.25 Shutdown Complete 2 minutes ago 
nginx:1.25 Shutdown Complete about a minute ago 
nginx:1.25 Shutdown Complete about a minute ago 
nginx:1.25 Shutdown Complete 2 minutes ago 
nginx:1.25 Shutdown Complete about a minute ago 
nginx:1.25 Shutdown Complete about a minute ago 
nginx:1.25 Shutdown Complete about a minute ago 

counts [DC2-N1]$ docker service ps s2 --format '{{.Image}} {{.DesiredState}} {{.CurrentState}} {{.Error}}'
nginx:1.25 Running Running about a minute ago 
nginx:1.25 Shutdown Shutdown about a minute ago 
nginx:1.25 Running Running about a minute ago 
nginx:1.25 Shutdown Shutdown about a minute ago 

counts [DC2-N1]$ docker service ps s3 --format '{{.Image}} {{.DesiredState}} {{.CurrentState}} {{.Error}}'
nginx:1.27 Running Running 29 seconds ago 
nginx:1.27 Running Running 29 seconds ago 
nginx:1.27 Running Running 29 seconds ago 
nginx:1.27 Running Running 29 seconds ago 
nginx:1.27 Running Running 29 seconds ago 
nginx:1.27 Running Running 29 seconds ago 
nginx:1.27 Running Running 29 seconds ago 

spread [DC2-N1]$ docker service ps s3 --filter desired-state=running --format '{{.Node}} {{.DesiredState}}'
DC2-N2 Running
DC2-N1 Running
DC2-N4 Running
DC2-N2 Running
DC2-N1 Running
DC2-N4 Running
DC2-N4 Running

[DC2-N1]$ docker service inspect s3 --format '{{with .UpdateStatus}}{{.State}}{{end}} {{.Spec.TaskTemplate.ContainerSpec.Image}} {{if .PreviousSpec}}{{.PreviousSpec.TaskTemplate.ContainerSpec.Image}}{{end}} {{.Spec.TaskTemplate.ForceUpdate}}'
 nginx:1.27 nginx:1.27 0
