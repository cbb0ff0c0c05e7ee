# title: Secrets and configs in services: in use, replaced, removed
# hosts: 2
# swarm: 1m1w
# tags: secrets, configs
# engine: 26.1.5
# runs: 1 (26.1.5)

let S1 = [DC2-N1]$ printf one | docker secret create pw1 -

let S2 = [DC2-N1]$ printf two | docker secret create pw2 -

let C1 = [DC2-N1]$ printf 'host {{.Node.Hostname}} id {{.Service.Name}} {{.Task.Slot}}' | docker config create --template-driver golang cfg1 -

let C2 = [DC2-N1]$ printf plain | docker config create cfg2 -

[DC2-N1]$ docker service create -q -d --no-resolve-image --name web --secret pw1 --config source=cfg1,target=/etc/c nginx
mim2n8dcqvsm06bjry3amx3r1

settle
# last change after 0.9 s

[DC2-N1]$ docker service inspect web --format '{{range .Spec.TaskTemplate.ContainerSpec.Secrets}}{{.SecretName}} {{.File.Name}} {{.File.UID}} {{.File.Mode}}{{end}} {{range .Spec.TaskTemplate.ContainerSpec.Configs}}{{.ConfigName}} {{.File.Name}} {{.File.Mode}}{{end}}'
pw1 pw1 0 -r--r--r-- cfg1 /etc/c -r--r--r--

[DC2-N1]$ docker secret rm pw1
Error response from daemon: rpc error: code = InvalidArgument desc = secret 'pw1' is in use by the following service: web
[exit 1]

[DC2-N1]$ docker config rm cfg1 cfg2
cfg2
Error response from daemon: rpc error: code = InvalidArgument desc = config 'cfg1' is in use by the following service: web
[exit 1]

[DC2-N1]$ docker secret create pw1 nosuchfile
error reading from nosuchfile: open nosuchfile: no such file or directory
[exit 1]

[DC2-N1]$ printf again | docker secret create pw1 -
Error response from daemon: rpc error: code = AlreadyExists desc = secret pw1 already exists
[exit 1]

[DC2-N1]$ printf '' | docker secret create empty -
error reading from STDIN: data is empty
[exit 1]

[DC2-N1]$ printf x | docker secret create bad/name -
Error response from daemon: rpc error: code = InvalidArgument desc = invalid name, only 64 [a-zA-Z0-9-_.] characters allowed, and the start and end character must be [a-zA-Z0-9]
[exit 1]

[DC2-N1]$ docker service update -q -d --no-resolve-image --secret-rm pw1 --secret-add source=pw2,target=pw1,mode=0400 web
web

settle
# last change after 7.8 s

[DC2-N1]$ docker service inspect web --format '{{json .Spec.TaskTemplate.ContainerSpec.Secrets}}'
[{"File":{"Name":"pw1","UID":"0","GID":"0","Mode":256},"SecretID":"t5c2fexlsgwjw90xfc3t4lxa9","SecretName":"pw2"}]

[DC2-N1]$ docker secret rm pw1
pw1

[DC2-N1]$ docker service update -d --no-resolve-image --secret-add nosuch web
secret not found: nosuch
[exit 1]

[DC2-N1]$ docker service create -d --no-resolve-image --secret pw2 --secret source=pw2,target=pw2 nginx
duplicate secret target for pw2 not allowed
[exit 1]

[DC2-N1]$ docker service create -d --no-resolve-image --config nosuch nginx
config not found: nosuch
[exit 1]

[DC2-N1]$ docker secret ls --format '{{.Name}} {{.Driver}}'
pw2 

[DC2-N1]$ docker config inspect cfg1 --format '{{json .Spec}}'
{"Name":"cfg1","Labels":{},"Data":"aG9zdCB7ey5Ob2RlLkhvc3RuYW1lfX0gaWQge3suU2VydmljZS5OYW1lfX0ge3suVGFzay5TbG90fX0=","Templating":{"Name":"golang"}}

[DC2-N1]$ docker secret inspect pw2 --format '{{json .Spec}}'
{"Name":"pw2","Labels":{}}

[DC2-N1]$ docker secret inspect --pretty pw2
ID:              t5c2fexlsgwjw90xfc3t4lxa9
Name:              pw2
Driver:            
Created at:        2026-11-27 14:46:30.887947799 +0000 utc
Updated at:        2026-11-27 14:46:30.887947799 +0000 utc

[DC2-N1]$ docker secret inspect nosuch
[]
Error response from daemon: secret nosuch not found
[exit 1]

counts [DC2-N1]$ docker service ps web --format '{{.Name}} {{.DesiredState}} {{.CurrentState}} {{.Error}}'
web.1 Running Running 14 seconds ago 
web.1 Shutdown Shutdown 15 seconds ago 
