# title: A follower that is left alone makes a new cluster of what it knows
# hosts: 4
# swarm: 3m1w
# tags: orchestrator
# engine: 26.1.5
# runs: 1 (26.1.5)

[DC2-N1]$ docker service create -q -d --no-resolve-image --name web --replicas 6 nginx:1.25
441m37lgtkip500t2y8r1t548

[DC2-N1]$ docker secret create nobody /dev/null
error reading from /dev/null: data is empty
[exit 1]

[DC2-N1]$ echo hello | docker config create greeting -
c2uotjhje9sqav15ezl771u6m

[DC2-N1]$ docker network create -d overlay back
abtbexw1h4guuy3bxciywuuna

settle
# last change after 4.8 s

stop DC2-N1

stop DC2-N3

wait 25s

[DC2-N2]$ docker service ls
Error response from daemon: rpc error: code = Unknown desc = The swarm does not have a leader. It's possible that too few managers are online. Make sure more than half of the managers are online.
[exit 1]

[DC2-N2]$ docker swarm init --force-new-cluster --advertise-addr 10.35.3.146
Swarm initialized: current node (jjaf89f89xlaj32euax2ew9a2) is now a manager.

To add a worker to this swarm, run the following command:

    docker swarm join --token SWMTKN-1-00ylij0c5915i4aomh6sjcpo0qbfohlu8d0y4say2nrjvtvm8k-5uhg83hx0df0c51k8hzdfbayg 10.35.3.146:2377

To add a manager to this swarm, run 'docker swarm join-token manager' and follow the instructions.

settle
# last change after 40.6 s

sorted [DC2-N2]$ docker node ls --format '{{.Hostname}} {{.Status}} {{.Availability}} {{.ManagerStatus}}'
DC2-N1 Down Active 
DC2-N2 Ready Active Leader
DC2-N3 Down Active 
DC2-N4 Ready Active 

[DC2-N2]$ docker service ls --format '{{.Name}} {{.Mode}} {{.Replicas}} {{.Image}}'
web replicated 9/6 nginx:1.25

spread [DC2-N2]$ docker service ps web --filter desired-state=running --format '{{.Node}} {{.DesiredState}}'
DC2-N2 Running
DC2-N2 Running
DC2-N4 Running
DC2-N2 Running
DC2-N4 Running
DC2-N4 Running

[DC2-N2]$ docker config ls --format '{{.Name}}'
greeting

[DC2-N2]$ docker network ls --filter driver=overlay --format '{{.Name}} {{.Scope}}'
back swarm
ingress swarm

[DC2-N2]$ docker service scale -d web=8
web scaled to 8

settle
# last change after 2.3 s

[DC2-N2]$ docker service ls --format '{{.Name}} {{.Replicas}}'
web 11/8

[DC2-N2]$ docker node rm DC2-N3
DC2-N3

[DC2-N2]$ docker node demote DC2-N1
Error response from daemon: rpc error: code = NotFound desc = can't find manager in raft memberlist
[exit 1]

[DC2-N2]$ docker node rm DC2-N1
DC2-N1

[DC2-N2]$ docker node rm --force DC2-N1
Error response from daemon: node DC2-N1 not found
[exit 1]

[DC2-N2]$ docker info --format '{{.Swarm.Nodes}} {{.Swarm.Managers}}'
2 1
