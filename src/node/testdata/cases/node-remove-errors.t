# title: Removing and updating nodes: what is refused
# hosts: 3
# swarm: 2m1w
# tags: nodes
# engine: 26.1.5
# runs: 1 (26.1.5)

[DC2-N1]$ docker node rm DC2-N3
Error response from daemon: rpc error: code = FailedPrecondition desc = node yo4avvmjbl7852fot56vyxon7 is not down and can't be removed
[exit 1]

[DC2-N1]$ docker node rm DC2-N2
Error response from daemon: rpc error: code = FailedPrecondition desc = node tmy4mzw18r46bkx67ztmaeszy is a cluster manager and is a member of the raft cluster. It must be demoted to worker before removal
[exit 1]

[DC2-N1]$ docker node rm --force DC2-N2
Error response from daemon: rpc error: code = FailedPrecondition desc = node tmy4mzw18r46bkx67ztmaeszy is a cluster manager and is a member of the raft cluster. It must be demoted to worker before removal
[exit 1]

[DC2-N1]$ docker node rm nosuch
Error response from daemon: node nosuch not found
[exit 1]

[DC2-N1]$ docker node rm
docker: 'docker node rm' requires at least 1 argument

Usage:  docker node rm [OPTIONS] NODE [NODE...]

See 'docker node rm --help' for more information
[exit 1]

[DC2-N1]$ docker node update --availability sleepy DC2-N3
Error response from daemon: invalid Availability: "sleepy"
[exit 1]

[DC2-N1]$ docker node update --role boss DC2-N3
Error response from daemon: invalid Role: "boss"
[exit 1]

[DC2-N1]$ docker node update nosuch
Error response from daemon: node nosuch not found
[exit 1]

[DC2-N1]$ docker node update DC2-N3
DC2-N3

[DC2-N1]$ docker service create -q -d --no-resolve-image --name web --mode global nginx
o0yk3vq8n578942fqztv971l0

settle
# last change after 2.1 s

[DC2-N1]$ docker node rm --force DC2-N3
DC2-N3

wait 5s

[DC2-N1]$ docker node ls --format '{{.Hostname}} {{.Status}} {{.ManagerStatus}}'
DC2-N1 Ready Leader
DC2-N2 Ready Reachable

counts [DC2-N1]$ docker service ps web --format '{{.Node}} {{.DesiredState}} {{.CurrentState}} {{.Error}}'
DC2-N1 Running Running 14 seconds ago 
DC2-N2 Running Running 14 seconds ago 

wait 20s

[DC2-N3]$ docker info --format '{{.Swarm.LocalNodeState}} {{.Swarm.Error}}'
active 

[DC2-N3]$ docker ps --format '{{.Image}}'

[DC2-N1]$ docker node promote DC2-N3
Error response from daemon: node DC2-N3 not found
[exit 1]

[DC2-N1]$ docker node promote DC2-N2
Node tmy4mzw18r46bkx67ztmaeszy is already a manager.

[DC2-N1]$ docker node demote DC2-N2 DC2-N1
Manager DC2-N2 demoted in the swarm.
Manager DC2-N1 demoted in the swarm.

settle
# last change after 29.1 s

[DC2-N1]$ docker node ls --format '{{.Hostname}} {{.Status}} {{.ManagerStatus}}'
DC2-N1 Ready Leader
DC2-N2 Ready 

[DC2-N1]$ docker node update --role worker DC2-N1
DC2-N1
