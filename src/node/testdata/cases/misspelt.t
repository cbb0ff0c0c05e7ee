# title: Misspelt commands and flags, missing and superfluous arguments
# hosts: 1
# swarm: none
# tags: errors
# engine: 26.1.5
# runs: 1 (26.1.5)

[DC2-N1]$ docker bogus
docker: unknown command: docker bogus

Run 'docker --help' for more information
[exit 1]

[DC2-N1]$ docker psa
docker: unknown command: docker psa

Run 'docker --help' for more information
[exit 1]

[DC2-N1]$ docker sevice ls
docker: unknown command: docker sevice

Run 'docker --help' for more information
[exit 1]

[DC2-N1]$ docker container bogus
docker: unknown command: docker container bogus

Usage:  docker container

Run 'docker container --help' for more information
[exit 1]

[DC2-N1]$ docker image bogus
docker: unknown command: docker image bogus

Usage:  docker image

Run 'docker image --help' for more information
[exit 1]

[DC2-N1]$ docker --bogus
unknown flag: --bogus

Usage:  docker [OPTIONS] COMMAND [ARG...]

Run 'docker --help' for more information
[exit 125]

[DC2-N1]$ docker -x ps
unknown shorthand flag: 'x' in -x

Usage:  docker [OPTIONS] COMMAND [ARG...]

Run 'docker --help' for more information
[exit 125]

[DC2-N1]$ docker ps --al
unknown flag: --al

Usage:  docker ps [OPTIONS]

Run 'docker ps --help' for more information
[exit 125]

[DC2-N1]$ docker run -z alpine
unknown shorthand flag: 'z' in -z

Usage:  docker run [OPTIONS] IMAGE [COMMAND] [ARG...]

Run 'docker run --help' for more information
[exit 125]

[DC2-N1]$ docker rmi --forc x
unknown flag: --forc

Usage:  docker rmi [OPTIONS] IMAGE [IMAGE...]

Run 'docker rmi --help' for more information
[exit 125]

[DC2-N1]$ docker stop --tim x
unknown flag: --tim

Usage:  docker stop [OPTIONS] CONTAINER [CONTAINER...]

Run 'docker stop --help' for more information
[exit 125]

[DC2-N1]$ docker logs --tail
flag needs an argument: --tail

Usage:  docker logs [OPTIONS] CONTAINER

Run 'docker logs --help' for more information
[exit 125]

[DC2-N1]$ docker top
docker: 'docker top' requires at least 1 argument

Usage:  docker top CONTAINER [ps OPTIONS]

See 'docker top --help' for more information
[exit 1]

[DC2-N1]$ docker stats --no-stream nosuch
Error response from daemon: No such container: nosuch
[exit 1]

[DC2-N1]$ docker diff
docker: 'docker diff' requires 1 argument

Usage:  docker diff CONTAINER

Run 'docker diff --help' for more information
[exit 1]

[DC2-N1]$ docker cp
docker: 'docker cp' requires 2 arguments

Usage:  docker cp [OPTIONS] CONTAINER:SRC_PATH DEST_PATH|-
	docker cp [OPTIONS] SRC_PATH|- CONTAINER:DEST_PATH

Run 'docker cp --help' for more information
[exit 1]

[DC2-N1]$ docker cp a b
must specify at least one container source
[exit 1]

[DC2-N1]$ docker cp a:/x b:/y
copying between containers is not supported
[exit 1]

[DC2-N1]$ docker cp nosuch:/x .
Error response from daemon: No such container: nosuch
[exit 1]

[DC2-N1]$ docker export
docker: 'docker export' requires 1 argument

Usage:  docker export [OPTIONS] CONTAINER

Run 'docker export --help' for more information
[exit 1]

[DC2-N1]$ docker commit
docker: 'docker commit' requires at least 1 and at most 2 arguments

Usage:  docker commit [OPTIONS] CONTAINER [REPOSITORY[:TAG]]

Run 'docker commit --help' for more information
[exit 1]

[DC2-N1]$ docker attach
docker: 'docker attach' requires 1 argument

Usage:  docker attach [OPTIONS] CONTAINER

Run 'docker attach --help' for more information
[exit 1]

[DC2-N1]$ docker port
docker: 'docker port' requires at least 1 and at most 2 arguments

Usage:  docker port CONTAINER [PRIVATE_PORT[/PROTO]]

Run 'docker port --help' for more information
[exit 1]

[DC2-N1]$ docker port nosuch
Error response from daemon: No such container: nosuch
[exit 1]

[DC2-N1]$ docker create
docker: 'docker create' requires at least 1 argument

Usage:  docker create [OPTIONS] IMAGE [COMMAND] [ARG...]

See 'docker create --help' for more information
[exit 1]

[DC2-N1]$ docker history a b
docker: 'docker history' requires 1 argument

Usage:  docker history [OPTIONS] IMAGE

Run 'docker history --help' for more information
[exit 1]

[DC2-N1]$ docker tag a
docker: 'docker tag' requires 2 arguments

Usage:  docker tag SOURCE_IMAGE[:TAG] TARGET_IMAGE[:TAG]

Run 'docker tag --help' for more information
[exit 1]

[DC2-N1]$ docker search
docker: 'docker search' requires 1 argument

Usage:  docker search [OPTIONS] TERM

Run 'docker search --help' for more information
[exit 1]

[DC2-N1]$ docker volume create a b
docker: 'docker volume create' requires at most 1 argument

Usage:  docker volume create [OPTIONS] [VOLUME]

SRun 'docker volume create --help' for more information
[exit 1]

[DC2-N1]$ docker network connect a
docker: 'docker network connect' requires 2 arguments

Usage:  docker network connect [OPTIONS] NETWORK CONTAINER

Run 'docker network connect --help' for more information
[exit 1]

[DC2-N1]$ docker network rm
docker: 'docker network rm' requires at least 1 argument

Usage:  docker network rm NETWORK [NETWORK...]

See 'docker network rm --help' for more information
[exit 1]

[DC2-N1]$ docker network inspect
docker: 'docker network inspect' requires at least 1 argument

Usage:  docker network inspect [OPTIONS] NETWORK [NETWORK...]

See 'docker network inspect --help' for more information
[exit 1]

[DC2-N1]$ docker volume inspect
docker: 'docker volume inspect' requires at least 1 argument

Usage:  docker volume inspect [OPTIONS] VOLUME [VOLUME...]

See 'docker volume inspect --help' for more information
[exit 1]

[DC2-N1]$ docker image inspect
docker: 'docker image inspect' requires at least 1 argument

Usage:  docker image inspect [OPTIONS] IMAGE [IMAGE...]

See 'docker image inspect --help' for more information
[exit 1]

[DC2-N1]$ docker buildx ls
docker: unknown command: docker buildx

Run 'docker --help' for more information
[exit 1]

[DC2-N1]$ docker compose ps
docker: unknown command: docker compose

Run 'docker --help' for more information
[exit 1]

[DC2-N1]$ docker scout
docker: unknown command: docker scout

Run 'docker --help' for more information
[exit 1]

[DC2-N1]$ docker -D ps -q

[DC2-N1]$ docker -l bogus ps
Unable to parse logging level: bogus
[exit 1]

[DC2-N1]$ docker --log-level warn ps -q

[DC2-N1]$ docker --config nosuchdir ps -q
