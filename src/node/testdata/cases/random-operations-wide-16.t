# title: Random operations, wider, 16
# hosts: 4
# swarm: 1m3w
# tags: random
# engine: 26.1.5
# runs: 1 (26.1.5)

[DC2-N1]$ docker node update --label-add zone=b --label-add disk=hdd DC2-N1
DC2-N1

[DC2-N1]$ docker node update --label-add zone=b --label-add disk=ssd DC2-N2
DC2-N2

[DC2-N1]$ docker node update --label-add zone=c --label-add disk=ssd DC2-N3
DC2-N3

[DC2-N1]$ docker node update --label-add zone=b --label-add disk=ssd DC2-N4
DC2-N4

[DC2-N1]$ docker service create -q -d --no-resolve-image --name s1 --mode global-job --reserve-cpu 0.3 busybox sh -c "sleep 1; exit 0"
ei8b6159dakxw4dddd3jvy0z7

wait 6s

[DC2-N1]$ docker node update --availability pause DC2-N3
DC2-N3

settle
# last change after 0.0 s

[DC2-N1]$ docker service ls --format '{{.Name}} {{.Mode}} {{.Replicas}} {{.Image}} {{.Ports}}'
s1 global job 0/0 (4/4 completed) busybox:latest 

counts [DC2-N1]$ docker service ps s1 --format '{{.Image}} {{.DesiredState}} {{.CurrentState}} {{.Error}}'
busybox:latest Complete Complete 11 seconds ago 
busybox:latest Complete Complete 11 seconds ago 
busybox:latest Complete Complete 11 seconds ago 
busybox:latest Complete Complete 11 seconds ago 

[DC2-N1]$ docker node update --availability pause DC2-N4
DC2-N4

wait 2s

[DC2-N1]$ docker service create -q -d --no-resolve-image --name s2 --replicas 3 --restart-delay 1s --restart-max-attempts 3 --update-order start-first --update-parallelism 2 --update-failure-action rollback --restart-delay 1s busybox sh -c "sleep 2; exit 1"
j5nj45xcl7at4qaif6krtaudk

settle
# last change after 22.6 s

[DC2-N1]$ docker service ls --format '{{.Name}} {{.Mode}} {{.Replicas}} {{.Image}} {{.Ports}}'
s1 global job 0/0 (4/4 completed) busybox:latest 
s2 replicated 0/3 busybox:latest 

counts [DC2-N1]$ docker service ps s1 --format '{{.Image}} {{.DesiredState}} {{.CurrentState}} {{.Error}}'
busybox:latest Complete Complete 44 seconds ago 
busybox:latest Complete Complete 44 seconds ago 
busybox:latest Complete Complete 44 seconds ago 
busybox:latest Complete Complete 44 seconds ago 

counts [DC2-N1]$ docker service ps s2 --format '{{.Image}} {{.DesiredState}} {{.CurrentState}} {{.Error}}'
busybox:latest Shutdown Failed 9 seconds ago "task: non-zero exit (1)"
busybox:latest Shutdown Failed 16 seconds ago "task: non-zero exit (1)"
busybox:latest Shutdown Failed 21 seconds ago "task: non-zero exit (1)"
busybox:latest Shutdown Failed 27 seconds ago "task: non-zero exit (1)"
busybox:latest Shutdown Failed 9 seconds ago "task: non-zero exit (1)"
busybox:latest Shutdown Failed 15 seconds ago "task: non-zero exit (1)"
busybox:latest Shutdown Failed 21 seconds ago "task: non-zero exit (1)"
busybox:latest Shutdown Failed 27 seconds ago "task: non-zero exit (1)"
busybox:latest Shutdown Failed 9 seconds ago "task: non-zero exit (1)"
busybox:latest Shutdown Failed 16 seconds ago "task: non-zero exit (1)"
busybox:latest Shutdown Failed 22 seconds ago "task: non-zero exit (1)"
busybox:latest Shutdown Failed 27 seconds ago "task: non-zero exit (1)"

[DC2-N1]$ docker service update -q -d --no-resolve-image --force s1
s1

settle
# last change after 5.1 s

[DC2-N1]$ docker service ls --format '{{.Name}} {{.Mode}} {{.Replicas}} {{.Image}} {{.Ports}}'
s1 global job 0/0 (2/2 completed) busybox:latest 
s2 replicated 0/3 busybox:latest 

counts [DC2-N1]$ docker service ps s1 --format '{{.Image}} {{.DesiredState}} {{.CurrentState}} {{.Error}}'
busybox:latest Complete Complete 9 seconds ago 
busybox:latest Complete Complete 9 seconds ago 

counts [DC2-N1]$ docker service ps s2 --format '{{.Image}} {{.DesiredState}} {{.CurrentState}} {{.Error}}'
busybox:latest Shutdown Failed 24 seconds ago "task: non-zero exit (1)"
busybox:latest Shutdown Failed 31 seconds ago "task: non-zero exit (1)"
busybox:latest Shutdown Failed 36 seconds ago "task: non-zero exit (1)"
busybox:latest Shutdown Failed 42 seconds ago "task: non-zero exit (1)"
busybox:latest Shutdown Failed 24 seconds ago "task: non-zero exit (1)"
busybox:latest Shutdown Failed 30 seconds ago "task: non-zero exit (1)"
busybox:latest Shutdown Failed 36 seconds ago "task: non-zero exit (1)"
busybox:latest Shutdown Failed 42 seconds ago "task: non-zero exit (1)"
busybox:latest Shutdown Failed 24 seconds ago "task: non-zero exit (1)"
busybox:latest Shutdown Failed 31 seconds ago "task: non-zero exit (1)"
busybox:latest Shutdown Failed 37 seconds ago "task: non-zero exit (1)"
busybox:latest Shutdown Failed 42 seconds ago "task: non-zero exit (1)"

[DC2-N1]$ docker service rm s1
s1

settle
# last change after 0.8 s

[DC2-N1]$ docker service ls --format '{{.Name}} {{.Mode}} {{.Replicas}} {{.Image}} {{.Ports}}'
s2 replicated 0/3 busybox:latest 

counts [DC2-N1]$ docker service ps s2 --format '{{.Image}} {{.DesiredState}} {{.CurrentState}} {{.Error}}'
busybox:latest Shutdown Failed 35 seconds ago "task: non-zero exit (1)"
busybox:latest Shutdown Failed 41 seconds ago "task: non-zero exit (1)"
busybox:latest Shutdown Failed 47 seconds ago "task: non-zero exit (1)"
busybox:latest Shutdown Failed 53 seconds ago "task: non-zero exit (1)"
busybox:latest Shutdown Failed 34 seconds ago "task: non-zero exit (1)"
busybox:latest Shutdown Failed 41 seconds ago "task: non-zero exit (1)"
busybox:latest Shutdown Failed 47 seconds ago "task: non-zero exit (1)"
busybox:latest Shutdown Failed 52 seconds ago "task: non-zero exit (1)"
busybox:latest Shutdown Failed 35 seconds ago "task: non-zero exit (1)"
busybox:latest Shutdown Failed 41 seconds ago "task: non-zero exit (1)"
busybox:latest Shutdown Failed 48 seconds ago "task: non-zero exit (1)"
busybox:latest Shutdown Failed 53 seconds ago "task: non-zero exit (1)"

[DC2-N1]$ docker service create -q -d --no-resolve-image --name s3 --replicas 3 --restart-delay 1s --restart-max-attempts 2 --update-order stop-first --update-delay 2s --update-failure-action pause --update-max-failure-ratio 0.3 --constraint node.labels.disk==ssd busybox sh -c "sleep 2; exit 1"
ig31tdjee3xe00v25kv33l7jt

settle
# last change after 29.7 s

[DC2-N1]$ docker service ls --format '{{.Name}} {{.Mode}} {{.Replicas}} {{.Image}} {{.Ports}}'
s2 replicated 0/3 busybox:latest 
s3 replicated 0/3 busybox:latest 

counts [DC2-N1]$ docker service ps s2 --format '{{.Image}} {{.DesiredState}} {{.CurrentState}} {{.Error}}'
busybox:latest Shutdown Failed about a minute ago "task: non-zero exit (1)"
busybox:latest Shutdown Failed about a minute ago "task: non-zero exit (1)"
busybox:latest Shutdown Failed about a minute ago "task: non-zero exit (1)"
busybox:latest Shutdown Failed about a minute ago "task: non-zero exit (1)"
busybox:latest Shutdown Failed about a minute ago "task: non-zero exit (1)"
busybox:latest Shutdown Failed about a minute ago "task: non-zero exit (1)"
busybox:latest Shutdown Failed about a minute ago "task: non-zero exit (1)"
busybox:latest Shutdown Failed about a minute ago "task: non-zero exit (1)"
busybox:latest Shutdown Failed about a minute ago "task: non-zero exit (1)"
busybox:latest Shutdown Failed about a minute ago "task: non-zero exit (1)"
busybox:latest Shutdown Failed about a minute ago "task: non-zero exit (1)"
busybox:latest Shutdown Failed about a minute ago "task: non-zero exit (1)"

counts [DC2-N1]$ docker service ps s3 --format '{{.Image}} {{.DesiredState}} {{.CurrentState}} {{.Error}}'
busybox:latest Shutdown Failed 9 seconds ago "task: non-zero exit (1)"
busybox:latest Shutdown Failed 19 seconds ago "task: non-zero exit (1)"
busybox:latest Shutdown Failed 29 seconds ago "task: non-zero exit (1)"
busybox:latest Shutdown Failed 9 seconds ago "task: non-zero exit (1)"
busybox:latest Shutdown Failed 18 seconds ago "task: non-zero exit (1)"
busybox:latest Shutdown Failed 28 seconds ago "task: non-zero exit (1)"
busybox:latest Shutdown Failed 9 seconds ago "task: non-zero exit (1)"
busybox:latest Shutdown Failed 19 seconds ago "task: non-zero exit (1)"
busybox:latest Shutdown Failed 29 seconds ago "task: non-zero exit (1)"

[DC2-N1]$ docker service create -q -d --no-resolve-image --name s4 --mode replicated-job --replicas 2  --constraint node.hostname!=DC2-N1 --reserve-cpu 0.7 busybox sh -c "sleep 1; exit 0"
m60kqfqlv0c7bn9e5lxc69pfn

settle
# last change after 3.9 s

[DC2-N1]$ docker service ls --format '{{.Name}} {{.Mode}} {{.Replicas}} {{.Image}} {{.Ports}}'
s2 replicated 0/3 busybox:latest 
s3 replicated 0/3 busybox:latest 
s4 replicated job 0/2 (2/2 completed) busybox:latest 

counts [DC2-N1]$ docker service ps s2 --format '{{.Image}} {{.DesiredState}} {{.CurrentState}} {{.Error}}'
busybox:latest Shutdown Failed about a minute ago "task: non-zero exit (1)"
busybox:latest Shutdown Failed about a minute ago "task: non-zero exit (1)"
busybox:latest Shutdown Failed about a minute ago "task: non-zero exit (1)"
busybox:latest Shutdown Failed about a minute ago "task: non-zero exit (1)"
busybox:latest Shutdown Failed about a minute ago "task: non-zero exit (1)"
busybox:latest Shutdown Failed about a minute ago "task: non-zero exit (1)"
busybox:latest Shutdown Failed about a minute ago "task: non-zero exit (1)"
busybox:latest Shutdown Failed about a minute ago "task: non-zero exit (1)"
busybox:latest Shutdown Failed about a minute ago "task: non-zero exit (1)"
busybox:latest Shutdown Failed about a minute ago "task: non-zero exit (1)"
busybox:latest Shutdown Failed about a minute ago "task: non-zero exit (1)"
busybox:latest Shutdown Failed about a minute ago "task: non-zero exit (1)"

counts [DC2-N1]$ docker service ps s3 --format '{{.Image}} {{.DesiredState}} {{.CurrentState}} {{.Error}}'
busybox:latest Shutdown Failed 22 seconds ago "task: non-zero exit (1)"
busybox:latest Shutdown Failed 33 seconds ago "task: non-zero exit (1)"
busybox:latest Shutdown Failed 42 seconds ago "task: non-zero exit (1)"
busybox:latest Shutdown Failed 22 seconds ago "task: non-zero exit (1)"
busybox:latest Shutdown Failed 31 seconds ago "task: non-zero exit (1)"
busybox:latest Shutdown Failed 42 seconds ago "task: non-zero exit (1)"
busybox:latest Shutdown Failed 22 seconds ago "task: non-zero exit (1)"
busybox:latest Shutdown Failed 32 seconds ago "task: non-zero exit (1)"
busybox:latest Shutdown Failed 42 seconds ago "task: non-zero exit (1)"

counts [DC2-N1]$ docker service ps s4 --format '{{.Image}} {{.DesiredState}} {{.CurrentState}} {{.Error}}'
busybox:latest Complete Complete 9 seconds ago 
busybox:latest Complete Complete 9 seconds ago 

[DC2-N1]$ docker node update --availability pause DC2-N2
DC2-N2

settle
# last change after 0.0 s

[DC2-N1]$ docker service ls --format '{{.Name}} {{.Mode}} {{.Replicas}} {{.Image}} {{.Ports}}'
s2 replicated 0/3 busybox:latest 
s3 replicated 0/3 busybox:latest 
s4 replicated job 0/2 (2/2 completed) busybox:latest 

counts [DC2-N1]$ docker service ps s2 --format '{{.Image}} {{.DesiredState}} {{.CurrentState}} {{.Error}}'
busybox:latest Shutdown Failed about a minute ago "task: non-zero exit (1)"
busybox:latest Shutdown Failed about a minute ago "task: non-zero exit (1)"
busybox:latest Shutdown Failed about a minute ago "task: non-zero exit (1)"
busybox:latest Shutdown Failed about a minute ago "task: non-zero exit (1)"
busybox:latest Shutdown Failed about a minute ago "task: non-zero exit (1)"
busybox:latest Shutdown Failed about a minute ago "task: non-zero exit (1)"
busybox:latest Shutdown Failed about a minute ago "task: non-zero exit (1)"
busybox:latest Shutdown Failed about a minute ago "task: non-zero exit (1)"
busybox:latest Shutdown Failed about a minute ago "task: non-zero exit (1)"
busybox:latest Shutdown Failed about a minute ago "task: non-zero exit (1)"
busybox:latest Shutdown Failed about a minute ago "task: non-zero exit (1)"
busybox:latest Shutdown Failed about a minute ago "task: non-zero exit (1)"

counts [DC2-N1]$ docker service ps s3 --format '{{.Image}} {{.DesiredState}} {{.CurrentState}} {{.Error}}'
busybox:latest Shutdown Failed 32 seconds ago "task: non-zero exit (1)"
busybox:latest Shutdown Failed 42 seconds ago "task: non-zero exit (1)"
busybox:latest Shutdown Failed 52 seconds ago "task: non-zero exit (1)"
busybox:latest Shutdown Failed 32 seconds ago "task: non-zero exit (1)"
busybox:latest Shutdown Failed 41 seconds ago "task: non-zero exit (1)"
busybox:latest Shutdown Failed 51 seconds ago "task: non-zero exit (1)"
busybox:latest Shutdown Failed 32 seconds ago "task: non-zero exit (1)"
busybox:latest Shutdown Failed 42 seconds ago "task: non-zero exit (1)"
busybox:latest Shutdown Failed 52 seconds ago "task: non-zero exit (1)"

counts [DC2-N1]$ docker service ps s4 --format '{{.Image}} {{.DesiredState}} {{.CurrentState}} {{.Error}}'
busybox:latest Complete Complete 19 seconds ago 
busybox:latest Complete Complete 19 seconds ago 
