# title: Start-first, host ports, and updates that cannot go on
# hosts: 2
# swarm: 1m1w
# tags: update, ports
# engine: 26.1.5
# runs: 1 (26.1.5)

[DC2-N1]$ docker service create -q -d --no-resolve-image --name web --replicas 2 --update-order start-first --update-monitor 1s --publish mode=host,published=8080,target=80 nginx:1.25
rsghtc9qd6lcwcfk1imlxed2e

settle
# last change after 1.5 s

[DC2-N1]$ docker service update -q -d --no-resolve-image --image nginx:1.26 web
web

wait 15s

counts [DC2-N1]$ docker service ps web --format '{{.Image}} {{.DesiredState}} {{.CurrentState}} {{.Error}}'
nginx:1.25 Running Running 23 seconds ago 
nginx:1.26 Running Pending 15 seconds ago "no suitable node (host-mode p…"
nginx:1.25 Running Running 24 seconds ago 

[DC2-N1]$ docker service ls --format '{{.Replicas}} {{.Image}}'
2/2 nginx:1.26

[DC2-N1]$ docker service scale -d web=1
web scaled to 1

wait 15s

counts [DC2-N1]$ docker service ps web --format '{{.Image}} {{.DesiredState}} {{.CurrentState}} {{.Error}}' --filter desired-state=running
nginx:1.26 Running Running 13 seconds ago 

[DC2-N1]$ docker service update -q -d --no-resolve-image --update-order stop-first web
web

settle
# last change after 0.0 s

counts [DC2-N1]$ docker service ps web --format '{{.Image}} {{.DesiredState}} {{.CurrentState}} {{.Error}}' --filter desired-state=running
nginx:1.26 Running Running 21 seconds ago 

[DC2-N1]$ docker service inspect web --format '{{.UpdateStatus.State}} {{.UpdateStatus.Message}}'

template parsing error: template: :1:15: executing "" at <.UpdateStatus.State>: nil pointer evaluating *swarm.UpdateStatus.State
[exit 1]
