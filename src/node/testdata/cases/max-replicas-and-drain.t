# title: At most so many replicas a node, while nodes come and go
# hosts: 3
# swarm: 1m2w
# tags: scheduling, drain
# engine: 26.1.5
# runs: 1 (26.1.5)

[DC2-N1]$ docker service create -q -d --no-resolve-image --name web --replicas 6 --replicas-max-per-node 2 nginx
tr4rwn71e5zsi94iufnwx8bqs

settle
# last change after 3.3 s

spread [DC2-N1]$ docker service ps web --format '{{.Node}} {{.DesiredState}}'
DC2-N2 Running
DC2-N3 Running
DC2-N1 Running
DC2-N2 Running
DC2-N3 Running
DC2-N1 Running

[DC2-N1]$ docker node update --availability drain DC2-N3
DC2-N3

settle
# last change after 1.6 s

counts [DC2-N1]$ docker service ps web --filter desired-state=running --format '{{.Node}} {{.DesiredState}} {{.CurrentState}} {{.Error}}'
DC2-N2 Running Running 19 seconds ago 
 Running Pending 9 seconds ago "no suitable node (max replica…"
DC2-N1 Running Running 19 seconds ago 
DC2-N2 Running Running 19 seconds ago 
 Running Pending 9 seconds ago "no suitable node (max replica…"
DC2-N1 Running Running 19 seconds ago 

[DC2-N1]$ docker service ls
ID             NAME      MODE         REPLICAS               IMAGE          PORTS
tr4rwn71e5zs   web       replicated   4/6 (max 2 per node)   nginx:latest   

[DC2-N1]$ docker node update --availability active DC2-N3
DC2-N3

settle
# last change after 1.2 s

counts [DC2-N1]$ docker service ps web --filter desired-state=running --format '{{.Node}} {{.DesiredState}} {{.CurrentState}} {{.Error}}'
DC2-N2 Running Running 28 seconds ago 
DC2-N3 Running Running 8 seconds ago 
DC2-N1 Running Running 28 seconds ago 
DC2-N2 Running Running 28 seconds ago 
DC2-N3 Running Running 8 seconds ago 
DC2-N1 Running Running 29 seconds ago 

[DC2-N1]$ docker service scale -d web=8
web scaled to 8

settle
# last change after 0.4 s

counts [DC2-N1]$ docker service ps web --filter desired-state=running --format '{{.Node}} {{.CurrentState}} {{.Error}}'
DC2-N2 Running 37 seconds ago 
DC2-N3 Running 17 seconds ago 
DC2-N1 Running 37 seconds ago 
DC2-N2 Running 37 seconds ago 
DC2-N3 Running 17 seconds ago 
DC2-N1 Running 37 seconds ago 
 Pending 8 seconds ago "no suitable node (max replica…"
 Pending 8 seconds ago "no suitable node (max replica…"

[DC2-N1]$ docker service update -q -d --no-resolve-image --replicas-max-per-node 3 web
web

settle
# last change after 7.4 s

[DC2-N1]$ docker service ls
ID             NAME      MODE         REPLICAS               IMAGE          PORTS
tr4rwn71e5zs   web       replicated   8/8 (max 3 per node)   nginx:latest   

[DC2-N1]$ docker service update -q -d --no-resolve-image --image httpd --update-order start-first --update-monitor 1s web
web

wait 30s

[DC2-N1]$ docker service inspect web --format '{{.UpdateStatus.State}}'
completed

[DC2-N1]$ docker service update -q -d --no-resolve-image --replicas-max-per-node 0 web
web

settle
# last change after 0.0 s

[DC2-N1]$ docker service ls --format '{{.Replicas}} {{.Image}}'
8/8 httpd:latest
