# title: Four managers endure the loss of one, not of two
# hosts: 4
# swarm: 4m0w
# tags: raft, failure
# engine: 26.1.5
# runs: 1 (26.1.5)

[DC2-N1]$ docker service create -q -d --no-resolve-image --name web --replicas 4 nginx
t3yodvkfhplrxqvd4cjqcisrs

settle
# last change after 1.9 s

stop DC2-N4

wait 40s

[DC2-N1]$ docker node ls --format '{{.Hostname}} {{.Status}} {{.Availability}} {{.ManagerStatus}}'
DC2-N1 Ready Active Leader
DC2-N2 Ready Active Reachable
DC2-N3 Ready Active Reachable
DC2-N4 Down Active Unreachable

[DC2-N1]$ docker service scale -d web=5
web scaled to 5

stop DC2-N3

wait 45s

[DC2-N1]$ docker service ls
Error response from daemon: rpc error: code = Unknown desc = The swarm does not have a leader. It's possible that too few managers are online. Make sure more than half of the managers are online.
[exit 1]

[DC2-N2]$ docker node ls
Error response from daemon: rpc error: code = Unknown desc = The swarm does not have a leader. It's possible that too few managers are online. Make sure more than half of the managers are online.
[exit 1]

[DC2-N2]$ docker node demote DC2-N4
Error response from daemon: rpc error: code = Unknown desc = The swarm does not have a leader. It's possible that too few managers are online. Make sure more than half of the managers are online.
[exit 1]

[DC2-N1]$ docker swarm leave
Error response from daemon: You are attempting to leave the swarm on a node that is participating as a manager. The only way to restore a swarm that has lost consensus is to reinitialize it with `--force-new-cluster`. Use `--force` to suppress this message.
[exit 1]

start DC2-N3

settle
# last change after 6.4 s

sorted [DC2-N2]$ docker node ls --format '{{.Hostname}} {{.Status}} {{.Availability}}'
DC2-N1 Ready Active
DC2-N2 Ready Active
DC2-N3 Ready Active
DC2-N4 Down Active

[DC2-N2]$ docker node demote DC2-N3
Manager DC2-N3 demoted in the swarm.

[DC2-N2]$ docker node demote DC2-N4
Manager DC2-N4 demoted in the swarm.

settle
# last change after 4.9 s

sorted [DC2-N2]$ docker node inspect DC2-N1 DC2-N2 DC2-N3 DC2-N4 --format '{{.Description.Hostname}} {{.Spec.Role}} {{.Status.State}}'
DC2-N1 manager ready
DC2-N2 manager ready
DC2-N3 worker ready
DC2-N4 worker down

start DC2-N4

settle
# last change after 2.9 s

sorted [DC2-N2]$ docker node ls --format '{{.Hostname}} {{.Status}} {{.Availability}}'
DC2-N1 Ready Active
DC2-N2 Ready Active
DC2-N3 Ready Active
DC2-N4 Ready Active

[DC2-N4]$ docker node ls
Error response from daemon: This node is not a swarm manager. Worker nodes can't be used to view or modify cluster state. Please run this command on a manager node or promote the current node to a manager.
[exit 1]

[DC2-N2]$ docker service ls --format '{{.Name}} {{.Replicas}}'
web 5/5
