# title: Random operations 5
# hosts: 4
# swarm: 3m1w
# tags: random
# engine: 26.1.5
# runs: 1 (26.1.5)

[DC2-N1]$ docker node update --availability pause DC2-N4
DC2-N4

settle
# last change after 0.0 s

[DC2-N1]$ docker service ls --format '{{.Name}} {{.Mode}} {{.Replicas}} {{.Image}}'

[DC2-N1]$ docker service create -q -d --no-resolve-image --name s1 --mode global --update-parallelism 2 --restart-delay 1s nginx:latest
9q16oia9ywvjn9rwb326ibcmh

settle
# last change after 10.2 s

[DC2-N1]$ docker service ls --format '{{.Name}} {{.Mode}} {{.Replicas}} {{.Image}}'
s1 global 3/3 nginx:latest

counts [DC2-N1]$ docker service ps s1 --format '{{.Image}} {{.DesiredState}} {{.CurrentState}} {{.Error}}'
nginx:latest Running Running 10 seconds ago 
nginx:latest Running Running 10 seconds ago 
nginx:latest Running Running 12 seconds ago 

spread [DC2-N1]$ docker service ps s1 --filter desired-state=running --format '{{.Node}} {{.DesiredState}}'
DC2-N2 Running
DC2-N3 Running
DC2-N1 Running

stop DC2-N2

settle
# last change after 4.6 s

[DC2-N1]$ docker service ls --format '{{.Name}} {{.Mode}} {{.Replicas}} {{.Image}}'
s1 global 3/2 nginx:latest

counts [DC2-N1]$ docker service ps s1 --format '{{.Image}} {{.DesiredState}} {{.CurrentState}} {{.Error}}'
nginx:latest Shutdown Running 51 seconds ago 
nginx:latest Running Running 52 seconds ago 
nginx:latest Running Running 53 seconds ago 

spread [DC2-N1]$ docker service ps s1 --filter desired-state=running --format '{{.Node}} {{.DesiredState}}'
DC2-N3 Running
DC2-N1 Running

[DC2-N1]$ docker node update --availability active DC2-N4
DC2-N4

[DC2-N1]$ docker node update --label-add zone=a DC2-N4
DC2-N4

settle
# last change after 8.1 s

[DC2-N1]$ docker service ls --format '{{.Name}} {{.Mode}} {{.Replicas}} {{.Image}}'
s1 global 4/3 nginx:latest

counts [DC2-N1]$ docker service ps s1 --format '{{.Image}} {{.DesiredState}} {{.CurrentState}} {{.Error}}'
nginx:latest Shutdown Running about a minute ago 
nginx:latest Running Running about a minute ago 
nginx:latest Running Running about a minute ago 
nginx:latest Running Running 9 seconds ago 

spread [DC2-N1]$ docker service ps s1 --filter desired-state=running --format '{{.Node}} {{.DesiredState}}'
DC2-N3 Running
DC2-N1 Running
DC2-N4 Running

[DC2-N1]$ docker service create -q -d --no-resolve-image --name s2 --replicas 2 --restart-delay 1s --restart-max-attempts 1 busybox sh -c "sleep 2; exit 0"
j9x6q8s1d8831u8kg3c6vlwbp

settle
# last change after 16.1 s

[DC2-N1]$ docker service ls --format '{{.Name}} {{.Mode}} {{.Replicas}} {{.Image}}'
s1 global 4/3 nginx:latest
s2 replicated 0/2 busybox:latest

counts [DC2-N1]$ docker service ps s1 --format '{{.Image}} {{.DesiredState}} {{.CurrentState}} {{.Error}}'
nginx:latest Shutdown Running about a minute ago 
nginx:latest Running Running about a minute ago 
nginx:latest Running Running about a minute ago 
nginx:latest Running Running 34 seconds ago 

spread [DC2-N1]$ docker service ps s1 --filter desired-state=running --format '{{.Node}} {{.DesiredState}}'
DC2-N3 Running
DC2-N1 Running
DC2-N4 Running

counts [DC2-N1]$ docker service ps s2 --format '{{.Image}} {{.DesiredState}} {{.CurrentState}} {{.Error}}'
busybox:latest Shutdown Complete 9 seconds ago 
busybox:latest Shutdown Complete 18 seconds ago 
busybox:latest Shutdown Complete 10 seconds ago 
busybox:latest Shutdown Complete 18 seconds ago 

spread [DC2-N1]$ docker service ps s2 --filter desired-state=running --format '{{.Node}} {{.DesiredState}}'

[DC2-N1]$ docker service scale -d s2=2
s2 scaled to 2

settle
# last change after 0.0 s

[DC2-N1]$ docker service ls --format '{{.Name}} {{.Mode}} {{.Replicas}} {{.Image}}'
s1 global 4/3 nginx:latest
s2 replicated 0/2 busybox:latest

counts [DC2-N1]$ docker service ps s1 --format '{{.Image}} {{.DesiredState}} {{.CurrentState}} {{.Error}}'
nginx:latest Shutdown Running about a minute ago 
nginx:latest Running Running about a minute ago 
nginx:latest Running Running about a minute ago 
nginx:latest Running Running 44 seconds ago 

spread [DC2-N1]$ docker service ps s1 --filter desired-state=running --format '{{.Node}} {{.DesiredState}}'
DC2-N3 Running
DC2-N1 Running
DC2-N4 Running

counts [DC2-N1]$ docker service ps s2 --format '{{.Image}} {{.DesiredState}} {{.CurrentState}} {{.Error}}'
busybox:latest Shutdown Complete 18 seconds ago 
busybox:latest Shutdown Complete 28 seconds ago 
busybox:latest Shutdown Complete 20 seconds ago 
busybox:latest Shutdown Complete 28 seconds ago 

spread [DC2-N1]$ docker service ps s2 --filter desired-state=running --format '{{.Node}} {{.DesiredState}}'

[DC2-N1]$ docker service scale -d s2=0
s2 scaled to 0

settle
# last change after 0.5 s

[DC2-N1]$ docker service ls --format '{{.Name}} {{.Mode}} {{.Replicas}} {{.Image}}'
s1 global 4/3 nginx:latest
s2 replicated 0/0 busybox:latest

counts [DC2-N1]$ docker service ps s1 --format '{{.Image}} {{.DesiredState}} {{.CurrentState}} {{.Error}}'
nginx:latest Shutdown Running about a minute ago 
nginx:latest Running Running about a minute ago 
nginx:latest Running Running about a minute ago 
nginx:latest Running Running 54 seconds ago 

spread [DC2-N1]$ docker service ps s1 --filter desired-state=running --format '{{.Node}} {{.DesiredState}}'
DC2-N3 Running
DC2-N1 Running
DC2-N4 Running

counts [DC2-N1]$ docker service ps s2 --format '{{.Image}} {{.DesiredState}} {{.CurrentState}} {{.Error}}'
busybox:latest Shutdown Complete 38 seconds ago 
busybox:latest Shutdown Complete 38 seconds ago 

spread [DC2-N1]$ docker service ps s2 --filter desired-state=running --format '{{.Node}} {{.DesiredState}}'

[DC2-N1]$ docker service update -q -d --no-resolve-image --image nginx:1.26 s1
s1

settle
# last change after 12.6 s

[DC2-N1]$ docker service ls --format '{{.Name}} {{.Mode}} {{.Replicas}} {{.Image}}'
s1 global 4/3 nginx:1.26
s2 replicated 0/0 busybox:latest

counts [DC2-N1]$ docker service ps s1 --format '{{.Image}} {{.DesiredState}} {{.CurrentState}} {{.Error}}'
nginx:latest Shutdown Running 2 minutes ago 
nginx:1.26 Running Running 17 seconds ago 
nginx:latest Shutdown Shutdown 19 seconds ago 
nginx:1.26 Running Running 18 seconds ago 
nginx:latest Shutdown Shutdown 19 seconds ago 
nginx:1.26 Running Running 13 seconds ago 
nginx:latest Shutdown Shutdown 16 seconds ago 

spread [DC2-N1]$ docker service ps s1 --filter desired-state=running --format '{{.Node}} {{.DesiredState}}'
DC2-N3 Running
DC2-N1 Running
DC2-N4 Running

counts [DC2-N1]$ docker service ps s2 --format '{{.Image}} {{.DesiredState}} {{.CurrentState}} {{.Error}}'
busybox:latest Shutdown Complete about a minute ago 
busybox:latest Shutdown Complete about a minute ago 

spread [DC2-N1]$ docker service ps s2 --filter desired-state=running --format '{{.Node}} {{.DesiredState}}'

[DC2-N1]$ docker service update -q -d --no-resolve-image --force s2
s2

settle
# last change after 0.5 s

[DC2-N1]$ docker service ls --format '{{.Name}} {{.Mode}} {{.Replicas}} {{.Image}}'
s1 global 4/3 nginx:1.26
s2 replicated 0/0 busybox:latest

counts [DC2-N1]$ docker service ps s1 --format '{{.Image}} {{.DesiredState}} {{.CurrentState}} {{.Error}}'
nginx:latest Shutdown Running 2 minutes ago 
nginx:1.26 Running Running 27 seconds ago 
nginx:latest Shutdown Shutdown 29 seconds ago 
nginx:1.26 Running Running 28 seconds ago 
nginx:latest Shutdown Shutdown 29 seconds ago 
nginx:1.26 Running Running 23 seconds ago 
nginx:latest Shutdown Shutdown 26 seconds ago 

spread [DC2-N1]$ docker service ps s1 --filter desired-state=running --format '{{.Node}} {{.DesiredState}}'
DC2-N3 Running
DC2-N1 Running
DC2-N4 Running

counts [DC2-N1]$ docker service ps s2 --format '{{.Image}} {{.DesiredState}} {{.CurrentState}} {{.Error}}'

spread [DC2-N1]$ docker service ps s2 --filter desired-state=running --format '{{.Node}} {{.DesiredState}}'
