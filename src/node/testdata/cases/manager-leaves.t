# title: Managers leave: what the engine warns of, what --force does, and the way back
# hosts: 3
# swarm: 3m0w
# tags: managers, raft
# engine: 26.1.5
# runs: 1 (26.1.5)

[DC2-N3]$ docker swarm leave
Error response from daemon: You are attempting to leave the swarm on a node that is participating as a manager. The only way to restore a swarm that has lost consensus is to reinitialize it with `--force-new-cluster`. Use `--force` to suppress this message.
[exit 1]

[DC2-N3]$ docker swarm leave --force
Node left the swarm.

settle
# last change after 12.0 s

[DC2-N1]$ docker node ls --format '{{.Hostname}} {{.Status}} {{.Availability}} {{.ManagerStatus}}'
DC2-N1 Ready Active Leader
DC2-N2 Ready Active Reachable
DC2-N3 Down Active Unreachable

[DC2-N1]$ docker node rm DC2-N3
Error response from daemon: rpc error: code = FailedPrecondition desc = node cjzu7cpuqvj04anqkfaeokhuv is a cluster manager and is a member of the raft cluster. It must be demoted to worker before removal
[exit 1]

[DC2-N1]$ docker node rm --force DC2-N3
Error response from daemon: rpc error: code = FailedPrecondition desc = node cjzu7cpuqvj04anqkfaeokhuv is a cluster manager and is a member of the raft cluster. It must be demoted to worker before removal
[exit 1]

[DC2-N1]$ docker node demote DC2-N3
Manager DC2-N3 demoted in the swarm.

settle
# last change after 5.3 s

[DC2-N1]$ docker node rm DC2-N3
DC2-N3

[DC2-N1]$ docker node ls --format '{{.Hostname}} {{.Status}} {{.Availability}} {{.ManagerStatus}}'
DC2-N1 Ready Active Leader
DC2-N2 Ready Active Reachable

[DC2-N2]$ docker swarm leave
Error response from daemon: You are attempting to leave the swarm on a node that is participating as a manager. Removing this node leaves 1 managers out of 2. Without a Raft quorum your swarm will be inaccessible. The only way to restore a swarm that has lost consensus is to reinitialize it with `--force-new-cluster`. Use `--force` to suppress this message.
[exit 1]

[DC2-N2]$ docker node demote DC2-N2
Manager DC2-N2 demoted in the swarm.

settle
# last change after 9.4 s

[DC2-N2]$ docker swarm leave
Node left the swarm.

[DC2-N1]$ docker swarm leave
Error response from daemon: You are attempting to leave the swarm on a node that is participating as a manager. Removing the last manager erases all current state of the swarm. Use `--force` to ignore this message.
[exit 1]

[DC2-N1]$ docker swarm leave --force
Node left the swarm.

[DC2-N1]$ docker node ls
Error response from daemon: This node is not a swarm manager. Use "docker swarm init" or "docker swarm join" to connect this node to swarm and try again.
[exit 1]

[DC2-N1]$ docker swarm leave
Error response from daemon: This node is not part of a swarm
[exit 1]
