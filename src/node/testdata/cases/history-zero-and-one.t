# title: Task history limits of 0, 1 and the default
# hosts: 2
# swarm: 1m1w
# tags: orchestrator
# engine: 26.1.5
# runs: 1 (26.1.5)

[DC2-N1]$ docker swarm update --task-history-limit 0
Swarm updated.

[DC2-N1]$ docker service create -q -d --no-resolve-image --name web --replicas 2 nginx:1.25
lm8cxxeomf8991e3yuiygnj79

settle
# last change after 1.4 s

[DC2-N1]$ docker service update -q -d --force web
web

settle
# last change after 21.2 s

counts [DC2-N1]$ docker service ps web --format '{{.DesiredState}}'
Running
Running

[DC2-N1]$ docker swarm update --task-history-limit 1
Swarm updated.

[DC2-N1]$ docker service update -q -d --force web
web

settle
# last change after 16.7 s

[DC2-N1]$ docker service update -q -d --force web
web

settle
# last change after 10.4 s

counts [DC2-N1]$ docker service ps web --format '{{.DesiredState}}'
Running
Running

[DC2-N1]$ docker swarm update --task-history-limit 3
Swarm updated.

[DC2-N1]$ docker service update -q -d --force web
web

settle
# last change after 9.0 s

[DC2-N1]$ docker service update -q -d --force web
web

settle
# last change after 10.8 s

[DC2-N1]$ docker service update -q -d --force web
web

settle
# last change after 25.0 s

counts [DC2-N1]$ docker service ps web --format '{{.DesiredState}}'
Running
Shutdown
Shutdown
Running
Shutdown
Shutdown

[DC2-N1]$ docker service scale -d web=1
web scaled to 1

settle
# last change after 4.8 s

counts [DC2-N1]$ docker service ps web --format '{{.DesiredState}}'
Running
Shutdown
Shutdown
Shutdown
Shutdown

[DC2-N1]$ docker service scale -d web=3
web scaled to 3

settle
# last change after 21.2 s

counts [DC2-N1]$ docker service ps web --format '{{.DesiredState}}'
Running
Shutdown
Shutdown
Running
Shutdown
Shutdown
Running

[DC2-N1]$ docker swarm update --task-history-limit=-1
Swarm updated.

[DC2-N1]$ docker info --format '{{.Swarm.Cluster.Spec.Orchestration.TaskHistoryRetentionLimit}}'
-1
