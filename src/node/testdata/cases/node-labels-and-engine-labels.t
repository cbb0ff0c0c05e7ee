# title: Node updates: several flags at once, labels, roles, what inspect shows
# hosts: 2
# swarm: 1m1w
# tags: nodes, labels
# engine: 26.1.5
# runs: 1 (26.1.5)

[DC2-N1]$ docker node update --label-add a=1 --label-add b=2 --label-add c --availability pause DC2-N2
DC2-N2

[DC2-N1]$ docker node inspect DC2-N2 --format '{{json .Spec}}'
{"Labels":{"a":"1","b":"2","c":""},"Role":"worker","Availability":"pause"}

[DC2-N1]$ docker node update --label-rm a --label-add b=3 --role manager --availability active DC2-N2
DC2-N2

settle
# last change after 0.9 s

[DC2-N1]$ docker node ls --format '{{.Hostname}} {{.Status}} {{.Availability}} {{.ManagerStatus}}'
DC2-N1 Ready Active Leader
DC2-N2 Ready Active Reachable

[DC2-N2]$ docker node inspect self --format '{{json .Spec}} {{.ManagerStatus.Reachability}}'
{"Labels":{"b":"3","c":""},"Role":"manager","Availability":"active"} reachable

[DC2-N2]$ docker node update --role worker DC2-N2
DC2-N2

settle
# last change after 2.6 s

[DC2-N1]$ docker node ls --format '{{.Hostname}} {{.Status}} {{.Availability}} {{.ManagerStatus}}'
DC2-N1 Ready Active Leader
DC2-N2 Ready Active 

[DC2-N1]$ docker node ls --filter node.label=b=3 --format '{{.Hostname}}'
DC2-N2

[DC2-N1]$ docker node ls --filter node.label=b --format '{{.Hostname}}'
DC2-N2

[DC2-N1]$ docker node ls --filter node.label=zz --format '{{.Hostname}}'

[DC2-N1]$ docker node update --label-add =x DC2-N2
DC2-N2

[DC2-N1]$ docker node promote
docker: 'docker node promote' requires at least 1 argument

Usage:  docker node promote NODE [NODE...]

See 'docker node promote --help' for more information
[exit 1]

[DC2-N1]$ docker node inspect nosuch DC2-N1 --format '{{.Description.Hostname}}'
DC2-N1
Error response from daemon: node nosuch not found
[exit 1]

[DC2-N1]$ docker service create -q -d --no-resolve-image --name a --constraint 'node.labels.b == 3' nginx
6qbx6pyfxuwa1rudgu0ogzgqj

[DC2-N1]$ docker service create -q -d --no-resolve-image --name c --constraint 'node.labels.B==3' nginx
wi9ws79tcg1d9n1k1sal5gie8

[DC2-N1]$ docker service create -q -d --no-resolve-image --name d --constraint 'node.role==MANAGER' nginx
oudygbqh6fy4nlxguglhltl66

[DC2-N1]$ docker service create -q -d --no-resolve-image --name e --constraint 'node.ip==10.35.3.0/24' --mode global nginx
di49xi3a14rodp010ksjrj3jj

[DC2-N1]$ docker service create -q -d --no-resolve-image --name f --constraint 'node.platform.os==linux' --constraint 'node.platform.arch!=arm' nginx
aiwkjm7r5icu85o7n239560i4

[DC2-N1]$ docker service create -q -d --no-resolve-image --name g --constraint 'foo.bar!=x' nginx
nv9a1rzoo1608capq6rbv3dpn

settle
# last change after 2.2 s

[DC2-N1]$ docker service ls --format '{{.Name}} {{.Replicas}}'
a 1/1
c 0/1
d 1/1
e 2/2
f 1/1
g 0/1

[DC2-N1]$ docker service ps c --format '{{.Name}} {{.DesiredState}} {{.CurrentState}} {{.Error}}'
c.1 Running Pending 11 seconds ago "no suitable node (scheduling …"

[DC2-N1]$ docker service ps g --format '{{.Name}} {{.DesiredState}} {{.CurrentState}} {{.Error}}'
g.1 Running Pending 10 seconds ago "no suitable node (scheduling …"
