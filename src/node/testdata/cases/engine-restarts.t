# title: Engines of a worker and of the only manager are restarted with jobs and services on them
# hosts: 2
# swarm: 1m1w
# tags: orchestrator
# engine: 26.1.5
# runs: 1 (26.1.5)

[DC2-N1]$ docker service create -q -d --no-resolve-image --name web --replicas 2 nginx:1.25
n9vq9uk9akbyz1m3lo7wkt4qe

[DC2-N1]$ docker service create -q -d --no-resolve-image --name g --mode global nginx:1.25
2buhprublibchwgzb5uey3qv4

[DC2-N1]$ docker service create -q -d --no-resolve-image --name job --mode replicated-job --constraint node.role==worker --stop-grace-period 1s busybox sleep 90
uog89vao0y9938l1bso77sa78

[DC2-N1]$ docker service create -q -d --no-resolve-image --name no --restart-condition none --constraint node.role==worker nginx:1.25
te858ji8rwji9qxjy1s574ytk

settle
# last change after 1.8 s

stop DC2-N2

wait 3s

start DC2-N2

settle
# last change after 6.6 s

[DC2-N1]$ docker service ls --format '{{.Name}} {{.Mode}} {{.Replicas}}'
g global 2/2
job replicated job 1/1 (0/1 completed)
no replicated 0/1
web replicated 2/2

counts [DC2-N1]$ docker service ps no --format '{{.DesiredState}} {{.Node}}'
Shutdown DC2-N2

counts [DC2-N1]$ docker service ps g --filter desired-state=running --format '{{.DesiredState}} {{.Node}}'
Running DC2-N2
Running DC2-N1

stop DC2-N1

wait 3s

start DC2-N1

settle
# last change after 5.8 s

[DC2-N1]$ docker service ls --format '{{.Name}} {{.Mode}} {{.Replicas}}'
g global 2/2
job replicated job 1/1 (0/1 completed)
no replicated 0/1
web replicated 2/2

sorted [DC2-N1]$ docker node ls --format '{{.Hostname}} {{.Status}} {{.Availability}} {{.ManagerStatus}}'
DC2-N1 Ready Active Leader
DC2-N2 Ready Active 

counts [DC2-N1]$ docker service ps g --filter desired-state=running --format '{{.DesiredState}} {{.Node}}'
Running DC2-N2
Running DC2-N1
