# title: Random operations 6
# hosts: 3
# swarm: 3m0w
# tags: random
# engine: 26.1.5
# runs: 1 (26.1.5)

stop DC2-N3

settle
# last change after 8.4 s

[DC2-N1]$ docker service ls --format '{{.Name}} {{.Mode}} {{.Replicas}} {{.Image}}'

[DC2-N1]$ docker service create -q -d --no-resolve-image --name s1 --replicas 3 --update-parallelism 2 --update-failure-action rollback --restart-max-attempts 2 redis:7
uxiqwq4ojea1nklzx5iwzqmft

settle
# last change after 2.7 s

[DC2-N1]$ docker service ls --format '{{.Name}} {{.Mode}} {{.Replicas}} {{.Image}}'
s1 replicated 3/3 redis:7

counts [DC2-N1]$ docker service ps s1 --format '{{.Image}} {{.DesiredState}} {{.CurrentState}} {{.Error}}'
redis:7 Running Running 8 seconds ago 
redis:7 Running Running 8 seconds ago 
redis:7 Running Running 8 seconds ago 

spread [DC2-N1]$ docker service ps s1 --filter desired-state=running --format '{{.Node}} {{.DesiredState}}'
DC2-N2 Running
DC2-N1 Running
DC2-N2 Running

[DC2-N1]$ docker service rm s1
s1

settle
# last change after 2.1 s

[DC2-N1]$ docker service ls --format '{{.Name}} {{.Mode}} {{.Replicas}} {{.Image}}'

[DC2-N1]$ docker service create -q -d --no-resolve-image --name s2 --replicas 3 --update-order start-first --restart-condition on-failure redis:7
r8gb85su7e24n3x8tckkap7oi

settle
# last change after 1.7 s

[DC2-N1]$ docker service ls --format '{{.Name}} {{.Mode}} {{.Replicas}} {{.Image}}'
s2 replicated 3/3 redis:7

counts [DC2-N1]$ docker service ps s2 --format '{{.Image}} {{.DesiredState}} {{.CurrentState}} {{.Error}}'
redis:7 Running Running 9 seconds ago 
redis:7 Running Running 8 seconds ago 
redis:7 Running Running 8 seconds ago 

spread [DC2-N1]$ docker service ps s2 --filter desired-state=running --format '{{.Node}} {{.DesiredState}}'
DC2-N2 Running
DC2-N1 Running
DC2-N2 Running

[DC2-N1]$ docker service rm s2
s2

settle
# last change after 2.1 s

[DC2-N1]$ docker service ls --format '{{.Name}} {{.Mode}} {{.Replicas}} {{.Image}}'

start DC2-N3

settle
# last change after 0.0 s

[DC2-N1]$ docker service ls --format '{{.Name}} {{.Mode}} {{.Replicas}} {{.Image}}'

[DC2-N1]$ docker service create -q -d --no-resolve-image --name s3 --replicas 5 --update-parallelism 2 --update-failure-action continue --restart-condition on-failure -p 8083:80 httpd:2.4
vaapx4765bd1rq9symmt7ztf6

settle
# last change after 2.1 s

[DC2-N1]$ docker service ls --format '{{.Name}} {{.Mode}} {{.Replicas}} {{.Image}}'
s3 replicated 5/5 httpd:2.4

spread [DC2-N1]$ docker service ps s3 --filter desired-state=running --format '{{.Node}} {{.DesiredState}}'
DC2-N3 Running
DC2-N2 Running
DC2-N3 Running
DC2-N1 Running
DC2-N2 Running

[DC2-N1]$ docker service create -q -d --no-resolve-image --name s4 --replicas 2 --restart-delay 1s --restart-max-attempts 1 busybox sh -c "sleep 2; exit 0"
cke9qi16my9vp00o4vjfjila4

settle
# last change after 7.5 s

[DC2-N1]$ docker service ls --format '{{.Name}} {{.Mode}} {{.Replicas}} {{.Image}}'
s3 replicated 5/5 httpd:2.4
s4 replicated 0/2 busybox:latest

spread [DC2-N1]$ docker service ps s3 --filter desired-state=running --format '{{.Node}} {{.DesiredState}}'
DC2-N3 Running
DC2-N2 Running
DC2-N3 Running
DC2-N1 Running
DC2-N2 Running

counts [DC2-N1]$ docker service ps s4 --format '{{.Image}} {{.DesiredState}} {{.CurrentState}} {{.Error}}'
busybox:latest Shutdown Complete 8 seconds ago 
busybox:latest Shutdown Complete 13 seconds ago 
busybox:latest Shutdown Complete 8 seconds ago 
busybox:latest Shutdown Complete 12 seconds ago 

spread [DC2-N1]$ docker service ps s4 --filter desired-state=running --format '{{.Node}} {{.DesiredState}}'

[DC2-N1]$ docker service update -q -d --no-resolve-image --image nginx:9.99 s3
s3

settle
# last change after 300.4 s

[DC2-N1]$ docker service ls --format '{{.Name}} {{.Mode}} {{.Replicas}} {{.Image}}'
s3 replicated 0/5 nginx:9.99
s4 replicated 0/2 busybox:latest

spread [DC2-N1]$ docker service ps s3 --filter desired-state=running --format '{{.Node}} {{.DesiredState}}'

counts [DC2-N1]$ docker service ps s4 --format '{{.Image}} {{.DesiredState}} {{.CurrentState}} {{.Error}}'
busybox:latest Shutdown Complete 5 minutes ago 
busybox:latest Shutdown Complete 5 minutes ago 
busybox:latest Shutdown Complete 5 minutes ago 
busybox:latest Shutdown Complete 5 minutes ago 

spread [DC2-N1]$ docker service ps s4 --filter desired-state=running --format '{{.Node}} {{.DesiredState}}'
