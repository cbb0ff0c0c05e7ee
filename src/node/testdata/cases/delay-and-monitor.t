# title: Delay, parallelism and monitor, watched from outside
# hosts: 2
# swarm: 1m1w
# tags: update
# engine: 26.1.5
# runs: 1 (26.1.5)

[DC2-N1]$ docker service create -q -d --no-resolve-image --name web --replicas 4 --update-parallelism 2 --update-delay 12s --update-monitor 2s nginx:1.25
wxuzs181vax9hxl5qlne3v72p

settle
# last change after 2.9 s

[DC2-N1]$ docker service update -q -d --no-resolve-image --image nginx:1.26 web
web

wait 8s

counts [DC2-N1]$ docker service ps web --format '{{.Image}} {{.DesiredState}} {{.CurrentState}}' --filter desired-state=running
nginx:1.26 Running Running 5 seconds ago
nginx:1.25 Running Running 16 seconds ago
nginx:1.25 Running Running 16 seconds ago
nginx:1.26 Running Running 5 seconds ago

[DC2-N1]$ docker service inspect web --format '{{.UpdateStatus.State}}'
updating

wait 14s

counts [DC2-N1]$ docker service ps web --format '{{.Image}} {{.DesiredState}} {{.CurrentState}}' --filter desired-state=running
nginx:1.26 Running Running 19 seconds ago
nginx:1.26 Running Running 5 seconds ago
nginx:1.26 Running Running 5 seconds ago
nginx:1.26 Running Running 20 seconds ago

[DC2-N1]$ docker service inspect web --format '{{.UpdateStatus.State}}'
updating

settle
# last change after 19.1 s

[DC2-N1]$ docker service inspect web --format '{{.UpdateStatus.State}} {{.UpdateStatus.Message}}'
completed update completed

[DC2-N1]$ docker service inspect web --format '{{json .Spec.UpdateConfig}} {{json .Spec.RollbackConfig}}'
{"Parallelism":2,"Delay":12000000000,"FailureAction":"pause","Monitor":2000000000,"MaxFailureRatio":0,"Order":"stop-first"} {"Parallelism":1,"FailureAction":"pause","Monitor":5000000000,"MaxFailureRatio":0,"Order":"stop-first"}

[DC2-N1]$ docker service update -d -q --no-resolve-image --rollback-parallelism 3 --rollback-delay 1s --rollback-order start-first --rollback-failure-action continue --rollback-max-failure-ratio 0.3 web
web

[DC2-N1]$ docker service inspect web --format '{{json .Spec.RollbackConfig}} {{.UpdateStatus.State}}'

template parsing error: template: :1:45: executing "" at <.UpdateStatus.State>: nil pointer evaluating *swarm.UpdateStatus.State
[exit 1]

[DC2-N1]$ docker service rollback web
web
overall progress: rolling back update: 4 out of 4 tasks
verify: Service web converged

[DC2-N1]$ docker service inspect web --format '{{json .Spec.RollbackConfig}} {{.UpdateStatus.State}} {{.UpdateStatus.Message}}'
{"Parallelism":1,"FailureAction":"pause","Monitor":5000000000,"MaxFailureRatio":0,"Order":"stop-first"} rollback_completed rollback completed
