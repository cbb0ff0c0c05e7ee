# title: Which changes of a service make new tasks
# hosts: 2
# swarm: 1m1w
# tags: orchestrator
# engine: 26.1.5
# runs: 1 (26.1.5)

[DC2-N1]$ docker service create -q -d --no-resolve-image --name web --replicas 2 nginx:1.25
dy4gyftae9m7rs47dca4valyp

settle
# last change after 1.3 s

[DC2-N1]$ docker service update -q -d --label-add a=1 web
web

settle
# last change after 0.0 s

counts [DC2-N1]$ docker service ps web --format '{{.DesiredState}}'
Running
Running

[DC2-N1]$ docker service update -q -d --update-delay 1s --rollback-delay 2s web
web

settle
# last change after 0.0 s

counts [DC2-N1]$ docker service ps web --format '{{.DesiredState}}'
Running
Running

[DC2-N1]$ docker service update -q -d --publish-add 8080:80 web
web

settle
# last change after 23.4 s

counts [DC2-N1]$ docker service ps web --format '{{.DesiredState}}'
Running
Shutdown
Running
Shutdown

[DC2-N1]$ docker service update -q -d --constraint-add node.role!=nobody web
web

settle
# last change after 0.0 s

counts [DC2-N1]$ docker service ps web --format '{{.DesiredState}}'
Running
Shutdown
Running
Shutdown

[DC2-N1]$ docker service update -q -d --restart-delay 2s web
web

settle
# last change after 20.2 s

counts [DC2-N1]$ docker service ps web --format '{{.DesiredState}}'
Running
Shutdown
Shutdown
Running
Shutdown
Shutdown

[DC2-N1]$ docker service update -q -d --container-label-add a=1 web
web

settle
# last change after 49.8 s

counts [DC2-N1]$ docker service ps web --format '{{.DesiredState}}'
Running
Shutdown
Shutdown
Shutdown
Running
Shutdown
Shutdown
Shutdown

[DC2-N1]$ docker service update -q -d --replicas-max-per-node 2 web
web

settle
# last change after 0.0 s

counts [DC2-N1]$ docker service ps web --format '{{.DesiredState}}'
Running
Shutdown
Shutdown
Shutdown
Running
Shutdown
Shutdown
Shutdown

[DC2-N1]$ docker service update -q -d web
web

settle
# last change after 0.0 s

counts [DC2-N1]$ docker service ps web --format '{{.DesiredState}}'
Running
Shutdown
Shutdown
Shutdown
Running
Shutdown
Shutdown
Shutdown

[DC2-N1]$ docker service update -q -d --stop-grace-period 4s web
web

settle
# last change after 17.1 s

counts [DC2-N1]$ docker service ps web --format '{{.DesiredState}}'
Running
Shutdown
Shutdown
Shutdown
Shutdown
Running
Shutdown
Shutdown
Shutdown
Shutdown

[DC2-N1]$ docker service update -q -d --reserve-memory 10M web
web

settle
# last change after 19.5 s

counts [DC2-N1]$ docker service ps web --format '{{.DesiredState}}'
Running
Shutdown
Shutdown
Shutdown
Shutdown
Running
Shutdown
Shutdown
Shutdown
Shutdown
