# title: A paused update is looked at, scaled, tried again, and mended
# hosts: 2
# swarm: 1m1w
# tags: orchestrator
# engine: 26.1.5
# runs: 1 (26.1.5)

[DC2-N1]$ docker service create -q -d --no-resolve-image --name web --replicas 3 --update-monitor 2s --restart-condition none nginx:1.25
nznr919wdx3sev65bc30svofw

settle
# last change after 0.8 s

[DC2-N1]$ docker service update --no-resolve-image --image nginx:9.99 web
web
overall progress: 0 out of 3 tasks
service update paused: update paused due to failure or early termination of task qt90xg37vcictk75j1ys33vec
[exit 1]

[DC2-N1]$ docker service inspect web --format '{{.UpdateStatus.State}}'
paused

[DC2-N1]$ docker service scale -d web=5
web scaled to 5

settle
# last change after 1.7 s

[DC2-N1]$ docker service inspect web --format '{{.UpdateStatus.State}}'
paused

counts [DC2-N1]$ docker service ps web --filter desired-state=running --format '{{.Image}} {{.DesiredState}}'
nginx:1.25 Running

[DC2-N1]$ docker service update -q -d --no-resolve-image --image nginx:1.26 web
web

settle
# last change after 6.6 s

[DC2-N1]$ docker service inspect web --format '{{.UpdateStatus.State}} {{.UpdateStatus.Message}}'
completed update completed

[DC2-N1]$ docker service ls --format '{{.Name}} {{.Replicas}} {{.Image}}'
web 5/5 nginx:1.26

[DC2-N1]$ docker service rollback -q -d web
web

settle
# last change after 2.1 s

[DC2-N1]$ docker service inspect web --format '{{.UpdateStatus.State}} {{.UpdateStatus.Message}} {{.Spec.TaskTemplate.ContainerSpec.Image}}'
rollback_paused update paused due to failure or early termination of task 4z2fspa05m7z8bdd2fw5epyyu nginx:9.99
