# title: Quorum is lost for good; one manager starts anew, the others join again
# hosts: 3
# swarm: 3m0w
# tags: raft, recovery
# engine: 26.1.5
# runs: 1 (26.1.5)

[DC2-N1]$ docker service create -q -d --no-resolve-image --name web --replicas 3 nginx
renv37yhoc3b5gnnbas2ib3jg

settle
# last change after 1.3 s

stop DC2-N2

stop DC2-N3

wait 25s

[DC2-N1]$ docker swarm init --force-new-cluster --advertise-addr 10.35.3.145
Swarm initialized: current node (jqoqrg4w6f9c8z3gkc9up9ywp) is now a manager.

To add a worker to this swarm, run the following command:

    docker swarm join --token SWMTKN-1-3ewrj4sg3v59jnoq3ub3y0ib7ox9ahco3cdz804v8t77bpcssw-04287o9s863eghsjfdepvk421 10.35.3.145:2377

To add a manager to this swarm, run 'docker swarm join-token manager' and follow the instructions.

settle
# last change after 35.1 s

[DC2-N1]$ docker node ls --format '{{.Hostname}} {{.Status}} {{.Availability}} {{.ManagerStatus}}'
DC2-N1 Ready Active Leader
DC2-N2 Down Active 
DC2-N3 Down Active 

loose [DC2-N1]$ docker service ps web --format '{{.Name}} {{.Node}} {{.DesiredState}} {{.CurrentState}} {{.Error}}'
web.1 DC2-N1 Running Running 9 seconds ago 
web.1 DC2-N2 Shutdown Running about a minute ago 
web.2 DC2-N1 Running Running 9 seconds ago 
web.2 DC2-N3 Shutdown Running about a minute ago 
web.3 DC2-N1 Running Running 38 seconds ago 
web.3 DC2-N1 Shutdown Failed 44 seconds ago "No such container: web.3.qz4t…"

[DC2-N1]$ docker node rm DC2-N2
DC2-N2

[DC2-N1]$ docker node demote DC2-N2 DC2-N3
Error response from daemon: node DC2-N2 not found
[exit 1]

settle
# last change after 0.0 s

[DC2-N1]$ docker node rm DC2-N2 DC2-N3
DC2-N3
Error response from daemon: node DC2-N2 not found
[exit 1]

[DC2-N1]$ docker node ls --format '{{.Hostname}} {{.Status}} {{.Availability}} {{.ManagerStatus}}'
DC2-N1 Ready Active Leader

start DC2-N2

wait 15s

[DC2-N2]$ docker node ls
Error response from daemon: rpc error: code = Unknown desc = The swarm does not have a leader. It's possible that too few managers are online. Make sure more than half of the managers are online.
[exit 1]

[DC2-N2]$ docker info --format '{{.Swarm.LocalNodeState}} {{.Swarm.ControlAvailable}}'
pending true

[DC2-N2]$ docker swarm leave --force
Node left the swarm.

let TOKEN = [DC2-N1]$ docker swarm join-token -q manager

[DC2-N2]$ docker swarm join --token $TOKEN 10.35.3.145:2377
This node joined a swarm as a manager.

settle
# last change after 0.0 s

[DC2-N2]$ docker node ls --format '{{.Hostname}} {{.Status}} {{.Availability}} {{.ManagerStatus}}'
DC2-N1 Ready Active Leader
DC2-N2 Ready Active Reachable
