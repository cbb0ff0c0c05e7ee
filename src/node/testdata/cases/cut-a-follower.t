# title: A manager is cut off: what it sees, what the others see, and afterwards
# hosts: 3
# swarm: 3m
# tags: orchestrator
# engine: 26.1.5
# runs: 1 (26.1.5)

[DC2-N1]$ docker service create -q -d --no-resolve-image --name web --replicas 6 nginx:1.25
cf7or5w26oznabbu822gcgogp

settle
# last change after 7.1 s

cut DC2-N3

wait 46s

sorted [DC2-N1]$ docker node ls --format '{{.Hostname}} {{.Status}} {{.Availability}} {{.ManagerStatus}}'
DC2-N1 Ready Active Leader
DC2-N2 Ready Active Reachable
DC2-N3 Down Active Unreachable

[DC2-N3]$ docker node ls
Error response from daemon: rpc error: code = Unknown desc = The swarm does not have a leader. It's possible that too few managers are online. Make sure more than half of the managers are online.
[exit 1]

[DC2-N3]$ docker service ls
Error response from daemon: rpc error: code = Unknown desc = The swarm does not have a leader. It's possible that too few managers are online. Make sure more than half of the managers are online.
[exit 1]

[DC2-N3]$ docker info --format '{{.Swarm.LocalNodeState}} {{.Swarm.ControlAvailable}} {{.Swarm.Error}}'
active true rpc error: code = Unknown desc = The swarm does not have a leader. It's possible that too few managers are online. Make sure more than half of the managers are online.

[DC2-N1]$ docker service scale -d web=8
web scaled to 8

settle
# last change after 0.8 s

counts [DC2-N1]$ docker service ps web --filter desired-state=running --format '{{.Node}} {{.DesiredState}}'
DC2-N2 Running
DC2-N1 Running
DC2-N1 Running
DC2-N2 Running
DC2-N2 Running
DC2-N1 Running
DC2-N1 Running
DC2-N2 Running

heal DC2-N3

settle
# last change after 0.0 s

sorted [DC2-N3]$ docker node ls --format '{{.Hostname}} {{.Status}} {{if eq .ManagerStatus ""}}worker{{else}}manager{{end}}'
Error response from daemon: rpc error: code = Unknown desc = The swarm does not have a leader. It's possible that too few managers are online. Make sure more than half of the managers are online.
[exit 1]

[DC2-N1]$ docker service ls --format '{{.Name}} {{.Replicas}}'
web 10/8

[DC2-N3]$ docker service scale -d web=9
web: Error response from daemon: rpc error: code = Unknown desc = The swarm does not have a leader. It's possible that too few managers are online. Make sure more than half of the managers are online.
[exit 1]

settle
# last change after 0.0 s

[DC2-N3]$ docker service ls --format '{{.Name}} {{.Replicas}}'
Error response from daemon: rpc error: code = Unknown desc = The swarm does not have a leader. It's possible that too few managers are online. Make sure more than half of the managers are online.
[exit 1]

[DC2-N3]$ docker ps --filter name=web --format '{{.Image}}' --filter status=exited
