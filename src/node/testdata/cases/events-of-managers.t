# title: Events of nodes and services, as each manager hears them
# hosts: 4
# swarm: 3m1w
# tags: events, managers
# engine: 26.1.5
# runs: 1 (26.1.5)

wait 3s

sorted [DC2-N1]$ docker events --since 5m --until 0s --filter type=node --format '{{.Action}} {{.Actor.Attributes}}'
update map[name:DC2-N1 state.new:ready state.old:unknown]
create map[name:]
update map[name:]
update map[name:]
update map[name:]
update map[name:DC2-N2 state.new:ready state.old:unknown]
create map[name:]
update map[name:]
update map[name:]
update map[name:]
update map[name:DC2-N3 state.new:ready state.old:unknown]
create map[name:]
update map[name:]
update map[name:]
update map[name:]
update map[name:DC2-N4 state.new:ready state.old:unknown]

sorted [DC2-N2]$ docker events --since 5m --until 0s --filter type=node --format '{{.Action}} {{.Actor.Attributes}}'
create map[name:]
update map[name:]
update map[name: role.new:manager role.old:worker]
update map[name:]
update map[name:DC2-N1 state.new:ready state.old:unknown]
create map[name:]
update map[name:]
update map[name:]
update map[name:]
update map[name:DC2-N2 state.new:ready state.old:unknown]
create map[name:]
update map[name:]
update map[name:]
update map[name:]
update map[name:DC2-N3 state.new:ready state.old:unknown]
create map[name:]
update map[name:]
update map[name:]
update map[name:]
update map[name:DC2-N4 state.new:ready state.old:unknown]

sorted [DC2-N3]$ docker events --since 5m --until 0s --filter type=node --format '{{.Action}} {{.Actor.Attributes}}'
create map[name:]
update map[name:]
update map[name: role.new:manager role.old:worker]
update map[name:]
update map[name:DC2-N1 state.new:ready state.old:unknown]
create map[name:]
update map[name:]
update map[name:]
update map[name:]
update map[name:DC2-N2 state.new:ready state.old:unknown]
create map[name:]
update map[name:]
update map[name:]
update map[name:]
update map[name:DC2-N3 state.new:ready state.old:unknown]
create map[name:]
update map[name:]
update map[name:]
update map[name:]
update map[name:DC2-N4 state.new:ready state.old:unknown]

[DC2-N4]$ docker events --since 5m --until 0s --filter type=node

[DC2-N1]$ docker service create -q -d --no-resolve-image --name web --replicas 2 --update-delay 1s nginx:1.25
3u84dmdtnqp0g02c13uziquv0

settle
# last change after 1.4 s

[DC2-N1]$ docker service update -q -d --no-resolve-image --image nginx:1.26 web
web

settle
# last change after 12.0 s

[DC2-N1]$ docker service scale -d web=3
web scaled to 3

settle
# last change after 2.3 s

[DC2-N1]$ docker service rollback -q -d web
web

settle
# last change after 0.0 s

[DC2-N1]$ docker events --since 5m --until 0s --filter type=service --format '{{.Action}} {{.Actor.Attributes}}'
create map[name:web]
update map[image.new:nginx:1.26 image.old:nginx:1.25 name:web]
update map[name:web updatestate.new:updating]
update map[name:web updatestate.new:completed updatestate.old:updating]
update map[name:web replicas.new:3 replicas.old:2]
update map[name:web replicas.new:2 replicas.old:3 updatestate.new:rollback_started]
update map[name:web updatestate.new:rollback_completed updatestate.old:rollback_started]

[DC2-N2]$ docker events --since 5m --until 0s --filter type=service --format '{{.Action}} {{.Actor.Attributes}}'
create map[name:web]
update map[image.new:nginx:1.26 image.old:nginx:1.25 name:web]
update map[name:web updatestate.new:updating]
update map[name:web updatestate.new:completed updatestate.old:updating]
update map[name:web replicas.new:3 replicas.old:2]
update map[name:web replicas.new:2 replicas.old:3 updatestate.new:rollback_started]
update map[name:web updatestate.new:rollback_completed updatestate.old:rollback_started]

[DC2-N1]$ docker service update -q -d --no-resolve-image --image nginx:9.99 --update-failure-action rollback --update-monitor 1s web
web

settle
# last change after 6.6 s

[DC2-N1]$ docker events --since 5m --until 0s --filter type=service --filter event=update --format '{{.Actor.Attributes}}'
map[image.new:nginx:1.26 image.old:nginx:1.25 name:web]
map[name:web updatestate.new:updating]
map[name:web updatestate.new:completed updatestate.old:updating]
map[name:web replicas.new:3 replicas.old:2]
map[name:web replicas.new:2 replicas.old:3 updatestate.new:rollback_started]
map[name:web updatestate.new:rollback_completed updatestate.old:rollback_started]
map[image.new:nginx:9.99 image.old:nginx:1.26 name:web]
map[name:web updatestate.new:updating]
map[image.new:nginx:1.26 image.old:nginx:9.99 name:web updatestate.new:rollback_started updatestate.old:updating]
map[name:web updatestate.new:rollback_completed updatestate.old:rollback_started]

[DC2-N1]$ docker node update --availability drain DC2-N4
DC2-N4

[DC2-N1]$ docker node update --availability active --label-add a=b DC2-N4
DC2-N4

[DC2-N1]$ docker node promote DC2-N4
Node DC2-N4 promoted to a manager in the swarm.

settle
# last change after 5.2 s

[DC2-N1]$ docker node demote DC2-N4
Manager DC2-N4 demoted in the swarm.

settle
# last change after 8.4 s

[DC2-N1]$ docker events --since 10m --until 0s --filter type=node --filter node=DC2-N4 --format '{{.Action}} {{.Actor.Attributes}}'
update map[name:DC2-N4 state.new:ready state.old:unknown]
update map[availability.new:drain availability.old:active name:DC2-N4]
update map[availability.new:active availability.old:drain name:DC2-N4]
update map[name:DC2-N4]
update map[name:DC2-N4 role.new:manager role.old:worker]
update map[name:DC2-N4]
update map[name:DC2-N4]
update map[name:DC2-N4]
update map[name:DC2-N4]
update map[name:DC2-N4]
update map[name:DC2-N4 role.new:worker role.old:manager]
update map[name:DC2-N4]
update map[name:DC2-N4]

[DC2-N1]$ docker events --since 10m --until 0s --filter type=node --format '{{.Action}} {{.Actor.Attributes}}'
update map[name:DC2-N1 state.new:ready state.old:unknown]
create map[name:]
update map[name:]
update map[name:]
update map[name:]
update map[name:DC2-N2 state.new:ready state.old:unknown]
create map[name:]
update map[name:]
update map[name:]
update map[name:]
update map[name:DC2-N3 state.new:ready state.old:unknown]
create map[name:]
update map[name:]
update map[name:]
update map[name:]
update map[name:DC2-N4 state.new:ready state.old:unknown]
update map[availability.new:drain availability.old:active name:DC2-N4]
update map[availability.new:active availability.old:drain name:DC2-N4]
update map[name:DC2-N4]
update map[name:DC2-N4 role.new:manager role.old:worker]
update map[name:DC2-N4]
update map[name:DC2-N4]
update map[name:DC2-N4]
update map[name:DC2-N4]
update map[name:DC2-N4]
update map[name:DC2-N4 role.new:worker role.old:manager]
update map[name:DC2-N4]
update map[name:DC2-N4]

stop DC2-N4

wait 20s

[DC2-N1]$ docker events --since 15s --until 0s --filter type=node --format '{{.Action}} {{.Actor.Attributes}}'
update map[name:DC2-N4 state.new:down state.old:ready]

start DC2-N4

settle
# last change after 0.0 s

[DC2-N1]$ docker events --since 2m --until 0s --filter type=node --format '{{.Action}} {{.Actor.Attributes}}'
update map[availability.new:drain availability.old:active name:DC2-N4]
update map[availability.new:active availability.old:drain name:DC2-N4]
update map[name:DC2-N4]
update map[name:DC2-N4 role.new:manager role.old:worker]
update map[name:DC2-N4]
update map[name:DC2-N4]
update map[name:DC2-N4]
update map[name:DC2-N4]
update map[name:DC2-N4]
update map[name:DC2-N4 role.new:worker role.old:manager]
update map[name:DC2-N4]
update map[name:DC2-N4]
update map[name:DC2-N4 state.new:down state.old:ready]
update map[name:DC2-N4 state.new:ready state.old:down]

[DC2-N1]$ docker service rm web
web

wait 2s

[DC2-N1]$ docker events --since 5s --until 0s --filter scope=swarm --format '{{.Type}} {{.Action}} {{.Actor.Attributes.name}}'
service remove web

[DC2-N1]$ docker events --since 5s --until 0s --filter type=foo

[DC2-N1]$ docker events --since foo --until 0s
failed to parse value as time or duration: "foo"
[exit 1]

[DC2-N1]$ docker events --until 0s --format '{{.Nope}}'
Error parsing format: template: :1:2: executing "" at <.Nope>: can't evaluate field Nope in type *events.Message
[exit 64]
