# title: What a task's container sees: templates, secrets, configs, mounts, names
# hosts: 1
# swarm: 1m0w
# tags: template, secrets, configs
# engine: 26.1.5
# runs: 1 (26.1.5)

let S = [DC2-N1]$ printf geheim | docker secret create pw -

let C = [DC2-N1]$ printf 'svc={{.Service.Name}} slot={{.Task.Slot}} host={{.Node.Hostname}} pw={{secret "pw"}} v={{env "V"}}' | docker config create --template-driver golang conf -

let P = [DC2-N1]$ printf 'svc={{.Service.Name}}' | docker config create plain -

[DC2-N1]$ docker service create -q -d --no-resolve-image --name app --hostname '{{.Service.Name}}-{{.Task.Slot}}-{{.Node.Hostname}}' --env 'V={{.Node.Hostname}}/{{.Service.Name}}' --env 'L={{index .Service.Labels "tier"}}' --label tier=front --secret pw --config source=conf,target=/etc/conf --config source=plain,target=/etc/plain,mode=0400 --mount 'type=volume,source=data-{{.Task.Slot}},target=/data' nginx
tl5s5jmowmv97be6avdzx0ni7

settle
# last change after 5.2 s

let ID = [DC2-N1]$ docker ps -q --filter name=app

[DC2-N1]$ docker exec $ID cat /run/secrets/pw
geheim

[DC2-N1]$ docker exec $ID cat /etc/conf
svc=app slot=1 host= pw=geheim v=DC2-N1/app

[DC2-N1]$ docker exec $ID cat /etc/plain
svc={{.Service.Name}}

[DC2-N1]$ docker exec $ID hostname
app-1-DC2-N1

[DC2-N1]$ docker exec $ID sh -c 'echo $V $L'
DC2-N1/app front

[DC2-N1]$ docker inspect $ID --format '{{.Config.Hostname}} {{range .Mounts}}{{.Type}} {{.Name}} {{.Destination}} {{.RW}} {{end}}'
app-1-DC2-N1 volume data-1 /data true 

[DC2-N1]$ docker volume ls --format '{{.Name}}'
data-1

[DC2-N1]$ docker exec $ID sh -c 'echo kept > /data/f'

[DC2-N1]$ docker service update -q -d --no-resolve-image --force app
app

settle
# last change after 14.7 s

let NEW = [DC2-N1]$ docker ps -q --filter name=app

[DC2-N1]$ docker exec $NEW cat /data/f
kept

[DC2-N1]$ docker secret rm pw
Error response from daemon: rpc error: code = InvalidArgument desc = secret 'pw' is in use by the following service: app
[exit 1]

[DC2-N1]$ docker service create -q -d --no-resolve-image --name bad --config source=conf,target=/etc/conf --restart-condition none nginx
ccujx5yosma5ub0zufo2h34tq

settle
# last change after 3.3 s

[DC2-N1]$ docker service ps bad --no-trunc --format '{{.DesiredState}} {{.CurrentState}}'
Shutdown Failed 9 seconds ago

[DC2-N1]$ docker service rm app bad
app
bad

settle
# last change after 4.0 s

[DC2-N1]$ docker volume ls --format '{{.Name}}'
data-1

[DC2-N1]$ docker ps -aq
