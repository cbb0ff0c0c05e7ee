# title: docker inspect of everything, by name, by type, by prefix
# hosts: 1
# swarm: none
# tags: inspect
# engine: 26.1.5
# runs: 1 (26.1.5)

[DC2-N1]$ docker run -d --name thing nginx
6c79e51d0f020cdc8fe043cf6f686ba00a541243f8d48a3df60f3b5c29437792

[DC2-N1]$ docker volume create thing
thing

[DC2-N1]$ docker network create thing
7aafd11cc4c422d11b9ac65542e2baae4c9573bc75007b12c1560279a6d7127e

[DC2-N1]$ docker inspect thing --format '{{.Name}}'
/thing

[DC2-N1]$ docker inspect --type container thing --format '{{.Name}}'
/thing

[DC2-N1]$ docker inspect --type volume thing --format '{{.Name}} {{.Driver}}'
thing local

[DC2-N1]$ docker inspect --type network thing --format '{{.Name}} {{.Driver}}'
thing bridge

[DC2-N1]$ docker inspect --type image nginx --format '{{.Os}}'
linux

[DC2-N1]$ docker inspect --type image thing
[]
Error response from daemon: No such image: thing:latest
[exit 1]

[DC2-N1]$ docker inspect --type network nosuch
[]
Error response from daemon: network nosuch not found
[exit 1]

[DC2-N1]$ docker inspect --type volume nosuch
[]
Error response from daemon: get nosuch: no such volume
[exit 1]

[DC2-N1]$ docker inspect --type container nosuch
[]
Error response from daemon: No such container: nosuch
[exit 1]

[DC2-N1]$ docker inspect --type plugin nosuch
[]
Error response from daemon: plugin "nosuch" not found
[exit 1]

[DC2-N1]$ docker inspect --type service thing
[]
Error response from daemon: This node is not a swarm manager. Use "docker swarm init" or "docker swarm join" to connect this node to swarm and try again.
[exit 1]

[DC2-N1]$ docker inspect --type task thing
[]
Error response from daemon: This node is not a swarm manager. Use "docker swarm init" or "docker swarm join" to connect this node to swarm and try again.
[exit 1]

[DC2-N1]$ docker inspect thing nginx nosuch bridge --format '{{.ID}}'
6c79e51d0f020cdc8fe043cf6f686ba00a541243f8d48a3df60f3b5c29437792
sha256:7b415445b30e5be808fa1c35003732e180a8156543d90468d82bc13053245cd5
8043d260cd8caecc3843967221c5695d7d54c6b625b0bb6270b824918f9e79ae
Error: No such object: nosuch
[exit 1]

[DC2-N1]$ docker inspect bridge --format '{{.Name}} {{.Driver}}'
bridge bridge

[DC2-N1]$ docker inspect -f '{{.State.Status}}' thing
running

[DC2-N1]$ docker inspect --format '{{json .State.Status}}' thing
"running"

[DC2-N1]$ docker inspect --format json thing --type bogus
unknown type: "bogus": must be one of "config", "container", "image", "network", "node", "plugin", "secret", "service", "task", "volume"
[exit 1]

[DC2-N1]$ docker inspect --format '{{.Nosuch}}' thing

template parsing error: template: :1:2: executing "" at <.Nosuch>: map has no entry for key "Nosuch"
[exit 1]

[DC2-N1]$ docker inspect --format '{{.State.Nosuch}}' thing

template parsing error: template: :1:8: executing "" at <.State.Nosuch>: map has no entry for key "Nosuch"
[exit 1]

[DC2-N1]$ docker inspect --format '{{.NetworkSettings.Networks.nosuch.IPAddress}}' thing
<no value>

[DC2-N1]$ docker inspect --format '{{index .Config.Labels "nosuch"}}' thing

[DC2-N1]$ docker inspect --format '{{bogus}}' thing
template parsing error: template: :1: function "bogus" not defined
[exit 64]

[DC2-N1]$ docker inspect --format '{{' thing
template parsing error: template: :1: unclosed action
[exit 64]

[DC2-N1]$ docker inspect
docker: 'docker inspect' requires at least 1 argument

Usage:  docker inspect [OPTIONS] NAME|ID [NAME|ID...]

See 'docker inspect --help' for more information
[exit 1]

[DC2-N1]$ docker container inspect thing --format '{{.Name}}'
/thing

[DC2-N1]$ docker container inspect nosuch
[]
Error response from daemon: No such container: nosuch
[exit 1]

[DC2-N1]$ docker container inspect -s thing --format '{{.Name}}'
/thing

[DC2-N1]$ docker container inspect
docker: 'docker container inspect' requires at least 1 argument

Usage:  docker container inspect [OPTIONS] CONTAINER [CONTAINER...]

See 'docker container inspect --help' for more information
[exit 1]

[DC2-N1]$ docker inspect thing --format '{{split .Name "h"}} {{title .Driver}} {{lower .Name}} {{pad .Driver 2 2}} {{truncate .Name 3}}'
[/t ing] Overlay2 /thing   overlay2   /th

[DC2-N1]$ docker inspect thing --format '{{.HostConfig.NetworkMode}} {{.HostConfig.IpcMode}} {{.HostConfig.CgroupnsMode}} {{.HostConfig.ShmSize}} {{.HostConfig.Runtime}} {{json .HostConfig.ConsoleSize}}'
bridge private host 67108864 runc [0,0]

[DC2-N1]$ docker inspect thing --format '{{json .State}}'
{"Status":"running","Running":true,"Paused":false,"Restarting":false,"OOMKilled":false,"Dead":false,"Pid":9021,"ExitCode":0,"Error":"","StartedAt":"2026-11-28T00:06:57.246434069Z","FinishedAt":"0001-01-01T00:00:00Z"}

[DC2-N1]$ docker inspect thing --format '{{.AppArmorProfile}} {{.MountLabel}} {{.ProcessLabel}} {{json .ExecIDs}} {{.Driver}} {{.Platform}} {{.RestartCount}}'
   null overlay2 linux 0

[DC2-N1]$ docker inspect thing --format '{{.NetworkSettings.IPAddress}} {{.NetworkSettings.Gateway}} {{.NetworkSettings.Bridge}} {{json .NetworkSettings.SecondaryIPAddresses}}'
172.17.0.2 172.17.0.1  null

[DC2-N1]$ docker network inspect bridge --format '{{json .IPAM}} {{json .Options}}'
{"Driver":"default","Options":null,"Config":[{"Subnet":"172.17.0.0/16","Gateway":"172.17.0.1"}]} {"com.docker.network.bridge.default_bridge":"true","com.docker.network.bridge.enable_icc":"true","com.docker.network.bridge.enable_ip_masquerade":"true","com.docker.network.bridge.host_binding_ipv4":"0.0.0.0","com.docker.network.bridge.name":"docker0","com.docker.network.driver.mtu":"1500"}

[DC2-N1]$ docker network inspect bridge --format '{{.Name}} {{.Scope}} {{.Driver}} {{.EnableIPv6}} {{.Internal}} {{.Attachable}} {{.Ingress}} {{json .ConfigFrom}} {{.ConfigOnly}} {{json .Labels}}'
bridge local bridge false false false false {"Network":""} false {}

[DC2-N1]$ docker network inspect host none --format '{{.Name}} {{json .IPAM}} {{json .Options}} {{json .Containers}}'
host {"Driver":"default","Options":null,"Config":null} {} {}
none {"Driver":"default","Options":null,"Config":null} {} {}
