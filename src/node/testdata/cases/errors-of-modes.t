# title: Modes and flags that exclude each other
# hosts: 1
# swarm: 1m
# tags: orchestrator
# engine: 26.1.5
# runs: 1 (26.1.5)

[DC2-N1]$ docker service create -d --mode global --replicas 2 nginx
replicas can only be used with replicated or replicated-job mode
[exit 1]

[DC2-N1]$ docker service create -d --mode nonsense nginx
Unknown mode: nonsense, only replicated and global supported
[exit 1]

[DC2-N1]$ docker service create -d --replicas=-1 nginx
invalid argument "-1" for "--replicas" flag: strconv.ParseUint: parsing "-1": invalid syntax

Usage:  docker service create [OPTIONS] IMAGE [COMMAND] [ARG...]

Run 'docker service create --help' for more information
[exit 125]

[DC2-N1]$ docker service create -d --max-concurrent 2 nginx
max-concurrent can only be used with replicated-job mode
[exit 1]

[DC2-N1]$ docker service create -q -d --no-resolve-image --name g --mode global nginx:1.25
y6iitn13c2h90anih1zbfbi8a

[DC2-N1]$ docker service create -q -d --no-resolve-image --name j --mode replicated-job busybox true
9ja77qs1qt0gebnim9phjlj0p

[DC2-N1]$ docker service create -q -d --no-resolve-image --name r nginx:1.25
j19cjhylul7pd695bsc0gqarn

settle
# last change after 2.3 s

[DC2-N1]$ docker service scale g=2
g: scale can only be used with replicated or replicated-job mode
[exit 1]

[DC2-N1]$ docker service update -d --replicas 2 g
replicas can only be used with replicated mode
[exit 1]

[DC2-N1]$ docker service scale r=0 nothing=1
r scaled to 0
overall progress: 0 out of 0 tasks
verify: Service r converged
nothing: Error response from daemon: service nothing not found
[exit 1]

[DC2-N1]$ docker service scale r
invalid scale specifier 'r'.
See 'docker service scale --help'.

Usage:  docker service scale SERVICE=REPLICAS [SERVICE=REPLICAS...]

Scale one or multiple replicated services
[exit 1]

[DC2-N1]$ docker service scale r=x
r: invalid replicas value x: strconv.ParseUint: parsing "x": invalid syntax
[exit 1]

[DC2-N1]$ docker service scale r=-1
r: invalid replicas value -1: strconv.ParseUint: parsing "-1": invalid syntax
[exit 1]

[DC2-N1]$ docker service scale -d j=2
j scaled to 2

[DC2-N1]$ docker service update -d --max-concurrent 2 r
r

[DC2-N1]$ docker service update -d --replicas 2 --max-concurrent 1 j
replicas can only be used with replicated mode
[exit 1]

[DC2-N1]$ docker service update -d --limit-cpu 1000 r
r

[DC2-N1]$ docker service update -d --reserve-cpu 0.001 --limit-cpu 0.0005 r
Error response from daemon: rpc error: code = InvalidArgument desc = invalid cpu value 0.0005: Must be at least 0.001
[exit 1]

[DC2-N1]$ docker service update -d --limit-memory 1 r
Error response from daemon: rpc error: code = InvalidArgument desc = invalid memory value 1: Must be at least 4MiB
[exit 1]

[DC2-N1]$ docker service update -d --update-max-failure-ratio 2 r
Error response from daemon: rpc error: code = InvalidArgument desc = TaskSpec: update-maxfailureratio cannot be less than 0 or bigger than 1
[exit 1]

[DC2-N1]$ docker service update -d --update-failure-action explode r
Error response from daemon: unrecognized update failure action explode
[exit 1]

[DC2-N1]$ docker service update -d --update-order sideways r
Error response from daemon: unrecognized update order sideways
[exit 1]

[DC2-N1]$ docker service update -d --update-parallelism=-1 r
invalid argument "-1" for "--update-parallelism" flag: strconv.ParseUint: parsing "-1": invalid syntax

Usage:  docker service update [OPTIONS] SERVICE

Run 'docker service update --help' for more information
[exit 125]

[DC2-N1]$ docker service update -d --isolation hyperv r
r

settle
# last change after 3.1 s

[DC2-N1]$ docker service ls --format '{{.Name}} {{.Mode}} {{.Replicas}}'
g global 1/1
j replicated job 0/1 (2/2 completed)
r replicated 0/0
