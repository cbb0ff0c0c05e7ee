# title: Logs of services and tasks with every flag
# hosts: 2
# swarm: 1m1w
# tags: logs
# engine: 26.1.5
# runs: 1 (26.1.5)

[DC2-N1]$ docker service create -q -d --no-resolve-image --name say --constraint node.role==manager --restart-condition none busybox sh -c 'echo one; sleep 1; echo two >&2; sleep 1; echo three; sleep 1; echo four; exit 3'
145fa1r0ntwovtth9rsx6qm58

settle
# last change after 6.3 s

sorted [DC2-N1]$ docker service logs say --raw
one
three
four
two

[DC2-N1]$ docker service logs say --raw --tail 2
three
four

[DC2-N1]$ docker service logs say --raw --tail 0

sorted [DC2-N1]$ docker service logs say --raw --tail all
one
three
four
two

[DC2-N1]$ docker service logs say --raw --tail foo
Error response from daemon: tail value must be a positive integer or "all"
[exit 1]

[DC2-N1]$ docker service logs say --raw -t --tail 1
2026-11-27T20:50:43.684521330Z four

[DC2-N1]$ docker service logs say --no-task-ids --tail 1
say.1@DC2-N1    | four

[DC2-N1]$ docker service logs say --tail 1
say.1.o414t3csriui@DC2-N1    | four

[DC2-N1]$ docker service logs say --no-resolve --no-task-ids --tail 1
145fa1r0ntwovtth9rsx6qm58.1@412uf3nb35qptl6wip0zt4hab    | four

[DC2-N1]$ docker service logs say --no-trunc --tail 1
say.1.o414t3csriuiyctum2hzxxgam@DC2-N1    | four

[DC2-N1]$ docker service logs say --details --raw --tail 1
com.docker.swarm.node.id=412uf3nb35qptl6wip0zt4hab,com.docker.swarm.service.id=145fa1r0ntwovtth9rsx6qm58,com.docker.swarm.task.id=o414t3csriuiyctum2hzxxgam four

[DC2-N1]$ docker service logs say --since 1h --raw --tail 1
four

[DC2-N1]$ docker service logs say --since 2030-01-01 --raw

[DC2-N1]$ docker service logs say --since foo --raw
invalid value for "since": failed to parse value as time or duration: "foo"
[exit 1]

[DC2-N1]$ docker service logs nosuch
no such task or service: nosuch
[exit 1]

let T = [DC2-N1]$ docker service ps say -q --no-trunc

sorted [DC2-N1]$ docker service logs $T --raw
one
three
four
two

[DC2-N1]$ docker service logs $T --tail 1
say.1.o414t3csriui@DC2-N1    | four

[DC2-N1]$ docker inspect $T --format '{{.Status.State}} {{.Status.Message}} {{.Status.Err}} {{.Status.ContainerStatus.ExitCode}}'
failed started task: non-zero exit (3) 3

[DC2-N1]$ docker inspect --type task $T --format '{{.DesiredState}} {{.Slot}} {{.Spec.RestartPolicy.Condition}}'
shutdown 1 none

[DC2-N1]$ docker service ps say --format '{{.Name}} {{.DesiredState}} {{.CurrentState}} {{.Error}}'
say.1 Shutdown Failed 11 seconds ago "task: non-zero exit (3)"

[DC2-N1]$ docker ps -a --filter name=say --format '{{.Image}} {{.Status}} {{.State}}'
busybox:latest Exited (3) 12 seconds ago exited

let C = [DC2-N1]$ docker ps -aq --filter name=say

sorted [DC2-N1]$ docker logs $C
one
three
four
two

[DC2-N1]$ docker logs --tail 1 $C
four

[DC2-N1]$ docker service update -d -q --no-resolve-image --log-driver none say
say

settle
# last change after 5.1 s

sorted [DC2-N1]$ docker service logs say
say.1.o414t3csriui@DC2-N1    | one
say.1.o414t3csriui@DC2-N1    | three
say.1.o414t3csriui@DC2-N1    | four
say.1.o414t3csriui@DC2-N1    | two

[DC2-N1]$ docker service create -q -d --no-resolve-image --name many --replicas 3 --constraint node.role==manager busybox sh -c 'echo hello; sleep 1000'
uakvn8b2v2yv4df131qs9gnd7

settle
# last change after 1.7 s

sorted [DC2-N1]$ docker service logs many --raw
hello
hello
hello

sorted [DC2-N1]$ docker service logs many --no-task-ids
many.2@DC2-N1    | hello
many.3@DC2-N1    | hello
many.1@DC2-N1    | hello

[DC2-N1]$ docker service scale -d many=1
many scaled to 1

settle
# last change after 0.0 s

sorted [DC2-N1]$ docker service logs many --no-task-ids
many.3@DC2-N1    | hello
many.1@DC2-N1    | hello
many.2@DC2-N1    | hello

[DC2-N1]$ docker service rm many
many

[DC2-N1]$ docker service logs many
no such task or service: many
[exit 1]
