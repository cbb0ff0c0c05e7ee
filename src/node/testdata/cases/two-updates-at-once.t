# title: A second update comes while the first is under way
# hosts: 2
# swarm: 1m1w
# tags: orchestrator
# engine: 26.1.5
# runs: 1 (26.1.5)

[DC2-N1]$ docker service create -q -d --no-resolve-image --name web --replicas 6 --update-delay 5s nginx:1.25
e6rnowc0edqkcf92uohole8w2

settle
# last change after 1.7 s

[DC2-N1]$ docker service update -q -d --no-resolve-image --image nginx:1.26 web
web

wait 8s

[DC2-N1]$ docker service inspect web --format '{{.UpdateStatus.State}}'
updating

[DC2-N1]$ docker service update -q -d --no-resolve-image --image nginx:1.27 --update-parallelism 3 --update-delay 1s web
web

settle
# last change after 12.0 s

[DC2-N1]$ docker service inspect web --format '{{.UpdateStatus.State}} {{.UpdateStatus.Message}}'
completed update completed

counts [DC2-N1]$ docker service ps web --filter desired-state=running --format '{{.Image}}'
nginx:1.27
nginx:1.27
nginx:1.27
nginx:1.27
nginx:1.27
nginx:1.27

[DC2-N1]$ docker service update -q -d --no-resolve-image --image nginx:1.25 --update-delay 10s --update-parallelism 2 web
web

wait 3s

[DC2-N1]$ docker service scale -d web=8
web scaled to 8

settle
# last change after 35.4 s

counts [DC2-N1]$ docker service ps web --filter desired-state=running --format '{{.Image}}'
nginx:1.25
nginx:1.25
nginx:1.25
nginx:1.25
nginx:1.25
nginx:1.25
nginx:1.25
nginx:1.25

[DC2-N1]$ docker service update -q -d --no-resolve-image --image nginx:1.26 web
web

wait 3s

[DC2-N1]$ docker service rollback -q -d web
web

settle
# last change after 10.4 s

[DC2-N1]$ docker service inspect web --format '{{.UpdateStatus.State}} {{.Spec.TaskTemplate.ContainerSpec.Image}}'
rollback_completed nginx:1.25

counts [DC2-N1]$ docker service ps web --filter desired-state=running --format '{{.Image}}'
nginx:1.25
nginx:1.25
nginx:1.25
nginx:1.25
nginx:1.25
nginx:1.25
nginx:1.25
nginx:1.25
