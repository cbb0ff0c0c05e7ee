# title: Every list with json, quiet and combined filters
# hosts: 3
# swarm: 1m2w
# tags: list, format
# engine: 26.1.5
# runs: 1 (26.1.5)

[DC2-N1]$ docker network create -d overlay --attachable --label n=1 net1
rj9hud5nhxtss3jevfofos9s2

[DC2-N1]$ docker network create -d overlay --internal net2
srhmwu74zrbabd5etrq60ufdy

[DC2-N1]$ echo a | docker secret create --label s=1 sec1 -
9md84t137bcsjgqjmncui6qwc

[DC2-N1]$ echo b | docker secret create sec2 -
p5p31n77jlvof1ukx23aylm50

[DC2-N1]$ echo a | docker config create --label c=1 conf1 -
rz7f08hc7dxg9cc6xs6f8rebv

[DC2-N1]$ docker volume create --label v=1 vol1
vol1

[DC2-N1]$ docker node update --label-add zone=a DC2-N2
DC2-N2

[DC2-N1]$ docker node update --label-add zone=b --availability drain DC2-N3
DC2-N3

[DC2-N1]$ docker service create -q -d --no-resolve-image --name web --label team=blue --replicas 2 --network net1 --constraint node.role==manager -p 8080:80 nginx:1.25
mdlsyrx1lvr19vprb3bz2azri

[DC2-N1]$ docker service create -q -d --no-resolve-image --name webapi --label team=red --label x nginx:1.26
e9jyp8c00te7fu61i4it05vq5

[DC2-N1]$ docker service create -q -d --no-resolve-image --name agent --mode global --label team=red redis:7
wm89eyfaahwkgjat2039qi55g

[DC2-N1]$ docker service create -q -d --no-resolve-image --name job --mode replicated-job --replicas 2 busybox true
j9m5vb6jno82eyvlx62mqjwhx

settle
# last change after 4.4 s

[DC2-N1]$ docker service ls --filter name=web --filter label=team=red --format '{{.Name}}'
webapi

[DC2-N1]$ docker service ls --filter name=web --filter name=agent --format '{{.Name}}'
agent
web
webapi

[DC2-N1]$ docker service ls --filter label=team=red --filter label=x --format '{{.Name}}'
webapi

[DC2-N1]$ docker service ls --filter label=team=red --filter mode=replicated --format '{{.Name}}'
webapi

[DC2-N1]$ docker service ls --filter mode=replicated --filter mode=global --format '{{.Name}}'
agent
web
webapi

[DC2-N1]$ docker service ls --filter mode=replicated-job --format '{{.Name}} {{.Mode}} {{.Replicas}}'
job replicated job 0/2 (2/2 completed)

[DC2-N1]$ docker service ls --filter runtime=container --format '{{.Name}}'
agent
job
web
webapi

[DC2-N1]$ docker service ls --filter runtime=plugin --format '{{.Name}}'

[DC2-N1]$ docker service ls --filter desired-state=running
Error response from daemon: invalid filter 'desired-state'
[exit 1]

[DC2-N1]$ docker service ls --filter name=nosuch
ID        NAME      MODE      REPLICAS   IMAGE     PORTS

[DC2-N1]$ docker service ls --filter web
invalid argument "web" for "-f, --filter" flag: bad format of filter (expected name=value)

Usage:  docker service ls [OPTIONS]

Run 'docker service ls --help' for more information
[exit 125]

[DC2-N1]$ docker service ls -q --filter name=job
j9m5vb6jno82

[DC2-N1]$ docker service ps web --format json
{"CurrentState":"Running 11 seconds ago","DesiredState":"Running","Error":"","ID":"gkyu1oyk1ud1","Image":"nginx:1.25","Name":"web.1","Node":"DC2-N1","Ports":""}
{"CurrentState":"Running 11 seconds ago","DesiredState":"Running","Error":"","ID":"ynlfbiqu9ztp","Image":"nginx:1.25","Name":"web.2","Node":"DC2-N1","Ports":""}

[DC2-N1]$ docker service ps web --filter name=web.1 --filter node=DC2-N1 --format '{{.Name}} {{.Node}}'
web.1 DC2-N1

[DC2-N1]$ docker service ps web agent --filter node=DC2-N2 --format '{{.Image}} {{.Node}}'
redis:7 DC2-N2

[DC2-N1]$ docker service ps web --filter desired-state=shutdown -q

[DC2-N1]$ docker service ps web --filter desired-state=nope
Error response from daemon: Invalid desired-state filter: 'nope'
[exit 1]

[DC2-N1]$ docker service ps web --filter id=nosuch
ID        NAME      IMAGE     NODE      DESIRED STATE   CURRENT STATE   ERROR     PORTS

[DC2-N1]$ docker service ps web --filter label=x
ID        NAME      IMAGE     NODE      DESIRED STATE   CURRENT STATE   ERROR     PORTS

[DC2-N1]$ docker service ps web nosuch --format '{{.Name}}'
web.1
web.2
no such service: nosuch
[exit 1]

[DC2-N1]$ docker service ps nosuch other
no such service: nosuch
no such service: other
[exit 1]

[DC2-N1]$ docker node ls --filter name=DC2-N3 --format json
{"Availability":"Drain","EngineVersion":"26.1.5+dfsg1","Hostname":"DC2-N3","ID":"nbren5viv0jq7el541x1rpuq7","ManagerStatus":"","Self":false,"Status":"Ready","TLSStatus":"Ready"}

[DC2-N1]$ docker node ls --filter node.label=zone=a --filter role=worker --format '{{.Hostname}}'
DC2-N2

[DC2-N1]$ docker node ls --filter node.label=zone --filter name=DC2-N3 --format '{{.Hostname}} {{.Availability}}'
DC2-N3 Drain

[DC2-N1]$ docker node ls --filter label=zone --format '{{.Hostname}}'

[DC2-N1]$ docker node ls --filter availability=drain
Error response from daemon: invalid filter 'availability'
[exit 1]

[DC2-N1]$ docker node ls --filter role=worker --filter role=manager --format '{{.Hostname}}'
DC2-N1
DC2-N2
DC2-N3

[DC2-N1]$ docker node ls --filter membership=accepted -q
rt08udwtyz902y2qr3kenl6gh

[DC2-N1]$ docker node ls --filter engine.label=x
Error response from daemon: invalid filter 'engine.label'
[exit 1]

[DC2-N1]$ docker node ps DC2-N1 --filter desired-state=running --format '{{.Image}} {{.CurrentState}}' --filter name=agent
redis:7 Running 14 seconds ago

[DC2-N1]$ docker node ps DC2-N2 --format json --filter name=agent
{"CurrentState":"Running 14 seconds ago","DesiredState":"Running","Error":"","ID":"wrw4l5utw8f6","Image":"redis:7","Name":"agent.1lpv16wj0edt2ekhwqv3s3139","Node":"DC2-N2","Ports":""}

[DC2-N1]$ docker node ps -q DC2-N3

[DC2-N1]$ docker secret ls --filter label=s --format '{{.Name}} {{.Labels}} {{.Driver}}'
sec1 s=1 

[DC2-N1]$ docker secret ls --filter name=sec --format '{{.Name}}' 
sec1
sec2

[DC2-N1]$ docker secret ls --filter label=s=2
ID        NAME      DRIVER    CREATED   UPDATED

[DC2-N1]$ docker secret ls --format json --filter name=sec1
{"CreatedAt":"23 seconds ago","Driver":"","ID":"9md84t137bcsjgqjmncui6qwc","Labels":"s=1","Name":"sec1","UpdatedAt":"23 seconds ago"}

[DC2-N1]$ docker config ls --format json
{"CreatedAt":"21 seconds ago","ID":"rz7f08hc7dxg9cc6xs6f8rebv","Labels":"c=1","Name":"conf1","UpdatedAt":"21 seconds ago"}

[DC2-N1]$ docker config ls --filter label=c=1 -q
rz7f08hc7dxg9cc6xs6f8rebv

[DC2-N1]$ docker network ls --filter name=net1 --format json
{"CreatedAt":"2026-11-27 23:50:36.053974832 +0000 UTC","Driver":"overlay","ID":"rj9hud5nhxts","IPv4":"false","IPv6":"false","Internal":"false","Labels":"n=1","Name":"net1","Scope":"swarm"}

[DC2-N1]$ docker network ls --filter label=n --filter driver=overlay -q
rj9hud5nhxts

[DC2-N1]$ docker network ls --filter type=custom --filter scope=swarm --format '{{.Name}}'
ingress
net1
net2

[DC2-N1]$ docker network ls --filter type=builtin --format '{{.Name}}'
bridge
host
none

[DC2-N1]$ docker network ls --filter scope=local --filter driver=bridge --format '{{.Name}}'
bridge
docker_gwbridge

[DC2-N1]$ docker network ls --filter dangling=true --format '{{.Name}}'
docker_gwbridge
ingress
net1
net2

[DC2-N1]$ docker network ls --filter type=foo
Error response from daemon: invalid filter: 'type'='foo'
[exit 1]

[DC2-N1]$ docker network ls --filter foo=bar
Error response from daemon: invalid filter 'foo'
[exit 1]

[DC2-N1]$ docker stack ls --format json

[DC2-N1]$ docker context ls --format json
{"Current":true,"Description":"Current DOCKER_HOST based configuration","DockerEndpoint":"unix:///var/run/docker.sock","Error":"","Name":"default"}
