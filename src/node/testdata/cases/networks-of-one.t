# title: Networks of one host: create, connect, names, addresses, prune
# hosts: 1
# swarm: none
# tags: networks
# engine: 26.1.5
# runs: 1 (26.1.5)

[DC2-N1]$ docker network ls --format '{{.Name}} {{.Driver}} {{.Scope}}'
bridge bridge local
host host local
none null local

[DC2-N1]$ docker network create app
50753e977178253b9851c144bc19bf14e178f8f610d1d5375e8bb5ea777f98da

[DC2-N1]$ docker network create app
Error response from daemon: network with name app already exists
[exit 1]

[DC2-N1]$ docker network create --driver bridge --subnet 172.28.0.0/16 --ip-range 172.28.5.0/24 --gateway 172.28.5.254 --label a=b --opt com.docker.network.bridge.name=br9 fixed
d71a5ead94cab5c564fb53d3951a1d21dd89fa934c248d8a42bb80c7c15c3b9b

[DC2-N1]$ docker network inspect fixed --format '{{json .IPAM}} {{json .Labels}} {{json .Options}} {{.Driver}} {{.Internal}} {{.Attachable}} {{.EnableIPv6}}'
{"Driver":"default","Options":{},"Config":[{"Subnet":"172.28.0.0/16","IPRange":"172.28.5.0/24","Gateway":"172.28.5.254"}]} {"a":"b"} {"com.docker.network.bridge.name":"br9"} bridge false false false

[DC2-N1]$ docker network create --subnet bad bad1
Error response from daemon: invalid network config:
invalid subnet bad: invalid CIDR block notation
[exit 1]

[DC2-N1]$ docker network create --gateway 1.2.3.4 bad1
every ip-range or gateway must have a corresponding subnet
[exit 1]

[DC2-N1]$ docker network create --subnet 10.1.0.0/24 --gateway 10.2.0.1 bad1
no matching subnet for gateway 10.2.0.1
[exit 1]

[DC2-N1]$ docker network create --subnet 10.1.0.0/24 --ip-range 10.2.0.0/24 bad1
no matching subnet for range 10.2.0.0/24
[exit 1]

[DC2-N1]$ docker network create --subnet 10.1.0.0/24 --aux-address host=10.1.0.5 --aux-address bad aux
no matching subnet for aux-address 
[exit 1]

[DC2-N1]$ docker network create --subnet 10.1.0.0/24 --aux-address host=10.1.0.2 --aux-address other=10.1.0.3 aux
ea5611f1ebd4099ce09bcc82bfd24c054083752a9dd60655dcade75111644387

[DC2-N1]$ docker network inspect aux --format '{{json .IPAM.Config}}'
[{"Subnet":"10.1.0.0/24","AuxiliaryAddresses":{"host":"10.1.0.2","other":"10.1.0.3"}}]

[DC2-N1]$ docker network create --internal --attachable priv
99f83bb9c4416ad934563f271370b36a954b2d89f1a3bf014f2ec19aac72877c

[DC2-N1]$ docker network inspect priv --format '{{.Internal}} {{.Attachable}} {{.Ingress}} {{.ConfigOnly}} {{.Scope}}'
true true false false local

[DC2-N1]$ docker network create --ipv6 --subnet 2001:db8:1::/64 six
5a2610e5a9acd231bfaeafc8764e89978d27025fffc59bf5f187290d023e1270

[DC2-N1]$ docker network inspect six --format '{{.EnableIPv6}} {{len .IPAM.Config}}'
true 2

[DC2-N1]$ docker network create --ipam-driver nosuch bad1
Error response from daemon: plugin "nosuch" not found
[exit 1]

[DC2-N1]$ docker network create -d nosuch bad1
Error response from daemon: plugin "nosuch" not found
[exit 1]

[DC2-N1]$ docker network create 'bad name'
992a32c8328206ebc47c623d89d8e931a4f692da501f16ed94c22608e4eb66af

[DC2-N1]$ docker network create bridge
Error response from daemon: operation is not permitted on predefined bridge network
[exit 1]

[DC2-N1]$ docker network create host
Error response from daemon: operation is not permitted on predefined host network
[exit 1]

[DC2-N1]$ docker network create
docker: 'docker network create' requires 1 argument

Usage:  docker network create [OPTIONS] NETWORK

Run 'docker network create --help' for more information
[exit 1]

[DC2-N1]$ docker network create a b
docker: 'docker network create' requires 1 argument

Usage:  docker network create [OPTIONS] NETWORK

Run 'docker network create --help' for more information
[exit 1]

[DC2-N1]$ docker network ls --filter driver=bridge --format '{{.Name}}'
app
aux
bad name
bridge
fixed
priv
six

[DC2-N1]$ docker network ls --filter type=custom --format '{{.Name}}'
app
aux
bad name
fixed
priv
six

[DC2-N1]$ docker network ls --filter type=builtin --format '{{.Name}}'
bridge
host
none

[DC2-N1]$ docker network ls --filter type=foo
Error response from daemon: invalid filter: 'type'='foo'
[exit 1]

[DC2-N1]$ docker network ls --filter label=a --format '{{.Name}} {{.Labels}} {{.Internal}} {{.IPv6}}'
fixed a=b false false

[DC2-N1]$ docker network ls --filter name=pri -q
99f83bb9c441

[DC2-N1]$ docker network ls --no-trunc --filter name=app
NETWORK ID                                                         NAME      DRIVER    SCOPE
50753e977178253b9851c144bc19bf14e178f8f610d1d5375e8bb5ea777f98da   app       bridge    local

[DC2-N1]$ docker network ls --filter scope=local --filter name=app
NETWORK ID     NAME      DRIVER    SCOPE
50753e977178   app       bridge    local

[DC2-N1]$ docker network ls --filter bogus=1
Error response from daemon: invalid filter 'bogus'
[exit 1]

[DC2-N1]$ docker network list --filter name=app
NETWORK ID     NAME      DRIVER    SCOPE
50753e977178   app       bridge    local

[DC2-N1]$ docker run -d --name c1 --network app --network-alias db --network-alias store nginx
3f55ed4a0131e2f8c6013d06e6145e72fec85d5ad09de9866660acf4613921f3

[DC2-N1]$ docker run -d --name c2 --network fixed --ip 172.28.5.77 nginx
996b8246f514f184361bdd406385bbb1d0b84cdaab4f7450a50ef34b1ee5085e

[DC2-N1]$ docker run -d --name c4 --network app --ip 172.18.0.77 nginx
docker: Error response from daemon: invalid config for network app: invalid endpoint settings:
user specified IP address is supported only when connecting to networks with user configured subnets

Run 'docker run --help' for more information
[exit 125]

[DC2-N1]$ docker run -d --name c5 --network name=app,alias=five --network fixed nginx
8373872b08c012c9b88d6a85e87c6d759ad824ff500594e4cc3db0f5591e5320

[DC2-N1]$ docker run -d --name c6 --network none nginx
84c9927686401c0ed1ca46bd7719ab1bdc18968e51cc1d65e2c0c7f8238eb570

[DC2-N1]$ docker inspect c1 --format '{{json .NetworkSettings.Networks.app.Aliases}} {{json .NetworkSettings.Networks.app.DNSNames}} {{.NetworkSettings.Networks.app.IPAddress}}'
["db","store"] ["c1","db","store","3f55ed4a0131"] 172.18.0.2

[DC2-N1]$ docker inspect c2 --format '{{with .NetworkSettings.Networks.fixed}}{{.IPAddress}} {{.Gateway}} {{.IPPrefixLen}} {{json .IPAMConfig}} {{json .Aliases}}{{end}}'
172.28.5.77 172.28.5.254 16 {"IPv4Address":"172.28.5.77"} null

[DC2-N1]$ docker inspect c5 --format '{{range $k, $v := .NetworkSettings.Networks}}{{$k}} {{$v.IPAddress}} {{end}}'
app 172.18.0.3 fixed 172.28.5.0 

[DC2-N1]$ docker inspect c6 --format '{{json .NetworkSettings.Networks.none.IPAddress}} {{.NetworkSettings.IPAddress}}'
"" 

[DC2-N1]$ docker network connect fixed c1 --alias web --ip 172.28.5.99

[DC2-N1]$ docker network connect fixed c1
Error response from daemon: endpoint with name c1 already exists in network fixed
[exit 1]

[DC2-N1]$ docker inspect c1 --format '{{with .NetworkSettings.Networks.fixed}}{{.IPAddress}} {{json .Aliases}} {{json .IPAMConfig}}{{end}}'
172.28.5.99 ["web"] {"IPv4Address":"172.28.5.99"}

[DC2-N1]$ docker network connect --ip 10.9.9.9 fixed c4
Error response from daemon: No such container: c4
[exit 1]

[DC2-N1]$ docker network connect --link c1:first --driver-opt a=b app c2

[DC2-N1]$ docker inspect c2 --format '{{with .NetworkSettings.Networks.app}}{{json .Links}} {{json .DriverOpts}}{{end}}'
["c1:first"] {"a":"b"}

[DC2-N1]$ docker network connect nosuch c1
Error response from daemon: network nosuch not found
[exit 1]

[DC2-N1]$ docker network connect app nosuch
Error response from daemon: No such container: nosuch
[exit 1]

[DC2-N1]$ docker network connect app
docker: 'docker network connect' requires 2 arguments

Usage:  docker network connect [OPTIONS] NETWORK CONTAINER

Run 'docker network connect --help' for more information
[exit 1]

[DC2-N1]$ docker network inspect -v app --format '{{.Name}}'
app

[DC2-N1]$ docker network inspect nosuch
[]
Error response from daemon: network nosuch not found
[exit 1]

[DC2-N1]$ docker network inspect app nosuch --format '{{.Name}}'
app
Error response from daemon: network nosuch not found
[exit 1]

[DC2-N1]$ docker network rm app
Error response from daemon: error while removing network: network app id 50753e977178253b9851c144bc19bf14e178f8f610d1d5375e8bb5ea777f98da has active endpoints
exit status 1
[exit 1]

[DC2-N1]$ docker network disconnect app c1

[DC2-N1]$ docker network disconnect app c1
Error response from daemon: container 3f55ed4a0131e2f8c6013d06e6145e72fec85d5ad09de9866660acf4613921f3 is not connected to network app
[exit 1]

[DC2-N1]$ docker network disconnect -f app c2

[DC2-N1]$ docker network disconnect nosuch c1
Error response from daemon: network nosuch not found
[exit 1]

[DC2-N1]$ docker network rm bridge
Error response from daemon: bridge is a pre-defined network and cannot be removed
exit status 1
[exit 1]

[DC2-N1]$ docker network rm nosuch app
Error response from daemon: network nosuch not found
Error response from daemon: error while removing network: network app id 50753e977178253b9851c144bc19bf14e178f8f610d1d5375e8bb5ea777f98da has active endpoints
exit status 1
[exit 1]

[DC2-N1]$ docker network rm -f nosuch

[DC2-N1]$ docker network prune -f
Deleted Networks:
aux
priv
six
bad name

[DC2-N1]$ docker network prune -f --filter label=a

[DC2-N1]$ docker network ls --filter type=custom --format '{{.Name}}'
app
fixed

[DC2-N1]$ docker network bogus
docker: unknown command: docker network bogus

Usage:  docker network

Run 'docker network --help' for more information
[exit 1]
