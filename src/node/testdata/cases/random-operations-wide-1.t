# title: Random operations, wider, 1
# hosts: 3
# swarm: 1m2w
# tags: random
# engine: 26.1.5
# runs: 1 (26.1.5)

[DC2-N1]$ docker node update --label-add zone=b --label-add disk=hdd DC2-N1
DC2-N1

[DC2-N1]$ docker node update --label-add zone=c --label-add disk=ssd DC2-N2
DC2-N2

[DC2-N1]$ docker node update --label-add zone=c --label-add disk=hdd DC2-N3
DC2-N3

[DC2-N1]$ docker swarm update --task-history-limit 0
Swarm updated.

settle
# last change after 0.0 s

[DC2-N1]$ docker service ls --format '{{.Name}} {{.Mode}} {{.Replicas}} {{.Image}} {{.Ports}}'

[DC2-N1]$ docker swarm update --task-history-limit 1
Swarm updated.

settle
# last change after 0.0 s

[DC2-N1]$ docker service ls --format '{{.Name}} {{.Mode}} {{.Replicas}} {{.Image}} {{.Ports}}'

[DC2-N1]$ docker service create -q -d --no-resolve-image --name s1 --replicas 2 --update-order start-first --update-parallelism 1 --update-failure-action pause --update-monitor 1s --replicas-max-per-node 1 nginx:1.27
2alquh43om3z9sjx8rdkkfbqx

settle
# last change after 1.7 s

[DC2-N1]$ docker service ls --format '{{.Name}} {{.Mode}} {{.Replicas}} {{.Image}} {{.Ports}}'
s1 replicated 2/2 (max 1 per node) nginx:1.27 

counts [DC2-N1]$ docker service ps s1 --format '{{.Image}} {{.DesiredState}} {{.CurrentState}} {{.Error}}'
nginx:1.27 Running Running 8 seconds ago 
nginx:1.27 Running Running 8 seconds ago 

spread [DC2-N1]$ docker service ps s1 --filter desired-state=running --format '{{.Node}} {{.DesiredState}}'
DC2-N2 Running
DC2-N1 Running

[DC2-N1]$ docker service inspect s1 --format '{{with .UpdateStatus}}{{.State}}{{end}} {{.Spec.TaskTemplate.ContainerSpec.Image}} {{if .PreviousSpec}}{{.PreviousSpec.TaskTemplate.ContainerSpec.Image}}{{end}} {{.Spec.TaskTemplate.ForceUpdate}}'
 nginx:1.27  0

[DC2-N1]$ docker service update -q -d --no-resolve-image --health-cmd true --health-interval 1s --health-retries 1 s1
s1

wait 2s

[DC2-N1]$ docker service rollback -q -d s1
s1

settle
# last change after 5.2 s

[DC2-N1]$ docker service ls --format '{{.Name}} {{.Mode}} {{.Replicas}} {{.Image}} {{.Ports}}'
s1 replicated 2/2 (max 1 per node) nginx:1.27 

counts [DC2-N1]$ docker service ps s1 --format '{{.Image}} {{.DesiredState}} {{.CurrentState}} {{.Error}}'
nginx:1.27 Running Running 25 seconds ago 
nginx:1.27 Running Running 25 seconds ago 

spread [DC2-N1]$ docker service ps s1 --filter desired-state=running --format '{{.Node}} {{.DesiredState}}'
DC2-N2 Running
DC2-N1 Running

[DC2-N1]$ docker service inspect s1 --format '{{with .UpdateStatus}}{{.State}}{{end}} {{.Spec.TaskTemplate.ContainerSpec.Image}} {{if .PreviousSpec}}{{.PreviousSpec.TaskTemplate.ContainerSpec.Image}}{{end}} {{.Spec.TaskTemplate.ForceUpdate}}'
rollback_completed nginx:1.27 nginx:1.27 0

[DC2-N1]$ docker service scale -d s1=5
s1 scaled to 5

settle
# last change after 1.3 s

[DC2-N1]$ docker service ls --format '{{.Name}} {{.Mode}} {{.Replicas}} {{.Image}} {{.Ports}}'
s1 replicated 3/5 (max 1 per node) nginx:1.27 

counts [DC2-N1]$ docker service ps s1 --format '{{.Image}} {{.DesiredState}} {{.CurrentState}} {{.Error}}'
nginx:1.27 Running Running 35 seconds ago 
nginx:1.27 Running Running 35 seconds ago 
nginx:1.27 Running Running 8 seconds ago 
nginx:1.27 Running Pending 9 seconds ago "no suitable node (max replica…"
nginx:1.27 Running Pending 9 seconds ago "no suitable node (max replica…"

spread [DC2-N1]$ docker service ps s1 --filter desired-state=running --format '{{.Node}} {{.DesiredState}}'
DC2-N2 Running
DC2-N1 Running
DC2-N3 Running
 Running
 Running

[DC2-N1]$ docker service inspect s1 --format '{{with .UpdateStatus}}{{.State}}{{end}} {{.Spec.TaskTemplate.ContainerSpec.Image}} {{if .PreviousSpec}}{{.PreviousSpec.TaskTemplate.ContainerSpec.Image}}{{end}} {{.Spec.TaskTemplate.ForceUpdate}}'
 nginx:1.27 nginx:1.27 0

[DC2-N1]$ docker service update -q -d --no-resolve-image --constraint-add node.hostname!=DC2-N2 s1
s1

settle
# last change after 0.5 s

[DC2-N1]$ docker service ls --format '{{.Name}} {{.Mode}} {{.Replicas}} {{.Image}} {{.Ports}}'
s1 replicated 3/5 (max 1 per node) nginx:1.27 

counts [DC2-N1]$ docker service ps s1 --format '{{.Image}} {{.DesiredState}} {{.CurrentState}} {{.Error}}'
nginx:1.27 Running Pending 5 minutes ago "no suitable node (max replica…"
nginx:1.27 Running Running 5 minutes ago 
nginx:1.27 Running Running 5 minutes ago 
nginx:1.27 Running Running 5 minutes ago 
nginx:1.27 Running Pending 5 minutes ago "no suitable node (max replica…"
nginx:1.27 Running Pending 5 minutes ago "no suitable node (max replica…"

spread [DC2-N1]$ docker service ps s1 --filter desired-state=running --format '{{.Node}} {{.DesiredState}}'
 Running
DC2-N2 Running
DC2-N1 Running
DC2-N3 Running
 Running
 Running

[DC2-N1]$ docker service inspect s1 --format '{{with .UpdateStatus}}{{.State}}{{end}} {{.Spec.TaskTemplate.ContainerSpec.Image}} {{if .PreviousSpec}}{{.PreviousSpec.TaskTemplate.ContainerSpec.Image}}{{end}} {{.Spec.TaskTemplate.ForceUpdate}}'
updating nginx:1.27 nginx:1.27 0

[DC2-N1]$ docker service scale -d s1=3
s1 scaled to 3

settle
# last change after 2.2 s

[DC2-N1]$ docker service ls --format '{{.Name}} {{.Mode}} {{.Replicas}} {{.Image}} {{.Ports}}'
s1 replicated 2/3 (max 1 per node) nginx:1.27 

counts [DC2-N1]$ docker service ps s1 --format '{{.Image}} {{.DesiredState}} {{.CurrentState}} {{.Error}}'
nginx:1.27 Running Pending 5 minutes ago "no suitable node (max replica…"
nginx:1.27 Running Running 5 minutes ago 
nginx:1.27 Running Running 5 minutes ago 

spread [DC2-N1]$ docker service ps s1 --filter desired-state=running --format '{{.Node}} {{.DesiredState}}'
 Running
DC2-N1 Running
DC2-N3 Running

[DC2-N1]$ docker service inspect s1 --format '{{with .UpdateStatus}}{{.State}}{{end}} {{.Spec.TaskTemplate.ContainerSpec.Image}} {{if .PreviousSpec}}{{.PreviousSpec.TaskTemplate.ContainerSpec.Image}}{{end}} {{.Spec.TaskTemplate.ForceUpdate}}'
completed nginx:1.27 nginx:1.27 0

[DC2-N1]$ docker service update -q -d --no-resolve-image --health-cmd true --health-interval 1s --health-retries 1 s1
s1

settle
# last change after 0.5 s

[DC2-N1]$ docker service ls --format '{{.Name}} {{.Mode}} {{.Replicas}} {{.Image}} {{.Ports}}'
s1 replicated 2/3 (max 1 per node) nginx:1.27 

counts [DC2-N1]$ docker service ps s1 --format '{{.Image}} {{.DesiredState}} {{.CurrentState}} {{.Error}}'
nginx:1.27 Running Pending 10 minutes ago "no suitable node (max replica…"
nginx:1.27 Running Pending 5 minutes ago "no suitable node (max replica…"
nginx:1.27 Running Running 11 minutes ago 
nginx:1.27 Running Running 10 minutes ago 

spread [DC2-N1]$ docker service ps s1 --filter desired-state=running --format '{{.Node}} {{.DesiredState}}'
 Running
 Running
DC2-N1 Running
DC2-N3 Running

[DC2-N1]$ docker service inspect s1 --format '{{with .UpdateStatus}}{{.State}}{{end}} {{.Spec.TaskTemplate.ContainerSpec.Image}} {{if .PreviousSpec}}{{.PreviousSpec.TaskTemplate.ContainerSpec.Image}}{{end}} {{.Spec.TaskTemplate.ForceUpdate}}'
updating nginx:1.27 nginx:1.27 0
