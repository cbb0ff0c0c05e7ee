# title: The task history limit is changed while tasks fail
# hosts: 1
# swarm: 1m0w
# tags: history
# engine: 26.1.5
# runs: 1 (26.1.5)

[DC2-N1]$ docker swarm update --task-history-limit 2
Swarm updated.

[DC2-N1]$ docker service create -q -d --no-resolve-image --name f --replicas 1 --restart-delay 1s alpine false
icb5n7oqwamk5vaqnlf49eenr

wait 15s

counts [DC2-N1]$ docker service ps f --format '{{.Name}} {{.DesiredState}}' --filter desired-state=shutdown
f.1 Shutdown

[DC2-N1]$ docker swarm update --task-history-limit 0
Swarm updated.

wait 5s

[DC2-N1]$ docker service ps f --format '{{.Name}} {{.DesiredState}}' --filter desired-state=shutdown

[DC2-N1]$ docker swarm update --task-history-limit 5
Swarm updated.

wait 15s

counts [DC2-N1]$ docker service ps f --format '{{.Name}} {{.DesiredState}}' --filter desired-state=shutdown
f.1 Shutdown
f.1 Shutdown
f.1 Shutdown
f.1 Shutdown

[DC2-N1]$ docker service rm f
f

[DC2-N1]$ docker service create -q -d --no-resolve-image --name m --replicas 1 --restart-delay 1s --restart-max-attempts 8 alpine false
n5oiqrcosbo9lzhg9ubpam6to

settle
# last change after 19.1 s

counts [DC2-N1]$ docker service ps m --format '{{.Name}} {{.DesiredState}} {{.CurrentState}} {{.Error}}'
m.1 Shutdown Failed 8 seconds ago "task: non-zero exit (1)"
m.1 Shutdown Failed 10 seconds ago "task: non-zero exit (1)"
m.1 Shutdown Failed 13 seconds ago "task: non-zero exit (1)"
m.1 Shutdown Failed 15 seconds ago "task: non-zero exit (1)"
m.1 Shutdown Failed 18 seconds ago "task: non-zero exit (1)"
m.1 Shutdown Failed 20 seconds ago "task: non-zero exit (1)"
m.1 Shutdown Failed 22 seconds ago "task: non-zero exit (1)"
m.1 Shutdown Failed 24 seconds ago "task: non-zero exit (1)"
m.1 Shutdown Failed 26 seconds ago "task: non-zero exit (1)"

[DC2-N1]$ docker swarm update --task-history-limit -1
Swarm updated.

[DC2-N1]$ docker info --format '{{.Swarm.Cluster.Spec.Orchestration.TaskHistoryRetentionLimit}}'
-1
