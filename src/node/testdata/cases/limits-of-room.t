# title: Reservations, limits of replicas and ports that leave no room
# hosts: 3
# swarm: 1m2w
# tags: scheduling
# engine: 26.1.5
# runs: 1 (26.1.5)

[DC2-N1]$ docker service create -q -d --no-resolve-image --name big --replicas 4 --reserve-cpu 1 nginx:1.25
qtmvmnjkj6clrsme0gco3u91n

[DC2-N1]$ docker service create -q -d --no-resolve-image --name many --replicas 6 --reserve-cpu 0.5 nginx:1.25
wyatx9bh7k6r8hy0qwtpyjjud

settle
# last change after 2.8 s

[DC2-N1]$ docker service ls --format '{{.Name}} {{.Replicas}}'
big 4/4
many 4/6

counts [DC2-N1]$ docker service ps many --format '{{.DesiredState}} {{.CurrentState}} {{.Error}}'
Running Running 8 seconds ago 
Running Running 8 seconds ago 
Running Pending 10 seconds ago "no suitable node (insufficien…"
Running Pending 10 seconds ago "no suitable node (insufficien…"
Running Running 8 seconds ago 
Running Running 8 seconds ago 

[DC2-N1]$ docker service ps many --no-trunc --filter desired-state=running --format '{{.Error}}'


"no suitable node (insufficient resources on 3 nodes)"
"no suitable node (insufficient resources on 3 nodes)"

[DC2-N1]$ docker service scale -d big=2
big scaled to 2

settle
# last change after 3.0 s

[DC2-N1]$ docker service ls --format '{{.Name}} {{.Replicas}}'
big 2/2
many 6/6

[DC2-N1]$ docker service update -q -d --no-resolve-image --image nginx:1.26 --update-order start-first many
many

settle
# last change after 13.7 s

[DC2-N1]$ docker service ls --format '{{.Name}} {{.Replicas}} {{.Image}}'
big 2/2 nginx:1.25
many 6/6 nginx:1.26

[DC2-N1]$ docker service update -q -d --no-resolve-image --reserve-cpu 0.75 big
big

settle
# last change after 13.1 s

[DC2-N1]$ docker service ls --format '{{.Name}} {{.Replicas}} {{.Image}}'
big 2/2 nginx:1.25
many 6/6 nginx:1.26

[DC2-N1]$ docker service create -q -d --no-resolve-image --name mem --replicas 3 --reserve-memory 100g nginx:1.25
zghazw2pz533xfrt1t6o2xdbx

settle
# last change after 0.8 s

[DC2-N1]$ docker service ps mem --no-trunc --format '{{.DesiredState}} {{.CurrentState}} {{.Error}}'
Running Pending 10 seconds ago "no suitable node (insufficient resources on 3 nodes)"
Running Pending 10 seconds ago "no suitable node (insufficient resources on 3 nodes)"
Running Pending 10 seconds ago "no suitable node (insufficient resources on 3 nodes)"

[DC2-N1]$ docker service update -q -d --no-resolve-image --reserve-memory 10m mem
mem

settle
# last change after 37.7 s

counts [DC2-N1]$ docker service ps mem --format '{{.DesiredState}} {{.CurrentState}} {{.Error}}'
Running Running 37 seconds ago 
Shutdown Shutdown 46 seconds ago 
Running Running 14 seconds ago 
Shutdown Shutdown 25 seconds ago 
Running Running 25 seconds ago 
Shutdown Shutdown 36 seconds ago 

[DC2-N1]$ docker service create -q -d --no-resolve-image --name port --replicas 5 -p published=8080,target=80,mode=host nginx:1.25
zfh9beaky62tg7si2xizj27xj

settle
# last change after 3.8 s

counts [DC2-N1]$ docker service ps port --format '{{.DesiredState}} {{.CurrentState}} {{.Error}} {{.Ports}}'
Running Running 9 seconds ago  *:8080->80/tcp,*:8080->80/tcp
Running Running 9 seconds ago  *:8080->80/tcp,*:8080->80/tcp
Running Pending 12 seconds ago "no suitable node (host-mode p…" 
Running Pending 12 seconds ago "no suitable node (host-mode p…" 
Running Running 9 seconds ago  *:8080->80/tcp,*:8080->80/tcp

[DC2-N1]$ docker service ps port --no-trunc --filter desired-state=running --format '{{.Error}}'


"no suitable node (host-mode port already in use on 3 nodes)"
"no suitable node (host-mode port already in use on 3 nodes)"

[DC2-N1]$ docker service update -q -d --no-resolve-image --image nginx:1.26 --update-order start-first port
port

settle
# last change after 0.5 s

counts [DC2-N1]$ docker service ps port --format '{{.Image}} {{.DesiredState}} {{.CurrentState}} {{.Error}}'
nginx:1.26 Running Pending 5 minutes ago "no suitable node (host-mode p…"
nginx:1.25 Running Running 5 minutes ago 
nginx:1.25 Running Running 5 minutes ago 
nginx:1.25 Running Pending 5 minutes ago "no suitable node (host-mode p…"
nginx:1.25 Running Pending 5 minutes ago "no suitable node (host-mode p…"
nginx:1.25 Running Running 5 minutes ago 

[DC2-N1]$ docker service scale -d port=3
port scaled to 3

settle
# last change after 2.2 s

counts [DC2-N1]$ docker service ps port --filter desired-state=running --format '{{.Image}} {{.DesiredState}} {{.CurrentState}} {{.Error}}'
nginx:1.26 Running Pending 6 minutes ago "no suitable node (host-mode p…"
nginx:1.25 Running Running 6 minutes ago 
nginx:1.26 Running Pending about a minute ago "no suitable node (host-mode p…"
nginx:1.25 Running Running 6 minutes ago 
nginx:1.25 Running Running 6 minutes ago 

[DC2-N1]$ docker service create -q -d --no-resolve-image --name one --replicas 5 --replicas-max-per-node 1 --constraint node.role==worker nginx:1.25
tzqho6pkj0arb1jkgfkn2u7ub

settle
# last change after 12.5 s

counts [DC2-N1]$ docker service ps one --format '{{.DesiredState}} {{.CurrentState}} {{.Error}}'
Running Running 4 minutes ago 
Running Pending 5 minutes ago "no suitable node (max replica…"
Running Pending 5 minutes ago "no suitable node (max replica…"
Running Pending 5 minutes ago "no suitable node (max replica…"
Running Running 4 minutes ago 

[DC2-N1]$ docker service ls --filter name=one
ID             NAME      MODE         REPLICAS               IMAGE        PORTS
tzqho6pkj0ar   one       replicated   2/5 (max 1 per node)   nginx:1.25   

[DC2-N1]$ docker service update -q -d --no-resolve-image --constraint-add node.labels.a==b --constraint-rm node.role==worker one
one

settle
# last change after 20.9 s
