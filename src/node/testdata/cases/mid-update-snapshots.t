# title: What a slow update looks like on its way
# hosts: 3
# swarm: 1m2w
# tags: update
# engine: 26.1.5
# runs: 1 (26.1.5)

[DC2-N1]$ docker service create -q -d --no-resolve-image --name web --replicas 6 --update-delay 8s --update-parallelism 2 --update-monitor 1s nginx:1.25
say8yo1xnnxyudnlygrvhiqrh

settle
# last change after 3.4 s

[DC2-N1]$ docker service update -q -d --no-resolve-image --image nginx:1.26 web
web

wait 4s

counts [DC2-N1]$ docker service ps web --format '{{.Image}} {{.DesiredState}} {{.CurrentState}}'
nginx:1.25 Running Running 13 seconds ago
nginx:1.25 Running Running 13 seconds ago
nginx:1.25 Running Running 13 seconds ago
nginx:1.25 Running Running 13 seconds ago
nginx:1.26 Running Running less than a second ago
nginx:1.25 Shutdown Shutdown 2 seconds ago
nginx:1.26 Running Running 1 second ago
nginx:1.25 Shutdown Shutdown 2 seconds ago

[DC2-N1]$ docker service inspect web --format '{{.UpdateStatus.State}} {{.UpdateStatus.Message}}'
updating update in progress

[DC2-N1]$ docker service ls --format '{{.Name}} {{.Replicas}} {{.Image}}'
web 6/6 nginx:1.26

wait 10s

counts [DC2-N1]$ docker service ps web --filter desired-state=running --format '{{.Image}} {{.CurrentState}}'
nginx:1.26 Running less than a second ago
nginx:1.26 Running less than a second ago
nginx:1.25 Running 23 seconds ago
nginx:1.25 Running 24 seconds ago
nginx:1.26 Running 11 seconds ago
nginx:1.26 Running 11 seconds ago

wait 10s

settle
# last change after 17.4 s

[DC2-N1]$ docker service inspect web --format '{{.UpdateStatus.State}} {{.UpdateStatus.Message}}'
completed update completed

[DC2-N1]$ docker service update -q -d --no-resolve-image --image nginx:1.27 --update-parallelism 1 --update-delay 5s --update-order start-first web
web

wait 3s

counts [DC2-N1]$ docker service ps web --filter desired-state=running --format '{{.Image}} {{.CurrentState}}'
nginx:1.27 Running 1 second ago
nginx:1.26 Running 40 seconds ago
nginx:1.26 Running 28 seconds ago
nginx:1.26 Running 29 seconds ago
nginx:1.26 Running 50 seconds ago
nginx:1.26 Running 51 seconds ago

[DC2-N1]$ docker service update -q -d --no-resolve-image --update-parallelism 3 web
web

wait 3s

counts [DC2-N1]$ docker service ps web --filter desired-state=running --format '{{.Image}} {{.CurrentState}}'
nginx:1.27 Running 5 seconds ago
nginx:1.27 Running 1 second ago
nginx:1.26 Running 32 seconds ago
nginx:1.27 Running less than a second ago
nginx:1.27 Running 1 second ago
nginx:1.26 Running 54 seconds ago

[DC2-N1]$ docker service scale -d web=8
web scaled to 8

wait 3s

counts [DC2-N1]$ docker service ps web --filter desired-state=running --format '{{.Image}} {{.CurrentState}}'
nginx:1.27 Running 8 seconds ago
nginx:1.27 Running 4 seconds ago
nginx:1.27 Running 1 second ago
nginx:1.27 Running 4 seconds ago
nginx:1.27 Running 4 seconds ago
nginx:1.27 Running less than a second ago
nginx:1.27 Running less than a second ago
nginx:1.27 Running less than a second ago

[DC2-N1]$ docker service rollback -q -d web
web

wait 3s

[DC2-N1]$ docker service inspect web --format '{{.UpdateStatus.State}} {{.UpdateStatus.Message}} {{.Spec.TaskTemplate.ContainerSpec.Image}} {{.PreviousSpec.TaskTemplate.ContainerSpec.Image}} {{.Spec.Mode.Replicated.Replicas}}'
rollback_completed rollback completed nginx:1.27 nginx:1.27 6

settle
# last change after 0.0 s

counts [DC2-N1]$ docker service ps web --filter desired-state=running --format '{{.Image}} {{.CurrentState}}'
nginx:1.27 Running 20 seconds ago
nginx:1.27 Running 16 seconds ago
nginx:1.27 Running 13 seconds ago
nginx:1.27 Running 16 seconds ago
nginx:1.27 Running 16 seconds ago
nginx:1.27 Running 12 seconds ago

[DC2-N1]$ docker service inspect web --format '{{.UpdateStatus.State}} {{.UpdateStatus.Message}} {{.Spec.UpdateConfig.Parallelism}} {{.Spec.Mode.Replicated.Replicas}}'
rollback_completed rollback completed 3 6

[DC2-N1]$ docker service update -q -d --no-resolve-image --image nginx:9.99 --update-failure-action pause --update-parallelism 2 --update-delay 1s --update-order stop-first web
web

settle
# last change after 300.2 s

counts [DC2-N1]$ docker service ps web --filter desired-state=running --format '{{.Image}} {{.CurrentState}} {{.Error}}'
nginx:1.27 Running 5 minutes ago 
nginx:1.27 Running 5 minutes ago 
nginx:1.27 Running 5 minutes ago 
nginx:1.27 Running 5 minutes ago 

[DC2-N1]$ docker service inspect web --format '{{.UpdateStatus.State}}'
paused

[DC2-N1]$ docker service update -q -d --no-resolve-image --update-delay 2s web
web

wait 12s

[DC2-N1]$ docker service inspect web --format '{{.UpdateStatus.State}}'
paused

[DC2-N1]$ docker service update -q -d --no-resolve-image --image nginx:1.26 web
web

settle
# last change after 22.2 s

counts [DC2-N1]$ docker service ps web --filter desired-state=running --format '{{.Image}} {{.CurrentState}} {{.Error}}'
nginx:1.26 Running 21 seconds ago 
nginx:1.26 Running 27 seconds ago 
nginx:1.26 Running 14 seconds ago 
nginx:1.26 Running 14 seconds ago 
nginx:1.26 Running 25 seconds ago 
nginx:1.26 Running 14 seconds ago 

[DC2-N1]$ docker service inspect web --format '{{.UpdateStatus.State}} {{.UpdateStatus.Message}}'
completed update completed
