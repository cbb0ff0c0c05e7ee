# title: Rollbacks: by hand, by failure, twice, of flags, with their own settings
# hosts: 3
# swarm: 1m2w
# tags: rollback
# engine: 26.1.5
# runs: 1 (26.1.5)

[DC2-N1]$ docker service create -q -d --no-resolve-image --name web --replicas 4 --rollback-parallelism 2 --rollback-delay 1s --rollback-monitor 1s --update-monitor 2s nginx:1.25
j5dspeysapiivf871brdnpqzs

[DC2-N1]$ docker service rollback -d web
Error response from daemon: rpc error: code = FailedPrecondition desc = service j5dspeysapiivf871brdnpqzs does not have a previous spec
[exit 1]

[DC2-N1]$ docker service update --rollback -d web
Error response from daemon: rpc error: code = FailedPrecondition desc = service j5dspeysapiivf871brdnpqzs does not have a previous spec
[exit 1]

settle
# last change after 1.9 s

[DC2-N1]$ docker service update -q -d --no-resolve-image --env-add A=1 --label-add l=1 web
web

settle
# last change after 13.8 s

[DC2-N1]$ docker service update -q -d --rollback --no-resolve-image web
other flags may not be combined with --rollback
[exit 1]

settle
# last change after 0.0 s

[DC2-N1]$ docker service rollback -d web
web

[DC2-N1]$ docker service update -q -d --no-resolve-image --replicas 2 web
web

settle
# last change after 8.9 s

[DC2-N1]$ docker service rollback -q -d web
web

settle
# last change after 1.8 s

[DC2-N1]$ docker service ls --format '{{.Name}} {{.Replicas}}'
web 4/4

[DC2-N1]$ docker service update -q -d --no-resolve-image --image nginx:1.26 --replicas 3 web
web

settle
# last change after 13.6 s

[DC2-N1]$ docker service scale -d web=5
web scaled to 5

settle
# last change after 8.1 s

[DC2-N1]$ docker service rollback -q -d web
web

settle
# last change after 0.0 s

[DC2-N1]$ docker service ls --format '{{.Name}} {{.Replicas}} {{.Image}}'
web 3/3 nginx:1.26

[DC2-N1]$ docker service update -q -d --no-resolve-image --image nginx:9.99 --update-failure-action rollback --update-max-failure-ratio 0.5 --update-parallelism 1 web
web

settle
# last change after 9.0 s

[DC2-N1]$ docker service ls --format '{{.Name}} {{.Replicas}} {{.Image}}'
web 3/3 nginx:1.26

[DC2-N1]$ docker service inspect web --format '{{.UpdateStatus.State}} {{.UpdateStatus.Message}} {{.PreviousSpec}} {{.Spec.UpdateConfig.FailureAction}}'
rollback_completed rollback completed <nil> pause

[DC2-N1]$ docker service update -q -d --no-resolve-image --image nginx:1.27 web
web

settle
# last change after 21.1 s

[DC2-N1]$ docker service update -q -d --no-resolve-image --image nginx:9.99 --update-failure-action rollback --update-parallelism 0 --rollback-order start-first web
web

settle
# last change after 11.9 s

[DC2-N1]$ docker service ls --format '{{.Name}} {{.Replicas}} {{.Image}}'
web 3/3 nginx:1.27

[DC2-N1]$ docker service inspect web --format '{{.UpdateStatus.State}} {{.Spec.RollbackConfig.Order}}'
rollback_completed stop-first

[DC2-N1]$ docker service update -q -d --no-resolve-image --image busybox --args 'sh -c "sleep 3; exit 1"' --update-failure-action rollback --update-monitor 10s --restart-delay 1s web
web

settle
# last change after 26.3 s

[DC2-N1]$ docker service ls --format '{{.Name}} {{.Replicas}} {{.Image}}'
web 3/3 nginx:1.27

[DC2-N1]$ docker service inspect web --format '{{.UpdateStatus.State}} {{json .Spec.TaskTemplate.ContainerSpec.Args}}'
rollback_completed null

[DC2-N1]$ docker service rollback -d web
Error response from daemon: rpc error: code = FailedPrecondition desc = service j5dspeysapiivf871brdnpqzs does not have a previous spec
[exit 1]

[DC2-N1]$ docker service rollback -d nosuch
Error response from daemon: service nosuch not found
[exit 1]

[DC2-N1]$ docker service create -q -d --no-resolve-image --name agent --mode global --update-failure-action rollback --update-monitor 1s nginx:1.25
r12mfsnba6cji06wjgkvplk3s

settle
# last change after 7.1 s

[DC2-N1]$ docker service update -q -d --no-resolve-image --image nginx:9.99 agent
agent

settle
# last change after 12.2 s

counts [DC2-N1]$ docker service ps agent --filter desired-state=running --format '{{.Image}} {{.CurrentState}}'
nginx:1.25 Running 29 seconds ago
nginx:1.25 Running 30 seconds ago
nginx:1.25 Running 13 seconds ago

[DC2-N1]$ docker service inspect agent --format '{{.UpdateStatus.State}} {{.UpdateStatus.Message}}'
rollback_completed rollback completed
