# title: Start-first updates need room for both tasks
# hosts: 2
# swarm: 1m1w
# tags: update, scheduling
# engine: 26.1.5
# runs: 1 (26.1.5)

[DC2-N1]$ docker service create -q -d --no-resolve-image --name big --replicas 2 --reserve-cpu 1.5 --update-order start-first --update-monitor 2s nginx:1.25
sxbd6je4szx7sayp1ncmkkq6l

settle
# last change after 0.4 s

spread [DC2-N1]$ docker service ps big --format '{{.Name}} {{.Node}} {{.DesiredState}} {{.CurrentState}} {{.Error}}'
big.1 DC2-N1 Running Running 8 seconds ago 
big.2 DC2-N2 Running Running 8 seconds ago 

[DC2-N1]$ docker service update -q -d --no-resolve-image --image nginx:1.26 big
big

wait 10s

counts [DC2-N1]$ docker service ps big --format '{{.Image}} {{.DesiredState}} {{.CurrentState}} {{.Error}}'
nginx:1.25 Running Running 18 seconds ago 
nginx:1.26 Running Pending 9 seconds ago "no suitable node (insufficien…"
nginx:1.25 Running Running 18 seconds ago 

[DC2-N1]$ docker service inspect big --format '{{.UpdateStatus.State}} {{.UpdateStatus.Message}}'
updating update in progress

[DC2-N1]$ docker service ls --format '{{.Name}} {{.Replicas}} {{.Image}}'
big 2/2 nginx:1.26

[DC2-N1]$ docker service update -d -q --no-resolve-image --update-order stop-first big
big

settle
# last change after 4.1 s

counts [DC2-N1]$ docker service ps big --format '{{.Image}} {{.DesiredState}} {{.CurrentState}} {{.Error}}' --filter desired-state=running
nginx:1.26 Running Running 10 seconds ago 
nginx:1.26 Running Pending 22 seconds ago "no suitable node (insufficien…"

[DC2-N1]$ docker service inspect big --format '{{.UpdateStatus.State}} {{.UpdateStatus.Message}}'
completed update completed

[DC2-N1]$ docker service update -d -q --no-resolve-image --reserve-cpu 3 big
big

wait 15s

counts [DC2-N1]$ docker service ps big --format '{{.DesiredState}} {{.CurrentState}} {{.Error}}' --filter desired-state=running
Running Running 25 seconds ago 
Running Pending 15 seconds ago "no suitable node (insufficien…"

[DC2-N1]$ docker service rollback -d big
big

settle
# last change after 65.8 s

counts [DC2-N1]$ docker service ps big --format '{{.Image}} {{.DesiredState}} {{.CurrentState}} {{.Error}}' --filter desired-state=running
nginx:1.26 Running Running about a minute ago 
nginx:1.26 Running Running 13 seconds ago 

[DC2-N1]$ docker service inspect big --format '{{.UpdateStatus.State}} {{.UpdateStatus.Message}}'
rollback_completed rollback completed
