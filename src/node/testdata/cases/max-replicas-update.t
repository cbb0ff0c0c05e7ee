# title: The limit of replicas a node is set, raised and lifted
# hosts: 3
# swarm: 1m2w
# tags: orchestrator
# engine: 26.1.5
# runs: 1 (26.1.5)

[DC2-N1]$ docker service create -q -d --no-resolve-image --name web --replicas 8 --replicas-max-per-node 2 nginx:1.25
iieouj1p5bsv8468mzdplh1i4

settle
# last change after 10.3 s

counts [DC2-N1]$ docker service ps web --format '{{.Node}} {{.CurrentState}} {{.Error}}' --no-trunc
 Pending 18 seconds ago "no suitable node (max replicas per node limit exceed)"
 Pending 18 seconds ago "no suitable node (max replicas per node limit exceed)"
DC2-N2 Running 9 seconds ago 
DC2-N3 Running 8 seconds ago 
DC2-N1 Running 9 seconds ago 
DC2-N2 Running 9 seconds ago 
DC2-N3 Running 8 seconds ago 
DC2-N1 Running 11 seconds ago 

[DC2-N1]$ docker service ls --format '{{.Name}} {{.Replicas}}'
web 6/8 (max 2 per node)

[DC2-N1]$ docker service update -q -d --replicas-max-per-node 3 web
web

settle
# last change after 18.3 s

[DC2-N1]$ docker service ls --format '{{.Name}} {{.Replicas}}'
web 8/8 (max 3 per node)

counts [DC2-N1]$ docker service ps web --filter desired-state=running --format '{{.DesiredState}}'
Running
Running
Running
Running
Running
Running
Running
Running

[DC2-N1]$ docker service update -q -d --replicas-max-per-node 1 web
web

settle
# last change after 0.0 s

[DC2-N1]$ docker service ls --format '{{.Name}} {{.Replicas}}'
web 8/8 (max 1 per node)

[DC2-N1]$ docker service inspect web --format '{{.UpdateStatus.State}}'

template parsing error: template: :1:15: executing "" at <.UpdateStatus.State>: nil pointer evaluating *swarm.UpdateStatus.State
[exit 1]

[DC2-N1]$ docker service update -q -d --replicas-max-per-node 0 web
web

settle
# last change after 0.0 s

[DC2-N1]$ docker service ls --format '{{.Name}} {{.Replicas}}'
web 8/8

[DC2-N1]$ docker service update -d --replicas-max-per-node two web
invalid argument "two" for "--replicas-max-per-node" flag: strconv.ParseUint: parsing "two": invalid syntax

Usage:  docker service update [OPTIONS] SERVICE

Run 'docker service update --help' for more information
[exit 125]

[DC2-N1]$ docker service create -d --mode global --replicas-max-per-node 1 nginx
replicas-max-per-node can only be used with replicated or replicated-job mode
[exit 1]
