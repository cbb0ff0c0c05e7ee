# title: Rolling back: never updated, once, twice, with its own settings
# hosts: 2
# swarm: 1m1w
# tags: orchestrator
# engine: 26.1.5
# runs: 1 (26.1.5)

[DC2-N1]$ docker service create -q -d --no-resolve-image --name web --replicas 2 --rollback-parallelism 0 --rollback-order start-first --rollback-monitor 1s nginx:1.25
o87pqz6zgt520m0w7drqqm7rl

settle
# last change after 5.5 s

[DC2-N1]$ docker service rollback web
Error response from daemon: rpc error: code = FailedPrecondition desc = service o87pqz6zgt520m0w7drqqm7rl does not have a previous spec
[exit 1]

[DC2-N1]$ docker service update --rollback web
Error response from daemon: rpc error: code = FailedPrecondition desc = service o87pqz6zgt520m0w7drqqm7rl does not have a previous spec
[exit 1]

[DC2-N1]$ docker service update -q -d --no-resolve-image --image nginx:1.26 --replicas 4 --env-add A=1 web
web

settle
# last change after 17.5 s

[DC2-N1]$ docker service rollback -d web
web

settle
# last change after 6.2 s

[DC2-N1]$ docker service ls --format '{{.Name}} {{.Replicas}} {{.Image}}'
web 2/2 nginx:1.25

[DC2-N1]$ docker service inspect web --format '{{.UpdateStatus.State}} {{.UpdateStatus.Message}} {{json .Spec.TaskTemplate.ContainerSpec.Env}}'
rollback_completed rollback completed null

[DC2-N1]$ docker service inspect web --format '{{.PreviousSpec.Mode.Replicated.Replicas}}'
4

[DC2-N1]$ docker service rollback -q -d web
web

settle
# last change after 5.2 s

[DC2-N1]$ docker service ls --format '{{.Name}} {{.Replicas}} {{.Image}}'
web 4/4 nginx:1.26

[DC2-N1]$ docker service update --rollback --image nginx:1.27 web
other flags may not be combined with --rollback
[exit 1]

[DC2-N1]$ docker service update -q -d --rollback --rollback-delay 3s web
other flags may not be combined with --rollback
[exit 1]

[DC2-N1]$ docker service inspect web --format '{{json .Spec.RollbackConfig}}'
{"Parallelism":0,"FailureAction":"pause","Monitor":1000000000,"MaxFailureRatio":0,"Order":"start-first"}

[DC2-N1]$ docker service rollback nothing
Error response from daemon: service nothing not found
[exit 1]

[DC2-N1]$ docker service rollback web extra
docker: 'docker service rollback' requires 1 argument

Usage:  docker service rollback [OPTIONS] SERVICE

Run 'docker service rollback --help' for more information
[exit 1]
