# title: Two levels of spread, nodes without the label, and preferences that come and go
# hosts: 4
# swarm: 1m3w
# tags: orchestrator
# engine: 26.1.5
# runs: 1 (26.1.5)

[DC2-N1]$ docker node update --label-add zone=a --label-add rack=1 DC2-N1
DC2-N1

[DC2-N1]$ docker node update --label-add zone=a --label-add rack=2 DC2-N2
DC2-N2

[DC2-N1]$ docker node update --label-add zone=b --label-add rack=1 DC2-N3
DC2-N3

[DC2-N1]$ docker service create -q -d --no-resolve-image --name web --replicas 9 --placement-pref spread=node.labels.zone --placement-pref spread=node.labels.rack nginx:1.25
l860wpafvd2suedjh90ia5ixk

settle
# last change after 27.2 s

spread [DC2-N1]$ docker service ps web --format '{{.Node}}'
DC2-N1
DC2-N4
DC2-N2
DC2-N4
DC2-N3
DC2-N3
DC2-N3
DC2-N4
DC2-N2

[DC2-N1]$ docker service inspect web --format '{{json .Spec.TaskTemplate.Placement.Preferences}}'
[{"Spread":{"SpreadDescriptor":"node.labels.zone"}},{"Spread":{"SpreadDescriptor":"node.labels.rack"}}]

[DC2-N1]$ docker service create -q -d --no-resolve-image --name bad --placement-pref spread nginx:1.25
invalid argument "spread" for "--placement-pref" flag: placement preference must be of the format "<strategy>=<arg>"

Usage:  docker service create [OPTIONS] IMAGE [COMMAND] [ARG...]

Run 'docker service create --help' for more information
[exit 125]

[DC2-N1]$ docker service create -q -d --no-resolve-image --name bad --placement-pref spead=node.labels.zone nginx:1.25
invalid argument "spead=node.labels.zone" for "--placement-pref" flag: unsupported placement preference spead (only spread is supported)

Usage:  docker service create [OPTIONS] IMAGE [COMMAND] [ARG...]

Run 'docker service create --help' for more information
[exit 125]

[DC2-N1]$ docker service create -q -d --no-resolve-image --name bad --placement-pref spread= nginx:1.25
izeeglpps58pai0ymi1smt825

[DC2-N1]$ docker service create -q -d --no-resolve-image --name odd --replicas 3 --placement-pref spread=node.hostname nginx:1.25
lu4hvzo7xbruraiqwbjmfi0r3

settle
# last change after 4.3 s

counts [DC2-N1]$ docker service ps odd --format '{{.Node}}'
DC2-N3
DC2-N2
DC2-N1

[DC2-N1]$ docker service update -q -d --placement-pref-rm spread=node.labels.rack web
web

settle
# last change after 0.0 s

[DC2-N1]$ docker service inspect web --format '{{json .Spec.TaskTemplate.Placement.Preferences}}'
[{"Spread":{"SpreadDescriptor":"node.labels.zone"}}]

spread [DC2-N1]$ docker service ps web --filter desired-state=running --format '{{.Node}}'
DC2-N1
DC2-N4
DC2-N2
DC2-N4
DC2-N3
DC2-N3
DC2-N3
DC2-N4
DC2-N2

[DC2-N1]$ docker service update -q -d --placement-pref-add spread=node.labels.none --placement-pref-rm spread=node.labels.zone web
web

settle
# last change after 0.0 s

[DC2-N1]$ docker service inspect web --format '{{json .Spec.TaskTemplate.Placement.Preferences}}'
[{"Spread":{"SpreadDescriptor":"node.labels.none"}}]

[DC2-N1]$ docker service inspect --pretty web

ID:		l860wpafvd2suedjh90ia5ixk
Name:		web
Service Mode:	Replicated
 Replicas:	9
Placement:
 Preferences:   [spread=node.labels.none]
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
 Image:		nginx:1.25
 Init:		false
Resources:
Endpoint Mode:	vip
