# title: Spread over racks, preferences that come and go, without moving anybody
# hosts: 3
# swarm: 1m2w
# tags: scheduling
# engine: 26.1.5
# runs: 1 (26.1.5)

[DC2-N1]$ docker node update --label-add rack=a DC2-N1
DC2-N1

[DC2-N1]$ docker node update --label-add rack=b DC2-N2
DC2-N2

[DC2-N1]$ docker node update --label-add rack=b DC2-N3
DC2-N3

[DC2-N1]$ docker service create -q -d --no-resolve-image --name web --replicas 8 --placement-pref spread=node.labels.rack nginx
inu9gn85defkuefqb8ucdg065

settle
# last change after 4.0 s

spread [DC2-N1]$ docker service ps web --format '{{.Name}} {{.Node}} {{.DesiredState}}'
web.1 DC2-N1 Running
web.2 DC2-N3 Running
web.3 DC2-N2 Running
web.4 DC2-N3 Running
web.5 DC2-N2 Running
web.6 DC2-N1 Running
web.7 DC2-N1 Running
web.8 DC2-N1 Running

[DC2-N1]$ docker service inspect web --format '{{json .Spec.TaskTemplate.Placement}}'
{"Preferences":[{"Spread":{"SpreadDescriptor":"node.labels.rack"}}]}

[DC2-N1]$ docker service update -q -d --no-resolve-image --placement-pref-rm spread=node.labels.rack web
web

settle
# last change after 0.0 s

counts [DC2-N1]$ docker service ps web --format '{{.Name}} {{.DesiredState}} {{.CurrentState}}'
web.1 Running Running 17 seconds ago
web.2 Running Running 17 seconds ago
web.3 Running Running 18 seconds ago
web.4 Running Running 17 seconds ago
web.5 Running Running 17 seconds ago
web.6 Running Running 17 seconds ago
web.7 Running Running 17 seconds ago
web.8 Running Running 17 seconds ago

[DC2-N1]$ docker service inspect web --format '{{.UpdateStatus.State}}'

template parsing error: template: :1:15: executing "" at <.UpdateStatus.State>: nil pointer evaluating *swarm.UpdateStatus.State
[exit 1]

[DC2-N1]$ docker service update -q -d --no-resolve-image --placement-pref-add spread=engine.labels.none --replicas-max-per-node 3 web
web

settle
# last change after 0.0 s

counts [DC2-N1]$ docker service ps web --format '{{.Name}} {{.DesiredState}} {{.CurrentState}}'
web.1 Running Running 26 seconds ago
web.2 Running Running 26 seconds ago
web.3 Running Running 26 seconds ago
web.4 Running Running 25 seconds ago
web.5 Running Running 26 seconds ago
web.6 Running Running 26 seconds ago
web.7 Running Running 26 seconds ago
web.8 Running Running 26 seconds ago

[DC2-N1]$ docker service update -q -d --no-resolve-image --force --update-parallelism 0 web
web

settle
# last change after 9.1 s

spread [DC2-N1]$ docker service ps web --format '{{.Node}} {{.DesiredState}} {{.CurrentState}}' --filter desired-state=running
DC2-N3 Running Running 14 seconds ago
DC2-N1 Running Running 13 seconds ago
DC2-N3 Running Running 14 seconds ago
DC2-N2 Running Running 13 seconds ago
DC2-N1 Running Running 13 seconds ago
DC2-N3 Running Running 14 seconds ago
DC2-N2 Running Running 13 seconds ago
DC2-N2 Running Running 13 seconds ago

[DC2-N1]$ docker service create -d --no-resolve-image --placement-pref binpack=x nginx
invalid argument "binpack=x" for "--placement-pref" flag: unsupported placement preference binpack (only spread is supported)

Usage:  docker service create [OPTIONS] IMAGE [COMMAND] [ARG...]

Run 'docker service create --help' for more information
[exit 125]

[DC2-N1]$ docker service create -d --no-resolve-image --placement-pref spread nginx
invalid argument "spread" for "--placement-pref" flag: placement preference must be of the format "<strategy>=<arg>"

Usage:  docker service create [OPTIONS] IMAGE [COMMAND] [ARG...]

Run 'docker service create --help' for more information
[exit 125]

[DC2-N1]$ docker service create -d --no-resolve-image --constraint node.labels.x=1 nginx
Error response from daemon: rpc error: code = Unknown desc = constraint expected one operator from ==, !=
[exit 1]

[DC2-N1]$ docker service create -d --no-resolve-image --constraint 'node.labels.x==' nginx
Error response from daemon: rpc error: code = Unknown desc = value '' is invalid
[exit 1]

[DC2-N1]$ docker service create -d --no-resolve-image --constraint '1x==2' nginx
Error response from daemon: rpc error: code = Unknown desc = key '1x' is invalid
[exit 1]

[DC2-N1]$ docker service create -d --no-resolve-image --replicas-max-per-node 1 --mode global nginx
replicas-max-per-node can only be used with replicated or replicated-job mode
[exit 1]

[DC2-N1]$ docker service inspect web --pretty

ID:		inu9gn85defkuefqb8ucdg065
Name:		web
Service Mode:	Replicated
 Replicas:	8
UpdateStatus:
 State:		completed
 Started:	17 seconds ago
 Completed:	8 seconds ago
 Message:	update completed
Placement:
 Preferences:   [spread=engine.labels.none]
 Max Replicas Per Node:   3
UpdateConfig:
 Parallelism:	0
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
Endpoint Mode:	vip
