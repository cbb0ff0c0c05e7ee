# title: The new one first, and the old one leaves when it is healthy
# hosts: 2
# swarm: 1m1w
# tags: orchestrator
# engine: 26.1.5
# runs: 1 (26.1.5)

[DC2-N1]$ docker service create -q -d --no-resolve-image --name web --replicas 2 --update-order start-first --update-monitor 1s --health-cmd 'test -f /tmp/ok' --health-interval 1s --health-retries 2 --health-start-period 2s busybox sh -c 'touch /tmp/ok; sleep 3600'
htm96q5f2kh4v3uthirxs20e7

settle
# last change after 6.9 s

[DC2-N1]$ docker service ls --format '{{.Name}} {{.Replicas}}'
web 2/2

counts [DC2-N1]$ docker ps --filter name=web --format '{{.Image}}'
busybox:latest

[DC2-N1]$ docker service update -q -d --args 'sh -c "sleep 3600"' --update-failure-action pause --stop-grace-period 1s web
web

wait 40s

[DC2-N1]$ docker service inspect web --format '{{.UpdateStatus.State}}'
paused

[DC2-N1]$ docker service ls --format '{{.Name}} {{.Replicas}}'
web 2/2

counts [DC2-N1]$ docker service ps web --filter desired-state=running --format '{{.Node}}'
DC2-N1
DC2-N2
DC2-N1

[DC2-N1]$ docker service rollback -q -d web
web

settle
# last change after 5.6 s

[DC2-N1]$ docker service ls --format '{{.Name}} {{.Replicas}}'
web 2/2

[DC2-N1]$ docker service inspect web --format '{{.UpdateStatus.State}} {{.UpdateStatus.Message}}'
rollback_completed rollback completed
