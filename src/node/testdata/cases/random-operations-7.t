# title: Random operations 7
# hosts: 3
# swarm: 1m2w
# tags: random
# engine: 26.1.5
# runs: 1 (26.1.5)

[DC2-N1]$ docker node update --availability drain DC2-N2
DC2-N2

[DC2-N1]$ docker node update --label-add zone=a DC2-N2
DC2-N2

settle
# last change after 0.0 s

[DC2-N1]$ docker service ls --format '{{.Name}} {{.Mode}} {{.Replicas}} {{.Image}}'

[DC2-N1]$ docker service create -q -d --no-resolve-image --name s1 --mode global-job busybox sh -c "sleep 1; exit 0"
nvqi355xs534kojpsksocy4l8

settle
# last change after 3.4 s

[DC2-N1]$ docker service ls --format '{{.Name}} {{.Mode}} {{.Replicas}} {{.Image}}'
s1 global job 0/0 (2/2 completed) busybox:latest

counts [DC2-N1]$ docker service ps s1 --format '{{.Image}} {{.DesiredState}} {{.CurrentState}} {{.Error}}'
busybox:latest Complete Complete 8 seconds ago 
busybox:latest Complete Complete 8 seconds ago 

[DC2-N1]$ docker service create -q -d --no-resolve-image --name s2 --replicas 2 --update-failure-action rollback --replicas-max-per-node 2 httpd:2.4
xlj0ipecv97iz567u7ot6j81q

settle
# last change after 1.7 s

[DC2-N1]$ docker service ls --format '{{.Name}} {{.Mode}} {{.Replicas}} {{.Image}}'
s1 global job 0/0 (2/2 completed) busybox:latest
s2 replicated 2/2 (max 2 per node) httpd:2.4

counts [DC2-N1]$ docker service ps s1 --format '{{.Image}} {{.DesiredState}} {{.CurrentState}} {{.Error}}'
busybox:latest Complete Complete 19 seconds ago 
busybox:latest Complete Complete 19 seconds ago 

counts [DC2-N1]$ docker service ps s2 --format '{{.Image}} {{.DesiredState}} {{.CurrentState}} {{.Error}}'
httpd:2.4 Running Running 8 seconds ago 
httpd:2.4 Running Running 8 seconds ago 

spread [DC2-N1]$ docker service ps s2 --filter desired-state=running --format '{{.Node}} {{.DesiredState}}'
DC2-N3 Running
DC2-N1 Running

[DC2-N1]$ docker service create -q -d --no-resolve-image --name s3 --mode replicated-job --replicas 4 --max-concurrent 2 busybox sh -c "sleep 1; exit 0"
7qfr7f01kxa8b0o5vlq44e19g

settle
# last change after 7.4 s

[DC2-N1]$ docker service ls --format '{{.Name}} {{.Mode}} {{.Replicas}} {{.Image}}'
s1 global job 0/0 (2/2 completed) busybox:latest
s2 replicated 2/2 (max 2 per node) httpd:2.4
s3 replicated job 0/2 (4/4 completed) busybox:latest

counts [DC2-N1]$ docker service ps s1 --format '{{.Image}} {{.DesiredState}} {{.CurrentState}} {{.Error}}'
busybox:latest Complete Complete 35 seconds ago 
busybox:latest Complete Complete 35 seconds ago 

counts [DC2-N1]$ docker service ps s2 --format '{{.Image}} {{.DesiredState}} {{.CurrentState}} {{.Error}}'
httpd:2.4 Running Running 24 seconds ago 
httpd:2.4 Running Running 25 seconds ago 

spread [DC2-N1]$ docker service ps s2 --filter desired-state=running --format '{{.Node}} {{.DesiredState}}'
DC2-N3 Running
DC2-N1 Running

counts [DC2-N1]$ docker service ps s3 --format '{{.Image}} {{.DesiredState}} {{.CurrentState}} {{.Error}}'
busybox:latest Complete Complete 13 seconds ago 
busybox:latest Complete Complete 9 seconds ago 
busybox:latest Complete Complete 9 seconds ago 
busybox:latest Complete Complete 13 seconds ago 

[DC2-N1]$ docker node update --availability active DC2-N2
DC2-N2

[DC2-N1]$ docker node update --label-add zone=a DC2-N2
DC2-N2

settle
# last change after 0.0 s

[DC2-N1]$ docker service ls --format '{{.Name}} {{.Mode}} {{.Replicas}} {{.Image}}'
s1 global job 0/0 (2/2 completed) busybox:latest
s2 replicated 2/2 (max 2 per node) httpd:2.4
s3 replicated job 0/2 (4/4 completed) busybox:latest

counts [DC2-N1]$ docker service ps s1 --format '{{.Image}} {{.DesiredState}} {{.CurrentState}} {{.Error}}'
busybox:latest Complete Complete 44 seconds ago 
busybox:latest Complete Complete 44 seconds ago 

counts [DC2-N1]$ docker service ps s2 --format '{{.Image}} {{.DesiredState}} {{.CurrentState}} {{.Error}}'
httpd:2.4 Running Running 34 seconds ago 
httpd:2.4 Running Running 34 seconds ago 

spread [DC2-N1]$ docker service ps s2 --filter desired-state=running --format '{{.Node}} {{.DesiredState}}'
DC2-N3 Running
DC2-N1 Running

counts [DC2-N1]$ docker service ps s3 --format '{{.Image}} {{.DesiredState}} {{.CurrentState}} {{.Error}}'
busybox:latest Complete Complete 22 seconds ago 
busybox:latest Complete Complete 18 seconds ago 
busybox:latest Complete Complete 18 seconds ago 
busybox:latest Complete Complete 22 seconds ago 

[DC2-N1]$ docker service rollback -q -d s2
Error response from daemon: rpc error: code = FailedPrecondition desc = service xlj0ipecv97iz567u7ot6j81q does not have a previous spec
[exit 1]

settle
# last change after 0.0 s

[DC2-N1]$ docker service ls --format '{{.Name}} {{.Mode}} {{.Replicas}} {{.Image}}'
s1 global job 0/0 (2/2 completed) busybox:latest
s2 replicated 2/2 (max 2 per node) httpd:2.4
s3 replicated job 0/2 (4/4 completed) busybox:latest

counts [DC2-N1]$ docker service ps s1 --format '{{.Image}} {{.DesiredState}} {{.CurrentState}} {{.Error}}'
busybox:latest Complete Complete 53 seconds ago 
busybox:latest Complete Complete 53 seconds ago 

counts [DC2-N1]$ docker service ps s2 --format '{{.Image}} {{.DesiredState}} {{.CurrentState}} {{.Error}}'
httpd:2.4 Running Running 43 seconds ago 
httpd:2.4 Running Running 43 seconds ago 

spread [DC2-N1]$ docker service ps s2 --filter desired-state=running --format '{{.Node}} {{.DesiredState}}'
DC2-N3 Running
DC2-N1 Running

counts [DC2-N1]$ docker service ps s3 --format '{{.Image}} {{.DesiredState}} {{.CurrentState}} {{.Error}}'
busybox:latest Complete Complete 31 seconds ago 
busybox:latest Complete Complete 27 seconds ago 
busybox:latest Complete Complete 27 seconds ago 
busybox:latest Complete Complete 32 seconds ago 

[DC2-N1]$ docker service scale -d s2=9
s2 scaled to 9

settle
# last change after 1.7 s

[DC2-N1]$ docker service ls --format '{{.Name}} {{.Mode}} {{.Replicas}} {{.Image}}'
s1 global job 0/0 (2/2 completed) busybox:latest
s2 replicated 6/9 (max 2 per node) httpd:2.4
s3 replicated job 0/2 (4/4 completed) busybox:latest

counts [DC2-N1]$ docker service ps s1 --format '{{.Image}} {{.DesiredState}} {{.CurrentState}} {{.Error}}'
busybox:latest Complete Complete about a minute ago 
busybox:latest Complete Complete about a minute ago 

counts [DC2-N1]$ docker service ps s2 --format '{{.Image}} {{.DesiredState}} {{.CurrentState}} {{.Error}}'
httpd:2.4 Running Running 54 seconds ago 
httpd:2.4 Running Running 54 seconds ago 
httpd:2.4 Running Running 9 seconds ago 
httpd:2.4 Running Pending 10 seconds ago "no suitable node (max replica…"
httpd:2.4 Running Pending 10 seconds ago "no suitable node (max replica…"
httpd:2.4 Running Pending 10 seconds ago "no suitable node (max replica…"
httpd:2.4 Running Running 9 seconds ago 
httpd:2.4 Running Running 9 seconds ago 
httpd:2.4 Running Running 9 seconds ago 

spread [DC2-N1]$ docker service ps s2 --filter desired-state=running --format '{{.Node}} {{.DesiredState}}'
DC2-N3 Running
DC2-N1 Running
DC2-N1 Running
 Running
 Running
 Running
DC2-N2 Running
DC2-N2 Running
DC2-N3 Running

counts [DC2-N1]$ docker service ps s3 --format '{{.Image}} {{.DesiredState}} {{.CurrentState}} {{.Error}}'
busybox:latest Complete Complete 43 seconds ago 
busybox:latest Complete Complete 39 seconds ago 
busybox:latest Complete Complete 39 seconds ago 
busybox:latest Complete Complete 43 seconds ago 

[DC2-N1]$ docker service rollback -q -d s3
Error response from daemon: rpc error: code = FailedPrecondition desc = service 7qfr7f01kxa8b0o5vlq44e19g does not have a previous spec
[exit 1]

settle
# last change after 0.0 s

[DC2-N1]$ docker service ls --format '{{.Name}} {{.Mode}} {{.Replicas}} {{.Image}}'
s1 global job 0/0 (2/2 completed) busybox:latest
s2 replicated 6/9 (max 2 per node) httpd:2.4
s3 replicated job 0/2 (4/4 completed) busybox:latest

counts [DC2-N1]$ docker service ps s1 --format '{{.Image}} {{.DesiredState}} {{.CurrentState}} {{.Error}}'
busybox:latest Complete Complete about a minute ago 
busybox:latest Complete Complete about a minute ago 

counts [DC2-N1]$ docker service ps s2 --format '{{.Image}} {{.DesiredState}} {{.CurrentState}} {{.Error}}'
httpd:2.4 Running Running about a minute ago 
httpd:2.4 Running Running about a minute ago 
httpd:2.4 Running Running 19 seconds ago 
httpd:2.4 Running Pending 20 seconds ago "no suitable node (max replica…"
httpd:2.4 Running Pending 20 seconds ago "no suitable node (max replica…"
httpd:2.4 Running Pending 20 seconds ago "no suitable node (max replica…"
httpd:2.4 Running Running 19 seconds ago 
httpd:2.4 Running Running 19 seconds ago 
httpd:2.4 Running Running 19 seconds ago 

spread [DC2-N1]$ docker service ps s2 --filter desired-state=running --format '{{.Node}} {{.DesiredState}}'
DC2-N3 Running
DC2-N1 Running
DC2-N1 Running
 Running
 Running
 Running
DC2-N2 Running
DC2-N2 Running
DC2-N3 Running

counts [DC2-N1]$ docker service ps s3 --format '{{.Image}} {{.DesiredState}} {{.CurrentState}} {{.Error}}'
busybox:latest Complete Complete 53 seconds ago 
busybox:latest Complete Complete 49 seconds ago 
busybox:latest Complete Complete 49 seconds ago 
busybox:latest Complete Complete 53 seconds ago 

[DC2-N1]$ docker service update -q -d --no-resolve-image --image nginx:1.25 s2
s2

settle
# last change after 2.7 s

[DC2-N1]$ docker service ls --format '{{.Name}} {{.Mode}} {{.Replicas}} {{.Image}}'
s1 global job 0/0 (2/2 completed) busybox:latest
s2 replicated 6/9 (max 2 per node) nginx:1.25
s3 replicated job 0/2 (4/4 completed) busybox:latest

counts [DC2-N1]$ docker service ps s1 --format '{{.Image}} {{.DesiredState}} {{.CurrentState}} {{.Error}}'
busybox:latest Complete Complete 4 minutes ago 
busybox:latest Complete Complete 4 minutes ago 

counts [DC2-N1]$ docker service ps s2 --format '{{.Image}} {{.DesiredState}} {{.CurrentState}} {{.Error}}'
nginx:1.25 Running Pending 3 minutes ago "no suitable node (max replica…"
httpd:2.4 Shutdown Shutdown 3 minutes ago 
httpd:2.4 Running Running 4 minutes ago 
httpd:2.4 Running Running 4 minutes ago 
httpd:2.4 Running Running 3 minutes ago 
httpd:2.4 Running Pending 4 minutes ago "no suitable node (max replica…"
httpd:2.4 Running Pending 4 minutes ago "no suitable node (max replica…"
httpd:2.4 Running Running 4 minutes ago 
httpd:2.4 Running Running 4 minutes ago 
httpd:2.4 Running Running 4 minutes ago 

spread [DC2-N1]$ docker service ps s2 --filter desired-state=running --format '{{.Node}} {{.DesiredState}}'
 Running
DC2-N1 Running
DC2-N1 Running
DC2-N3 Running
 Running
 Running
DC2-N2 Running
DC2-N2 Running
DC2-N3 Running

counts [DC2-N1]$ docker service ps s3 --format '{{.Image}} {{.DesiredState}} {{.CurrentState}} {{.Error}}'
busybox:latest Complete Complete 4 minutes ago 
busybox:latest Complete Complete 4 minutes ago 
busybox:latest Complete Complete 4 minutes ago 
busybox:latest Complete Complete 4 minutes ago 
