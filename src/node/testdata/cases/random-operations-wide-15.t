# title: Random operations, wider, 15
# hosts: 4
# swarm: 1m3w
# tags: random
# engine: 26.1.5
# runs: 1 (26.1.5)

[DC2-N1]$ docker node update --label-add zone=b --label-add disk=ssd DC2-N1
DC2-N1

[DC2-N1]$ docker node update --label-add zone=b --label-add disk=hdd DC2-N2
DC2-N2

[DC2-N1]$ docker node update --label-add zone=b --label-add disk=hdd DC2-N3
DC2-N3

[DC2-N1]$ docker node update --label-add zone=c --label-add disk=hdd DC2-N4
DC2-N4

[DC2-N1]$ docker service create -q -d --no-resolve-image --name s1 --mode global --update-parallelism 1 --update-failure-action continue --update-max-failure-ratio 0.6 --constraint node.labels.disk==ssd -p 8001:80 nginx:1.26
g65ztiznszqe96ph1qsbtcyry

settle
# last change after 1.8 s

[DC2-N1]$ docker service ls --format '{{.Name}} {{.Mode}} {{.Replicas}} {{.Image}} {{.Ports}}'
s1 global 1/1 nginx:1.26 *:8001->80/tcp

counts [DC2-N1]$ docker service ps s1 --format '{{.Image}} {{.DesiredState}} {{.CurrentState}} {{.Error}}'
nginx:1.26 Running Running 8 seconds ago 

spread [DC2-N1]$ docker service ps s1 --filter desired-state=running --format '{{.Node}} {{.DesiredState}}'
DC2-N1 Running

[DC2-N1]$ docker service inspect s1 --format '{{with .UpdateStatus}}{{.State}}{{end}} {{.Spec.TaskTemplate.ContainerSpec.Image}} {{if .PreviousSpec}}{{.PreviousSpec.TaskTemplate.ContainerSpec.Image}}{{end}} {{.Spec.TaskTemplate.ForceUpdate}}'
 nginx:1.26  0

[DC2-N1]$ docker service update -q -d --no-resolve-image --constraint-add node.labels.disk!=ssd s1
s1

settle
# last change after 4.4 s

[DC2-N1]$ docker service ls --format '{{.Name}} {{.Mode}} {{.Replicas}} {{.Image}} {{.Ports}}'
s1 global 0/0 nginx:1.26 *:8001->80/tcp

counts [DC2-N1]$ docker service ps s1 --format '{{.Image}} {{.DesiredState}} {{.CurrentState}} {{.Error}}'
nginx:1.26 Shutdown Shutdown 8 seconds ago 

spread [DC2-N1]$ docker service ps s1 --filter desired-state=running --format '{{.Node}} {{.DesiredState}}'

[DC2-N1]$ docker service inspect s1 --format '{{with .UpdateStatus}}{{.State}}{{end}} {{.Spec.TaskTemplate.ContainerSpec.Image}} {{if .PreviousSpec}}{{.PreviousSpec.TaskTemplate.ContainerSpec.Image}}{{end}} {{.Spec.TaskTemplate.ForceUpdate}}'
 nginx:1.26 nginx:1.26 0

[DC2-N1]$ docker node update --availability pause DC2-N3
DC2-N3

settle
# last change after 0.0 s

[DC2-N1]$ docker service ls --format '{{.Name}} {{.Mode}} {{.Replicas}} {{.Image}} {{.Ports}}'
s1 global 0/0 nginx:1.26 *:8001->80/tcp

counts [DC2-N1]$ docker service ps s1 --format '{{.Image}} {{.DesiredState}} {{.CurrentState}} {{.Error}}'
nginx:1.26 Shutdown Shutdown 17 seconds ago 

spread [DC2-N1]$ docker service ps s1 --filter desired-state=running --format '{{.Node}} {{.DesiredState}}'

[DC2-N1]$ docker service inspect s1 --format '{{with .UpdateStatus}}{{.State}}{{end}} {{.Spec.TaskTemplate.ContainerSpec.Image}} {{if .PreviousSpec}}{{.PreviousSpec.TaskTemplate.ContainerSpec.Image}}{{end}} {{.Spec.TaskTemplate.ForceUpdate}}'
 nginx:1.26 nginx:1.26 0

[DC2-N1]$ docker service update -q -d --no-resolve-image --image httpd:2.4  s1
s1

settle
# last change after 0.0 s

[DC2-N1]$ docker service ls --format '{{.Name}} {{.Mode}} {{.Replicas}} {{.Image}} {{.Ports}}'
s1 global 0/0 httpd:2.4 *:8001->80/tcp

counts [DC2-N1]$ docker service ps s1 --format '{{.Image}} {{.DesiredState}} {{.CurrentState}} {{.Error}}'
nginx:1.26 Shutdown Shutdown 25 seconds ago 

spread [DC2-N1]$ docker service ps s1 --filter desired-state=running --format '{{.Node}} {{.DesiredState}}'

[DC2-N1]$ docker service inspect s1 --format '{{with .UpdateStatus}}{{.State}}{{end}} {{.Spec.TaskTemplate.ContainerSpec.Image}} {{if .PreviousSpec}}{{.PreviousSpec.TaskTemplate.ContainerSpec.Image}}{{end}} {{.Spec.TaskTemplate.ForceUpdate}}'
 httpd:2.4 nginx:1.26 0

[DC2-N1]$ docker service update -q -d --no-resolve-image --container-label-add x=4 s1
s1

settle
# last change after 0.0 s

[DC2-N1]$ docker service ls --format '{{.Name}} {{.Mode}} {{.Replicas}} {{.Image}} {{.Ports}}'
s1 global 0/0 httpd:2.4 *:8001->80/tcp

counts [DC2-N1]$ docker service ps s1 --format '{{.Image}} {{.DesiredState}} {{.CurrentState}} {{.Error}}'
nginx:1.26 Shutdown Shutdown 34 seconds ago 

spread [DC2-N1]$ docker service ps s1 --filter desired-state=running --format '{{.Node}} {{.DesiredState}}'

[DC2-N1]$ docker service inspect s1 --format '{{with .UpdateStatus}}{{.State}}{{end}} {{.Spec.TaskTemplate.ContainerSpec.Image}} {{if .PreviousSpec}}{{.PreviousSpec.TaskTemplate.ContainerSpec.Image}}{{end}} {{.Spec.TaskTemplate.ForceUpdate}}'
 httpd:2.4 httpd:2.4 0

[DC2-N1]$ docker service update -q -d --no-resolve-image --publish-add 9005:80 s1
s1

wait 6s

[DC2-N1]$ docker service update -q -d --no-resolve-image --image nginx:9.99 s1
s1

wait 6s

[DC2-N1]$ docker service update -q -d --no-resolve-image --health-cmd true --health-interval 1s --health-retries 1 s1
s1

settle
# last change after 0.0 s

[DC2-N1]$ docker service ls --format '{{.Name}} {{.Mode}} {{.Replicas}} {{.Image}} {{.Ports}}'
s1 global 0/0 nginx:9.99 *:8001->80/tcp, *:9005->80/tcp

counts [DC2-N1]$ docker service ps s1 --format '{{.Image}} {{.DesiredState}} {{.CurrentState}} {{.Error}}'
nginx:1.26 Shutdown Shutdown 55 seconds ago 

spread [DC2-N1]$ docker service ps s1 --filter desired-state=running --format '{{.Node}} {{.DesiredState}}'

[DC2-N1]$ docker service inspect s1 --format '{{with .UpdateStatus}}{{.State}}{{end}} {{.Spec.TaskTemplate.ContainerSpec.Image}} {{if .PreviousSpec}}{{.PreviousSpec.TaskTemplate.ContainerSpec.Image}}{{end}} {{.Spec.TaskTemplate.ForceUpdate}}'
 nginx:9.99 nginx:9.99 0

[DC2-N1]$ docker service update -q -d --no-resolve-image --publish-add 9008:80 s1
s1

settle
# last change after 0.0 s

[DC2-N1]$ docker service ls --format '{{.Name}} {{.Mode}} {{.Replicas}} {{.Image}} {{.Ports}}'
s1 global 0/0 nginx:9.99 *:8001->80/tcp, *:9005->80/tcp, *:9008->80/tcp

counts [DC2-N1]$ docker service ps s1 --format '{{.Image}} {{.DesiredState}} {{.CurrentState}} {{.Error}}'
nginx:1.26 Shutdown Shutdown about a minute ago 

spread [DC2-N1]$ docker service ps s1 --filter desired-state=running --format '{{.Node}} {{.DesiredState}}'

[DC2-N1]$ docker service inspect s1 --format '{{with .UpdateStatus}}{{.State}}{{end}} {{.Spec.TaskTemplate.ContainerSpec.Image}} {{if .PreviousSpec}}{{.PreviousSpec.TaskTemplate.ContainerSpec.Image}}{{end}} {{.Spec.TaskTemplate.ForceUpdate}}'
 nginx:9.99 nginx:9.99 0
