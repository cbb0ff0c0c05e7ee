# title: A node loses the label that its tasks need: they are rejected and move, or wait
# hosts: 3
# swarm: 1m2w
# tags: scheduling, constraint
# engine: 26.1.5
# runs: 1 (26.1.5)

[DC2-N1]$ docker node update --label-add disk=ssd DC2-N2
DC2-N2

[DC2-N1]$ docker node update --label-add disk=ssd DC2-N3
DC2-N3

[DC2-N1]$ docker service create -q -d --no-resolve-image --name db --replicas 3 --constraint node.labels.disk==ssd nginx
kb4eczlu4vkho7qofzmmo81n3

settle
# last change after 1.7 s

spread [DC2-N1]$ docker service ps db --format '{{.Name}} {{.Node}} {{.DesiredState}} {{.CurrentState}} {{.Error}}'
db.1 DC2-N2 Running Running 8 seconds ago 
db.2 DC2-N3 Running Running 8 seconds ago 
db.3 DC2-N3 Running Running 8 seconds ago 

[DC2-N1]$ docker node update --label-rm disk DC2-N2
DC2-N2

settle
# last change after 6.1 s

counts [DC2-N1]$ docker service ps db --format '{{.Name}} {{.Node}} {{.DesiredState}} {{.CurrentState}} {{.Error}}'
db.1 DC2-N3 Running Running 8 seconds ago 
db.1 DC2-N2 Shutdown Rejected 14 seconds ago "assigned node no longer meets…"
db.2 DC2-N3 Running Running 22 seconds ago 
db.3 DC2-N3 Running Running 22 seconds ago 

[DC2-N1]$ docker node update --label-rm disk DC2-N3
DC2-N3

settle
# last change after 5.1 s

counts [DC2-N1]$ docker service ps db --filter desired-state=running --format '{{.Name}} {{.Node}} {{.DesiredState}} {{.CurrentState}} {{.Error}}'
db.1  Running Pending 13 seconds ago "no suitable node (scheduling …"
db.2  Running Pending 13 seconds ago "no suitable node (scheduling …"
db.3  Running Pending 13 seconds ago "no suitable node (scheduling …"

[DC2-N1]$ docker service ls --format '{{.Name}} {{.Replicas}}'
db 0/3

[DC2-N1]$ docker node update --label-add disk=ssd DC2-N1
DC2-N1

settle
# last change after 1.2 s

counts [DC2-N1]$ docker service ps db --filter desired-state=running --format '{{.Name}} {{.Node}} {{.DesiredState}} {{.CurrentState}} {{.Error}}'
db.1 DC2-N1 Running Running 8 seconds ago 
db.2 DC2-N1 Running Running 8 seconds ago 
db.3 DC2-N1 Running Running 8 seconds ago 

[DC2-N1]$ docker node update --label-rm nosuch DC2-N1
key nosuch doesn't exist in node's labels
[exit 1]
