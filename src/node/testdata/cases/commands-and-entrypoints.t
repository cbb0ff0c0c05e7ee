# title: Arguments, entrypoints, users and environment as containers get them
# hosts: 1
# swarm: 1m0w
# tags: service, containers
# engine: 26.1.5
# runs: 1 (26.1.5)

[DC2-N1]$ docker service create -q -d --no-resolve-image --name a --env X=1 --env Y='a b' --env X=2 busybox sh -c 'echo "$X-$Y"; sleep 1000'
myq5lkb8sfw2gbvn12vd1r4m2

[DC2-N1]$ docker service create -q -d --no-resolve-image --name b --entrypoint 'sh -c' busybox 'echo from b; sleep 1000'
qoirmarcch9r3h3dglj5faede

[DC2-N1]$ docker service create -q -d --no-resolve-image --name c --hostname '{{.Service.Name}}.{{.Task.Slot}}' --env NODE='{{.Node.Hostname}}' --env TASK='{{.Task.Name}}' busybox sh -c 'hostname; echo $NODE; sleep 1000'
vtw1tc36eui6xus6u2zs2witz

[DC2-N1]$ docker service create -q -d --no-resolve-image --name d --workdir /tmp --user root busybox sh -c 'pwd; id -u; sleep 1000'
tnql6sq017vrat388i6zkgdhp

[DC2-N1]$ docker service create -q -d --no-resolve-image --name e --restart-condition none busybox sh -c 'echo out; echo err >&2; exit 7'
8gb4dp6r6fbw5xphul4wn6p8a

[DC2-N1]$ docker service create -q -d --no-resolve-image --name f --restart-condition none busybox nosuchprogram
i6j80pgvv0r5ypktay3cgsvvv

[DC2-N1]$ docker service create -q -d --no-resolve-image --name g --restart-condition none --entrypoint /nosuch busybox
032szy7h68irxg1blojhfht78

[DC2-N1]$ docker service create -q -d --no-resolve-image --name h --restart-condition none busybox true
e68sj30uj1c27u3hhu8tqte8p

[DC2-N1]$ docker service create -q -d --no-resolve-image --name i --restart-condition none busybox sh -c 'kill -9 $$'
ihedap90xikiwnvl3wzw0wjw4

[DC2-N1]$ docker service create -q -d --no-resolve-image --name j --env-file /nosuch busybox true
open /nosuch: no such file or directory
[exit 1]

settle
# last change after 3.2 s

[DC2-N1]$ docker service logs --raw a
2-a b

[DC2-N1]$ docker service logs --raw b
from b

[DC2-N1]$ docker service logs --raw c
c.1
DC2-N1

[DC2-N1]$ docker service logs --raw d
/tmp
0

sorted [DC2-N1]$ docker service logs --raw e
err
out

[DC2-N1]$ docker service ps e --format '{{.DesiredState}} {{.CurrentState}} {{.Error}}'
Shutdown Failed 10 seconds ago "task: non-zero exit (7)"

[DC2-N1]$ docker service ps f --no-trunc --format '{{.DesiredState}} {{.CurrentState}} {{.Error}}'
Shutdown Failed 10 seconds ago "starting container failed: failed to create task for container: failed to create shim task: OCI runtime create failed: runc create failed: unable to start container process: exec: "nosuchprogram": executable file not found in $PATH: unknown"

[DC2-N1]$ docker service ps g --no-trunc --format '{{.DesiredState}} {{.CurrentState}} {{.Error}}'
Shutdown Failed 9 seconds ago "starting container failed: failed to create task for container: failed to create shim task: OCI runtime create failed: runc create failed: unable to start container process: exec: "/nosuch": stat /nosuch: no such file or directory: unknown"

[DC2-N1]$ docker service ps h --format '{{.DesiredState}} {{.CurrentState}} {{.Error}}'
Shutdown Complete 9 seconds ago 

[DC2-N1]$ docker service ps i --format '{{.DesiredState}} {{.CurrentState}} {{.Error}}'
Shutdown Complete 9 seconds ago 

[DC2-N1]$ docker service inspect a --format '{{json .Spec.TaskTemplate.ContainerSpec.Args}} {{json .Spec.TaskTemplate.ContainerSpec.Command}} {{json .Spec.TaskTemplate.ContainerSpec.Env}}'
["sh","-c","echo \"$X-$Y\"; sleep 1000"] null ["Y=a b","X=2"]

[DC2-N1]$ docker service inspect b --format '{{json .Spec.TaskTemplate.ContainerSpec.Args}} {{json .Spec.TaskTemplate.ContainerSpec.Command}}'
["echo from b; sleep 1000"] ["sh","-c"]

[DC2-N1]$ docker service update -q -d --no-resolve-image --args "sh -c 'echo new args; sleep 1000'" a
a

settle
# last change after 25.3 s

[DC2-N1]$ docker service update -q -d --no-resolve-image --args '' --entrypoint "sleep 500" a
a

settle
# last change after 19.6 s

[DC2-N1]$ docker service inspect a --format '{{json .Spec.TaskTemplate.ContainerSpec.Args}} {{json .Spec.TaskTemplate.ContainerSpec.Command}}'
null ["sleep","500"]

[DC2-N1]$ docker service ps a --filter desired-state=running --format '{{.CurrentState}}'
Running 14 seconds ago

[DC2-N1]$ docker service update -d --no-resolve-image --args "unclosed ' quote" a
invalid argument "unclosed ' quote" for "--args" flag: EOF found when expecting closing quote

Usage:  docker service update [OPTIONS] SERVICE

Run 'docker service update --help' for more information
[exit 125]

let C = [DC2-N1]$ docker ps -q --filter name=c.1

[DC2-N1]$ docker exec $C hostname
c.1

[DC2-N1]$ docker exec -e Z=9 $C sh -c 'echo $Z'
9

[DC2-N1]$ docker inspect $C --format '{{.Config.Hostname}} {{json .Config.Cmd}} {{.Path}} {{json .Args}}'
c.1 ["sh","-c","hostname; echo $NODE; sleep 1000"] sh ["-c","hostname; echo $NODE; sleep 1000"]

[DC2-N1]$ docker service ls --format '{{.Name}} {{.Replicas}}'
a 1/1
b 1/1
c 1/1
d 1/1
e 0/1
f 0/1
g 0/1
h 0/1
i 0/1
