# title: Networks that are only a configuration, and networks made from one
# hosts: 2
# swarm: 1m1w
# tags: networks, errors
# engine: 26.1.5
# runs: 1 (26.1.5)

[DC2-N1]$ docker network create --config-only --subnet 10.97.0.0/24 --gateway 10.97.0.1 -o parent=eth0 conf
5f69570583281f7a23906fb7b8832990d57fb3060ccb9dd5d9add9a07e9e5d7a

[DC2-N1]$ docker network create --config-only -d overlay conf2
c0118afc0f140b40028b5c81ccce36a6f7b4a45b20a7af6ad973a191f010b95d

[DC2-N1]$ docker network create --config-only --scope swarm conf3
Error response from daemon: configuration network can only contain network specific fields. Network operator fields like [ ingress | internal | attachable | scope ] are not supported.
[exit 1]

[DC2-N1]$ docker network create --config-only --internal conf4
Error response from daemon: configuration network can only contain network specific fields. Network operator fields like [ ingress | internal | attachable | scope ] are not supported.
[exit 1]

[DC2-N1]$ docker network create --config-only --attachable conf4
Error response from daemon: configuration network can only contain network specific fields. Network operator fields like [ ingress | internal | attachable | scope ] are not supported.
[exit 1]

[DC2-N1]$ docker network create --config-only --config-from conf conf4
Error response from daemon: a configuration network cannot depend on another configuration network
[exit 1]

[DC2-N1]$ docker network create --config-from conf --label a=b x
Error response from daemon: user specified configurations are not supported if the network depends on a configuration network
[exit 1]

[DC2-N1]$ docker network create --config-from conf --subnet 10.5.0.0/24 x
Error response from daemon: user specified configurations are not supported if the network depends on a configuration network
[exit 1]

[DC2-N1]$ docker network create --config-from conf -o foo=bar x
Error response from daemon: network driver options are not supported if the network depends on a configuration network
[exit 1]

[DC2-N1]$ docker network create --config-from conf2 -d overlay --label a=b x
Error response from daemon: user specified configurations are not supported if the network depends on a configuration network
[exit 1]

[DC2-N1]$ docker network create --config-from nosuch x
Error response from daemon: configuration network "nosuch" does not exist
[exit 1]

[DC2-N1]$ docker network create --config-from nosuch -d overlay y
zjbenuz7toeiaa13oehx0uu79

[DC2-N1]$ docker network create --config-from nosuch -d macvlan --scope swarm z
8bj98kti8g9qbs23eeozv9l87

[DC2-N1]$ docker network create -d overlay --scope local --attachable e
Error response from daemon: cannot downgrade network scope for overlay networks
[exit 1]

[DC2-N1]$ docker network create -d bridge --scope swarm --attachable b
c70ao3yew6qscvdmuct4loc8u

[DC2-N1]$ docker network create -d bridge --scope swarm b2
ulgldxm8b8fyzekwcamaxgcyp

[DC2-N1]$ docker network create -d bridge --scope global b3
fc37160f1086eeeff31bf9d1f368c764a46a7dff301ace4c4b9913d5d6a3fd8a

[DC2-N1]$ docker network create -d bridge --scope foo b4
d6d69d574ad3e213e905aab46070cecebd8b9687d5eff008820f6df3a95513bf

[DC2-N1]$ docker network create -d host h
Error response from daemon: only one instance of "host" network is allowed
[exit 1]

[DC2-N1]$ docker network create -d null n
Error response from daemon: only one instance of "null" network is allowed
[exit 1]

[DC2-N1]$ docker network create -d host --scope swarm h2
dytiwlf9s5zn5pamov87n3nle

[DC2-N1]$ docker network create -d macvlan --config-from conf --scope swarm m
j7vf2tocnebund9xhgbn71v4l

sorted [DC2-N1]$ docker network ls --format '{{.Name}} {{.Driver}} {{.Scope}} {{.Internal}} {{.IPv6}} {{.Labels}}'
b bridge swarm false false 
b2 bridge swarm false false 
b3 bridge global false false 
b4 bridge foo false false 
bridge bridge local false false 
conf null local false false 
conf2 null local false false 
docker_gwbridge bridge local false false 
h2 host swarm false false 
host host local false false 
ingress overlay swarm false false 
m macvlan swarm false false 
none null local false false 
y overlay swarm false false 
z macvlan swarm false false 

[DC2-N1]$ docker network inspect conf --format '{{.Driver}} {{.Scope}} {{.ConfigOnly}} {{json .ConfigFrom}} {{json .IPAM}} {{json .Options}} {{json .Labels}}'
null local true {"Network":""} {"Driver":"default","Options":{},"Config":[{"Subnet":"10.97.0.0/24","Gateway":"10.97.0.1"}]} {"parent":"eth0"} {}

[DC2-N1]$ docker network inspect m --format '{{.Driver}} {{.Scope}} {{.ConfigOnly}} {{json .ConfigFrom}} {{json .IPAM}} {{json .Options}} {{json .Labels}}'
macvlan swarm false {"Network":"conf"} {"Driver":"","Options":null,"Config":[]} null null

[DC2-N1]$ docker service create -q -d --no-resolve-image --name web --network m --constraint node.role==manager --restart-condition none nginx
9n9ijqi7choenottvn6ds9621

settle
# last change after 4.3 s

[DC2-N1]$ docker service ps web --no-trunc --format '{{.Name}} {{.CurrentState}} {{.Error}}'
web.1 Running 9 seconds ago 

[DC2-N1]$ docker network ls --filter scope=swarm --filter driver=bridge --format '{{.Name}}'
b
b2

[DC2-N1]$ docker network ls --filter type=custom --filter scope=local --format '{{.Name}}'
conf
conf2
docker_gwbridge

[DC2-N1]$ docker network ls --filter type=builtin --format '{{.Name}}'
bridge
host
none

[DC2-N1]$ docker network ls --filter type=foo --format '{{.Name}}'
Error response from daemon: invalid filter: 'type'='foo'
[exit 1]

[DC2-N1]$ docker network ls --filter scope=foo --format '{{.Name}}'
b4

[DC2-N1]$ docker network ls --filter dangling=true --filter scope=swarm --format '{{.Name}}'
b
b2
h2
ingress
m
y
z

[DC2-N1]$ docker network ls --filter foo=bar
Error response from daemon: invalid filter 'foo'
[exit 1]

[DC2-N1]$ docker network ls --filter name=conf --format '{{.Name}}'
conf
conf2

[DC2-N1]$ docker network rm conf
Error response from daemon: error while removing network: configuration network "conf" is in use
exit status 1
[exit 1]

[DC2-N1]$ docker network rm m conf
Error response from daemon: rpc error: code = FailedPrecondition desc = network j7vf2tocnebund9xhgbn71v4l is in use by service 9n9ijqi7choenottvn6ds9621
Error response from daemon: error while removing network: configuration network "conf" is in use
exit status 1
[exit 1]

sorted [DC2-N1]$ docker network prune -f
Deleted Networks:
z
b
h2
b2
y
b4
b3

sorted [DC2-N1]$ docker network ls --format '{{.Name}} {{.Driver}} {{.Scope}}'
bridge bridge local
conf null local
conf2 null local
docker_gwbridge bridge local
host host local
ingress overlay swarm
m macvlan swarm
none null local
