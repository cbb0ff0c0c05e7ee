# title: What system, context, volume and network say on a manager
# hosts: 2
# swarm: 1m1w
# tags: system
# engine: 26.1.5
# runs: 1 (26.1.5)

[DC2-N1]$ docker context ls
NAME        DESCRIPTION                               DOCKER ENDPOINT                          ERROR
default *   Current DOCKER_HOST based configuration   unix:///var/run/docker.sock   

[DC2-N1]$ docker context show
default

[DC2-N1]$ docker context inspect --format '{{.Name}} {{.Endpoints.docker.Host}}'
default unix:///var/run/docker.sock

[DC2-N1]$ docker context create two --docker host=tcp://10.35.3.146:2375 --description 'second host'
two
Successfully created context "two"

[DC2-N1]$ docker context ls
NAME        DESCRIPTION                               DOCKER ENDPOINT                          ERROR
default *   Current DOCKER_HOST based configuration   unix:///var/run/docker.sock   
two         second host                               tcp://10.35.3.146:2375                   

[DC2-N1]$ docker context ls -q
default
two

[DC2-N1]$ docker context ls --format '{{.Name}} {{.Description}} {{.DockerEndpoint}} {{.Current}}'
default Current DOCKER_HOST based configuration unix:///var/run/docker.sock true
two second host tcp://10.35.3.146:2375 false

[DC2-N1]$ docker context create two --docker host=tcp://10.35.3.146:2375
context "two" already exists
[exit 1]

[DC2-N1]$ docker context create 'a b'
context name "a b" is invalid, names are validated against regexp "^[a-zA-Z0-9][a-zA-Z0-9_.+-]+$"
[exit 1]

[DC2-N1]$ docker context rm nosuch
context "nosuch" does not exist
[exit 1]

[DC2-N1]$ docker context rm two
two

[DC2-N1]$ docker context rm default
context "default" cannot be removed
[exit 1]

[DC2-N1]$ docker context update default --description x
"default" is a reserved context name
[exit 1]

[DC2-N1]$ docker service create -q -d --no-resolve-image --name web --mount source=data,target=/d --constraint node.role==manager nginx:1.25
mszfyf0wszfbjnjzvb78ta30p

settle
# last change after 1.4 s

[DC2-N1]$ docker network create -d overlay unused
9zlcjyficd9w2wor09hljg46w

[DC2-N1]$ docker network create -d overlay --attachable att
d00yfdb8ycoryyak0fsff9hsc

sorted [DC2-N1]$ docker network prune -f
Deleted Networks:
unused
att

sorted [DC2-N1]$ docker network ls --filter driver=overlay --format '{{.Name}}'
ingress

[DC2-N1]$ docker network create -d overlay --label keep=yes kept
6vs2vmqwyg06hhpb2ncs93k2c

[DC2-N1]$ docker network prune -f --filter label!=keep

[DC2-N1]$ docker network prune -f --filter label=keep
Deleted Networks:
kept

[DC2-N1]$ docker network prune -f --filter foo=bar
Error response from daemon: invalid filter 'foo'
[exit 1]

[DC2-N1]$ docker volume create spare
spare

[DC2-N1]$ docker volume prune -af
Deleted Volumes:
spare

Total reclaimed space: 0B

[DC2-N1]$ docker container prune -f
Total reclaimed space: 0B

[DC2-N1]$ docker image prune -f
Total reclaimed space: 0B

[DC2-N1]$ docker system prune -f
Total reclaimed space: 0B

[DC2-N1]$ docker system prune -f --filter foo=bar
Error response from daemon: invalid filter 'foo'
[exit 1]

[DC2-N1]$ docker system prune -f --volumes --filter until=1h
ERROR: The "until" filter is not supported with "--volumes"
[exit 1]

[DC2-N1]$ docker system nosuch
docker: unknown command: docker system nosuch

Usage:  docker system

Run 'docker system --help' for more information
[exit 1]

[DC2-N1]$ docker system info --format '{{.Containers}} {{.ContainersRunning}} {{.Swarm.LocalNodeState}}'
1 1 active

[DC2-N1]$ docker info --format '{{.Driver}} {{.LoggingDriver}} {{.CgroupVersion}} {{.NCPU}} {{.Name}} {{.OSType}} {{.Architecture}}'
overlay2 json-file 1 2 DC2-N1 linux x86_64

[DC2-N1]$ docker info --format '{{.Plugins.Network}} {{.Plugins.Volume}}'
[bridge host ipvlan macvlan null overlay] [local]

[DC2-N1]$ docker info --format '{{json .Swarm.RemoteManagers}}'
[{"NodeID":"r0ajdd0vsrq5fjp3u89vuaewi","Addr":"10.35.3.145:2377"}]

[DC2-N2]$ docker info --format '{{.Swarm.NodeAddr}} {{.Swarm.ControlAvailable}} {{.Swarm.Managers}} {{json .Swarm.Cluster}} {{range .Swarm.RemoteManagers}}{{.Addr}}{{end}}'
10.35.3.146 false 0 null 10.35.3.145:2377

sorted [DC2-N2]$ docker network prune -f

[DC2-N2]$ docker network ls --format '{{.Name}} {{.Driver}} {{.Scope}}'
bridge bridge local
docker_gwbridge bridge local
host host local
ingress overlay swarm
none null local

[DC2-N2]$ docker network inspect ingress --format '{{.Name}} {{.Scope}} {{.Ingress}}'
ingress swarm true

[DC2-N2]$ docker network inspect kept
[]
Error response from daemon: network kept not found
[exit 1]

[DC2-N2]$ docker swarm nosuch
docker: unknown command: docker swarm nosuch

Usage:  docker swarm

Run 'docker swarm --help' for more information
[exit 1]

[DC2-N2]$ docker nosuch
docker: unknown command: docker nosuch

Run 'docker --help' for more information
[exit 1]

[DC2-N2]$ docker --nosuch
unknown flag: --nosuch

Usage:  docker [OPTIONS] COMMAND [ARG...]

Run 'docker --help' for more information
[exit 125]
