# title: Templates with functions, tables and JSON in every list
# hosts: 3
# swarm: 1m2w
# tags: format
# engine: 26.1.5
# runs: 1 (26.1.5)

[DC2-N1]$ docker service create -q -d --no-resolve-image --name web --replicas 2 --label team=blue --label tier=front --env A=1 --env B=2 --constraint node.role==worker --update-delay 90s --limit-memory 64m -p 8080:80 nginx:1.25
v7rbi87mbr8pmchhk0b8qmrmv

[DC2-N1]$ docker service create -q -d --no-resolve-image --name agent --mode global --label team=red nginx:1.26
fot5mkp0csagxl8oo0uxcgfx7

settle
# last change after 4.8 s

[DC2-N1]$ docker service ls --format 'table {{.Name}}\t{{.Mode}}\t{{.Replicas}}'
NAME      MODE         REPLICAS
agent     global       3/3
web       replicated   2/2

[DC2-N1]$ docker service ls --format 'table {{.Name}}: {{.Image}}'
NAME: IMAGE
agent: nginx:1.26
web: nginx:1.25

[DC2-N1]$ docker service ls --format '{{upper .Name}} {{lower .Mode}} {{title .Name}} {{len .Name}} {{printf "%q" .Image}}'
AGENT global Agent 5 "nginx:1.26"
WEB replicated Web 3 "nginx:1.25"

[DC2-N1]$ docker service ls --format '{{json .Name}},{{json .Ports}}'
"agent",""
"web","*:8080->80/tcp"

[DC2-N1]$ docker service ls --format '{{pad .Name 2 3}}|{{truncate .Image 5}}|{{join (split .Image ":") " / "}}'
  agent   |nginx|nginx / 1.26
  web   |nginx|nginx / 1.25

[DC2-N1]$ docker service ls --format '{{if eq .Mode "global"}}G{{else}}R{{end}} {{.Name}}'
G agent
R web

[DC2-N1]$ docker service ls --format '{{.ID | len}} {{.Name | printf "%-8s|"}} {{slice .Name 1 3}}'
12 agent   | ge
12 web     | eb

[DC2-N1]$ docker service ls --format '{{range $i, $e := split .Image ":"}}{{$i}}={{$e}} {{end}}'
0=nginx 1=1.26 
0=nginx 1=1.25 

[DC2-N1]$ docker service ls --format '{{with .Ports}}{{.}}{{else}}none{{end}}'
none
*:8080->80/tcp

[DC2-N1]$ docker service ls --format '{{.Nope}}'
template parsing error: template: :1:2: executing "" at <.Nope>: can't evaluate field Nope in type *service.serviceContext
[exit 1]

[DC2-N1]$ docker service ls --format '{{nope .Name}}'
template parsing error: template: :1: function "nope" not defined
[exit 1]

[DC2-N1]$ docker service ls --format '{{.Name'
template parsing error: template: :1: unclosed action
[exit 1]

[DC2-N1]$ docker service ls --format '{{.Name.Foo}}'
template parsing error: template: :1:7: executing "" at <.Name.Foo>: can't evaluate field Foo in type string
[exit 1]

[DC2-N1]$ docker service ls --format '{{if .Name}}x'
template parsing error: template: :1: unexpected EOF
[exit 1]

[DC2-N1]$ docker service ls --format '{{index .Name 0}} {{and .Ports .Name}} {{or .Ports "-"}} {{not .Ports}}'
97  - true
119 web *:8080->80/tcp false

[DC2-N1]$ docker service ls --format '{{/* a comment */}}{{.Name}}{{- " x " -}}  y'
agent x y
web x y

[DC2-N1]$ docker service ls --format '{{$n := .Name}}{{$n}}{{template "x"}}'
template parsing error: template: :1:32: executing "" at <{{template "x"}}>: template "x" not defined
[exit 1]

[DC2-N1]$ docker service ls --format '{{define "x"}}<{{.Name}}>{{end}}{{template "x" .}}'
<agent>
<web>

[DC2-N1]$ docker service ls --format 'table'
ID             NAME      MODE         REPLICAS   IMAGE        PORTS
fot5mkp0csag   agent     global       3/3        nginx:1.26   
v7rbi87mbr8p   web       replicated   2/2        nginx:1.25   *:8080->80/tcp

[DC2-N1]$ docker service ls --format 'raw'
id: fot5mkp0csag
name: agent
mode: global
replicas: 3/3
image: nginx:1.26
ports: 

id: v7rbi87mbr8p
name: web
mode: replicated
replicas: 2/2
image: nginx:1.25
ports: *:8080->80/tcp

[DC2-N1]$ docker service ls --format ''
ID             NAME      MODE         REPLICAS   IMAGE        PORTS
fot5mkp0csag   agent     global       3/3        nginx:1.26   
v7rbi87mbr8p   web       replicated   2/2        nginx:1.25   *:8080->80/tcp

[DC2-N1]$ docker service ls --format 'table {{.Label "team"}}\t{{.Name}}'
template parsing error: template: :1:2: executing "" at <.Label>: can't evaluate field Label in type *service.serviceContext
[exit 1]

[DC2-N1]$ docker service inspect web agent --format '{{.Spec.Name}} {{index .Spec.Labels "team"}} {{index .Spec.Labels "nope"}}|'
web blue |
agent red |

[DC2-N1]$ docker service inspect web --format '{{range $k, $v := .Spec.Labels}}{{$k}}={{$v}};{{end}}'
team=blue;tier=front;

[DC2-N1]$ docker service inspect web --format '{{range .Spec.TaskTemplate.ContainerSpec.Env}}{{println .}}{{end}}'
A=1
B=2

[DC2-N1]$ docker service inspect web --format '{{.Spec.UpdateConfig.Delay}} {{.Spec.TaskTemplate.Resources.Limits.MemoryBytes}} {{.Spec.TaskTemplate.Placement.Constraints}} {{.Spec.Mode.Replicated.Replicas}}'
1m30s 67108864 [node.role==worker] 2

[DC2-N1]$ docker service inspect web --format '{{.Spec.Labels}} {{.Spec.EndpointSpec.Ports}} {{.Spec.Mode.Global}} {{.PreviousSpec}} {{.UpdateStatus}}'
map[team:blue tier:front] [{ tcp 80 8080 ingress}] <nil> <nil> <nil>

[DC2-N1]$ docker service inspect web --format '{{json .Spec.UpdateConfig}} {{json .Spec.Nope}}'

template parsing error: template: :1:40: executing "" at <.Spec.Nope>: can't evaluate field Nope in type swarm.ServiceSpec
[exit 1]

[DC2-N1]$ docker service inspect web --format '{{.Spec.Mode.Global.Foo}}'

template parsing error: template: :1:7: executing "" at <.Spec.Mode.Global.Foo>: can't evaluate field Foo in type *swarm.GlobalService
[exit 1]

[DC2-N1]$ docker service inspect web --format '{{.spec.name}}'

template parsing error: template: :1:7: executing "" at <.spec.name>: can't evaluate field spec in type swarm.Service
[exit 1]

[DC2-N1]$ docker service inspect web --format '{{.ID | printf "%.3s" | len}} {{gt (len .Spec.Labels) 1}} {{eq .Spec.Name "web" "x"}}'
3 true true

[DC2-N1]$ docker service inspect web nosuch agent --format '{{.Spec.Name}}'
web
agent
Error: no such service: nosuch
[exit 1]

[DC2-N1]$ docker service inspect
docker: 'docker service inspect' requires at least 1 argument

Usage:  docker service inspect [OPTIONS] SERVICE [SERVICE...]

See 'docker service inspect --help' for more information
[exit 1]

[DC2-N1]$ docker service inspect --pretty --format '{{.ID}}' web
--format is incompatible with human friendly format
[exit 1]

[DC2-N1]$ docker inspect web --format '{{.Spec.Name}}'
web

[DC2-N1]$ docker inspect --type service agent --format '{{.Spec.Name}}'
agent

[DC2-N1]$ docker inspect --type node web
[]
Error response from daemon: node web not found
[exit 1]

[DC2-N1]$ docker inspect DC2-N2 --format '{{.Description.Hostname}} {{.Spec.Role}}'
DC2-N2 worker

[DC2-N1]$ docker inspect web DC2-N2 nosuch --format '{{.ID | len}}'
25
25
Error: No such object: nosuch
[exit 1]

[DC2-N1]$ docker node ls --format 'table {{.Hostname}}\t{{.Status}}\t{{.Availability}}\t{{.ManagerStatus}}\t{{.EngineVersion}}'
HOSTNAME   STATUS    AVAILABILITY   MANAGER STATUS   ENGINE VERSION
DC2-N1     Ready     Active         Leader           26.1.5+dfsg1
DC2-N2     Ready     Active                          26.1.5+dfsg1
DC2-N3     Ready     Active                          26.1.5+dfsg1

[DC2-N1]$ docker node ls --format '{{.Hostname}}: {{if .Self}}me{{else}}other{{end}} {{.TLSStatus}}'
DC2-N1: me Ready
DC2-N2: other Ready
DC2-N3: other Ready

[DC2-N1]$ docker node inspect self --format '{{.Spec.Availability}} {{.ManagerStatus.Leader}} {{range .Description.Engine.Plugins}}{{if eq .Type "Log"}}{{.Name}} {{end}}{{end}}'
active true awslogs fluentd gcplogs gelf journald json-file local splunk syslog 

[DC2-N1]$ docker node inspect DC2-N2 --format '{{.ManagerStatus}} {{.Spec.Labels}} {{json .Spec.Labels}} {{.Status}}'
<nil> map[] {} {ready  10.35.3.146}

sorted [DC2-N1]$ docker node ps DC2-N1 DC2-N2 DC2-N3 --format 'table {{.Name}}\t{{.Image}}\t{{.Node}}\t{{.DesiredState}}'
NAME                                  IMAGE        NODE      DESIRED STATE
 \_ agent.slhahcnyk6xncd06typpu84rx   nginx:1.26   DC2-N1    Running
 \_ agent.slhahcnyk6xncd06typpu84rx   nginx:1.26   DC2-N1    Running
 \_ agent.slhahcnyk6xncd06typpu84rx   nginx:1.26   DC2-N1    Running
 \_ agent.u8g0q0p9i9655oe9wordl2igx   nginx:1.26   DC2-N2    Running
 \_ agent.u8g0q0p9i9655oe9wordl2igx   nginx:1.26   DC2-N2    Running
agent.wt4sfsp1i2rtyi3a9wa7j7owy       nginx:1.26   DC2-N3    Running
web.1                                 nginx:1.25   DC2-N3    Running
 \_ web.2                             nginx:1.25   DC2-N2    Running
 \_ web.2                             nginx:1.25   DC2-N2    Running

sorted [DC2-N1]$ docker service ps web agent --format '{{upper .Image}} {{.Node}} {{.Ports}}{{.Error}}'
NGINX:1.26 DC2-N1 
NGINX:1.26 DC2-N2 
NGINX:1.26 DC2-N3 
NGINX:1.25 DC2-N3 
NGINX:1.25 DC2-N2 

[DC2-N1]$ docker service ps web --format 'table {{.Image}}\t{{.DesiredState}}\t{{.Error}}\t{{.Ports}}'
IMAGE        DESIRED STATE   ERROR     PORTS
nginx:1.25   Running                   
nginx:1.25   Running                   

[DC2-N1]$ docker network ls --filter driver=overlay --format 'table {{.Name}}\t{{.Driver}}\t{{.Scope}}\t{{.IPv6}}\t{{.Internal}}\t{{.Labels}}'
NAME      DRIVER    SCOPE     IPV6      INTERNAL   LABELS
ingress   overlay   swarm     false     false      

[DC2-N1]$ docker network ls --filter driver=overlay --format '{{.Label "x"}}|{{.Name}}'
|ingress

[DC2-N1]$ docker info --format '{{.Swarm.LocalNodeState}} {{.Swarm.Nodes}}/{{.Swarm.Managers}} {{.Swarm.Cluster.Spec.Orchestration.TaskHistoryRetentionLimit}} {{.Swarm.Cluster.Spec.Raft}}'
active 3/1 5 {10000 0xc0004d1928 500 10 1}

[DC2-N1]$ docker info --format '{{json .Swarm.Cluster.Spec}}'
{"Name":"default","Labels":{},"Orchestration":{"TaskHistoryRetentionLimit":5},"Raft":{"SnapshotInterval":10000,"KeepOldSnapshots":0,"LogEntriesForSlowFollowers":500,"ElectionTick":10,"HeartbeatTick":1},"Dispatcher":{"HeartbeatPeriod":5000000000},"CAConfig":{"NodeCertExpiry":7776000000000000},"TaskDefaults":{},"EncryptionConfig":{"AutoLockManagers":false}}

[DC2-N1]$ docker version --format '{{.Client.Os}} {{.Server.Os}}'
linux linux

[DC2-N1]$ docker version --format '{{.Nope}}'

template: version:1:2: executing "version" at <.Nope>: can't evaluate field Nope in type system.versionInfo
[exit 1]

[DC2-N1]$ docker secret ls --format json

[DC2-N1]$ docker config ls --format 'table {{.Name}}'
NAME

[DC2-N1]$ docker stack ls --format '{{.Name}}'
