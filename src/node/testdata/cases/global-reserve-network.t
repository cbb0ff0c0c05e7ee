# title: A global service on an overlay network that has no room on its nodes
# hosts: 2
# swarm: 1m1w
# tags: scheduling, global
# engine: 26.1.5
# runs: 1 (26.1.5)

[DC2-N1]$ docker network create -d overlay back
6l8iu61m188j2v4f8o3tb8jex

[DC2-N1]$ docker service create -q -d --no-resolve-image --name big --mode global --reserve-memory 50g --network back --restart-delay 1s nginx
5t4ekwxqpjtbs1dhga2x57rzm

wait 20s

loose [DC2-N1]$ docker service ps big --format '{{.Node}} {{.DesiredState}} {{.Error}}' --filter desired-state=running

[DC2-N1]$ docker service ls --format '{{.Name}} {{.Replicas}}'
big 0/0

wait 20s

loose [DC2-N1]$ docker service ps big --format '{{.Node}} {{.DesiredState}} {{.CurrentState}} {{.Error}}'
DC2-N1 Ready Rejected less than a second ago "assigned node no longer meets…"
DC2-N1 Shutdown Rejected 1 second ago "assigned node no longer meets…"
DC2-N1 Shutdown Rejected 2 seconds ago "assigned node no longer meets…"
DC2-N1 Shutdown Rejected 3 seconds ago "assigned node no longer meets…"
DC2-N1 Shutdown Rejected 4 seconds ago "assigned node no longer meets…"
DC2-N2 Ready Rejected less than a second ago "assigned node no longer meets…"
DC2-N2 Shutdown Rejected 1 second ago "assigned node no longer meets…"
DC2-N2 Shutdown Rejected 2 seconds ago "assigned node no longer meets…"
DC2-N2 Shutdown Rejected 3 seconds ago "assigned node no longer meets…"
DC2-N2 Shutdown Rejected 4 seconds ago "assigned node no longer meets…"

[DC2-N1]$ docker node update --label-add a=b DC2-N2
DC2-N2

wait 10s

loose [DC2-N1]$ docker service ps big --format '{{.Node}} {{.DesiredState}} {{.CurrentState}} {{.Error}}'
DC2-N1 Ready Rejected less than a second ago "assigned node no longer meets…"
DC2-N1 Shutdown Rejected 1 second ago "assigned node no longer meets…"
DC2-N1 Shutdown Rejected 1 second ago "assigned node no longer meets…"
DC2-N1 Shutdown Rejected 3 seconds ago "assigned node no longer meets…"
DC2-N1 Shutdown Rejected 4 seconds ago "assigned node no longer meets…"
DC2-N1 Shutdown Rejected 5 seconds ago "assigned node no longer meets…"
DC2-N2 Ready Rejected less than a second ago "assigned node no longer meets…"
DC2-N2 Shutdown Rejected less than a second ago "assigned node no longer meets…"
DC2-N2 Shutdown Rejected 1 second ago "assigned node no longer meets…"
DC2-N2 Shutdown Rejected 2 seconds ago "assigned node no longer meets…"
DC2-N2 Shutdown Rejected 3 seconds ago "assigned node no longer meets…"
DC2-N2 Shutdown Rejected 4 seconds ago "assigned node no longer meets…"

[DC2-N1]$ docker service update -q -d --no-resolve-image --reserve-memory 1g big
big

settle
# last change after 6.3 s

loose [DC2-N1]$ docker service ps big --format '{{.Node}} {{.DesiredState}} {{.CurrentState}} {{.Error}}' --filter desired-state=running
DC2-N1 Running Running 13 seconds ago 
DC2-N2 Running Running 10 seconds ago 
