# title: A service is removed in the middle of an update and made anew under its name
# hosts: 2
# swarm: 1m1w
# tags: update
# engine: 26.1.5
# runs: 1 (26.1.5)

[DC2-N1]$ docker service create -q -d --no-resolve-image --name web --replicas 4 --update-delay 5s nginx:1.25
qm7vgntf0fpu3a4oiw17cy024

settle
# last change after 2.2 s

[DC2-N1]$ docker service update -q -d --no-resolve-image --image nginx:1.26 web
web

wait 6s

[DC2-N1]$ docker service inspect web --format '{{.UpdateStatus.State}} {{.UpdateStatus.Message}}'
updating update in progress

[DC2-N1]$ docker service rm web
web

[DC2-N1]$ docker service create -q -d --no-resolve-image --name web --replicas 2 nginx:1.27
x9e47auv8v8oi4sbt0ukxay64

settle
# last change after 1.7 s

counts [DC2-N1]$ docker service ps web --format '{{.Name}} {{.Image}} {{.DesiredState}} {{.CurrentState}}'
web.1 nginx:1.27 Running Running 9 seconds ago
web.2 nginx:1.27 Running Running 8 seconds ago

[DC2-N1]$ docker service update -q -d --no-resolve-image --image nginx:1.25 --update-delay 10s web
web

wait 7s

[DC2-N1]$ docker service update -q -d --no-resolve-image --image nginx:1.26 --update-delay 0s web
web

settle
# last change after 9.9 s

counts [DC2-N1]$ docker service ps web --format '{{.Image}} {{.DesiredState}} {{.CurrentState}}'
nginx:1.26 Running Running 13 seconds ago
nginx:1.25 Shutdown Shutdown 14 seconds ago
nginx:1.27 Shutdown Shutdown 23 seconds ago
nginx:1.26 Running Running 15 seconds ago
nginx:1.27 Shutdown Shutdown 16 seconds ago

[DC2-N1]$ docker service inspect web --format '{{.UpdateStatus.State}} {{.UpdateStatus.Message}}'
completed update completed

[DC2-N1]$ docker service rm web web
web
Error response from daemon: service web not found
[exit 1]

[DC2-N1]$ docker service rm
docker: 'docker service rm' requires at least 1 argument

Usage:  docker service rm SERVICE [SERVICE...]

See 'docker service rm --help' for more information
[exit 1]

[DC2-N1]$ docker service inspect web
[]
Error: no such service: web
[exit 1]
