# title: Input, output, signals and exit codes of one's own containers
# hosts: 1
# swarm: none
# tags: containers
# engine: 26.1.5
# runs: 1 (26.1.5)

[DC2-N1]$ docker create -i --name cat1 alpine cat
85a685cb5bdcd867146a5a161bf9eb2ff2f4339ef25d7f27dd746b121a2735e1

[DC2-N1]$ echo hi | docker start -ai cat1
hi

[DC2-N1]$ docker inspect cat1 --format '{{.State.Status}} {{.State.ExitCode}}'
exited 0

[DC2-N1]$ docker run -d -i --name cat2 alpine cat
f82332f8919725d090a66a4f28026a290e17608caff73a94253c16d8471a4f91

wait 1s

[DC2-N1]$ docker inspect cat2 --format '{{.State.Status}} {{.Config.StdinOnce}} {{.Config.OpenStdin}}'
running false true

[DC2-N1]$ printf 'a\nb\nc\n' | docker run -i --rm alpine wc -l
3

[DC2-N1]$ printf 'echo one\necho two >&2\nexit 4\n' | docker run -i --rm alpine sh
one
two
[exit 4]

[DC2-N1]$ printf 'x y\n' | docker run -i --rm alpine sh -c 'read a b; echo got $b then $a'
got y then x

[DC2-N1]$ docker run --rm alpine cat

[DC2-N1]$ docker run --rm -i alpine cat

[DC2-N1]$ docker run -d --name trap alpine sh -c 'trap "echo bye; exit 7" TERM; echo up; while true; do sleep 1; done'
63fb4d0201d981460460eeb9b174dce4f2cc8396c79540eb8b5ce95549bc0b1b

wait 1s

[DC2-N1]$ docker stop trap
trap

[DC2-N1]$ docker logs trap
up
bye

[DC2-N1]$ docker inspect trap --format '{{.State.ExitCode}}'
7

[DC2-N1]$ docker run -d --name init --init alpine sleep 1000
6d1f2d377e69fc209463f5b018ebb9ed382d0ca3c8d2ff06353f5175c29e7667

[DC2-N1]$ docker stop -t 5 init
init

[DC2-N1]$ docker inspect init --format '{{.State.ExitCode}} {{.HostConfig.Init}}'
143 true

[DC2-N1]$ docker run -d --name sig --stop-signal INT --stop-timeout 1 alpine sleep 1000
ee84d874cbd2a1aaceefebe0645465be8db7b322db720a615f70350e6a7d4778

[DC2-N1]$ docker stop sig
sig

[DC2-N1]$ docker inspect sig --format '{{.State.ExitCode}} {{.Config.StopSignal}} {{.Config.StopTimeout}}'
137 INT 1

[DC2-N1]$ docker run --rm --hostname box alpine cat /etc/hostname
box

[DC2-N1]$ docker run --rm --add-host db:10.0.0.9 alpine grep db /etc/hosts
10.0.0.9	db

[DC2-N1]$ docker run --rm --read-only alpine touch /x
touch: /x: Read-only file system
[exit 1]

[DC2-N1]$ docker run --rm -e A=1 -e B alpine sh -c 'echo "[$A] [$B]"'
[1] []

[DC2-N1]$ docker run --rm -w /tmp/deep/down alpine sh -c 'echo $PWD'
/tmp/deep/down

[DC2-N1]$ docker run --rm alpine sh -c 'echo $0 $1' a b
a b

[DC2-N1]$ docker run --rm alpine sh -c 'kill -9 $$'

[DC2-N1]$ docker run --rm alpine sh -c 'exit 300'
[exit 44]

[DC2-N1]$ docker run --rm alpine ls /nosuch
ls: /nosuch: No such file or directory
[exit 1]

[DC2-N1]$ docker run --rm alpine echo -n no newline
no newline

[DC2-N1]$ docker run --name twice alpine echo once
once

[DC2-N1]$ docker run -d --name auto --rm alpine sleep 2
1af17a517b13d7ae976dcdb8dde5ef27572f9571cce7a44393aa668a4fac7a9e

[DC2-N1]$ docker ps -a --filter name=auto --format '{{.Names}}'
auto

wait 4s

[DC2-N1]$ docker ps -a --filter name=auto --format '{{.Names}}'

[DC2-N1]$ docker run --rm -v shared:/s alpine sh -c 'echo 1 > /s/f; mkdir /s/d; echo 2 > /s/d/g'

[DC2-N1]$ docker run --rm -v shared:/s:ro alpine sh -c 'cat /s/f /s/d/g; rm /s/f'
1
2
rm: can't remove '/s/f': Read-only file system
[exit 1]

[DC2-N1]$ docker run --rm -v shared:/s busybox ls /s
d
f

[DC2-N1]$ docker run --rm --mount type=volume,src=shared,dst=/s,readonly busybox touch /s/x
touch: /s/x: Read-only file system
[exit 1]

[DC2-N1]$ docker exec trap ls
Error response from daemon: container 63fb4d0201d981460460eeb9b174dce4f2cc8396c79540eb8b5ce95549bc0b1b is not running
[exit 1]

[DC2-N1]$ docker attach trap
You cannot attach to a stopped container, start it first
[exit 1]

[DC2-N1]$ docker start trap
trap

[DC2-N1]$ printf 'echo in exec\nexit 2\n' | docker exec -i trap sh
in exec
[exit 2]

[DC2-N1]$ docker kill -s USR1 trap
trap

wait 1s

[DC2-N1]$ docker inspect trap --format '{{.State.Status}}'
running
