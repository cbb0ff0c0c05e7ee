# title: The same names again: services, networks, secrets and configs
# hosts: 2
# swarm: 1m1w
# tags: orchestrator
# engine: 26.1.5
# runs: 1 (26.1.5)

[DC2-N1]$ docker network create -d overlay net
zrbl1pdsizuzv5uhluqncz98z

[DC2-N1]$ echo one | docker secret create key -
y1h1busjmycaye0y0eodhz6yi

[DC2-N1]$ docker service create -q -d --no-resolve-image --name web --network net --secret key --publish 8080:80 --replicas 3 nginx:1.25
ttoijpno8y1tq2i0r2zcfryf2

settle
# last change after 1.7 s

[DC2-N1]$ docker secret rm key
Error response from daemon: rpc error: code = InvalidArgument desc = secret 'key' is in use by the following service: web
[exit 1]

[DC2-N1]$ docker network rm net
Error response from daemon: rpc error: code = FailedPrecondition desc = network zrbl1pdsizuzv5uhluqncz98z is in use by service ttoijpno8y1tq2i0r2zcfryf2
exit status 1
[exit 1]

[DC2-N1]$ docker service rm web
web

[DC2-N1]$ docker service create -q -d --no-resolve-image --name web --network net --secret source=key,target=other,mode=0400 --publish 8080:80 nginx:1.26
r7afvjahpnzqrgyga4gzp36i4

settle
# last change after 4.1 s

[DC2-N1]$ docker service ps web --format '{{.Name}} {{.Image}} {{.DesiredState}}'
web.1 nginx:1.26 Running

[DC2-N1]$ docker service create -d --name web nginx
Error response from daemon: rpc error: code = AlreadyExists desc = name conflicts with an existing object: service web already exists
[exit 1]

[DC2-N1]$ echo two | docker secret create key -
Error response from daemon: rpc error: code = AlreadyExists desc = secret key already exists
[exit 1]

[DC2-N1]$ docker secret create key /nonexistent
error reading from /nonexistent: open /nonexistent: no such file or directory
[exit 1]

[DC2-N1]$ docker secret inspect key --format '{{.Spec.Name}} {{json .Spec.Labels}}'
key {}

[DC2-N1]$ docker secret rm key nothing
Error response from daemon: rpc error: code = InvalidArgument desc = secret 'key' is in use by the following service: web
Error response from daemon: secret nothing not found
[exit 1]

[DC2-N1]$ docker service update -q -d --secret-rm key web
web

settle
# last change after 10.7 s

[DC2-N1]$ docker secret rm key
key

[DC2-N1]$ docker service update -q -d --secret-add key web
secret not found: key
[exit 1]

[DC2-N1]$ docker service create -d --secret key nginx
secret not found: key
[exit 1]

[DC2-N1]$ docker service rm web web
web
Error response from daemon: service web not found
[exit 1]

[DC2-N1]$ docker network rm net
net

[DC2-N2]$ docker secret ls
Error response from daemon: This node is not a swarm manager. Worker nodes can't be used to view or modify cluster state. Please run this command on a manager node or promote the current node to a manager.
[exit 1]
