# title: Containers that are attached to overlay networks by hand: their addresses, and the tasks that stand for them
# hosts: 2
# swarm: 1m1w
# tags: networks, containers
# engine: 20.10.24
# runs: 1 (20.10.24)
[DC2-N1]$ docker network create -d overlay --attachable --subnet 10.77.0.0/24 mesh
s16wralgd59i0dm4xdawucwja

[DC2-N1]$ docker service create -q -d --no-resolve-image --name web --network mesh --replicas 2 nginx:latest
nwm3u1bsbft6eppv2uzem4doq

settle
# last change after 4.0 s

[DC2-N1]$ docker service inspect web --format "{{range .Endpoint.VirtualIPs}}{{.Addr}}{{end}}"
10.77.0.2/24

[DC2-N1]$ docker run -d --name one --network mesh alpine sleep 1000
1b92502eca1521680c40d52d4198544f0bdda423a04314c59e69a158fdb4714d

[DC2-N2]$ docker run -d --name two --network mesh alpine sleep 1000
44af01114fec8fef26b784608bc43c8f7b704e90c029e4babaec2015a75ae0da

[DC2-N1]$ docker create --name idle --network mesh alpine sleep 1000
c613df878d810410ce7d6999138ec970e3519829387939c76e2e7acc88506ef7

[DC2-N1]$ docker run -d --name three --network mesh alpine sleep 1000
1ada84e73096a20c44926793103a6a9b893eb231b5c59fb2efa2ddcce15a0b4b

[DC2-N1]$ docker inspect one --format "{{with .NetworkSettings.Networks.mesh}}{{.IPAddress}} {{.IPPrefixLen}} {{.MacAddress}} {{.IPAMConfig}}{{end}}"
10.77.0.7 24 02:42:0a:4d:00:07 {10.77.0.7  []}

[DC2-N2]$ docker inspect two --format "{{with .NetworkSettings.Networks.mesh}}{{.IPAddress}} {{.IPPrefixLen}} {{.MacAddress}} {{.IPAMConfig}}{{end}}"
10.77.0.8 24 02:42:0a:4d:00:08 {10.77.0.8  []}

[DC2-N1]$ docker inspect three --format "{{.NetworkSettings.Networks.mesh.IPAddress}}"
10.77.0.9

[DC2-N1]$ docker inspect idle --format "{{with .NetworkSettings.Networks.mesh}}{{.IPAddress}} {{.IPPrefixLen}} {{.IPAMConfig}}{{end}}"
 0 <nil>

[DC2-N1]$ docker service ps web --format "{{.Name}} {{.CurrentState}}" --filter desired-state=shutdown

[DC2-N1]$ docker node ps self --format "{{.Image}} {{.DesiredState}}"
nginx:latest Running

[DC2-N1]$ docker service rm web
web

[DC2-N1]$ docker rm -f one
one

[DC2-N1]$ docker run -d --name four --network mesh alpine sleep 1000
d88249e60bfc4384c3e59c8b408ffcbe8a1452bad7315486203312739ca1712a

[DC2-N1]$ docker inspect four --format "{{.NetworkSettings.Networks.mesh.IPAddress}}"
10.77.0.10

[DC2-N1]$ docker stop -t 0 four
four

[DC2-N1]$ docker inspect four --format "{{with .NetworkSettings.Networks.mesh}}{{.IPAddress}} {{.IPPrefixLen}}{{end}}"
 0

[DC2-N1]$ docker start four
four

[DC2-N1]$ docker inspect four --format "{{.NetworkSettings.Networks.mesh.IPAddress}}"
10.77.0.11

[DC2-N1]$ docker restart -t 0 four
four

[DC2-N1]$ docker inspect four --format "{{.NetworkSettings.Networks.mesh.IPAddress}}"
10.77.0.12

[DC2-N1]$ docker run -d --name plain alpine sleep 1000
6e0cd979dcc81ac2e8651309ca6fb784165bb14ceb961035fa669b59409398f7

[DC2-N1]$ docker network connect mesh plain

[DC2-N1]$ docker inspect plain --format "{{.NetworkSettings.Networks.mesh.IPAddress}}"
10.77.0.13

[DC2-N1]$ docker network disconnect mesh plain

[DC2-N1]$ docker network connect mesh plain

[DC2-N1]$ docker inspect plain --format "{{.NetworkSettings.Networks.mesh.IPAddress}}"
10.77.0.14

[DC2-N1]$ docker network rm mesh
Error response from daemon: rpc error: code = FailedPrecondition desc = network s16wralgd59i0dm4xdawucwja is in use by task 0jk1f5qaurhvoc1ypbcnef8yr
exit status 1
[exit 1]

[DC2-N1]$ docker rm -f three four plain
three
four
plain

[DC2-N2]$ docker rm -f two
two

wait 3s

[DC2-N1]$ docker network rm mesh
mesh

[DC2-N1]$ docker network create -d overlay --attachable --subnet 10.78.0.0/24 other
57qujgq8n9h143k3avl56b8ml

[DC2-N2]$ docker run -d --name first --network other alpine sleep 1000
1076f30d29292798e492770a91f13505883af7b5ccc58b3829aa221d63b9076e

[DC2-N2]$ docker inspect first --format "{{.NetworkSettings.Networks.other.IPAddress}}"
10.78.0.2

[DC2-N2]$ docker run -d --name second --network other alpine sleep 1000
6809ffc6dfa79dba08533a973c6e914e3d8f1cbcd097e4b0be610f1ebcab7116

[DC2-N2]$ docker inspect second --format "{{.NetworkSettings.Networks.other.IPAddress}}"
10.78.0.4

[DC2-N1]$ docker run -d --name third --network other alpine sleep 1000
68a9ba14d77a16ff03942f1a132f51a24c5723246de19fc5a520daeedcf42a5e

[DC2-N1]$ docker inspect third --format "{{.NetworkSettings.Networks.other.IPAddress}}"
10.78.0.5

wait 3s

sorted [DC2-N1]$ docker network inspect other --format "{{range .Containers}}{{println .Name .IPv4Address}}{{end}}"
third 10.78.0.5/24
other-endpoint 10.78.0.6/24


sorted [DC2-N2]$ docker network inspect other --format "{{range .Containers}}{{println .Name .IPv4Address}}{{end}}"
first 10.78.0.2/24
second 10.78.0.4/24
other-endpoint 10.78.0.3/24


[DC2-N1]$ docker service create -q -d --no-resolve-image --name web --network other nginx:latest
uzf87qx9kbd7wi40d1qwc3mhd

settle
# last change after 2.1 s

[DC2-N1]$ docker service inspect web --format "{{range .Endpoint.VirtualIPs}}{{.Addr}}{{end}}"
10.78.0.7/24

[DC2-N1]$ docker network create -d overlay closed
38wjg7n0paxf433hxy5j4rplb

loose [DC2-N2]$ docker run -d --name never --network closed alpine sleep 1000
a52fdbdd9ae6679d37beae967ccf92e7b688de68ccb4efb67b8787bab3da71d5
docker: Error response from daemon: Could not attach to network closed: rpc error: code = PermissionDenied desc = network closed not manually attachable

Run 'docker run --help' for more information
[exit 125]

