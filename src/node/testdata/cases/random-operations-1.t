# title: Random operations 1
# hosts: 3
# swarm: 1m2w
# tags: random
# engine: 26.1.5
# runs: 1 (26.1.5)

[DC2-N1]$ docker service create -q -d --no-resolve-image --name s1 --mode global --update-parallelism 0 --update-failure-action rollback --restart-condition on-failure --constraint node.role==worker nginx:1.25
uwaz0iid19g2cz1c48ouzye1k

settle
# last change after 7.7 s

[DC2-N1]$ docker service ls --format '{{.Name}} {{.Mode}} {{.Replicas}} {{.Image}}'
s1 global 2/2 nginx:1.25

counts [DC2-N1]$ docker service ps s1 --format '{{.Image}} {{.DesiredState}} {{.CurrentState}} {{.Error}}'
nginx:1.25 Running Running 9 seconds ago 
nginx:1.25 Running Running 10 seconds ago 

spread [DC2-N1]$ docker service ps s1 --filter desired-state=running --format '{{.Node}} {{.DesiredState}}'
DC2-N3 Running
DC2-N2 Running

stop DC2-N2

settle
# last change after 7.9 s

[DC2-N1]$ docker service ls --format '{{.Name}} {{.Mode}} {{.Replicas}} {{.Image}}'
s1 global 2/1 nginx:1.25

counts [DC2-N1]$ docker service ps s1 --format '{{.Image}} {{.DesiredState}} {{.CurrentState}} {{.Error}}'
nginx:1.25 Running Running 52 seconds ago 
nginx:1.25 Shutdown Running 53 seconds ago 

spread [DC2-N1]$ docker service ps s1 --filter desired-state=running --format '{{.Node}} {{.DesiredState}}'
DC2-N3 Running

[DC2-N1]$ docker node update --availability pause DC2-N3
DC2-N3

settle
# last change after 0.0 s

[DC2-N1]$ docker service ls --format '{{.Name}} {{.Mode}} {{.Replicas}} {{.Image}}'
s1 global 2/1 nginx:1.25

counts [DC2-N1]$ docker service ps s1 --format '{{.Image}} {{.DesiredState}} {{.CurrentState}} {{.Error}}'
nginx:1.25 Running Running about a minute ago 
nginx:1.25 Shutdown Running about a minute ago 

spread [DC2-N1]$ docker service ps s1 --filter desired-state=running --format '{{.Node}} {{.DesiredState}}'
DC2-N3 Running

[DC2-N1]$ docker service rm s1
s1

settle
# last change after 2.2 s

[DC2-N1]$ docker service ls --format '{{.Name}} {{.Mode}} {{.Replicas}} {{.Image}}'

start DC2-N2

settle
# last change after 0.0 s

[DC2-N1]$ docker service ls --format '{{.Name}} {{.Mode}} {{.Replicas}} {{.Image}}'

[DC2-N1]$ docker service create -q -d --no-resolve-image --name s2 --replicas 1 --replicas-max-per-node 2 -p 8082:80 redis:7
yqe4svt9o0w1wp5oc3pf7y05f

settle
# last change after 7.8 s

[DC2-N1]$ docker service ls --format '{{.Name}} {{.Mode}} {{.Replicas}} {{.Image}}'
s2 replicated 1/1 (max 2 per node) redis:7

counts [DC2-N1]$ docker service ps s2 --format '{{.Image}} {{.DesiredState}} {{.CurrentState}} {{.Error}}'
redis:7 Running Running 11 seconds ago 

spread [DC2-N1]$ docker service ps s2 --filter desired-state=running --format '{{.Node}} {{.DesiredState}}'
DC2-N1 Running

[DC2-N1]$ docker service update -q -d --no-resolve-image --replicas-max-per-node 3 s2
s2

settle
# last change after 0.0 s

[DC2-N1]$ docker service ls --format '{{.Name}} {{.Mode}} {{.Replicas}} {{.Image}}'
s2 replicated 1/1 (max 3 per node) redis:7

counts [DC2-N1]$ docker service ps s2 --format '{{.Image}} {{.DesiredState}} {{.CurrentState}} {{.Error}}'
redis:7 Running Running 24 seconds ago 

spread [DC2-N1]$ docker service ps s2 --filter desired-state=running --format '{{.Node}} {{.DesiredState}}'
DC2-N1 Running

[DC2-N1]$ docker service update -q -d --no-resolve-image --constraint-add node.labels.zone==b s2
s2

settle
# last change after 7.9 s

[DC2-N1]$ docker service ls --format '{{.Name}} {{.Mode}} {{.Replicas}} {{.Image}}'
s2 replicated 0/1 (max 3 per node) redis:7

counts [DC2-N1]$ docker service ps s2 --format '{{.Image}} {{.DesiredState}} {{.CurrentState}} {{.Error}}'
redis:7 Running Pending 5 minutes ago "no suitable node (scheduling …"
redis:7 Shutdown Shutdown 4 minutes ago 

spread [DC2-N1]$ docker service ps s2 --filter desired-state=running --format '{{.Node}} {{.DesiredState}}'
 Running

[DC2-N1]$ docker service update -q -d --no-resolve-image --image redis:7 s2
s2

settle
# last change after 0.0 s

[DC2-N1]$ docker service ls --format '{{.Name}} {{.Mode}} {{.Replicas}} {{.Image}}'
s2 replicated 0/1 (max 3 per node) redis:7

counts [DC2-N1]$ docker service ps s2 --format '{{.Image}} {{.DesiredState}} {{.CurrentState}} {{.Error}}'
redis:7 Running Pending 5 minutes ago "no suitable node (scheduling …"
redis:7 Shutdown Shutdown 5 minutes ago 

spread [DC2-N1]$ docker service ps s2 --filter desired-state=running --format '{{.Node}} {{.DesiredState}}'
 Running
