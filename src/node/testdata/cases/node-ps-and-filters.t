# title: What runs where: node ps, service ps and their filters
# hosts: 2
# swarm: 1m1w
# tags: cli, tasks
# engine: 26.1.5
# runs: 1 (26.1.5)

[DC2-N1]$ docker service create -q -d --no-resolve-image --name web --replicas 4 --label tier=front nginx
atd06by7gxv159rc85fmkwo1g

[DC2-N1]$ docker service create -q -d --no-resolve-image --name db --mode global --restart-condition none alpine sleep 3
i341uszgh4l4oqmt9qoas407y

settle
# last change after 5.6 s

counts [DC2-N1]$ docker node ps
ID             NAME                           IMAGE           NODE      DESIRED STATE   CURRENT STATE            ERROR     PORTS
2uofaubhi82h   db.nqeh7zbpq5t5f5ag1ibq4i65y   alpine:latest   DC2-N1    Shutdown        Complete 8 seconds ago             
jia3ab3ogrkl   web.2                          nginx:latest    DC2-N1    Running         Running 12 seconds ago             
kf9mnwqk4rln   web.4                          nginx:latest    DC2-N1    Running         Running 12 seconds ago             

counts [DC2-N1]$ docker node ps self DC2-N2 --format '{{.Name}} {{.Node}} {{.DesiredState}} {{.CurrentState}}'
db.nqeh7zbpq5t5f5ag1ibq4i65y DC2-N1 Shutdown Complete 8 seconds ago
db.nqeh7zbpq5t5f5ag1ibq4i65y DC2-N1 Shutdown Complete 8 seconds ago
db.palhjhkg42oyv8j1umvrw3v09 DC2-N2 Shutdown Complete 8 seconds ago
web.1 DC2-N2 Running Running 11 seconds ago
web.2 DC2-N1 Running Running 12 seconds ago
web.2 DC2-N1 Running Running 12 seconds ago
web.3 DC2-N2 Running Running 11 seconds ago
web.4 DC2-N1 Running Running 12 seconds ago
web.4 DC2-N1 Running Running 12 seconds ago

counts [DC2-N1]$ docker node ps --filter desired-state=running --format '{{.Image}} {{.DesiredState}}' DC2-N2
nginx:latest Running
nginx:latest Running

counts [DC2-N1]$ docker service ps web db --format '{{.Image}} {{.Node}} {{.DesiredState}} {{.CurrentState}}'
alpine:latest DC2-N1 Shutdown Complete 8 seconds ago
alpine:latest DC2-N2 Shutdown Complete 9 seconds ago
nginx:latest DC2-N2 Running Running 12 seconds ago
nginx:latest DC2-N1 Running Running 12 seconds ago
nginx:latest DC2-N2 Running Running 12 seconds ago
nginx:latest DC2-N1 Running Running 12 seconds ago

counts [DC2-N1]$ docker service ps web --filter node=DC2-N2 --format '{{.Name}} {{.Node}}'
web.1 DC2-N2
web.3 DC2-N2

[DC2-N1]$ docker service ps web --filter name=web.2 --format '{{.Name}}'
web.2

[DC2-N1]$ docker service ps web --filter desired-state=sometimes
Error response from daemon: Invalid desired-state filter: 'sometimes'
[exit 1]

[DC2-N1]$ docker service ps web --filter color=red
Error response from daemon: invalid filter 'color'
[exit 1]

[DC2-N1]$ docker service ps web nosuch
ID             NAME      IMAGE          NODE      DESIRED STATE   CURRENT STATE            ERROR     PORTS
60ih5mtg6lno   web.1     nginx:latest   DC2-N2    Running         Running 12 seconds ago             
jia3ab3ogrkl   web.2     nginx:latest   DC2-N1    Running         Running 13 seconds ago             
ga9zfkhhh2rl   web.3     nginx:latest   DC2-N2    Running         Running 12 seconds ago             
kf9mnwqk4rln   web.4     nginx:latest   DC2-N1    Running         Running 13 seconds ago             
no such service: nosuch
[exit 1]

[DC2-N1]$ docker service ps web --filter node=nosuch
Error response from daemon: node nosuch not found
[exit 1]

[DC2-N1]$ docker node ps nosuch
Error response from daemon: node nosuch not found
[exit 1]

[DC2-N1]$ docker service ls --filter label=tier --format '{{.Name}}'
web

[DC2-N1]$ docker service ls --filter mode=global --format '{{.Name}} {{.Replicas}}'
db 0/0

[DC2-N1]$ docker service ls --filter mode=odd
ID        NAME      MODE      REPLICAS   IMAGE     PORTS

[DC2-N1]$ docker node ls --filter role=manager --format '{{.Hostname}}'
DC2-N1

[DC2-N1]$ docker node ls --filter membership=accepted --format '{{.Hostname}}'
DC2-N1
DC2-N2

[DC2-N1]$ docker node ls --filter label=x
ID        HOSTNAME   STATUS    AVAILABILITY   MANAGER STATUS   ENGINE VERSION

[DC2-N1]$ docker node ls --filter node.label=x --format '{{.Hostname}}'
