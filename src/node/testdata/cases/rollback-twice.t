# title: Rolling back by hand: twice is forward again; nothing to go back to
# hosts: 2
# swarm: 1m1w
# tags: rollback
# engine: 26.1.5
# runs: 1 (26.1.5)

[DC2-N1]$ docker service create -q -d --no-resolve-image --name web --replicas 2 --rollback-monitor 1s --rollback-parallelism 0 nginx:1.25
qk0tnia3l11gv7n44ltua2dcg

settle
# last change after 1.3 s

[DC2-N1]$ docker service rollback web
Error response from daemon: rpc error: code = FailedPrecondition desc = service qk0tnia3l11gv7n44ltua2dcg does not have a previous spec
[exit 1]

[DC2-N1]$ docker service update -q -d --no-resolve-image --image nginx:1.26 --replicas 3 --update-monitor 1s --env-add A=1 web
web

settle
# last change after 5.7 s

[DC2-N1]$ docker service inspect web --format '{{.UpdateStatus.State}} {{.UpdateStatus.Message}}'
completed update completed

[DC2-N1]$ docker service rollback web
web
overall progress: rolling back update: 2 out of 2 tasks
verify: Service web converged

[DC2-N1]$ docker service ls --format '{{.Name}} {{.Replicas}} {{.Image}}'
web 2/2 nginx:1.25

[DC2-N1]$ docker service inspect web --format '{{.UpdateStatus.State}} {{.UpdateStatus.Message}}'
rollback_completed rollback completed

[DC2-N1]$ docker service inspect web --format '{{json .PreviousSpec.TaskTemplate.ContainerSpec.Env}} {{json .Spec.TaskTemplate.ContainerSpec.Env}}'
["A=1"] null

[DC2-N1]$ docker service rollback -q web
web

[DC2-N1]$ docker service ls --format '{{.Name}} {{.Replicas}} {{.Image}}'
web 3/3 nginx:1.26

[DC2-N1]$ docker service update -q --rollback web
web

[DC2-N1]$ docker service ls --format '{{.Name}} {{.Replicas}} {{.Image}}'
web 2/2 nginx:1.25

counts [DC2-N1]$ docker service ps web --format '{{.Name}} {{.Image}} {{.DesiredState}} {{.CurrentState}}'
web.1 nginx:1.25 Running Running 5 seconds ago
web.1 nginx:1.26 Shutdown Shutdown 5 seconds ago
web.1 nginx:1.25 Shutdown Shutdown 9 seconds ago
web.1 nginx:1.26 Shutdown Shutdown 17 seconds ago
web.1 nginx:1.25 Shutdown Shutdown 31 seconds ago
web.2 nginx:1.25 Running Running 5 seconds ago
web.2 nginx:1.26 Shutdown Shutdown 5 seconds ago
web.2 nginx:1.25 Shutdown Shutdown 9 seconds ago
web.2 nginx:1.26 Shutdown Shutdown 17 seconds ago
web.2 nginx:1.25 Shutdown Shutdown 29 seconds ago

[DC2-N1]$ docker service update --rollback --image nginx:1.27 web
other flags may not be combined with --rollback
[exit 1]

[DC2-N1]$ docker service rollback nosuch
Error response from daemon: service nosuch not found
[exit 1]
