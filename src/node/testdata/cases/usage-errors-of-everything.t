# title: Too few and too many words, unknown flags, flags without values
# hosts: 1
# swarm: 1m0w
# tags: errors, cli
# engine: 26.1.5
# runs: 1 (26.1.5)

[DC2-N1]$ docker service create
docker: 'docker service create' requires at least 1 argument

Usage:  docker service create [OPTIONS] IMAGE [COMMAND] [ARG...]

See 'docker service create --help' for more information
[exit 1]

[DC2-N1]$ docker service create --name
flag needs an argument: --name

Usage:  docker service create [OPTIONS] IMAGE [COMMAND] [ARG...]

Run 'docker service create --help' for more information
[exit 125]

[DC2-N1]$ docker service create --nosuch nginx
unknown flag: --nosuch

Usage:  docker service create [OPTIONS] IMAGE [COMMAND] [ARG...]

Run 'docker service create --help' for more information
[exit 125]

[DC2-N1]$ docker service create --replicas x nginx
invalid argument "x" for "--replicas" flag: strconv.ParseUint: parsing "x": invalid syntax

Usage:  docker service create [OPTIONS] IMAGE [COMMAND] [ARG...]

Run 'docker service create --help' for more information
[exit 125]

[DC2-N1]$ docker service create --replicas 1.5 nginx
invalid argument "1.5" for "--replicas" flag: strconv.ParseUint: parsing "1.5": invalid syntax

Usage:  docker service create [OPTIONS] IMAGE [COMMAND] [ARG...]

Run 'docker service create --help' for more information
[exit 125]

[DC2-N1]$ docker service create --replicas= nginx
invalid argument "" for "--replicas" flag: strconv.ParseUint: parsing "": invalid syntax

Usage:  docker service create [OPTIONS] IMAGE [COMMAND] [ARG...]

Run 'docker service create --help' for more information
[exit 125]

[DC2-N1]$ docker service create --mode sometimes nginx
Unknown mode: sometimes, only replicated and global supported
[exit 1]

[DC2-N1]$ docker service create --limit-cpu lots nginx
invalid argument "lots" for "--limit-cpu" flag: failed to parse lots as a rational number

Usage:  docker service create [OPTIONS] IMAGE [COMMAND] [ARG...]

Run 'docker service create --help' for more information
[exit 125]

[DC2-N1]$ docker service create --limit-cpu 1.1234567890123 nginx
invalid argument "1.1234567890123" for "--limit-cpu" flag: value is too precise

Usage:  docker service create [OPTIONS] IMAGE [COMMAND] [ARG...]

Run 'docker service create --help' for more information
[exit 125]

[DC2-N1]$ docker service create --limit-memory 5x nginx
invalid argument "5x" for "--limit-memory" flag: invalid suffix: 'x'

Usage:  docker service create [OPTIONS] IMAGE [COMMAND] [ARG...]

Run 'docker service create --help' for more information
[exit 125]

[DC2-N1]$ docker service create --restart-delay 5 nginx
invalid argument "5" for "--restart-delay" flag: time: missing unit in duration "5"

Usage:  docker service create [OPTIONS] IMAGE [COMMAND] [ARG...]

Run 'docker service create --help' for more information
[exit 125]

[DC2-N1]$ docker service create --update-parallelism -1 nginx
invalid argument "-1" for "--update-parallelism" flag: strconv.ParseUint: parsing "-1": invalid syntax

Usage:  docker service create [OPTIONS] IMAGE [COMMAND] [ARG...]

Run 'docker service create --help' for more information
[exit 125]

[DC2-N1]$ docker service create --update-max-failure-ratio half nginx
invalid argument "half" for "--update-max-failure-ratio" flag: strconv.ParseFloat: parsing "half": invalid syntax

Usage:  docker service create [OPTIONS] IMAGE [COMMAND] [ARG...]

Run 'docker service create --help' for more information
[exit 125]

[DC2-N1]$ docker service create --detach=maybe nginx
invalid argument "maybe" for "-d, --detach" flag: strconv.ParseBool: parsing "maybe": invalid syntax

Usage:  docker service create [OPTIONS] IMAGE [COMMAND] [ARG...]

Run 'docker service create --help' for more information
[exit 125]

[DC2-N1]$ docker service create -e nginx
docker: 'docker service create' requires at least 1 argument

Usage:  docker service create [OPTIONS] IMAGE [COMMAND] [ARG...]

See 'docker service create --help' for more information
[exit 1]

[DC2-N1]$ docker service create --publish 80:80:80:80 nginx
invalid argument "80:80:80:80" for "-p, --publish" flag: invalid IP address: 80:80

Usage:  docker service create [OPTIONS] IMAGE [COMMAND] [ARG...]

Run 'docker service create --help' for more information
[exit 125]

[DC2-N1]$ docker service create --publish abc nginx
invalid argument "abc" for "-p, --publish" flag: invalid containerPort: abc

Usage:  docker service create [OPTIONS] IMAGE [COMMAND] [ARG...]

Run 'docker service create --help' for more information
[exit 125]

[DC2-N1]$ docker service create --publish 80-90:80-85 nginx
invalid argument "80-90:80-85" for "-p, --publish" flag: invalid ranges specified for container and host Ports: 80-85 and 80-90

Usage:  docker service create [OPTIONS] IMAGE [COMMAND] [ARG...]

Run 'docker service create --help' for more information
[exit 125]

[DC2-N1]$ docker service create --network name=a,foo=b nginx
invalid argument "name=a,foo=b" for "--network" flag: invalid field key foo

Usage:  docker service create [OPTIONS] IMAGE [COMMAND] [ARG...]

Run 'docker service create --help' for more information
[exit 125]

[DC2-N1]$ docker service create --network alias=x nginx
invalid argument "alias=x" for "--network" flag: network name/id is not specified

Usage:  docker service create [OPTIONS] IMAGE [COMMAND] [ARG...]

Run 'docker service create --help' for more information
[exit 125]

[DC2-N1]$ docker service create --secret '' nginx
invalid argument "" for "--secret" flag: EOF

Usage:  docker service create [OPTIONS] IMAGE [COMMAND] [ARG...]

Run 'docker service create --help' for more information
[exit 125]

[DC2-N1]$ docker service create --config source=a,target=b,mode=z nginx
invalid argument "source=a,target=b,mode=z" for "--config" flag: invalid mode specified: strconv.ParseUint: parsing "z": invalid syntax

Usage:  docker service create [OPTIONS] IMAGE [COMMAND] [ARG...]

Run 'docker service create --help' for more information
[exit 125]

[DC2-N1]$ docker service create --placement-pref x=y nginx
invalid argument "x=y" for "--placement-pref" flag: unsupported placement preference x (only spread is supported)

Usage:  docker service create [OPTIONS] IMAGE [COMMAND] [ARG...]

Run 'docker service create --help' for more information
[exit 125]

[DC2-N1]$ docker service create --placement-pref spread nginx
invalid argument "spread" for "--placement-pref" flag: placement preference must be of the format "<strategy>=<arg>"

Usage:  docker service create [OPTIONS] IMAGE [COMMAND] [ARG...]

Run 'docker service create --help' for more information
[exit 125]

[DC2-N1]$ docker service create --ulimit nofile nginx
invalid argument "nofile" for "--ulimit" flag: invalid ulimit argument: nofile

Usage:  docker service create [OPTIONS] IMAGE [COMMAND] [ARG...]

Run 'docker service create --help' for more information
[exit 125]

[DC2-N1]$ docker service create --host a:b:c nginx
invalid argument "a:b:c" for "--host" flag: invalid IP address in add-host: "b:c"

Usage:  docker service create [OPTIONS] IMAGE [COMMAND] [ARG...]

Run 'docker service create --help' for more information
[exit 125]

[DC2-N1]$ docker service create --dns x nginx
invalid argument "x" for "--dns" flag: IP address is not correctly formatted: x

Usage:  docker service create [OPTIONS] IMAGE [COMMAND] [ARG...]

Run 'docker service create --help' for more information
[exit 125]

[DC2-N1]$ docker service update
docker: 'docker service update' requires 1 argument

Usage:  docker service update [OPTIONS] SERVICE

Run 'docker service update --help' for more information
[exit 1]

[DC2-N1]$ docker service update a b
docker: 'docker service update' requires 1 argument

Usage:  docker service update [OPTIONS] SERVICE

Run 'docker service update --help' for more information
[exit 1]

[DC2-N1]$ docker service update --publish-rm x web
invalid argument "x" for "--publish-rm" flag: invalid containerPort: x

Usage:  docker service update [OPTIONS] SERVICE

Run 'docker service update --help' for more information
[exit 125]

[DC2-N1]$ docker service update --publish-add x web
invalid argument "x" for "--publish-add" flag: invalid containerPort: x

Usage:  docker service update [OPTIONS] SERVICE

Run 'docker service update --help' for more information
[exit 125]

[DC2-N1]$ docker service update --image '' nosuch
Error response from daemon: service nosuch not found
[exit 1]

[DC2-N1]$ docker service scale
docker: 'docker service scale' requires at least 1 argument

Usage:  docker service scale SERVICE=REPLICAS [SERVICE=REPLICAS...]

See 'docker service scale --help' for more information
[exit 1]

[DC2-N1]$ docker service scale web
invalid scale specifier 'web'.
See 'docker service scale --help'.

Usage:  docker service scale SERVICE=REPLICAS [SERVICE=REPLICAS...]

Scale one or multiple replicated services
[exit 1]

[DC2-N1]$ docker service scale web=
invalid scale specifier 'web='.
See 'docker service scale --help'.

Usage:  docker service scale SERVICE=REPLICAS [SERVICE=REPLICAS...]

Scale one or multiple replicated services
[exit 1]

[DC2-N1]$ docker service scale =3
invalid scale specifier '=3'.
See 'docker service scale --help'.

Usage:  docker service scale SERVICE=REPLICAS [SERVICE=REPLICAS...]

Scale one or multiple replicated services
[exit 1]

[DC2-N1]$ docker service scale web=3=4
web: invalid replicas value 3=4: strconv.ParseUint: parsing "3=4": invalid syntax
[exit 1]

[DC2-N1]$ docker service ps
docker: 'docker service ps' requires at least 1 argument

Usage:  docker service ps [OPTIONS] SERVICE [SERVICE...]

See 'docker service ps --help' for more information
[exit 1]

[DC2-N1]$ docker service ps --filter x web
invalid argument "x" for "-f, --filter" flag: bad format of filter (expected name=value)

Usage:  docker service ps [OPTIONS] SERVICE [SERVICE...]

Run 'docker service ps --help' for more information
[exit 125]

[DC2-N1]$ docker service ls x
docker: 'docker service ls' accepts no arguments

Usage:  docker service ls [OPTIONS]

Run 'docker service ls --help' for more information
[exit 1]

[DC2-N1]$ docker service rm
docker: 'docker service rm' requires at least 1 argument

Usage:  docker service rm SERVICE [SERVICE...]

See 'docker service rm --help' for more information
[exit 1]

[DC2-N1]$ docker service logs
docker: 'docker service logs' requires 1 argument

Usage:  docker service logs [OPTIONS] SERVICE|TASK

Run 'docker service logs --help' for more information
[exit 1]

[DC2-N1]$ docker service logs a b
docker: 'docker service logs' requires 1 argument

Usage:  docker service logs [OPTIONS] SERVICE|TASK

Run 'docker service logs --help' for more information
[exit 1]

[DC2-N1]$ docker service logs --tail x a
no such task or service: a
[exit 1]

[DC2-N1]$ docker service rollback
docker: 'docker service rollback' requires 1 argument

Usage:  docker service rollback [OPTIONS] SERVICE

Run 'docker service rollback --help' for more information
[exit 1]

[DC2-N1]$ docker service rollback a b
docker: 'docker service rollback' requires 1 argument

Usage:  docker service rollback [OPTIONS] SERVICE

Run 'docker service rollback --help' for more information
[exit 1]

[DC2-N1]$ docker service inspect --nosuch a
unknown flag: --nosuch

Usage:  docker service inspect [OPTIONS] SERVICE [SERVICE...]

Run 'docker service inspect --help' for more information
[exit 125]

[DC2-N1]$ docker node ls x
docker: 'docker node ls' accepts no arguments

Usage:  docker node ls [OPTIONS]

Run 'docker node ls --help' for more information
[exit 1]

[DC2-N1]$ docker node ps --nosuch
unknown flag: --nosuch

Usage:  docker node ps [OPTIONS] [NODE...]

Run 'docker node ps --help' for more information
[exit 125]

[DC2-N1]$ docker node inspect
docker: 'docker node inspect' requires at least 1 argument

Usage:  docker node inspect [OPTIONS] self|NODE [NODE...]

See 'docker node inspect --help' for more information
[exit 1]

[DC2-N1]$ docker node update DC2-N1 x
docker: 'docker node update' requires 1 argument

Usage:  docker node update [OPTIONS] NODE

Run 'docker node update --help' for more information
[exit 1]

[DC2-N1]$ docker node update --availability
flag needs an argument: --availability

Usage:  docker node update [OPTIONS] NODE

Run 'docker node update --help' for more information
[exit 125]

[DC2-N1]$ docker node update --label-add DC2-N1
docker: 'docker node update' requires 1 argument

Usage:  docker node update [OPTIONS] NODE

Run 'docker node update --help' for more information
[exit 1]

[DC2-N1]$ docker node promote
docker: 'docker node promote' requires at least 1 argument

Usage:  docker node promote NODE [NODE...]

See 'docker node promote --help' for more information
[exit 1]

[DC2-N1]$ docker node demote
docker: 'docker node demote' requires at least 1 argument

Usage:  docker node demote NODE [NODE...]

See 'docker node demote --help' for more information
[exit 1]

[DC2-N1]$ docker node rm
docker: 'docker node rm' requires at least 1 argument

Usage:  docker node rm [OPTIONS] NODE [NODE...]

See 'docker node rm --help' for more information
[exit 1]

[DC2-N1]$ docker secret create
docker: 'docker secret create' requires at least 1 and at most 2 arguments

Usage:  docker secret create [OPTIONS] SECRET [file|-]

Run 'docker secret create --help' for more information
[exit 1]

[DC2-N1]$ docker secret create a
secret file is required
[exit 1]

[DC2-N1]$ docker secret create a b c
docker: 'docker secret create' requires at least 1 and at most 2 arguments

Usage:  docker secret create [OPTIONS] SECRET [file|-]

Run 'docker secret create --help' for more information
[exit 1]

[DC2-N1]$ docker secret rm
docker: 'docker secret rm' requires at least 1 argument

Usage:  docker secret rm SECRET [SECRET...]

See 'docker secret rm --help' for more information
[exit 1]

[DC2-N1]$ docker secret inspect
docker: 'docker secret inspect' requires at least 1 argument

Usage:  docker secret inspect [OPTIONS] SECRET [SECRET...]

See 'docker secret inspect --help' for more information
[exit 1]

[DC2-N1]$ docker secret nosuch
docker: unknown command: docker secret nosuch

Usage:  docker secret

Run 'docker secret --help' for more information
[exit 1]

[DC2-N1]$ docker config create a
docker: 'docker config create' requires 2 arguments

Usage:  docker config create [OPTIONS] CONFIG file|-

Run 'docker config create --help' for more information
[exit 1]

[DC2-N1]$ docker config ls --filter x
invalid argument "x" for "-f, --filter" flag: bad format of filter (expected name=value)

Usage:  docker config ls [OPTIONS]

Run 'docker config ls --help' for more information
[exit 125]

[DC2-N1]$ docker stack deploy
docker: 'docker stack deploy' requires 1 argument

Usage:  docker stack deploy [OPTIONS] STACK

Run 'docker stack deploy --help' for more information
[exit 1]

[DC2-N1]$ docker stack deploy a b
docker: 'docker stack deploy' requires 1 argument

Usage:  docker stack deploy [OPTIONS] STACK

Run 'docker stack deploy --help' for more information
[exit 1]

[DC2-N1]$ docker stack rm
docker: 'docker stack rm' requires at least 1 argument

Usage:  docker stack rm [OPTIONS] STACK [STACK...]

See 'docker stack rm --help' for more information
[exit 1]

[DC2-N1]$ docker stack ps
docker: 'docker stack ps' requires 1 argument

Usage:  docker stack ps [OPTIONS] STACK

Run 'docker stack ps --help' for more information
[exit 1]

[DC2-N1]$ docker stack services a b
docker: 'docker stack services' requires 1 argument

Usage:  docker stack services [OPTIONS] STACK

Run 'docker stack services --help' for more information
[exit 1]

[DC2-N1]$ docker stack ls x
docker: 'docker stack ls' accepts no arguments

Usage:  docker stack ls [OPTIONS]

Run 'docker stack ls --help' for more information
[exit 1]

[DC2-N1]$ docker stack config
Specify a Compose file (with --compose-file)
[exit 1]

[DC2-N1]$ docker stack deploy -c
flag needs an argument: 'c' in -c

Usage:  docker stack deploy [OPTIONS] STACK

Run 'docker stack deploy --help' for more information
[exit 125]

[DC2-N1]$ docker swarm init x
docker: 'docker swarm init' accepts no arguments

Usage:  docker swarm init [OPTIONS]

Run 'docker swarm init --help' for more information
[exit 1]

[DC2-N1]$ docker swarm init --listen-addr x:y
invalid argument "x:y" for "--listen-addr" flag: parse "tcp://x:y": invalid port ":y" after host

Usage:  docker swarm init [OPTIONS]

Run 'docker swarm init --help' for more information
[exit 125]

[DC2-N1]$ docker swarm init --availability x
invalid availability "x", only active, pause and drain are supported
[exit 1]

[DC2-N1]$ docker swarm init --default-addr-pool x
invalid argument "x" for "--default-addr-pool" flag: invalid string being converted to CIDR: x

Usage:  docker swarm init [OPTIONS]

Run 'docker swarm init --help' for more information
[exit 125]

[DC2-N1]$ docker swarm init --cert-expiry x
invalid argument "x" for "--cert-expiry" flag: time: invalid duration "x"

Usage:  docker swarm init [OPTIONS]

Run 'docker swarm init --help' for more information
[exit 125]

[DC2-N1]$ docker swarm join
docker: 'docker swarm join' requires 1 argument

Usage:  docker swarm join [OPTIONS] HOST:PORT

Run 'docker swarm join --help' for more information
[exit 1]

[DC2-N1]$ docker swarm join a b
docker: 'docker swarm join' requires 1 argument

Usage:  docker swarm join [OPTIONS] HOST:PORT

Run 'docker swarm join --help' for more information
[exit 1]

[DC2-N1]$ docker swarm join-token
docker: 'docker swarm join-token' requires 1 argument

Usage:  docker swarm join-token [OPTIONS] (worker|manager)

Run 'docker swarm join-token --help' for more information
[exit 1]

[DC2-N1]$ docker swarm join-token worker manager
docker: 'docker swarm join-token' requires 1 argument

Usage:  docker swarm join-token [OPTIONS] (worker|manager)

Run 'docker swarm join-token --help' for more information
[exit 1]

[DC2-N1]$ docker swarm update x
docker: 'docker swarm update' accepts no arguments

Usage:  docker swarm update [OPTIONS]

Run 'docker swarm update --help' for more information
[exit 1]

[DC2-N1]$ docker swarm update --task-history-limit x
invalid argument "x" for "--task-history-limit" flag: strconv.ParseInt: parsing "x": invalid syntax

Usage:  docker swarm update [OPTIONS]

Run 'docker swarm update --help' for more information
[exit 125]

[DC2-N1]$ docker swarm unlock x
docker: 'docker swarm unlock' accepts no arguments

Usage:  docker swarm unlock

Run 'docker swarm unlock --help' for more information
[exit 1]

[DC2-N1]$ docker swarm ca x
docker: 'docker swarm ca' accepts no arguments

Usage:  docker swarm ca [OPTIONS]

Run 'docker swarm ca --help' for more information
[exit 1]

[DC2-N1]$ docker swarm ca --cert-expiry 1h
`--cert-expiry` flag requires the `--rotate` flag to update the CA
[exit 1]

[DC2-N1]$ docker swarm leave x
docker: 'docker swarm leave' accepts no arguments

Usage:  docker swarm leave [OPTIONS]

Run 'docker swarm leave --help' for more information
[exit 1]

[DC2-N1]$ docker network create
docker: 'docker network create' requires 1 argument

Usage:  docker network create [OPTIONS] NETWORK

Run 'docker network create --help' for more information
[exit 1]

[DC2-N1]$ docker network create a b
docker: 'docker network create' requires 1 argument

Usage:  docker network create [OPTIONS] NETWORK

Run 'docker network create --help' for more information
[exit 1]

[DC2-N1]$ docker network create --subnet x a
Error response from daemon: invalid network config:
invalid subnet x: invalid CIDR block notation
[exit 1]

[DC2-N1]$ docker network connect a
docker: 'docker network connect' requires 2 arguments

Usage:  docker network connect [OPTIONS] NETWORK CONTAINER

Run 'docker network connect --help' for more information
[exit 1]

[DC2-N1]$ docker network disconnect
docker: 'docker network disconnect' requires 2 arguments

Usage:  docker network disconnect [OPTIONS] NETWORK CONTAINER

Run 'docker network disconnect --help' for more information
[exit 1]

[DC2-N1]$ docker network inspect
docker: 'docker network inspect' requires at least 1 argument

Usage:  docker network inspect [OPTIONS] NETWORK [NETWORK...]

See 'docker network inspect --help' for more information
[exit 1]

[DC2-N1]$ docker network ls x
docker: 'docker network ls' accepts no arguments

Usage:  docker network ls [OPTIONS]

Run 'docker network ls --help' for more information
[exit 1]

[DC2-N1]$ docker network prune x
docker: 'docker network prune' accepts no arguments

Usage:  docker network prune [OPTIONS]

Run 'docker network prune --help' for more information
[exit 1]

[DC2-N1]$ docker volume create a b
docker: 'docker volume create' requires at most 1 argument

Usage:  docker volume create [OPTIONS] [VOLUME]

SRun 'docker volume create --help' for more information
[exit 1]

[DC2-N1]$ docker volume inspect
docker: 'docker volume inspect' requires at least 1 argument

Usage:  docker volume inspect [OPTIONS] VOLUME [VOLUME...]

See 'docker volume inspect --help' for more information
[exit 1]

[DC2-N1]$ docker volume ls x
docker: 'docker volume ls' accepts no arguments

Usage:  docker volume ls [OPTIONS]

Run 'docker volume ls --help' for more information
[exit 1]

[DC2-N1]$ docker inspect
docker: 'docker inspect' requires at least 1 argument

Usage:  docker inspect [OPTIONS] NAME|ID [NAME|ID...]

See 'docker inspect --help' for more information
[exit 1]

[DC2-N1]$ docker inspect --type nosuch a
unknown type: "nosuch": must be one of "config", "container", "image", "network", "node", "plugin", "secret", "service", "task", "volume"
[exit 1]

[DC2-N1]$ docker ps x
docker: 'docker ps' accepts no arguments

Usage:  docker ps [OPTIONS]

Run 'docker ps --help' for more information
[exit 1]

[DC2-N1]$ docker ps --nosuch
unknown flag: --nosuch

Usage:  docker ps [OPTIONS]

Run 'docker ps --help' for more information
[exit 125]

[DC2-N1]$ docker ps -n x
invalid argument "x" for "-n, --last" flag: strconv.ParseInt: parsing "x": invalid syntax

Usage:  docker ps [OPTIONS]

Run 'docker ps --help' for more information
[exit 125]

[DC2-N1]$ docker exec
docker: 'docker exec' requires at least 2 arguments

Usage:  docker exec [OPTIONS] CONTAINER COMMAND [ARG...]

See 'docker exec --help' for more information
[exit 1]

[DC2-N1]$ docker exec a
docker: 'docker exec' requires at least 2 arguments

Usage:  docker exec [OPTIONS] CONTAINER COMMAND [ARG...]

See 'docker exec --help' for more information
[exit 1]

[DC2-N1]$ docker logs
docker: 'docker logs' requires 1 argument

Usage:  docker logs [OPTIONS] CONTAINER

Run 'docker logs --help' for more information
[exit 1]

[DC2-N1]$ docker events x
docker: 'docker events' accepts no arguments

Usage:  docker events [OPTIONS]

Run 'docker events --help' for more information
[exit 1]

[DC2-N1]$ docker info x
docker: 'docker info' accepts no arguments

Usage:  docker info [OPTIONS]

Run 'docker info --help' for more information
[exit 1]

[DC2-N1]$ docker version x
docker: 'docker version' accepts no arguments

Usage:  docker version [OPTIONS]

Run 'docker version --help' for more information
[exit 1]

[DC2-N1]$ docker -x ps
unknown shorthand flag: 'x' in -x

Usage:  docker [OPTIONS] COMMAND [ARG...]

Run 'docker --help' for more information
[exit 125]

[DC2-N1]$ docker --log-level x ps
Unable to parse logging level: x
[exit 1]

[DC2-N1]$ docker servce ls
docker: unknown command: docker servce

Run 'docker --help' for more information
[exit 1]

[DC2-N1]$ docker service lss
docker: unknown command: docker service lss

Usage:  docker service

Run 'docker service --help' for more information
[exit 1]

[DC2-N1]$ docker help nosuch
unknown help topic: nosuch
[exit 1]
