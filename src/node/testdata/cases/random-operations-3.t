# title: Random operations 3
# hosts: 3
# swarm: 1m2w
# tags: random
# engine: 26.1.5
# runs: 1 (26.1.5)

stop DC2-N2

settle
# last change after 7.0 s

[DC2-N1]$ docker service ls --format '{{.Name}} {{.Mode}} {{.Replicas}} {{.Image}}'

[DC2-N1]$ docker service create -q -d --no-resolve-image --name s1 --mode global --update-order start-first --update-delay 1s --restart-delay 1s --reserve-cpu 0.4 httpd:2.4
jzns5qql577fax1s94zw2htzw

settle
# last change after 5.6 s

[DC2-N1]$ docker service ls --format '{{.Name}} {{.Mode}} {{.Replicas}} {{.Image}}'
s1 global 2/2 httpd:2.4

counts [DC2-N1]$ docker service ps s1 --format '{{.Image}} {{.DesiredState}} {{.CurrentState}} {{.Error}}'
httpd:2.4 Running Running 9 seconds ago 
httpd:2.4 Running Running 9 seconds ago 

spread [DC2-N1]$ docker service ps s1 --filter desired-state=running --format '{{.Node}} {{.DesiredState}}'
DC2-N1 Running
DC2-N3 Running

[DC2-N1]$ docker node update --availability pause DC2-N3
DC2-N3

settle
# last change after 0.0 s

[DC2-N1]$ docker service ls --format '{{.Name}} {{.Mode}} {{.Replicas}} {{.Image}}'
s1 global 2/2 httpd:2.4

counts [DC2-N1]$ docker service ps s1 --format '{{.Image}} {{.DesiredState}} {{.CurrentState}} {{.Error}}'
httpd:2.4 Running Running 20 seconds ago 
httpd:2.4 Running Running 20 seconds ago 

spread [DC2-N1]$ docker service ps s1 --filter desired-state=running --format '{{.Node}} {{.DesiredState}}'
DC2-N1 Running
DC2-N3 Running

[DC2-N1]$ docker service update -q -d --no-resolve-image --image httpd:2.4 s1
s1

settle
# last change after 0.0 s

[DC2-N1]$ docker service ls --format '{{.Name}} {{.Mode}} {{.Replicas}} {{.Image}}'
s1 global 2/2 httpd:2.4

counts [DC2-N1]$ docker service ps s1 --format '{{.Image}} {{.DesiredState}} {{.CurrentState}} {{.Error}}'
httpd:2.4 Running Running 32 seconds ago 
httpd:2.4 Running Running 32 seconds ago 

spread [DC2-N1]$ docker service ps s1 --filter desired-state=running --format '{{.Node}} {{.DesiredState}}'
DC2-N1 Running
DC2-N3 Running

[DC2-N1]$ docker service update -q -d --no-resolve-image --reserve-memory 20m s1
s1

settle
# last change after 8.7 s

[DC2-N1]$ docker service ls --format '{{.Name}} {{.Mode}} {{.Replicas}} {{.Image}}'
s1 global 2/2 httpd:2.4

counts [DC2-N1]$ docker service ps s1 --format '{{.Image}} {{.DesiredState}} {{.CurrentState}} {{.Error}}'
httpd:2.4 Running Running 15 seconds ago 
httpd:2.4 Shutdown Shutdown 13 seconds ago 
httpd:2.4 Running Running 50 seconds ago 

spread [DC2-N1]$ docker service ps s1 --filter desired-state=running --format '{{.Node}} {{.DesiredState}}'
DC2-N1 Running
DC2-N3 Running

[DC2-N1]$ docker service rm s1
s1

settle
# last change after 2.7 s

[DC2-N1]$ docker service ls --format '{{.Name}} {{.Mode}} {{.Replicas}} {{.Image}}'

[DC2-N1]$ docker service create -q -d --no-resolve-image --name s2 --replicas 4 --update-parallelism 0 --update-failure-action rollback --restart-condition on-failure -p 8082:80 nginx:1.26
sipn9d0fzi6j1250je6dstikm

settle
# last change after 5.8 s

[DC2-N1]$ docker service ls --format '{{.Name}} {{.Mode}} {{.Replicas}} {{.Image}}'
s2 replicated 4/4 nginx:1.26

counts [DC2-N1]$ docker service ps s2 --format '{{.Image}} {{.DesiredState}} {{.CurrentState}} {{.Error}}'
nginx:1.26 Running Running 9 seconds ago 
nginx:1.26 Running Running 9 seconds ago 
nginx:1.26 Running Running 9 seconds ago 
nginx:1.26 Running Running 10 seconds ago 

spread [DC2-N1]$ docker service ps s2 --filter desired-state=running --format '{{.Node}} {{.DesiredState}}'
DC2-N1 Running
DC2-N1 Running
DC2-N1 Running
DC2-N1 Running

[DC2-N1]$ docker service update -q -d --no-resolve-image --label-add a=7 s2
s2

settle
# last change after 0.0 s

[DC2-N1]$ docker service ls --format '{{.Name}} {{.Mode}} {{.Replicas}} {{.Image}}'
s2 replicated 4/4 nginx:1.26

counts [DC2-N1]$ docker service ps s2 --format '{{.Image}} {{.DesiredState}} {{.CurrentState}} {{.Error}}'
nginx:1.26 Running Running 19 seconds ago 
nginx:1.26 Running Running 19 seconds ago 
nginx:1.26 Running Running 19 seconds ago 
nginx:1.26 Running Running 20 seconds ago 

spread [DC2-N1]$ docker service ps s2 --filter desired-state=running --format '{{.Node}} {{.DesiredState}}'
DC2-N1 Running
DC2-N1 Running
DC2-N1 Running
DC2-N1 Running

[DC2-N1]$ docker service create -q -d --no-resolve-image --name s3 --replicas 7 --update-parallelism 0 --update-delay 1s --restart-max-attempts 2 --replicas-max-per-node 2 --reserve-cpu 0.4 nginx:latest
tidtckkkketgpfliyjzh0dhxq

settle
# last change after 8.9 s

[DC2-N1]$ docker service ls --format '{{.Name}} {{.Mode}} {{.Replicas}} {{.Image}}'
s2 replicated 4/4 nginx:1.26
s3 replicated 2/7 (max 2 per node) nginx:latest

counts [DC2-N1]$ docker service ps s2 --format '{{.Image}} {{.DesiredState}} {{.CurrentState}} {{.Error}}'
nginx:1.26 Running Running 40 seconds ago 
nginx:1.26 Running Running 40 seconds ago 
nginx:1.26 Running Running 39 seconds ago 
nginx:1.26 Running Running 41 seconds ago 

spread [DC2-N1]$ docker service ps s2 --filter desired-state=running --format '{{.Node}} {{.DesiredState}}'
DC2-N1 Running
DC2-N1 Running
DC2-N1 Running
DC2-N1 Running

counts [DC2-N1]$ docker service ps s3 --format '{{.Image}} {{.DesiredState}} {{.CurrentState}} {{.Error}}'
nginx:latest Running Pending 22 seconds ago "no suitable node (2 nodes not…"
nginx:latest Running Pending 22 seconds ago "no suitable node (2 nodes not…"
nginx:latest Running Running 13 seconds ago 
nginx:latest Running Running 13 seconds ago 
nginx:latest Running Pending 22 seconds ago "no suitable node (2 nodes not…"
nginx:latest Running Pending 22 seconds ago "no suitable node (2 nodes not…"
nginx:latest Running Pending 22 seconds ago "no suitable node (2 nodes not…"

spread [DC2-N1]$ docker service ps s3 --filter desired-state=running --format '{{.Node}} {{.DesiredState}}'
 Running
 Running
DC2-N1 Running
DC2-N1 Running
 Running
 Running
 Running
