# title: Names and sizes that are refused
# hosts: 1
# swarm: 1m0w
# tags: errors
# engine: 26.1.5
# runs: 1 (26.1.5)

[DC2-N1]$ docker service create -d --no-resolve-image --name bad_ nginx
Error response from daemon: rpc error: code = InvalidArgument desc = name must be valid as a DNS name component
[exit 1]

[DC2-N1]$ docker service create -d --no-resolve-image --name -x nginx
Error response from daemon: rpc error: code = InvalidArgument desc = name must be valid as a DNS name component
[exit 1]

[DC2-N1]$ docker service create -d --no-resolve-image --name a.b nginx
Error response from daemon: rpc error: code = InvalidArgument desc = name must be valid as a DNS name component
[exit 1]

[DC2-N1]$ docker service create -d --no-resolve-image --name aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa nginx
Error response from daemon: rpc error: code = InvalidArgument desc = name must be 63 characters or fewer
[exit 1]

[DC2-N1]$ docker network create -d overlay bad/net
Error response from daemon: rpc error: code = InvalidArgument desc = name must be valid as a DNS name component
[exit 1]

[DC2-N1]$ docker network create -d overlay -o encrypted --internal ok
dkx06ak0jzk7aizmzag00pj8b

[DC2-N1]$ docker network create -d overlay OK
Error response from daemon: rpc error: code = Unknown desc = name conflicts with an existing object
[exit 1]

[DC2-N1]$ docker network create -d nosuch x
Error response from daemon: plugin "nosuch" not found
[exit 1]

[DC2-N1]$ printf x | docker config create a:b -
Error response from daemon: rpc error: code = InvalidArgument desc = invalid name, only 64 [a-zA-Z0-9-_.] characters allowed, and the start and end character must be [a-zA-Z0-9]
[exit 1]

[DC2-N1]$ printf x | docker config create .a -
Error response from daemon: rpc error: code = InvalidArgument desc = invalid name, only 64 [a-zA-Z0-9-_.] characters allowed, and the start and end character must be [a-zA-Z0-9]
[exit 1]

[DC2-N1]$ head -c 600000 /dev/zero | docker secret create big -
Error response from daemon: rpc error: code = InvalidArgument desc = secret data must be larger than 0 and less than 512000 bytes
[exit 1]

[DC2-N1]$ head -c 1100000 /dev/zero | docker config create big -
Error response from daemon: rpc error: code = InvalidArgument desc = config data must be larger than 0 and less than 1024000 bytes
[exit 1]

[DC2-N1]$ docker service create -q -d --no-resolve-image --name Web --replicas 0 nginx
m32aem8kfe14cd38co0n2qes2

[DC2-N1]$ docker service create -d --no-resolve-image --name web nginx
Error response from daemon: rpc error: code = AlreadyExists desc = name conflicts with an existing object: service web already exists
[exit 1]

[DC2-N1]$ docker service inspect WEB
[]
Error: no such service: WEB
[exit 1]

[DC2-N1]$ docker service create -d --no-resolve-image --mode nosuch nginx
Unknown mode: nosuch, only replicated and global supported
[exit 1]

[DC2-N1]$ docker service create -d --no-resolve-image --mode global --replicas 2 nginx
replicas can only be used with replicated or replicated-job mode
[exit 1]

[DC2-N1]$ docker service create -d --no-resolve-image --replicas -1 nginx
invalid argument "-1" for "--replicas" flag: strconv.ParseUint: parsing "-1": invalid syntax

Usage:  docker service create [OPTIONS] IMAGE [COMMAND] [ARG...]

Run 'docker service create --help' for more information
[exit 125]

[DC2-N1]$ docker service create -d --no-resolve-image --env =x nginx
invalid argument "=x" for "-e, --env" flag: invalid environment variable: =x

Usage:  docker service create [OPTIONS] IMAGE [COMMAND] [ARG...]

Run 'docker service create --help' for more information
[exit 125]

[DC2-N1]$ docker service create -d --no-resolve-image --hostname '{{.Foo}}' nginx
Error response from daemon: rpc error: code = InvalidArgument desc = expanding hostname failed: template: expansion:1:2: executing "expansion" at <.Foo>: can't evaluate field Foo in type *template.Context
[exit 1]

[DC2-N1]$ docker service create -d --no-resolve-image --env 'X={{.Service.Labels.a}}' nginx
Error response from daemon: rpc error: code = InvalidArgument desc = expanding env failed: expanding env "X={{.Service.Labels.a}}": template: expansion:1:10: executing "expansion" at <.Service.Labels.a>: map has no entry for key "a"
[exit 1]

[DC2-N1]$ docker service create -d --no-resolve-image --env 'X={{.Node.Hostname' nginx
Error response from daemon: rpc error: code = InvalidArgument desc = expanding env failed: expanding env "X={{.Node.Hostname": template: expansion:1: unclosed action
[exit 1]

[DC2-N1]$ docker service update Web --update-parallelism -1
invalid argument "-1" for "--update-parallelism" flag: strconv.ParseUint: parsing "-1": invalid syntax

Usage:  docker service update [OPTIONS] SERVICE

Run 'docker service update --help' for more information
[exit 125]

[DC2-N1]$ docker service update nosuch --force
Error response from daemon: service nosuch not found
[exit 1]

[DC2-N1]$ docker service create -d --no-resolve-image --stop-grace-period 1x nginx
invalid argument "1x" for "--stop-grace-period" flag: time: unknown unit "x" in duration "1x"

Usage:  docker service create [OPTIONS] IMAGE [COMMAND] [ARG...]

Run 'docker service create --help' for more information
[exit 125]

[DC2-N1]$ docker service create -d --no-resolve-image --isolation odd nginx
mtolgsf80m625wtw66kpxkw1n

[DC2-N1]$ docker service create
docker: 'docker service create' requires at least 1 argument

Usage:  docker service create [OPTIONS] IMAGE [COMMAND] [ARG...]

See 'docker service create --help' for more information
[exit 1]

[DC2-N1]$ docker service rm nosuch Web
Web
Error response from daemon: service nosuch not found
[exit 1]
