# title: The leader is demoted, another leads, everything goes on
# hosts: 3
# swarm: 3m0w
# tags: managers, raft
# engine: 26.1.5
# runs: 1 (26.1.5)

[DC2-N1]$ docker service create -q -d --no-resolve-image --name web --replicas 3 nginx
o6xq202und4881z2hine4udeg

settle
# last change after 1.3 s

[DC2-N2]$ docker node demote DC2-N1
Manager DC2-N1 demoted in the swarm.

settle
# last change after 0.8 s

[DC2-N1]$ docker node ls
Error response from daemon: This node is not a swarm manager. Worker nodes can't be used to view or modify cluster state. Please run this command on a manager node or promote the current node to a manager.
[exit 1]

[DC2-N1]$ docker info --format '{{.Swarm.LocalNodeState}} {{.Swarm.ControlAvailable}} {{.Swarm.Managers}} {{.Swarm.Nodes}}'
active false 0 0

sorted [DC2-N2]$ docker node ls --format '{{.Hostname}} {{.Status}} {{.Availability}}'
DC2-N1 Ready Active
DC2-N2 Ready Active
DC2-N3 Ready Active

sorted [DC2-N2]$ docker node inspect self --format '{{.Spec.Role}} {{.ManagerStatus.Reachability}}'
manager reachable

spread [DC2-N2]$ docker service ps web --format '{{.Name}} {{.Node}} {{.DesiredState}} {{.CurrentState}} {{.Error}}'
web.1 DC2-N2 Running Running 40 seconds ago 
web.2 DC2-N3 Running Running 40 seconds ago 
web.3 DC2-N1 Running Running 40 seconds ago 

[DC2-N2]$ docker service update -d -q --replicas 6 --no-resolve-image web
web

settle
# last change after 1.2 s

spread [DC2-N2]$ docker service ps web --format '{{.Name}} {{.Node}} {{.DesiredState}} {{.CurrentState}} {{.Error}}'
web.1 DC2-N2 Running Running 49 seconds ago 
web.2 DC2-N3 Running Running 49 seconds ago 
web.3 DC2-N1 Running Running 49 seconds ago 
web.4 DC2-N2 Running Running 8 seconds ago 
web.5 DC2-N1 Running Running 8 seconds ago 
web.6 DC2-N3 Running Running 8 seconds ago 

[DC2-N3]$ docker node demote DC2-N2
Manager DC2-N2 demoted in the swarm.

settle
# last change after 5.5 s

[DC2-N3]$ docker node ls --format '{{.Hostname}} {{.Status}} {{.Availability}} {{.ManagerStatus}}'
DC2-N1 Ready Active 
DC2-N2 Ready Active 
DC2-N3 Ready Active Leader

[DC2-N3]$ docker node demote DC2-N3
Error response from daemon: rpc error: code = FailedPrecondition desc = attempting to demote the last manager of the swarm
[exit 1]

[DC2-N3]$ docker node promote DC2-N3
Node rwb0hijb1f7jsy44pdtza47uk is already a manager.

[DC2-N3]$ docker node promote DC2-N1 DC2-N2
Node DC2-N1 promoted to a manager in the swarm.
Node DC2-N2 promoted to a manager in the swarm.

settle
# last change after 0.8 s

[DC2-N1]$ docker node ls --format '{{.Hostname}} {{.Status}} {{.Availability}} {{.ManagerStatus}}'
DC2-N1 Ready Active Reachable
DC2-N2 Ready Active Reachable
DC2-N3 Ready Active Leader

[DC2-N1]$ docker node demote DC2-N9
Error response from daemon: node DC2-N9 not found
[exit 1]
