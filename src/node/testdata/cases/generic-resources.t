# title: Generic resources that no node has
# hosts: 2
# swarm: 1m1w
# tags: scheduling
# engine: 26.1.5
# runs: 1 (26.1.5)

[DC2-N1]$ docker service create -q -d --no-resolve-image --name gpu --generic-resource gpu=2 nginx
v667xt2ivk20hz96znxxlfdic

settle
# last change after 0.0 s

[DC2-N1]$ docker service ps gpu --format '{{.Name}} {{.Node}} {{.DesiredState}} {{.CurrentState}} {{.Error}}'
gpu.1  Running Pending 8 seconds ago "no suitable node (insufficien…"

[DC2-N1]$ docker service inspect gpu --format '{{json .Spec.TaskTemplate.Resources}}'
{"Limits":{},"Reservations":{"GenericResources":[{"DiscreteResourceSpec":{"Kind":"gpu","Value":2}}]}}

[DC2-N1]$ docker service update -d --no-resolve-image --generic-resource-rm gpu gpu
gpu

settle
# last change after 6.1 s

counts [DC2-N1]$ docker service ps gpu --filter desired-state=running --format '{{.Name}} {{.DesiredState}} {{.CurrentState}} {{.Error}}'
gpu.1 Running Running 13 seconds ago 

[DC2-N1]$ docker service update -d --no-resolve-image --generic-resource-rm gpu gpu
could not find generic-resource `gpu` to remove it
[exit 1]

[DC2-N1]$ docker service create -d --no-resolve-image --generic-resource gpu=UUID1 nginx
invalid generic-resource request `gpu=UUID1`, Named Generic Resources is not supported for service create or update
[exit 1]

[DC2-N1]$ docker service create -d --no-resolve-image --generic-resource gpu nginx
invalid argument "gpu" for "--generic-resource" flag: invalid generic-resource format `gpu` expected `name=value`

Usage:  docker service create [OPTIONS] IMAGE [COMMAND] [ARG...]

Run 'docker service create --help' for more information
[exit 125]

[DC2-N1]$ docker service create -d --no-resolve-image --generic-resource gpu=-1 nginx
invalid generic resource specification: could not parse GenericResource: cannot ask for negative resource gpu
[exit 1]

[DC2-N1]$ docker service create -q -d --no-resolve-image --name huge --reserve-memory 50g --reserve-cpu 0.5 --replicas 2 nginx
bog154tudhyepcwgcw4z4udw8

[DC2-N1]$ docker service create -q -d --no-resolve-image --name both --reserve-cpu 20 --constraint node.hostname==DC2-N2 nginx
wckm90c5it97fa749t8mic4o1

[DC2-N1]$ docker service create -q -d --no-resolve-image --name glob --reserve-cpu 20 --mode global nginx
oqsb5sl8z2q9dykchxjmsl9y0

settle
# last change after 0.4 s

[DC2-N1]$ docker service ps huge --format '{{.Name}} {{.Node}} {{.DesiredState}} {{.CurrentState}} {{.Error}}'
huge.1  Running Pending 8 seconds ago "no suitable node (insufficien…"
huge.2  Running Pending 8 seconds ago "no suitable node (insufficien…"

[DC2-N1]$ docker service ps both --format '{{.Name}} {{.Node}} {{.DesiredState}} {{.CurrentState}} {{.Error}}'
both.1  Running Pending 9 seconds ago "no suitable node (insufficien…"

sorted [DC2-N1]$ docker service ps glob --format '{{.Node}} {{.DesiredState}} {{.CurrentState}} {{.Error}}'
DC2-N2 Running Pending 9 seconds ago "insufficient resources on 1 n…"
DC2-N1 Running Pending 9 seconds ago "insufficient resources on 1 n…"

[DC2-N1]$ docker service create -d --no-resolve-image --reserve-cpu 0.0001 nginx
Error response from daemon: rpc error: code = InvalidArgument desc = invalid cpu value 0.0001: Must be at least 0.001
[exit 1]

[DC2-N1]$ docker service create -d --no-resolve-image --reserve-memory 1m nginx
Error response from daemon: rpc error: code = InvalidArgument desc = invalid memory value 1048576: Must be at least 4MiB
[exit 1]

[DC2-N1]$ docker service create -d --no-resolve-image --limit-cpu -1 nginx
Error response from daemon: rpc error: code = InvalidArgument desc = invalid cpu value -1: Must be at least 0.001
[exit 1]

[DC2-N1]$ docker service inspect huge --pretty

ID:		bog154tudhyepcwgcw4z4udw8
Name:		huge
Service Mode:	Replicated
 Replicas:	2
Placement:
UpdateConfig:
 Parallelism:	1
 On failure:	pause
 Monitoring Period: 5s
 Max failure ratio: 0
 Update order:      stop-first
RollbackConfig:
 Parallelism:	1
 On failure:	pause
 Monitoring Period: 5s
 Max failure ratio: 0
 Rollback order:    stop-first
ContainerSpec:
 Image:		nginx:latest
 Init:		false
Resources:
 Reservations:
  CPU:		0.5
  Memory:	50GiB
Endpoint Mode:	vip
