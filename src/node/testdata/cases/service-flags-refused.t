# title: What the engine refuses in service create and update
# hosts: 2
# swarm: 1m1w
# tags: errors, service
# engine: 26.1.5
# runs: 1 (26.1.5)

[DC2-N1]$ docker service create -d --no-resolve-image --name web --mode global --replicas 2 nginx
replicas can only be used with replicated or replicated-job mode
[exit 1]

[DC2-N1]$ docker service create -d --no-resolve-image --name -x nginx
Error response from daemon: rpc error: code = InvalidArgument desc = name must be valid as a DNS name component
[exit 1]

[DC2-N1]$ docker service create -d --no-resolve-image --name x_ nginx
Error response from daemon: rpc error: code = InvalidArgument desc = name must be valid as a DNS name component
[exit 1]

[DC2-N1]$ docker service create -d --no-resolve-image --name a.b nginx
Error response from daemon: rpc error: code = InvalidArgument desc = name must be valid as a DNS name component
[exit 1]

[DC2-N1]$ docker service create -d --no-resolve-image --name web -p 80:80 -p 80:81 nginx
Error response from daemon: rpc error: code = InvalidArgument desc = EndpointSpec: duplicate published ports provided
[exit 1]

[DC2-N1]$ docker service create -d --no-resolve-image --name web --limit-cpu 0.0001 nginx
Error response from daemon: rpc error: code = InvalidArgument desc = invalid cpu value 0.0001: Must be at least 0.001
[exit 1]

[DC2-N1]$ docker service create -d --no-resolve-image --name web --limit-memory 1k nginx
Error response from daemon: rpc error: code = InvalidArgument desc = invalid memory value 1024: Must be at least 4MiB
[exit 1]

[DC2-N1]$ docker service create -d --no-resolve-image --name web --reserve-memory 1m nginx
Error response from daemon: rpc error: code = InvalidArgument desc = invalid memory value 1048576: Must be at least 4MiB
[exit 1]

[DC2-N1]$ docker service create -d --no-resolve-image --name web --reserve-cpu 0.0001 nginx
Error response from daemon: rpc error: code = InvalidArgument desc = invalid cpu value 0.0001: Must be at least 0.001
[exit 1]

[DC2-N1]$ docker service create -d --no-resolve-image --name web --reserve-cpu -1 nginx
Error response from daemon: rpc error: code = InvalidArgument desc = invalid cpu value -1: Must be at least 0.001
[exit 1]

[DC2-N1]$ docker service create -d --no-resolve-image --name web --limit-pids -5 nginx
zd87xfayio7tgcnxhehtj63eg

[DC2-N1]$ docker service create -d --no-resolve-image --name web --network nosuch nginx
Error response from daemon: network nosuch not found
[exit 1]

[DC2-N1]$ docker service create -d --no-resolve-image --name web --network bridge nginx
Error response from daemon: rpc error: code = AlreadyExists desc = name conflicts with an existing object: service web already exists
[exit 1]

[DC2-N1]$ docker service create -d --no-resolve-image --name web --network host --network ingress nginx
Error response from daemon: rpc error: code = InvalidArgument desc = Service cannot be explicitly attached to the ingress network "ingress"
[exit 1]

[DC2-N1]$ docker service create -d --no-resolve-image --name web --secret nosuch nginx
secret not found: nosuch
[exit 1]

[DC2-N1]$ docker service create -d --no-resolve-image --name web --config nosuch nginx
config not found: nosuch
[exit 1]

[DC2-N1]$ docker service create -d --no-resolve-image --name web --constraint 'node.role' nginx
Error response from daemon: rpc error: code = Unknown desc = constraint expected one operator from ==, !=
[exit 1]

[DC2-N1]$ docker service create -d --no-resolve-image --name web --constraint 'node.role=manager' nginx
Error response from daemon: rpc error: code = Unknown desc = constraint expected one operator from ==, !=
[exit 1]

[DC2-N1]$ docker service create -d --no-resolve-image --name web --constraint 'node.foo==manager' nginx
Error response from daemon: rpc error: code = AlreadyExists desc = name conflicts with an existing object: service web already exists
[exit 1]

[DC2-N1]$ docker service create -d --no-resolve-image --name web --constraint 'node.labels.a b==manager' nginx
Error response from daemon: rpc error: code = Unknown desc = key 'node.labels.a b' is invalid
[exit 1]

[DC2-N1]$ docker service create -d --no-resolve-image --name web --placement-pref spread=node.role nginx
Error response from daemon: rpc error: code = AlreadyExists desc = name conflicts with an existing object: service web already exists
[exit 1]

[DC2-N1]$ docker service create -d --no-resolve-image --name web --placement-pref binpack=node.labels.a nginx
invalid argument "binpack=node.labels.a" for "--placement-pref" flag: unsupported placement preference binpack (only spread is supported)

Usage:  docker service create [OPTIONS] IMAGE [COMMAND] [ARG...]

Run 'docker service create --help' for more information
[exit 125]

[DC2-N1]$ docker service create -d --no-resolve-image --name web --mount type=bind,target=/x nginx
Error response from daemon: rpc error: code = AlreadyExists desc = name conflicts with an existing object: service web already exists
[exit 1]

[DC2-N1]$ docker service create -d --no-resolve-image --name web --mount type=bind,source=rel,target=/x nginx
Error response from daemon: rpc error: code = AlreadyExists desc = name conflicts with an existing object: service web already exists
[exit 1]

[DC2-N1]$ docker service create -d --no-resolve-image --name web --mount type=volume,source=a,target=x nginx
Error response from daemon: rpc error: code = AlreadyExists desc = name conflicts with an existing object: service web already exists
[exit 1]

[DC2-N1]$ docker service create -d --no-resolve-image --name web --mount type=volume,source=a,target=/x --mount type=volume,source=b,target=/x nginx
Error response from daemon: rpc error: code = InvalidArgument desc = ContainerSpec: duplicate mount point: /x
[exit 1]

[DC2-N1]$ docker service create -d --no-resolve-image --name web --mount type=tmpfs,source=a,target=/x nginx
Error response from daemon: rpc error: code = AlreadyExists desc = name conflicts with an existing object: service web already exists
[exit 1]

[DC2-N1]$ docker service create -d --no-resolve-image --name web --mount type=tmpfs,target=/x,tmpfs-size=10m,volume-nocopy nginx
invalid argument "type=tmpfs,target=/x,tmpfs-size=10m,volume-nocopy" for "--mount" flag: cannot mix 'volume-*' options with mount type 'tmpfs'

Usage:  docker service create [OPTIONS] IMAGE [COMMAND] [ARG...]

Run 'docker service create --help' for more information
[exit 125]

[DC2-N1]$ docker service create -d --no-resolve-image --name web --mount type=foo,target=/x nginx
Error response from daemon: invalid MountType: "foo"
[exit 1]

[DC2-N1]$ docker service create -d --no-resolve-image --name web --restart-condition sometimes nginx
Error response from daemon: invalid RestartCondition: "sometimes"
[exit 1]

[DC2-N1]$ docker service create -d --no-resolve-image --name web --restart-delay -1s nginx
Error response from daemon: rpc error: code = InvalidArgument desc = TaskSpec: restart-delay cannot be negative
[exit 1]

[DC2-N1]$ docker service create -d --no-resolve-image --name web --restart-window -1s nginx
Error response from daemon: rpc error: code = InvalidArgument desc = TaskSpec: restart-window cannot be negative
[exit 1]

[DC2-N1]$ docker service create -d --no-resolve-image --name web --update-delay -1s nginx
Error response from daemon: rpc error: code = InvalidArgument desc = TaskSpec: update-delay cannot be negative
[exit 1]

[DC2-N1]$ docker service create -d --no-resolve-image --name web --update-monitor -1s nginx
Error response from daemon: rpc error: code = InvalidArgument desc = TaskSpec: update-monitor cannot be negative
[exit 1]

[DC2-N1]$ docker service create -d --no-resolve-image --name web --update-max-failure-ratio 2 nginx
Error response from daemon: rpc error: code = InvalidArgument desc = TaskSpec: update-maxfailureratio cannot be less than 0 or bigger than 1
[exit 1]

[DC2-N1]$ docker service create -d --no-resolve-image --name web --update-max-failure-ratio -0.1 nginx
Error response from daemon: rpc error: code = InvalidArgument desc = TaskSpec: update-maxfailureratio cannot be less than 0 or bigger than 1
[exit 1]

[DC2-N1]$ docker service create -d --no-resolve-image --name web --rollback-failure-action rollback nginx
Error response from daemon: rpc error: code = AlreadyExists desc = name conflicts with an existing object: service web already exists
[exit 1]

[DC2-N1]$ docker service create -d --no-resolve-image --name web --rollback-order later nginx
Error response from daemon: unrecognized update order later
[exit 1]

[DC2-N1]$ docker service create -d --no-resolve-image --name web --update-order stop-last nginx
Error response from daemon: unrecognized update order stop-last
[exit 1]

[DC2-N1]$ docker service create -d --no-resolve-image --name web --update-failure-action explode nginx
Error response from daemon: unrecognized update failure action explode
[exit 1]

[DC2-N1]$ docker service create -d --no-resolve-image --name web --endpoint-mode dnsrr -p 80:80 nginx
Error response from daemon: rpc error: code = InvalidArgument desc = EndpointSpec: port published with ingress mode can't be used with dnsrr mode
[exit 1]

[DC2-N1]$ docker service create -d --no-resolve-image --name web --endpoint-mode foo nginx
Error response from daemon: invalid resolution mode: "foo"
[exit 1]

[DC2-N1]$ docker service create -d --no-resolve-image --name web --health-interval 1us nginx
Error response from daemon: rpc error: code = InvalidArgument desc = ContainerSpec: Interval in HealthConfig cannot be less than 1ms
[exit 1]

[DC2-N1]$ docker service create -d --no-resolve-image --name web --health-cmd true --health-interval 1us nginx
Error response from daemon: rpc error: code = InvalidArgument desc = ContainerSpec: Interval in HealthConfig cannot be less than 1ms
[exit 1]

[DC2-N1]$ docker service create -d --no-resolve-image --name web --health-cmd true --no-healthcheck nginx
--no-healthcheck conflicts with --health-* options
[exit 1]

[DC2-N1]$ docker service create -d --no-resolve-image --name web --health-retries -1 --health-cmd true nginx
Error response from daemon: rpc error: code = InvalidArgument desc = ContainerSpec: Retries in HealthConfig cannot be negative
[exit 1]

[DC2-N1]$ docker service create -d --no-resolve-image --name web --stop-grace-period -1s nginx
Error response from daemon: rpc error: code = AlreadyExists desc = name conflicts with an existing object: service web already exists
[exit 1]

[DC2-N1]$ docker service create -d --no-resolve-image --name web --generic-resource gpu=x nginx
invalid generic-resource request `gpu=x`, Named Generic Resources is not supported for service create or update
[exit 1]

[DC2-N1]$ docker service create -d --no-resolve-image --name web --generic-resource gpu nginx
invalid argument "gpu" for "--generic-resource" flag: invalid generic-resource format `gpu` expected `name=value`

Usage:  docker service create [OPTIONS] IMAGE [COMMAND] [ARG...]

Run 'docker service create --help' for more information
[exit 125]

[DC2-N1]$ docker service create -d --no-resolve-image --name web --ulimit nofile=10:5 nginx
invalid argument "nofile=10:5" for "--ulimit" flag: ulimit soft limit must be less than or equal to hard limit: 10 > 5

Usage:  docker service create [OPTIONS] IMAGE [COMMAND] [ARG...]

Run 'docker service create --help' for more information
[exit 125]

[DC2-N1]$ docker service create -d --no-resolve-image --name web --ulimit nosuch=10 nginx
invalid argument "nosuch=10" for "--ulimit" flag: invalid ulimit type: nosuch

Usage:  docker service create [OPTIONS] IMAGE [COMMAND] [ARG...]

Run 'docker service create --help' for more information
[exit 125]

[DC2-N1]$ docker service create -d --no-resolve-image --name web --sysctl foo nginx
Error response from daemon: rpc error: code = AlreadyExists desc = name conflicts with an existing object: service web already exists
[exit 1]

[DC2-N1]$ docker service create -d --no-resolve-image --name web --cap-add NOSUCH nginx
Error response from daemon: rpc error: code = AlreadyExists desc = name conflicts with an existing object: service web already exists
[exit 1]

[DC2-N1]$ docker service create -d --no-resolve-image --name web --isolation foo nginx
Error response from daemon: rpc error: code = AlreadyExists desc = name conflicts with an existing object: service web already exists
[exit 1]

[DC2-N1]$ docker service create -d --no-resolve-image --name web --credential-spec foo nginx
invalid argument "foo" for "--credential-spec" flag: invalid credential spec: value must be prefixed with "config://", "file://", or "registry://"

Usage:  docker service create [OPTIONS] IMAGE [COMMAND] [ARG...]

Run 'docker service create --help' for more information
[exit 125]

[DC2-N1]$ docker service create -d --no-resolve-image --name web --host a nginx
invalid argument "a" for "--host" flag: bad format for add-host: "a"

Usage:  docker service create [OPTIONS] IMAGE [COMMAND] [ARG...]

Run 'docker service create --help' for more information
[exit 125]

[DC2-N1]$ docker service create -d --no-resolve-image --name web --dns 1.2.3 nginx
invalid argument "1.2.3" for "--dns" flag: IP address is not correctly formatted: 1.2.3

Usage:  docker service create [OPTIONS] IMAGE [COMMAND] [ARG...]

Run 'docker service create --help' for more information
[exit 125]

[DC2-N1]$ docker service create -d --no-resolve-image --name web --env =x nginx
invalid argument "=x" for "-e, --env" flag: invalid environment variable: =x

Usage:  docker service create [OPTIONS] IMAGE [COMMAND] [ARG...]

Run 'docker service create --help' for more information
[exit 125]

[DC2-N1]$ docker service create -d --no-resolve-image --name web --env-file nosuch nginx
open nosuch: no such file or directory
[exit 1]

[DC2-N1]$ docker service create -d --no-resolve-image --name web --label =x nginx
invalid argument "=x" for "-l, --label" flag: invalid label '=x': empty name

Usage:  docker service create [OPTIONS] IMAGE [COMMAND] [ARG...]

Run 'docker service create --help' for more information
[exit 125]

[DC2-N1]$ docker service create -d --no-resolve-image --name web --replicas -1 nginx
invalid argument "-1" for "--replicas" flag: strconv.ParseUint: parsing "-1": invalid syntax

Usage:  docker service create [OPTIONS] IMAGE [COMMAND] [ARG...]

Run 'docker service create --help' for more information
[exit 125]

[DC2-N1]$ docker service create -d --no-resolve-image --name web --replicas-max-per-node -1 nginx
invalid argument "-1" for "--replicas-max-per-node" flag: strconv.ParseUint: parsing "-1": invalid syntax

Usage:  docker service create [OPTIONS] IMAGE [COMMAND] [ARG...]

Run 'docker service create --help' for more information
[exit 125]

[DC2-N1]$ docker service create -d --no-resolve-image --name web --mode replicated-job --update-delay 1s nginx
update and rollback configuration is not supported for jobs
[exit 1]

[DC2-N1]$ docker service create -d --no-resolve-image --name web --mode replicated-job --restart-condition any nginx
Error response from daemon: rpc error: code = AlreadyExists desc = name conflicts with an existing object: service web already exists
[exit 1]

[DC2-N1]$ docker service create -d --no-resolve-image --name web --mode global-job --max-concurrent 2 nginx
max-concurrent can only be used with replicated-job mode
[exit 1]

[DC2-N1]$ docker service create -d --no-resolve-image --name web --mode global --replicas-max-per-node 2 nginx
replicas-max-per-node can only be used with replicated or replicated-job mode
[exit 1]

[DC2-N1]$ docker service create -d --no-resolve-image --name web 'ngi nx'
Error response from daemon: rpc error: code = InvalidArgument desc = ContainerSpec: "ngi nx" is not a valid repository/tag
[exit 1]

[DC2-N1]$ docker service create -d --no-resolve-image --name web NGINX
Error response from daemon: rpc error: code = InvalidArgument desc = ContainerSpec: "NGINX" is not a valid repository/tag
[exit 1]

[DC2-N1]$ docker service create -d --no-resolve-image --name web ''
Error response from daemon: rpc error: code = InvalidArgument desc = ContainerSpec: image reference must be provided
[exit 1]

sorted [DC2-N1]$ docker service ls --format '{{.Name}} {{.Mode}} {{.Image}}'
web replicated nginx:latest

let S = [DC2-N1]$ docker service create -q -d --no-resolve-image --name base --replicas 0 nginx

[DC2-N1]$ docker service update -d --no-resolve-image --network-add nosuch base
Error response from daemon: network nosuch not found
[exit 1]

[DC2-N1]$ docker service update -d --no-resolve-image --network-rm nosuch base
Error response from daemon: network nosuch not found
[exit 1]

[DC2-N1]$ docker service update -d --no-resolve-image --secret-rm nosuch base
base

[DC2-N1]$ docker service update -d --no-resolve-image --publish-rm nosuch base
invalid argument "nosuch" for "--publish-rm" flag: invalid containerPort: nosuch

Usage:  docker service update [OPTIONS] SERVICE

Run 'docker service update --help' for more information
[exit 125]

[DC2-N1]$ docker service update -d --no-resolve-image --publish-rm 80 base
base

[DC2-N1]$ docker service update -d --no-resolve-image --mount-rm /nosuch base
base

[DC2-N1]$ docker service update -d --no-resolve-image --mount-add type=bind,source=/a,target=/b --mount-add type=volume,source=c,target=/b base
duplicate mount target
[exit 1]

[DC2-N1]$ docker service update -d --no-resolve-image --constraint-add foo base
Error response from daemon: rpc error: code = Unknown desc = constraint expected one operator from ==, !=
[exit 1]

[DC2-N1]$ docker service update -d --no-resolve-image --endpoint-mode dnsrr --publish-add 80:80 base
Error response from daemon: rpc error: code = InvalidArgument desc = EndpointSpec: port published with ingress mode can't be used with dnsrr mode
[exit 1]

[DC2-N1]$ docker service update -d --no-resolve-image --rollback --image nginx:1.25 base
other flags may not be combined with --rollback
[exit 1]

[DC2-N1]$ docker service update -d --no-resolve-image --rollback base
other flags may not be combined with --rollback
[exit 1]

[DC2-N1]$ docker service rollback -d base
base

[DC2-N1]$ docker service rollback -d nosuch
Error response from daemon: service nosuch not found
[exit 1]

[DC2-N1]$ docker service scale -d base=x
base: invalid replicas value x: strconv.ParseUint: parsing "x": invalid syntax
[exit 1]

[DC2-N1]$ docker service scale -d base=-1
base: invalid replicas value -1: strconv.ParseUint: parsing "-1": invalid syntax
[exit 1]

[DC2-N1]$ docker service scale -d base
invalid scale specifier 'base'.
See 'docker service scale --help'.

Usage:  docker service scale SERVICE=REPLICAS [SERVICE=REPLICAS...]

Scale one or multiple replicated services
[exit 1]

[DC2-N1]$ docker service scale -d nosuch=1 base=1
base scaled to 1
nosuch: Error response from daemon: service nosuch not found
[exit 1]

[DC2-N1]$ docker service scale -d base=0 base=0
base scaled to 0
base scaled to 0

[DC2-N1]$ docker service rm nosuch base nosuch2
base
Error response from daemon: service nosuch not found
Error response from daemon: service nosuch2 not found
[exit 1]
