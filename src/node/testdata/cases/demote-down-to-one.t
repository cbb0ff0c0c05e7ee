# title: Managers are demoted until one is left
# hosts: 3
# swarm: 3m
# tags: orchestrator
# engine: 26.1.5
# runs: 1 (26.1.5)

[DC2-N1]$ docker node demote DC2-N2 DC2-N2
Manager DC2-N2 demoted in the swarm.
Node zgw08mujgjr5iyt0yg9l3q644 is already a worker.

settle
# last change after 1.7 s

sorted [DC2-N1]$ docker node ls --format '{{.Hostname}} {{.Status}} {{.Availability}} {{.ManagerStatus}}'
DC2-N1 Ready Active Leader
DC2-N2 Ready Active 
DC2-N3 Ready Active Reachable

[DC2-N1]$ docker node update --role worker DC2-N3
DC2-N3

settle
# last change after 6.9 s

sorted [DC2-N1]$ docker node ls --format '{{.Hostname}} {{.ManagerStatus}}'
DC2-N1 Leader
DC2-N2 
DC2-N3 

[DC2-N1]$ docker node demote DC2-N1
Error response from daemon: rpc error: code = FailedPrecondition desc = attempting to demote the last manager of the swarm
[exit 1]

[DC2-N1]$ docker node update --role worker DC2-N1
Error response from daemon: rpc error: code = FailedPrecondition desc = attempting to demote the last manager of the swarm
[exit 1]

[DC2-N1]$ docker node update --role foreman DC2-N2
Error response from daemon: invalid Role: "foreman"
[exit 1]

[DC2-N2]$ docker node ls
Error response from daemon: This node is not a swarm manager. Worker nodes can't be used to view or modify cluster state. Please run this command on a manager node or promote the current node to a manager.
[exit 1]

[DC2-N2]$ docker node promote DC2-N2
Error response from daemon: This node is not a swarm manager. Worker nodes can't be used to view or modify cluster state. Please run this command on a manager node or promote the current node to a manager.
[exit 1]

[DC2-N1]$ docker node promote DC2-N2 DC2-N4
Node DC2-N2 promoted to a manager in the swarm.
Error response from daemon: node DC2-N4 not found
[exit 1]

settle
# last change after 0.9 s

sorted [DC2-N2]$ docker node ls --format '{{.Hostname}} {{.ManagerStatus}}'
DC2-N1 Leader
DC2-N2 Reachable
DC2-N3 

[DC2-N1]$ docker node demote DC2-N1
Manager DC2-N1 demoted in the swarm.

settle
# last change after 20.7 s

[DC2-N1]$ docker node ls
Error response from daemon: This node is not a swarm manager. Worker nodes can't be used to view or modify cluster state. Please run this command on a manager node or promote the current node to a manager.
[exit 1]

sorted [DC2-N2]$ docker node ls --format '{{.Hostname}} {{.Status}} {{.ManagerStatus}}'
DC2-N1 Ready 
DC2-N2 Ready Leader
DC2-N3 Ready 

[DC2-N2]$ docker info --format '{{.Swarm.Managers}} {{.Swarm.Nodes}} {{.Swarm.ControlAvailable}}'
1 3 true

[DC2-N1]$ docker info --format '{{.Swarm.LocalNodeState}} {{.Swarm.ControlAvailable}} {{len .Swarm.RemoteManagers}}'
active false 1
