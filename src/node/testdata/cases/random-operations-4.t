# title: Random operations 4
# hosts: 4
# swarm: 1m3w
# tags: random
# engine: 26.1.5
# runs: 1 (26.1.5)

[DC2-N1]$ docker service create -q -d --no-resolve-image --name s1 --replicas 1 --restart-delay 1s --restart-max-attempts 1 busybox sh -c "sleep 2; exit 3"
leutmrern329rr884hfmzios7

settle
# last change after 20.0 s

[DC2-N1]$ docker service ls --format '{{.Name}} {{.Mode}} {{.Replicas}} {{.Image}}'
s1 replicated 0/1 busybox:latest

counts [DC2-N1]$ docker service ps s1 --format '{{.Image}} {{.DesiredState}} {{.CurrentState}} {{.Error}}'
busybox:latest Shutdown Failed 10 seconds ago "task: non-zero exit (3)"
busybox:latest Shutdown Failed 22 seconds ago "task: non-zero exit (3)"

spread [DC2-N1]$ docker service ps s1 --filter desired-state=running --format '{{.Node}} {{.DesiredState}}'

[DC2-N1]$ docker service update -q -d --no-resolve-image --image nginx:9.99 s1
s1

settle
# last change after 1.8 s

[DC2-N1]$ docker service ls --format '{{.Name}} {{.Mode}} {{.Replicas}} {{.Image}}'
s1 replicated 0/1 nginx:9.99

counts [DC2-N1]$ docker service ps s1 --format '{{.Image}} {{.DesiredState}} {{.CurrentState}} {{.Error}}'
nginx:9.99 Shutdown Rejected 10 seconds ago "No such image: nginx:9.99"
nginx:9.99 Shutdown Rejected 11 seconds ago "No such image: nginx:9.99"

spread [DC2-N1]$ docker service ps s1 --filter desired-state=running --format '{{.Node}} {{.DesiredState}}'

[DC2-N1]$ docker service rm s1
s1

settle
# last change after 1.0 s

[DC2-N1]$ docker service ls --format '{{.Name}} {{.Mode}} {{.Replicas}} {{.Image}}'

[DC2-N1]$ docker node update --availability pause DC2-N2
DC2-N2

[DC2-N1]$ docker node update --label-add zone=a DC2-N2
DC2-N2

settle
# last change after 0.0 s

[DC2-N1]$ docker service ls --format '{{.Name}} {{.Mode}} {{.Replicas}} {{.Image}}'

[DC2-N1]$ docker node update --availability pause DC2-N4
DC2-N4

settle
# last change after 0.0 s

[DC2-N1]$ docker service ls --format '{{.Name}} {{.Mode}} {{.Replicas}} {{.Image}}'

[DC2-N1]$ docker node update --availability active DC2-N4
DC2-N4

settle
# last change after 0.0 s

[DC2-N1]$ docker service ls --format '{{.Name}} {{.Mode}} {{.Replicas}} {{.Image}}'

[DC2-N1]$ docker node update --availability pause DC2-N3
DC2-N3

[DC2-N1]$ docker node update --label-add zone=b DC2-N3
DC2-N3

settle
# last change after 0.0 s

[DC2-N1]$ docker service ls --format '{{.Name}} {{.Mode}} {{.Replicas}} {{.Image}}'

[DC2-N1]$ docker node update --availability drain DC2-N4
DC2-N4

[DC2-N1]$ docker node update --label-add zone=a DC2-N4
DC2-N4

settle
# last change after 0.0 s

[DC2-N1]$ docker service ls --format '{{.Name}} {{.Mode}} {{.Replicas}} {{.Image}}'

stop DC2-N3

settle
# last change after 5.7 s

[DC2-N1]$ docker service ls --format '{{.Name}} {{.Mode}} {{.Replicas}} {{.Image}}'
