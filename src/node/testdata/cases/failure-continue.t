# title: An update that fails and goes on all the same
# hosts: 2
# swarm: 1m1w
# tags: orchestrator
# engine: 26.1.5
# runs: 1 (26.1.5)

[DC2-N1]$ docker service create -q -d --no-resolve-image --name web --replicas 4 --update-failure-action continue --update-monitor 3s --restart-delay 1s nginx:1.25
iniinllm03k8jmq27iybx6r2e

settle
# last change after 8.6 s

[DC2-N1]$ docker service update -q -d --no-resolve-image --image nginx:9.99 web
web

wait 45s

[DC2-N1]$ docker service inspect web --format '{{.UpdateStatus.State}}'
completed

[DC2-N1]$ docker service ls --format '{{.Name}} {{.Replicas}} {{.Image}}'
web 0/4 nginx:9.99

counts [DC2-N1]$ docker service ps web --filter desired-state=running --format '{{.Image}}'

[DC2-N1]$ docker service update -q -d --no-resolve-image --image nginx:1.26 web
web

settle
# last change after 7.0 s

[DC2-N1]$ docker service ls --format '{{.Name}} {{.Replicas}} {{.Image}}'
web 4/4 nginx:1.26

[DC2-N1]$ docker service inspect web --format '{{.UpdateStatus.State}} {{.UpdateStatus.Message}}'
completed update completed

[DC2-N1]$ docker service inspect web --format '{{json .Spec.UpdateConfig}}'
{"Parallelism":1,"FailureAction":"continue","Monitor":3000000000,"MaxFailureRatio":0,"Order":"stop-first"}
