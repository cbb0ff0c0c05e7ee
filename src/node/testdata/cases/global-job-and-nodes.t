# title: A job on every node, and on nodes that come later
# hosts: 3
# swarm: 1m1w
# tags: orchestrator
# engine: 26.1.5
# runs: 1 (26.1.5)

[DC2-N1]$ docker service create -q -d --no-resolve-image --name once --mode global-job busybox sh -c 'sleep 1'
wh043avixnttlxszh2wtt5zm9

settle
# last change after 3.6 s

sorted [DC2-N1]$ docker service ps once --format '{{.Node}} {{.DesiredState}}'
DC2-N1 Complete
DC2-N2 Complete

[DC2-N1]$ docker service ls --format '{{.Name}} {{.Mode}} {{.Replicas}}'
once global job 0/0 (2/2 completed)

let TOKEN = [DC2-N1]$ docker swarm join-token -q worker

[DC2-N3]$ docker swarm join --token $TOKEN 10.35.3.145:2377
This node joined a swarm as a worker.

settle
# last change after 0.0 s

sorted [DC2-N1]$ docker service ps once --format '{{.Node}} {{.DesiredState}}'
DC2-N1 Complete
DC2-N2 Complete

[DC2-N1]$ docker node update --availability drain DC2-N2
DC2-N2

[DC2-N1]$ docker service update -q -d --force once
once

settle
# last change after 4.2 s

counts [DC2-N1]$ docker service ps once --format '{{.Node}} {{.DesiredState}}'
DC2-N1 Complete
DC2-N3 Complete

[DC2-N1]$ docker node update --availability active DC2-N2
DC2-N2

settle
# last change after 0.0 s

counts [DC2-N1]$ docker service ps once --format '{{.Node}} {{.DesiredState}}'
DC2-N1 Complete
DC2-N3 Complete

[DC2-N1]$ docker service ls --format '{{.Name}} {{.Mode}} {{.Replicas}}'
once global job 0/0 (2/2 completed)

[DC2-N1]$ docker service scale once=3
once: scale can only be used with replicated or replicated-job mode
[exit 1]
