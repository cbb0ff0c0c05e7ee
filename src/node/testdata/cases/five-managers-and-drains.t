# title: Five managers: leaders stop, nodes drain, updates go on
# hosts: 5
# swarm: 5m0w
# tags: raft, drain, update
# engine: 26.1.5
# runs: 1 (26.1.5)

[DC2-N1]$ docker service create -q -d --no-resolve-image --name web --replicas 5 --update-delay 5s --update-monitor 1s nginx:1.25
s70upunkfbjk1fsmp8aoc6meg

settle
# last change after 2.8 s

[DC2-N1]$ docker service update -q -d --no-resolve-image --image nginx:1.26 web
web

wait 8s

stop DC2-N1

settle
# last change after 48.8 s

[DC2-N2]$ docker node ls --format '{{.Hostname}} {{.Status}} {{.Availability}}'
DC2-N1 Down Active
DC2-N2 Ready Active
DC2-N3 Ready Active
DC2-N4 Ready Active
DC2-N5 Ready Active

[DC2-N2]$ docker service ls --format '{{.Name}} {{.Replicas}} {{.Image}}'
web 6/5 nginx:1.26

counts [DC2-N2]$ docker service ps web --filter desired-state=running --format '{{.Image}} {{.CurrentState}}'
nginx:1.26 Running 38 seconds ago
nginx:1.26 Running 14 seconds ago
nginx:1.26 Running 30 seconds ago
nginx:1.26 Running 53 seconds ago
nginx:1.26 Running 47 seconds ago

[DC2-N2]$ docker service inspect web --format '{{.UpdateStatus.State}} {{.UpdateStatus.Message}}'
completed update completed

[DC2-N2]$ docker node update --availability drain DC2-N3
DC2-N3

[DC2-N2]$ docker node update --availability pause DC2-N4
DC2-N4

settle
# last change after 16.4 s

counts [DC2-N2]$ docker service ps web --filter desired-state=running --format '{{.Image}} {{.CurrentState}}'
nginx:1.26 Running about a minute ago
nginx:1.26 Running 44 seconds ago
nginx:1.26 Running about a minute ago
nginx:1.26 Running 10 seconds ago
nginx:1.26 Running 10 seconds ago

stop DC2-N5

[DC2-N2]$ docker service scale -d web=8
web scaled to 8

settle
# last change after 5.8 s

[DC2-N2]$ docker service ls --format '{{.Name}} {{.Replicas}} {{.Image}}'
web 9/8 nginx:1.26

spread [DC2-N2]$ docker service ps web --filter desired-state=running --format '{{.Node}} {{.CurrentState}}'
DC2-N5 Running about a minute ago
DC2-N4 Running about a minute ago
DC2-N2 Running about a minute ago
DC2-N2 Running 52 seconds ago
DC2-N5 Running 52 seconds ago
DC2-N2 Running 20 seconds ago
DC2-N2 Running 20 seconds ago
DC2-N2 Running 20 seconds ago

start DC2-N1

settle
# last change after 7.3 s

[DC2-N2]$ docker node ls --format '{{.Hostname}} {{.Status}} {{.Availability}}'
DC2-N1 Ready Active
DC2-N2 Ready Active
DC2-N3 Ready Drain
DC2-N4 Ready Pause
DC2-N5 Down Active

[DC2-N2]$ docker service update -q -d --no-resolve-image --force web
web

settle
# last change after 69.0 s

spread [DC2-N2]$ docker service ps web --filter desired-state=running --format '{{.Node}} {{.CurrentState}}'
DC2-N1 Running about a minute ago
DC2-N1 Running 51 seconds ago
DC2-N2 Running 19 seconds ago
DC2-N1 Running about a minute ago
DC2-N1 Running 44 seconds ago
DC2-N2 Running 36 seconds ago
DC2-N2 Running 28 seconds ago
DC2-N2 Running 59 seconds ago

[DC2-N2]$ docker node demote DC2-N5
Manager DC2-N5 demoted in the swarm.

[DC2-N2]$ docker node rm DC2-N5
DC2-N5

[DC2-N2]$ docker node rm --force DC2-N5
Error response from daemon: node DC2-N5 not found
[exit 1]

settle
# last change after 0.0 s

[DC2-N2]$ docker node ls --format '{{.Hostname}} {{.Status}} {{.Availability}} {{if .ManagerStatus}}manager{{end}}'
DC2-N1 Ready Active manager
DC2-N2 Ready Active manager
DC2-N3 Ready Drain manager
DC2-N4 Ready Pause manager

start DC2-N5

wait 10s

[DC2-N5]$ docker info --format '{{.Swarm.LocalNodeState}} {{.Swarm.ControlAvailable}}'
pending true

[DC2-N5]$ docker node ls
Error response from daemon: rpc error: code = Unknown desc = The swarm does not have a leader. It's possible that too few managers are online. Make sure more than half of the managers are online.
[exit 1]

[DC2-N2]$ docker node update --availability active DC2-N3
DC2-N3

[DC2-N2]$ docker node update --availability active DC2-N4
DC2-N4

settle
# last change after 0.0 s

[DC2-N2]$ docker service rm web
web
