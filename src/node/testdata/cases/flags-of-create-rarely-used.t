# title: Flags of service create and update that are seldom used
# hosts: 2
# swarm: 1m1w
# tags: service
# engine: 26.1.5
# runs: 1 (26.1.5)

[DC2-N1]$ docker service create -q -d --no-resolve-image --name web --replicas 2 --with-registry-auth --health-cmd true --health-interval 5s --health-start-period 10s --health-start-interval 1s --health-timeout 2s --log-driver json-file --log-opt max-size=1m --log-opt max-file=2 nginx:1.25
urao5pmqmm6sctiot1uuscc2u

[DC2-N1]$ docker service inspect web --format '{{json .Spec.TaskTemplate.ContainerSpec}} {{json .Spec.TaskTemplate.LogDriver}}'
{"Image":"nginx:1.25","Init":false,"StopGracePeriod":10000000000,"Healthcheck":{"Test":["CMD-SHELL","true"],"Interval":5000000000,"Timeout":2000000000,"StartPeriod":10000000000,"StartInterval":1000000000},"DNSConfig":{},"Isolation":"default"} {"Name":"json-file","Options":{"max-file":"2","max-size":"1m"}}

settle
# last change after 3.3 s

[DC2-N1]$ docker service ps web --format '{{.Name}} {{.DesiredState}} {{.CurrentState}}'
web.1 Running Running 9 seconds ago
web.2 Running Running 9 seconds ago

[DC2-N1]$ docker service update -q -d --no-resolve-image --health-start-interval 2s --health-start-period 0s --health-timeout 1s --health-retries 5 --log-opt max-size=2m web
web

[DC2-N1]$ docker service inspect web --format '{{json .Spec.TaskTemplate.ContainerSpec}} {{json .Spec.TaskTemplate.LogDriver}}'
{"Image":"nginx:1.25","Init":false,"StopGracePeriod":10000000000,"Healthcheck":{"Test":["CMD-SHELL","true"],"Interval":5000000000,"Timeout":1000000000,"StartInterval":1000000000,"Retries":5},"DNSConfig":{},"Isolation":"default"} {"Name":"json-file","Options":{"max-file":"2","max-size":"1m"}}

[DC2-N1]$ docker service update -q -d --no-resolve-image --restart-window 10s --restart-delay 1s --restart-condition on-failure --rollback-monitor 3s --rollback-max-failure-ratio 0.1 --rollback-failure-action continue web
web

[DC2-N1]$ docker service inspect web --format '{{json .Spec.TaskTemplate.RestartPolicy}} {{json .Spec.RollbackConfig}}'
{"Condition":"on-failure","Delay":1000000000,"MaxAttempts":0,"Window":10000000000} {"Parallelism":1,"FailureAction":"continue","Monitor":3000000000,"MaxFailureRatio":0.1,"Order":"stop-first"}

[DC2-N1]$ docker service update -q -d --no-resolve-image --credential-spec config://nosuch web
config not found: nosuch
[exit 1]

[DC2-N1]$ docker service update -q -d --no-resolve-image --credential-spec file://x web
web

[DC2-N1]$ docker service inspect web --format '{{json .Spec.TaskTemplate.ContainerSpec.Privileges}}'
{"CredentialSpec":{"Config":"","File":"x","Registry":""},"SELinuxContext":null,"NoNewPrivileges":false}

[DC2-N1]$ docker service update -q -d --no-resolve-image --credential-spec '' web
web

[DC2-N1]$ docker service inspect web --format '{{json .Spec.TaskTemplate.ContainerSpec.Privileges}}'
{"CredentialSpec":null,"SELinuxContext":null,"NoNewPrivileges":false}

[DC2-N1]$ docker service update -q -d --no-resolve-image --entrypoint 'httpd -f' --args '-p 80' web
web

[DC2-N1]$ docker service inspect web --format '{{json .Spec.TaskTemplate.ContainerSpec.Command}} {{json .Spec.TaskTemplate.ContainerSpec.Args}}'
["httpd","-f"] ["-p","80"]

[DC2-N1]$ docker service update -q -d --no-resolve-image --no-healthcheck --log-driver none web
web

[DC2-N1]$ docker service inspect web --format '{{json .Spec.TaskTemplate.ContainerSpec.Healthcheck}} {{json .Spec.TaskTemplate.LogDriver}}'
{"Test":["NONE"]} {"Name":"none"}

[DC2-N1]$ docker service update -q -d --no-resolve-image --no-healthcheck --health-cmd true web
--no-healthcheck conflicts with --health-* options
[exit 1]

[DC2-N1]$ docker service update -q -d --no-resolve-image --health-cmd '' web
web

[DC2-N1]$ docker service update -q -d --no-resolve-image --limit-cpu 0.5 --limit-memory 64m --limit-pids 10 --reserve-cpu 0.1 --reserve-memory 10m web
web

[DC2-N1]$ docker service inspect web --format '{{json .Spec.TaskTemplate.Resources}}'
{"Limits":{"NanoCPUs":500000000,"MemoryBytes":67108864,"Pids":10},"Reservations":{"NanoCPUs":100000000,"MemoryBytes":10485760}}

[DC2-N1]$ docker service update -q -d --no-resolve-image --limit-cpu 0 --reserve-memory 0 web
web

[DC2-N1]$ docker service inspect web --format '{{json .Spec.TaskTemplate.Resources}}'
{"Limits":{"MemoryBytes":67108864,"Pids":10},"Reservations":{"NanoCPUs":100000000}}

[DC2-N1]$ docker service update -q -d --no-resolve-image --limit-memory 4m web
web

[DC2-N1]$ docker service update -q -d --no-resolve-image --reserve-cpu -1 web
Error response from daemon: rpc error: code = InvalidArgument desc = invalid cpu value -1: Must be at least 0.001
[exit 1]

[DC2-N1]$ docker service update -q -d --no-resolve-image --replicas-max-per-node 1 --update-max-failure-ratio 0.25 --update-failure-action continue --update-monitor 0s web
web

[DC2-N1]$ docker service inspect web --format '{{json .Spec.UpdateConfig}} {{json .Spec.TaskTemplate.Placement}}'
{"Parallelism":1,"FailureAction":"continue","Monitor":5000000000,"MaxFailureRatio":0.25,"Order":"stop-first"} {"MaxReplicas":1}

[DC2-N1]$ docker service update -q -d --no-resolve-image --max-concurrent 2 web
web

[DC2-N1]$ docker service update -q -d --no-resolve-image --update-order sideways web
Error response from daemon: unrecognized update order sideways
[exit 1]

[DC2-N1]$ docker service update -q -d --no-resolve-image --endpoint-mode sideways web
Error response from daemon: invalid resolution mode: "sideways"
[exit 1]

[DC2-N1]$ docker service update -q -d --no-resolve-image --restart-condition never web
Error response from daemon: invalid RestartCondition: "never"
[exit 1]

[DC2-N1]$ docker service update -q -d --no-resolve-image --stop-grace-period -1s web
web

[DC2-N1]$ docker service update -q -d --no-resolve-image --isolation x web
web

[DC2-N1]$ docker service update -q -d --no-resolve-image --ulimit-add foo=1 web
invalid argument "foo=1" for "--ulimit-add" flag: invalid ulimit type: foo

Usage:  docker service update [OPTIONS] SERVICE

Run 'docker service update --help' for more information
[exit 125]

[DC2-N1]$ docker service update -q -d --no-resolve-image --cap-add NOSUCH web
web

[DC2-N1]$ docker service update -q -d --no-resolve-image --image 'Bad Image' web
Error response from daemon: rpc error: code = InvalidArgument desc = ContainerSpec: "Bad Image" is not a valid repository/tag
[exit 1]

[DC2-N1]$ docker service update -q -d --no-resolve-image --replicas -2 web
invalid argument "-2" for "--replicas" flag: strconv.ParseUint: parsing "-2": invalid syntax

Usage:  docker service update [OPTIONS] SERVICE

Run 'docker service update --help' for more information
[exit 125]

settle
# last change after 300.3 s

[DC2-N1]$ docker service ls -q
urao5pmqmm6s

[DC2-N1]$ docker service ps -q web --filter desired-state=running

[DC2-N1]$ docker service ps --no-resolve --no-trunc --format '{{.Image}} {{.DesiredState}}' web --filter desired-state=running

[DC2-N1]$ docker service logs -f nosuch
no such task or service: nosuch
[exit 1]

[DC2-N1]$ docker service create -q -d --no-resolve-image --name once --restart-condition none busybox sh -c 'echo a; sleep 1; echo b'
e95ekp5lfqc5bqhbwofqjnqkd

settle
# last change after 300.0 s

[DC2-N1]$ docker service logs --raw -t=false once
a
b

[DC2-N1]$ docker service scale --detach=false once=0
once scaled to 0
overall progress: 0 out of 0 tasks
verify: Service once converged

[DC2-N1]$ docker service scale --detach=true once=1
once scaled to 1

[DC2-N1]$ docker service rollback --detach=true once
once

[DC2-N1]$ docker service rm once
once
