# title: Networks with the same name, the same addresses, in use, and predefined
# hosts: 2
# swarm: 1m1w
# tags: orchestrator
# engine: 26.1.5
# runs: 1 (26.1.5)

[DC2-N1]$ docker network create -d overlay --subnet 10.50.0.0/24 one
mf3scixec2lavwtyeyk4v594m

[DC2-N1]$ docker network create -d overlay one
Error response from daemon: network with name one already exists
[exit 1]

[DC2-N1]$ docker network create -d overlay --subnet 10.50.0.0/25 two
3fe45vb1q57gsiiu8fvaqinvl

[DC2-N1]$ docker network create -d overlay --subnet 10.60.0.0/24 --gateway 10.61.0.1 three
no matching subnet for gateway 10.61.0.1
[exit 1]

[DC2-N1]$ docker network create -d overlay --subnet 10.60.0.0/33 three
Error response from daemon: invalid network config:
invalid subnet 10.60.0.0/33: invalid CIDR block notation
[exit 1]

[DC2-N1]$ docker network create -d overlay --attachable three
jqavtoz9suk1u5edcnavf6p4c

[DC2-N1]$ docker network create -d overlay ingress
Error response from daemon: network with name ingress already exists
[exit 1]

[DC2-N1]$ docker network create -d overlay --ingress other
Error response from daemon: rpc error: code = AlreadyExists desc = ingress network (uasjfft9ka8n0vhxwu8ahyghm) is already present
[exit 1]

[DC2-N1]$ docker network create -d overlay host
Error response from daemon: network with name host already exists
[exit 1]

[DC2-N1]$ docker network create -d bridge one
Error response from daemon: network with name one already exists
[exit 1]

[DC2-N1]$ docker service create -q -d --no-resolve-image --name web --network one --network three nginx:1.25
myzer49y94b7n60l8z42jbhs8

settle
# last change after 2.2 s

[DC2-N1]$ docker network rm one
Error response from daemon: rpc error: code = FailedPrecondition desc = network mf3scixec2lavwtyeyk4v594m is in use by service myzer49y94b7n60l8z42jbhs8
exit status 1
[exit 1]

[DC2-N1]$ docker network rm nothing one three
Error response from daemon: network nothing not found
Error response from daemon: rpc error: code = FailedPrecondition desc = network mf3scixec2lavwtyeyk4v594m is in use by service myzer49y94b7n60l8z42jbhs8
Error response from daemon: rpc error: code = FailedPrecondition desc = network jqavtoz9suk1u5edcnavf6p4c is in use by service myzer49y94b7n60l8z42jbhs8
exit status 1
[exit 1]

[DC2-N1]$ docker service create -d --network missing nginx
Error response from daemon: network missing not found
[exit 1]

[DC2-N1]$ docker service create -d --network bridge --network one --no-resolve-image --name lan nginx:1.25
iv9x5prxxrksnilkcz4a5h00j

[DC2-N1]$ docker service update -q -d --network-rm one web
web

settle
# last change after 10.4 s

[DC2-N1]$ docker network rm one
Error response from daemon: rpc error: code = FailedPrecondition desc = network mf3scixec2lavwtyeyk4v594m is in use by service iv9x5prxxrksnilkcz4a5h00j
exit status 1
[exit 1]

[DC2-N1]$ docker service inspect web --format '{{len .Endpoint.VirtualIPs}} {{len .Spec.TaskTemplate.Networks}}'
1 1

[DC2-N1]$ docker service update -q -d --network-add three web
service is already attached to network three
[exit 1]

[DC2-N1]$ docker service update -q -d --network-add nowhere web
Error response from daemon: network nowhere not found
[exit 1]

[DC2-N1]$ docker network inspect three --format '{{.Attachable}} {{.Internal}} {{.Scope}} {{.Driver}}'
true false swarm overlay

[DC2-N2]$ docker network create -d overlay mine
Error response from daemon: This node is not a swarm manager. Use "docker swarm init" or "docker swarm join" to connect this node to swarm and try again.
[exit 1]

[DC2-N2]$ docker network rm three
Error response from daemon: network three not found
exit status 1
[exit 1]
