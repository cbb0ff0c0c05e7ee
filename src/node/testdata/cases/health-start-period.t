# title: Failing probes inside and after the start period
# hosts: 1
# swarm: 1m
# tags: orchestrator
# engine: 26.1.5
# runs: 1 (26.1.5)

[DC2-N1]$ docker service create -q -d --no-resolve-image --name late --health-cmd 'test -f /tmp/ok' --health-interval 1s --health-retries 1 --health-start-period 8s busybox sh -c 'sleep 4; touch /tmp/ok; sleep 3600'
wdpv10fapbhpqa5mi8pv6k1wx

wait 9s

[DC2-N1]$ docker service ps late --format '{{.DesiredState}} {{.Error}}'
Running 

[DC2-N1]$ docker ps --format '{{.Image}} {{.Status}}' --filter name=late
busybox:latest Up 8 seconds (healthy)

wait 15s

[DC2-N1]$ docker service ls --format '{{.Name}} {{.Replicas}}'
late 1/1

[DC2-N1]$ docker service create -q -d --no-resolve-image --name never --restart-condition none --health-cmd false --health-interval 1s --health-retries 3 --health-start-period 2s --stop-grace-period 1s busybox sleep 3600
4sjy0244jgxhd2e0kabc7bhv5

settle
# last change after 7.6 s

[DC2-N1]$ docker service ps never --format '{{.DesiredState}} {{.CurrentState}} {{.Error}}' --no-trunc
Shutdown Failed 8 seconds ago "task: non-zero exit (137): dockerexec: unhealthy container"

[DC2-N1]$ docker service inspect never --format '{{json .Spec.TaskTemplate.ContainerSpec.Healthcheck}}'
{"Test":["CMD-SHELL","false"],"Interval":1000000000,"StartPeriod":2000000000,"Retries":3}

[DC2-N1]$ docker service update -q -d --no-healthcheck never
never

settle
# last change after 6.3 s

[DC2-N1]$ docker service ls --format '{{.Name}} {{.Replicas}}'
late 1/1
never 1/1

[DC2-N1]$ docker service create -d --no-healthcheck --health-cmd true nginx
--no-healthcheck conflicts with --health-* options
[exit 1]

[DC2-N1]$ docker service create -d --health-interval 1us --health-cmd true nginx
Error response from daemon: rpc error: code = InvalidArgument desc = ContainerSpec: Interval in HealthConfig cannot be less than 1ms
[exit 1]

[DC2-N1]$ docker service create -d --health-retries=-1 --health-cmd true nginx
Error response from daemon: rpc error: code = InvalidArgument desc = ContainerSpec: Retries in HealthConfig cannot be negative
[exit 1]

[DC2-N1]$ docker service create -d --health-timeout 0.5ms --health-cmd true nginx
Error response from daemon: rpc error: code = InvalidArgument desc = ContainerSpec: Timeout in HealthConfig cannot be less than 1ms
[exit 1]

[DC2-N1]$ docker service update -d --health-cmd true --no-healthcheck late
--no-healthcheck conflicts with --health-* options
[exit 1]
