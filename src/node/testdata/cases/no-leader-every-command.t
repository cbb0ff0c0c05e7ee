# title: Two of three managers are gone: what every command says
# hosts: 4
# swarm: 3m1w
# tags: raft, errors, quorum
# engine: 26.1.5
# runs: 1 (26.1.5)

[DC2-N1]$ docker service create -q -d --no-resolve-image --name web --replicas 2 --constraint node.role==worker nginx:1.25
s46kfiuxkequtmcev5mxnctng

[DC2-N1]$ echo x | docker secret create sec -
t3no2xn8atzd6l43yyz7g3ws6

settle
# last change after 1.9 s

stop DC2-N2

stop DC2-N3

wait 30s

[DC2-N1]$ docker node ls
Error response from daemon: rpc error: code = Unknown desc = The swarm does not have a leader. It's possible that too few managers are online. Make sure more than half of the managers are online.
[exit 1]

[DC2-N1]$ docker service ls
Error response from daemon: rpc error: code = Unknown desc = The swarm does not have a leader. It's possible that too few managers are online. Make sure more than half of the managers are online.
[exit 1]

[DC2-N1]$ docker service ps web
Error response from daemon: rpc error: code = Unknown desc = The swarm does not have a leader. It's possible that too few managers are online. Make sure more than half of the managers are online.
[exit 1]

[DC2-N1]$ docker service inspect web
[]
Error response from daemon: rpc error: code = Unknown desc = The swarm does not have a leader. It's possible that too few managers are online. Make sure more than half of the managers are online.
[exit 1]

[DC2-N1]$ docker service create -q -d --no-resolve-image --name two nginx:1.25
Error response from daemon: rpc error: code = Unknown desc = The swarm does not have a leader. It's possible that too few managers are online. Make sure more than half of the managers are online.
[exit 1]

[DC2-N1]$ docker service update -d --no-resolve-image --image nginx:1.26 web
Error response from daemon: rpc error: code = Unknown desc = The swarm does not have a leader. It's possible that too few managers are online. Make sure more than half of the managers are online.
[exit 1]

[DC2-N1]$ docker service scale -d web=3
web: Error response from daemon: rpc error: code = Unknown desc = The swarm does not have a leader. It's possible that too few managers are online. Make sure more than half of the managers are online.
[exit 1]

[DC2-N1]$ docker service rm web
Error response from daemon: rpc error: code = Unknown desc = The swarm does not have a leader. It's possible that too few managers are online. Make sure more than half of the managers are online.
[exit 1]

[DC2-N1]$ docker service logs web
Error response from daemon: rpc error: code = Unknown desc = The swarm does not have a leader. It's possible that too few managers are online. Make sure more than half of the managers are online.
[exit 1]

[DC2-N1]$ docker node inspect self
[]
Error response from daemon: rpc error: code = Unknown desc = The swarm does not have a leader. It's possible that too few managers are online. Make sure more than half of the managers are online.
[exit 1]

[DC2-N1]$ docker node update --availability drain DC2-N4
Error response from daemon: rpc error: code = Unknown desc = The swarm does not have a leader. It's possible that too few managers are online. Make sure more than half of the managers are online.
[exit 1]

[DC2-N1]$ docker node promote DC2-N4
Error response from daemon: rpc error: code = Unknown desc = The swarm does not have a leader. It's possible that too few managers are online. Make sure more than half of the managers are online.
[exit 1]

[DC2-N1]$ docker secret ls
Error response from daemon: rpc error: code = Unknown desc = The swarm does not have a leader. It's possible that too few managers are online. Make sure more than half of the managers are online.
[exit 1]

[DC2-N1]$ docker secret create two /etc/passwd
Error response from daemon: rpc error: code = Unknown desc = The swarm does not have a leader. It's possible that too few managers are online. Make sure more than half of the managers are online.
[exit 1]

[DC2-N1]$ docker secret rm sec
Error response from daemon: rpc error: code = Unknown desc = The swarm does not have a leader. It's possible that too few managers are online. Make sure more than half of the managers are online.
[exit 1]

[DC2-N1]$ docker config ls
Error response from daemon: rpc error: code = Unknown desc = The swarm does not have a leader. It's possible that too few managers are online. Make sure more than half of the managers are online.
[exit 1]

[DC2-N1]$ docker network ls --filter driver=overlay --format '{{.Name}}'
ingress

[DC2-N1]$ docker network create -d overlay net
Error response from daemon: rpc error: code = Unknown desc = The swarm does not have a leader. It's possible that too few managers are online. Make sure more than half of the managers are online.
[exit 1]

[DC2-N1]$ docker network inspect ingress --format '{{.Name}}'
ingress

[DC2-N1]$ docker stack ls
Error response from daemon: rpc error: code = Unknown desc = The swarm does not have a leader. It's possible that too few managers are online. Make sure more than half of the managers are online.
[exit 1]

[DC2-N1]$ docker stack rm x
Error response from daemon: rpc error: code = Unknown desc = The swarm does not have a leader. It's possible that too few managers are online. Make sure more than half of the managers are online.
[exit 1]

[DC2-N1]$ docker swarm join-token worker
Error response from daemon: rpc error: code = Unknown desc = The swarm does not have a leader. It's possible that too few managers are online. Make sure more than half of the managers are online.
[exit 1]

[DC2-N1]$ docker swarm update --task-history-limit 3
Error response from daemon: rpc error: code = Unknown desc = The swarm does not have a leader. It's possible that too few managers are online. Make sure more than half of the managers are online.
[exit 1]

[DC2-N1]$ docker swarm ca
Error response from daemon: rpc error: code = Unknown desc = The swarm does not have a leader. It's possible that too few managers are online. Make sure more than half of the managers are online.
[exit 1]

[DC2-N1]$ docker swarm unlock-key
could not fetch unlock key: Error response from daemon: rpc error: code = Unknown desc = The swarm does not have a leader. It's possible that too few managers are online. Make sure more than half of the managers are online.
[exit 1]

[DC2-N1]$ docker swarm leave
Error response from daemon: You are attempting to leave the swarm on a node that is participating as a manager. The only way to restore a swarm that has lost consensus is to reinitialize it with `--force-new-cluster`. Use `--force` to suppress this message.
[exit 1]

[DC2-N1]$ docker info --format '{{.Swarm.LocalNodeState}} {{.Swarm.ControlAvailable}} {{.Swarm.Error}} {{.Swarm.Managers}} {{.Swarm.Nodes}}'
active true rpc error: code = Unknown desc = The swarm does not have a leader. It's possible that too few managers are online. Make sure more than half of the managers are online. 0 0

[DC2-N4]$ docker ps --format '{{.Image}} {{.Status}}'
nginx:1.25 Up 51 seconds
nginx:1.25 Up 51 seconds

[DC2-N4]$ docker info --format '{{.Swarm.LocalNodeState}} {{.Swarm.ControlAvailable}}'
active false

start DC2-N2

settle
# last change after 28.8 s

[DC2-N1]$ docker node ls --format '{{.Hostname}} {{.Status}} {{if .ManagerStatus}}manager{{end}}'
DC2-N1 Ready manager
DC2-N2 Ready manager
DC2-N3 Down manager
DC2-N4 Ready 

[DC2-N1]$ docker service ls --format '{{.Name}} {{.Replicas}} {{.Image}}'
web 2/2 nginx:1.25

start DC2-N3

settle
# last change after 0.0 s

[DC2-N1]$ docker node ls --format '{{.Hostname}} {{.Status}} {{if .ManagerStatus}}manager{{end}}'
DC2-N1 Ready manager
DC2-N2 Ready manager
DC2-N3 Ready manager
DC2-N4 Ready 

counts [DC2-N1]$ docker service ps web --format '{{.DesiredState}} {{.CurrentState}} {{.Node}}'
Running Running 2 minutes ago DC2-N4
Running Running 2 minutes ago DC2-N4
