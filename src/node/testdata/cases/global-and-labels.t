# title: A global service follows its constraints, node by node
# hosts: 3
# swarm: 1m2w
# tags: orchestrator
# engine: 26.1.5
# runs: 1 (26.1.5)

[DC2-N1]$ docker service create -q -d --no-resolve-image --name mon --mode global --constraint node.labels.watch==yes --update-parallelism 0 nginx:1.25
ykrff0pyzyzcg14179yft4eyg

settle
# last change after 0.0 s

[DC2-N1]$ docker service ls --format '{{.Name}} {{.Replicas}}'
mon 0/0

[DC2-N1]$ docker node update --label-add watch=yes DC2-N1
DC2-N1

[DC2-N1]$ docker node update --label-add watch=yes DC2-N3
DC2-N3

settle
# last change after 2.9 s

sorted [DC2-N1]$ docker service ps mon --format '{{.Node}} {{.DesiredState}}'
DC2-N1 Running
DC2-N3 Running

[DC2-N1]$ docker node update --label-rm watch DC2-N1
DC2-N1

settle
# last change after 0.0 s

sorted [DC2-N1]$ docker service ps mon --format '{{.Node}} {{.DesiredState}} {{.Error}}'
DC2-N1 Shutdown "assigned node no longer meets…"
DC2-N3 Running 

[DC2-N1]$ docker node update --availability pause DC2-N3
DC2-N3

[DC2-N1]$ docker service update -q -d --no-resolve-image --image nginx:1.26 mon
mon

settle
# last change after 0.0 s

counts [DC2-N1]$ docker service ps mon --filter desired-state=running --format '{{.Node}} {{.Image}}'
DC2-N3 nginx:1.25

[DC2-N1]$ docker service update -q -d --constraint-rm node.labels.watch==yes mon
mon

settle
# last change after 7.0 s

sorted [DC2-N1]$ docker service ps mon --filter desired-state=running --format '{{.Node}} {{.Image}}'
DC2-N1 nginx:1.26
DC2-N2 nginx:1.26
DC2-N3 nginx:1.25

[DC2-N1]$ docker service ls --format '{{.Name}} {{.Replicas}}'
mon 3/3

[DC2-N1]$ docker node update --availability active DC2-N3
DC2-N3

settle
# last change after 3.8 s

sorted [DC2-N1]$ docker service ps mon --filter desired-state=running --format '{{.Node}} {{.Image}}'
DC2-N1 nginx:1.26
DC2-N2 nginx:1.26
DC2-N3 nginx:1.26

[DC2-N1]$ docker service ls --format '{{.Name}} {{.Replicas}}'
mon 3/3

[DC2-N1]$ docker node update --label-rm nothing DC2-N1
key nothing doesn't exist in node's labels
[exit 1]
