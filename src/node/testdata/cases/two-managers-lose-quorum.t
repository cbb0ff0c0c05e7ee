# title: Two managers: one stops, and the other cannot do anything
# hosts: 3
# swarm: 2m1w
# tags: managers, raft, failure
# engine: 26.1.5
# runs: 1 (26.1.5)

[DC2-N1]$ docker service create -q -d --no-resolve-image --name web --replicas 3 nginx
i8hjxmkjyknb7wxlvimddd9ns

settle
# last change after 2.2 s

stop DC2-N2

wait 40s

[DC2-N1]$ docker node ls
Error response from daemon: rpc error: code = Unknown desc = The swarm does not have a leader. It's possible that too few managers are online. Make sure more than half of the managers are online.
[exit 1]

[DC2-N1]$ docker service ls
Error response from daemon: rpc error: code = Unknown desc = The swarm does not have a leader. It's possible that too few managers are online. Make sure more than half of the managers are online.
[exit 1]

[DC2-N1]$ docker service scale -d web=5
web: Error response from daemon: rpc error: code = Unknown desc = The swarm does not have a leader. It's possible that too few managers are online. Make sure more than half of the managers are online.
[exit 1]

[DC2-N1]$ docker service create -d --no-resolve-image nginx
Error response from daemon: rpc error: code = Unknown desc = The swarm does not have a leader. It's possible that too few managers are online. Make sure more than half of the managers are online.
[exit 1]

[DC2-N1]$ docker info --format '{{.Swarm.LocalNodeState}} {{.Swarm.ControlAvailable}} {{.Swarm.Error}}'
active true rpc error: code = Unknown desc = The swarm does not have a leader. It's possible that too few managers are online. Make sure more than half of the managers are online.

[DC2-N1]$ docker swarm join-token worker
Error response from daemon: rpc error: code = Unknown desc = The swarm does not have a leader. It's possible that too few managers are online. Make sure more than half of the managers are online.
[exit 1]

[DC2-N1]$ docker node demote DC2-N2
Error response from daemon: rpc error: code = Unknown desc = The swarm does not have a leader. It's possible that too few managers are online. Make sure more than half of the managers are online.
[exit 1]

[DC2-N1]$ docker swarm leave
Error response from daemon: You are attempting to leave the swarm on a node that is participating as a manager. The only way to restore a swarm that has lost consensus is to reinitialize it with `--force-new-cluster`. Use `--force` to suppress this message.
[exit 1]

[DC2-N1]$ docker ps --format '{{.Image}} {{.Status}}'
nginx:latest Up 53 seconds

[DC2-N3]$ docker ps --format '{{.Image}} {{.Status}}'
nginx:latest Up 53 seconds

start DC2-N2

settle
# last change after 5.4 s

sorted [DC2-N1]$ docker node ls --format '{{.Hostname}} {{.Status}} {{.Availability}}'
DC2-N1 Ready Active
DC2-N2 Ready Active
DC2-N3 Ready Active

[DC2-N1]$ docker service ls --format '{{.Name}} {{.Replicas}}'
web 3/3
