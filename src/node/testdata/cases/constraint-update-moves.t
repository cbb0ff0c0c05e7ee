# title: Constraints are changed: tasks that no longer fit move, the others stay
# hosts: 3
# swarm: 1m2w
# tags: update, constraint
# engine: 26.1.5
# runs: 1 (26.1.5)

[DC2-N1]$ docker service create -q -d --no-resolve-image --name web --replicas 6 --update-parallelism 0 nginx
c4n59duxlip2f4zbg3ub5s4f9

settle
# last change after 2.9 s

spread [DC2-N1]$ docker service ps web --format '{{.Node}} {{.DesiredState}}'
DC2-N1 Running
DC2-N2 Running
DC2-N3 Running
DC2-N1 Running
DC2-N2 Running
DC2-N3 Running

[DC2-N1]$ docker service update -q -d --no-resolve-image --constraint-add node.role==worker web
web

settle
# last change after 7.8 s

counts [DC2-N1]$ docker service ps web --format '{{.DesiredState}} {{.CurrentState}}'
Running Running 13 seconds ago
Shutdown Shutdown 14 seconds ago
Running Running 24 seconds ago
Running Running 25 seconds ago
Running Running 13 seconds ago
Shutdown Shutdown 14 seconds ago
Running Running 24 seconds ago
Running Running 25 seconds ago

spread [DC2-N1]$ docker service ps web --filter desired-state=running --format '{{.Node}} {{.DesiredState}}'
DC2-N3 Running
DC2-N2 Running
DC2-N3 Running
DC2-N2 Running
DC2-N2 Running
DC2-N3 Running

[DC2-N1]$ docker service inspect web --format '{{.UpdateStatus.State}} {{json .Spec.TaskTemplate.Placement.Constraints}}'
completed ["node.role==worker"]

[DC2-N1]$ docker service update -q -d --no-resolve-image --constraint-rm node.role==worker --constraint-add node.hostname!=DC2-N2 web
web

settle
# last change after 8.3 s

spread [DC2-N1]$ docker service ps web --filter desired-state=running --format '{{.Node}} {{.DesiredState}}'
DC2-N3 Running
DC2-N1 Running
DC2-N3 Running
DC2-N1 Running
DC2-N1 Running
DC2-N3 Running

[DC2-N1]$ docker service update -q -d --no-resolve-image --constraint-add node.labels.zone==x web
web

wait 15s

counts [DC2-N1]$ docker service ps web --filter desired-state=running --format '{{.DesiredState}} {{.CurrentState}} {{.Error}}'
Running Pending 15 seconds ago "no suitable node (scheduling …"
Running Pending 15 seconds ago "no suitable node (scheduling …"
Running Pending 15 seconds ago "no suitable node (scheduling …"
Running Pending 15 seconds ago "no suitable node (scheduling …"
Running Pending 15 seconds ago "no suitable node (scheduling …"
Running Pending 15 seconds ago "no suitable node (scheduling …"

[DC2-N1]$ docker service rollback -q -d web
web

settle
# last change after 244.1 s

[DC2-N1]$ docker service ls --format '{{.Replicas}}'
4/6

[DC2-N1]$ docker service inspect web --format '{{.UpdateStatus.State}} {{json .Spec.TaskTemplate.Placement.Constraints}}'
rollback_started ["node.hostname!=DC2-N2"]

[DC2-N1]$ docker service update -d --no-resolve-image --constraint-add bad web
Error response from daemon: rpc error: code = Unknown desc = constraint expected one operator from ==, !=
[exit 1]

[DC2-N1]$ docker service update -d --no-resolve-image --constraint-rm nosuch web
web
