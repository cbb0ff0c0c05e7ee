# title: Every placeholder of the lists of one engine
# hosts: 1
# swarm: none
# tags: formats
# engine: 26.1.5
# runs: 1 (26.1.5)

[DC2-N1]$ docker run -d --name web -l a=b -l c -p 8080:80 -v data:/data nginx
04c7817e4d26b0f461719dcfe87ec60ab2b31819182c5021a31c987d922505a2

[DC2-N1]$ docker create --name idle alpine sleep 5
9e2f3e7814da3ce069e9638e2c4050ef211cf04471f94191e8f8bcde9077ce8c

wait 2s

[DC2-N1]$ docker ps -a --format '{{.RunningFor}}|{{.Status}}|{{.CreatedAt}}'
3 seconds ago|Created|2026-11-28 01:12:18 +0000 UTC
4 seconds ago|Up 2 seconds|2026-11-28 01:12:17 +0000 UTC

[DC2-N1]$ docker ps -a --no-trunc --format '{{.Command}}' --filter name=idle
"sleep 5"

[DC2-N1]$ docker ps --format 'table {{.Names}}\t{{.Platform}}\t{{.Label "a"}}\t{{.CreatedAt}}'
NAMES     PLATFORM   a         CREATED AT
web       <nil>      b         2026-11-28 01:12:17 +0000 UTC

[DC2-N1]$ docker ps --format '{{json .}}' --filter name=nosuch

[DC2-N1]$ docker ps -a --format json --filter name=idle --no-trunc
{"Command":"\"sleep 5\"","CreatedAt":"2026-11-28 01:12:18 +0000 UTC","ID":"9e2f3e7814da3ce069e9638e2c4050ef211cf04471f94191e8f8bcde9077ce8c","Image":"alpine","Labels":"","LocalVolumes":"0","Mounts":"","Names":"idle","Networks":"bridge","Platform":null,"Ports":"","RunningFor":"4 seconds ago","Size":"0B","State":"created","Status":"Created"}

[DC2-N1]$ docker container ls -a --format '{{range $i, $e := split .Names ","}}{{$i}}={{$e}}{{end}}'
0=idle
0=web

[DC2-N1]$ docker volume ls --format '{{json .}}' --filter name=nosuch

[DC2-N1]$ docker network ls --format '{{.Name}}|{{.Driver}}|{{.Scope}}|{{.IPv6}}|{{.Internal}}|{{.Labels}}'
bridge|bridge|local|false|false|
host|host|local|false|false|
none|null|local|false|false|

[DC2-N1]$ docker network ls --format 'table {{.Name}}\t{{.Driver}}\t{{.Internal}}\t{{.Label "x"}}'
NAME      DRIVER    INTERNAL   x
bridge    bridge    false      
host      host      false      
none      null      false      

[DC2-N1]$ docker network ls --format raw --filter name=host
network_id: da6bdd750b23
name: host
driver: host
scope: local

[DC2-N1]$ docker network ls --format '{{.CreatedAt}}' --filter name=host
2026-11-28 01:12:10.540705769 +0000 UTC

[DC2-N1]$ docker volume ls --format raw
name: data
driver: local

[DC2-N1]$ docker images --format '{{.Repository}}|{{.Tag}}|{{.Digest}}' busybox
busybox|latest|<none>

[DC2-N1]$ docker images --format 'table {{.Repository}}\t{{.Tag}}\t{{.Digest}}' busybox
REPOSITORY   TAG       DIGEST
busybox      latest    <none>

[DC2-N1]$ docker images --format 'table {{.Repository}}\t{{.CreatedSince}}' nosuch
REPOSITORY   CREATED

[DC2-N1]$ docker images --format raw nosuch

[DC2-N1]$ docker images --format '{{.Nosuch}}' busybox
template parsing error: template: :1:2: executing "" at <.Nosuch>: can't evaluate field Nosuch in type *formatter.imageContext
[exit 1]

[DC2-N1]$ docker stats --no-stream --format '{{.Name}}|{{.Container}}' web
web|web

[DC2-N1]$ docker stats --no-stream --format 'table {{.Name}}\t{{.Container}}' idle
NAME      CONTAINER
idle      idle

[DC2-N1]$ docker stats --no-stream nosuch
Error response from daemon: No such container: nosuch
[exit 1]

[DC2-N1]$ docker context ls --format '{{.Name}}|{{.Current}}|{{.Error}}'
default|true|

[DC2-N1]$ docker history --format '{{.Nosuch}}' busybox
template parsing error: template: :1:2: executing "" at <.Nosuch>: can't evaluate field Nosuch in type *image.historyContext
[exit 1]

[DC2-N1]$ docker port web --format x
unknown flag: --format

Usage:  docker port CONTAINER [PRIVATE_PORT[/PROTO]]

Run 'docker port --help' for more information
[exit 125]

[DC2-N1]$ docker version --format '{{.Server.APIVersion}}' --bogus
unknown flag: --bogus

Usage:  docker version [OPTIONS]

Run 'docker version --help' for more information
[exit 125]

[DC2-N1]$ docker info --format '{{.ServerErrors}}'
[]

[DC2-N1]$ docker info --format '{{.Driver}} {{.DockerRootDir}}' --bogus
unknown flag: --bogus

Usage:  docker info [OPTIONS]

Run 'docker info --help' for more information
[exit 125]

[DC2-N1]$ docker inspect web --format '{{.Id}}'
04c7817e4d26b0f461719dcfe87ec60ab2b31819182c5021a31c987d922505a2

[DC2-N1]$ docker inspect web --format '{{.ID}}' --type container
04c7817e4d26b0f461719dcfe87ec60ab2b31819182c5021a31c987d922505a2

[DC2-N1]$ docker inspect web --format '{{with index .NetworkSettings.Networks "bridge"}}{{.IPAddress}}{{end}}'
172.17.0.2

[DC2-N1]$ docker inspect web --format '{{range .NetworkSettings.Networks}}{{.IPAddress}}{{end}}'
172.17.0.2

[DC2-N1]$ docker inspect web --format '{{json .Mounts}}' --type volume

Error response from daemon: get web: no such volume
[exit 1]

[DC2-N1]$ docker inspect web --format '{{.State.StartedAt}}'
2026-11-28T01:12:18.509598675Z

[DC2-N1]$ docker inspect web --format '{{println .Name}}{{print .Config.Image .Name}}'
/web
nginx/web

[DC2-N1]$ docker inspect web --format '{{range $k, $v := .Config.Labels}}{{$k}}={{$v}};{{end}}'
a=b;c=;

[DC2-N1]$ docker inspect web --format '{{if .State.Running}}up{{else}}down{{end}} {{eq .Config.Image "nginx"}} {{not .State.Paused}} {{and true .State.Running}}'
up true true true

[DC2-N1]$ docker inspect web idle --format '{{.Name}} {{.State.Status}}'
/web running
/idle created

[DC2-N1]$ docker rm -f web idle
web
idle
