# title: Templates in configs, environment, host name and mounts
# hosts: 2
# swarm: 1m1w
# tags: orchestrator
# engine: 26.1.5
# runs: 1 (26.1.5)

file conf.tmpl <<EOF
service={{.Service.Name}}
slot={{.Task.Slot}}
host={{.Node.Hostname}}
env={{env "COLOR"}}
label={{index .Service.Labels "tier"}}
EOF

file bad.tmpl <<EOF
{{.Nothing.Here}}
EOF

[DC2-N1]$ docker config create --template-driver golang conf conf.tmpl
g0ug2pvol0yfeh3ehu9czly3q

[DC2-N1]$ docker config create --template-driver golang bad bad.tmpl
l6iz3582ia4s17blrg7u8usa4

[DC2-N1]$ docker config create --template-driver mustache other conf.tmpl
zpv20kgkb1g4ofio0cgnl55zl

[DC2-N1]$ docker config inspect conf --format '{{json .Spec.Templating}}'
{"Name":"golang"}

[DC2-N1]$ docker service create -q -d --no-resolve-image --name web --label tier=front --replicas 2 --hostname '{{.Service.Name}}-{{.Task.Slot}}' --env COLOR=red --env 'WHO={{.Node.Hostname}}/{{.Service.ID}}' --config source=conf,target=/conf.txt --constraint node.role==manager busybox sh -c 'cat /conf.txt; hostname; echo $WHO; sleep 3600'
qn49dxfnvf1rp7stdg6s492sz

settle
# last change after 3.6 s

sorted [DC2-N1]$ docker service logs --raw web
service=web
slot=2
host=
env=red
label=front
web-2
DC2-N1/qn49dxfnvf1rp7stdg6s492sz
service=web
slot=1
host=
env=red
label=front
web-1
DC2-N1/qn49dxfnvf1rp7stdg6s492sz

[DC2-N1]$ docker service create -q -d --no-resolve-image --name broken --restart-condition none --config bad busybox sleep 100
q23k2qe9c5r3i5azkm1czau3d

settle
# last change after 3.1 s

[DC2-N1]$ docker service ps broken --format '{{.DesiredState}} {{.CurrentState}} {{.Error}}' --no-trunc
Shutdown Failed 9 seconds ago "starting container failed: unable to get config from config store: failed to expand templated config l6iz3582ia4s17blrg7u8usa4: template: expansion:1:10: executing "expansion" at <.Nothing.Here>: can't evaluate field Nothing in type *template.PayloadContext"

[DC2-N1]$ docker service create -q -d --no-resolve-image --name host --restart-condition none --hostname '{{.Bogus}}' busybox sleep 100
Error response from daemon: rpc error: code = InvalidArgument desc = expanding hostname failed: template: expansion:1:2: executing "expansion" at <.Bogus>: can't evaluate field Bogus in type *template.Context
[exit 1]

[DC2-N1]$ docker service create -q -d --no-resolve-image --name mnt --replicas 2 --restart-condition none --mount 'type=volume,source=v-{{.Task.Slot}},target=/data' --constraint node.role==manager busybox sleep 100
92m5uur714krxrlk51ip1dqr4

settle
# last change after 5.5 s

sorted [DC2-N1]$ docker volume ls --format '{{.Name}}'
v-1
v-2

[DC2-N1]$ docker config rm conf bad
Error response from daemon: rpc error: code = InvalidArgument desc = config 'conf' is in use by the following service: web
Error response from daemon: rpc error: code = InvalidArgument desc = config 'bad' is in use by the following service: broken
[exit 1]
