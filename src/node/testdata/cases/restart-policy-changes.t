# title: Conditions of restart, changed while tasks end
# hosts: 2
# swarm: 1m1w
# tags: orchestrator
# engine: 26.1.5
# runs: 1 (26.1.5)

[DC2-N1]$ docker service create -q -d --no-resolve-image --name any --restart-condition any --restart-max-attempts 2 --restart-delay 1s busybox sh -c 'sleep 1'
jc8zylgpn1f7yzekthpb8mbt3

[DC2-N1]$ docker service create -q -d --no-resolve-image --name fails --restart-condition on-failure --restart-delay 1s busybox true
psg5jbdfky58hqde0g5ipbzft

[DC2-N1]$ docker service create -q -d --no-resolve-image --name window --restart-condition any --restart-max-attempts 2 --restart-window 4s --restart-delay 3s busybox sh -c 'exit 2'
3s995c5zc82s1kl0ma90oh0ca

wait 40s

counts [DC2-N1]$ docker service ps any --format '{{.Name}} {{.DesiredState}}'
any.1 Shutdown
any.1 Shutdown
any.1 Shutdown

counts [DC2-N1]$ docker service ps fails --format '{{.Name}} {{.DesiredState}}'
fails.1 Shutdown

[DC2-N1]$ docker service ls --format '{{.Name}} {{.Mode}}'
any replicated
fails replicated
window replicated

counts [DC2-N1]$ docker service ps window --filter desired-state=shutdown --format '{{.Name}} {{.Error}}'
window.1 "task: non-zero exit (2)"
window.1 "task: non-zero exit (2)"

[DC2-N1]$ docker service update -q -d --restart-condition none --restart-max-attempts 0 any
any

wait 15s

counts [DC2-N1]$ docker service ps any --format '{{.Name}} {{.DesiredState}}'
any.1 Shutdown
any.1 Shutdown
any.1 Shutdown
any.1 Shutdown

[DC2-N1]$ docker service inspect any --format '{{json .Spec.TaskTemplate.RestartPolicy}}'
{"Condition":"none","Delay":1000000000,"MaxAttempts":0}

[DC2-N1]$ docker service create -d --restart-condition sometimes nginx
Error response from daemon: invalid RestartCondition: "sometimes"
[exit 1]

[DC2-N1]$ docker service create -d --restart-delay=-1s nginx
Error response from daemon: rpc error: code = InvalidArgument desc = TaskSpec: restart-delay cannot be negative
[exit 1]

[DC2-N1]$ docker service create -d --restart-max-attempts=-1 nginx
invalid argument "-1" for "--restart-max-attempts" flag: strconv.ParseUint: parsing "-1": invalid syntax

Usage:  docker service create [OPTIONS] IMAGE [COMMAND] [ARG...]

Run 'docker service create --help' for more information
[exit 125]

[DC2-N1]$ docker service inspect --pretty window

ID:		3s995c5zc82s1kl0ma90oh0ca
Name:		window
Service Mode:	Replicated
 Replicas:	1
Placement:
UpdateConfig:
 Parallelism:	1
 On failure:	pause
 Monitoring Period: 5s
 Max failure ratio: 0
 Update order:      stop-first
RollbackConfig:
 Parallelism:	1
 On failure:	pause
 Monitoring Period: 5s
 Max failure ratio: 0
 Rollback order:    stop-first
ContainerSpec:
 Image:		busybox:latest
 Args:		sh -c exit 2 
 Init:		false
Resources:
Endpoint Mode:	vip
