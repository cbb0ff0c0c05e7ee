# title: A drained node, a node that leaves without being drained, and the tasks they had
# hosts: 3
# swarm: 1m2w
# tags: drain, nodes
# engine: 26.1.5
# runs: 1 (26.1.5)

[DC2-N1]$ docker service create -q -d --no-resolve-image --name web --replicas 3 nginx
pi0z42k6sby7roo3kk2bpg8pa

[DC2-N1]$ docker service create -q -d --no-resolve-image --name nap --replicas 3 --stop-grace-period 2s alpine sleep 1000
ouwux9sfvoysachz2druc7jxd

[DC2-N1]$ docker service create -q -d --no-resolve-image --name agent --mode global nginx
v22ejwj1foimg23zq177rlvvy

settle
# last change after 3.0 s

[DC2-N1]$ docker node update --availability drain DC2-N2
DC2-N2

settle
# last change after 4.9 s

[DC2-N2]$ docker ps -q

counts [DC2-N1]$ docker node ps DC2-N2 --format '{{.DesiredState}} {{.CurrentState}} {{.Error}}'
Shutdown Shutdown 12 seconds ago 
Shutdown Shutdown 10 seconds ago 
Shutdown Shutdown 12 seconds ago 

[DC2-N2]$ docker swarm leave
Node left the swarm.

[DC2-N3]$ docker swarm leave
Node left the swarm.

[DC2-N3]$ docker ps -aq

settle
# last change after 18.5 s

[DC2-N1]$ docker node ls --format '{{.Hostname}} {{.Status}} {{.Availability}} {{.ManagerStatus}}'
DC2-N1 Ready Active Leader
DC2-N2 Down Drain 
DC2-N3 Down Active 

counts [DC2-N1]$ docker node ps DC2-N3 --format '{{.DesiredState}} {{.CurrentState}} {{.Error}}'
Shutdown Running 57 seconds ago 
Shutdown Running 43 seconds ago 
Shutdown Running 57 seconds ago 
Shutdown Running 58 seconds ago 

[DC2-N1]$ docker node rm DC2-N2 DC2-N3
DC2-N2
DC2-N3

settle
# last change after 0.0 s

counts [DC2-N1]$ docker service ps web nap agent --format '{{.Image}} {{.Node}} {{.DesiredState}} {{.CurrentState}}' --filter desired-state=running
nginx:latest DC2-N1 Running Running about a minute ago
alpine:latest DC2-N1 Running Running 22 seconds ago
alpine:latest DC2-N1 Running Running 22 seconds ago
alpine:latest DC2-N1 Running Running about a minute ago
nginx:latest DC2-N1 Running Running 54 seconds ago
nginx:latest DC2-N1 Running Running 22 seconds ago
nginx:latest DC2-N1 Running Running about a minute ago
