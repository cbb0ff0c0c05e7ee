# title: Services and networks: attach, detach, aliases, dnsrr, in use, attachable
# hosts: 2
# swarm: 1m1w
# tags: networks
# engine: 26.1.5
# runs: 1 (26.1.5)

let FRONT = [DC2-N1]$ docker network create -d overlay front

let BACK = [DC2-N1]$ docker network create -d overlay --subnet 10.11.0.0/24 --attachable back

[DC2-N1]$ docker service create -q -d --no-resolve-image --name web --network front -p 8080:80 nginx
09oaeckng0d1vcl3rmry0qo1d

[DC2-N1]$ docker service create -q -d --no-resolve-image --name rr --network name=back,alias=db --endpoint-mode dnsrr redis
sii4iloj5x4z2ppcual4fr5js

settle
# last change after 3.1 s

[DC2-N1]$ docker network rm front
Error response from daemon: rpc error: code = FailedPrecondition desc = network 3m3rzjl5cj0qe13yj7841ntwz is in use by service 09oaeckng0d1vcl3rmry0qo1d
exit status 1
[exit 1]

[DC2-N1]$ docker network rm ingress
WARNING! Before removing the routing-mesh network, make sure all the nodes in your swarm run the same docker engine version. Otherwise, removal may not be effective and functionality of newly create ingress networks will be impaired.
Are you sure you want to continue? [y/N] 

[DC2-N1]$ docker service update -d --no-resolve-image -q --network-add back web
web

settle
# last change after 10.4 s

[DC2-N1]$ docker service inspect web --format '{{len .Endpoint.VirtualIPs}} {{len .Spec.TaskTemplate.Networks}}'
3 2

[DC2-N1]$ docker service inspect rr --format '{{json .Endpoint}} {{json .Spec.EndpointSpec}}'
{"Spec":{}} {"Mode":"dnsrr"}

[DC2-N1]$ docker service update -d --no-resolve-image -q --network-rm front web
web

settle
# last change after 11.7 s

[DC2-N1]$ docker network rm front
front

[DC2-N1]$ docker network inspect back --format '{{json .IPAM.Config}} {{.Scope}} {{.Attachable}} {{.Driver}}'
[{"Subnet":"10.11.0.0/24","Gateway":"10.11.0.1"}] swarm true overlay

[DC2-N1]$ docker run -d --name plain --network back nginx
c005e9fa05da2d9623e98d1881687b6893479e4f621c7f7d082437893839f22a

[DC2-N1]$ docker network ls --filter driver=overlay --format '{{.Name}} {{.Scope}}'
back swarm
ingress swarm

[DC2-N2]$ docker network ls --filter driver=overlay --format '{{.Name}} {{.Scope}}'
back swarm
ingress swarm

[DC2-N1]$ docker network create -d overlay closed
j8fvti4tnw4pfwka6gmp3md8y

[DC2-N1]$ docker service create -d --no-resolve-image --network nosuch nginx
Error response from daemon: network nosuch not found
[exit 1]

[DC2-N1]$ docker network create local1
f5ff4194b08508e05facd084fd2a91be1a37545891fa4b45c39ec0bb4cc2dca9

[DC2-N1]$ docker service create -d --no-resolve-image --network local1 nginx
Error response from daemon: network local1 not found
[exit 1]

[DC2-N1]$ docker service create -d --no-resolve-image --network ingress nginx
Error response from daemon: rpc error: code = InvalidArgument desc = Service cannot be explicitly attached to the ingress network "ingress"
[exit 1]

[DC2-N1]$ docker service create -d --no-resolve-image --endpoint-mode dnsrr -p 80:80 nginx
Error response from daemon: rpc error: code = InvalidArgument desc = EndpointSpec: port published with ingress mode can't be used with dnsrr mode
[exit 1]

[DC2-N1]$ docker network create -d overlay back
Error response from daemon: network with name back already exists
[exit 1]

[DC2-N1]$ docker network create -d overlay --subnet 10.11.0.0/33 bad
Error response from daemon: invalid network config:
invalid subnet 10.11.0.0/33: invalid CIDR block notation
[exit 1]

[DC2-N1]$ docker network create -d overlay --ingress second
Error response from daemon: rpc error: code = AlreadyExists desc = ingress network (bkbp8ist7e0z7tajs179ejkzs) is already present
[exit 1]

[DC2-N1]$ docker network create -d overlay bridge
Error response from daemon: network with name bridge already exists
[exit 1]

[DC2-N1]$ docker network rm bridge
Error response from daemon: bridge is a pre-defined network and cannot be removed
exit status 1
[exit 1]

[DC2-N2]$ docker network create -d overlay onworker
Error response from daemon: This node is not a swarm manager. Use "docker swarm init" or "docker swarm join" to connect this node to swarm and try again.
[exit 1]

[DC2-N1]$ docker rm -f plain
plain

[DC2-N1]$ docker service rm web rr
web
rr

[DC2-N1]$ docker network rm back closed local1
back
closed
local1
