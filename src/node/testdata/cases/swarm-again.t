# title: A swarm is left and made anew: nothing of the old one is there
# hosts: 2
# swarm: 1m1w
# tags: init, leave
# engine: 26.1.5
# runs: 1 (26.1.5)

[DC2-N1]$ docker service create -q -d --no-resolve-image --name web --replicas 2 nginx
ea2981t9qy1q6w23vbqtv2o9x

let NET = [DC2-N1]$ docker network create -d overlay back

settle
# last change after 2.3 s

[DC2-N1]$ docker swarm leave --force
Node left the swarm.

[DC2-N1]$ docker network ls --filter driver=overlay --format '{{.Name}}'

[DC2-N1]$ docker ps -aq

[DC2-N1]$ docker service ls
Error response from daemon: This node is not a swarm manager. Use "docker swarm init" or "docker swarm join" to connect this node to swarm and try again.
[exit 1]

let X = [DC2-N1]$ docker swarm init --advertise-addr 10.35.3.145

[DC2-N1]$ docker service ls --format '{{.Name}}'

[DC2-N1]$ docker node ls --format '{{.Hostname}} {{.Status}} {{.Availability}} {{.ManagerStatus}}'
DC2-N1 Ready Active Leader

[DC2-N2]$ docker info --format '{{.Swarm.LocalNodeState}} {{.Swarm.ControlAvailable}}'
active false

let TOKEN = [DC2-N1]$ docker swarm join-token -q worker

[DC2-N2]$ docker swarm join --token $TOKEN 10.35.3.145:2377
Error response from daemon: This node is already part of a swarm. Use "docker swarm leave" to leave this swarm and join another one.
[exit 1]

[DC2-N2]$ docker swarm leave
Node left the swarm.

[DC2-N2]$ docker swarm join --token $TOKEN 10.35.3.145:2377
This node joined a swarm as a worker.

settle
# last change after 0.0 s

[DC2-N1]$ docker node ls --format '{{.Hostname}} {{.Status}} {{.Availability}} {{.ManagerStatus}}'
DC2-N1 Ready Active Leader
DC2-N2 Ready Active 

[DC2-N1]$ docker network ls --filter driver=overlay --format '{{.Name}}'
ingress

[DC2-N2]$ docker ps -aq
