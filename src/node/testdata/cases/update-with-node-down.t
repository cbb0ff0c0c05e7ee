# title: An update while a node is down, and the node's return
# hosts: 3
# swarm: 1m2w
# tags: update, failure
# engine: 26.1.5
# runs: 1 (26.1.5)

[DC2-N1]$ docker service create -q -d --no-resolve-image --name web --replicas 6 --update-monitor 1s nginx:1.25
354ypip6ubjk8iikeewe6semu

[DC2-N1]$ docker service create -q -d --no-resolve-image --name glob --mode global --update-monitor 1s nginx:1.25
c51po2ux5apstu1t0eegcaafy

settle
# last change after 2.4 s

stop DC2-N3

settle
# last change after 17.5 s

[DC2-N1]$ docker service update -q -d --no-resolve-image --image nginx:1.26 web
web

[DC2-N1]$ docker service update -q -d --no-resolve-image --image nginx:1.26 glob
glob

settle
# last change after 16.4 s

[DC2-N1]$ docker service inspect web glob --format '{{.UpdateStatus.State}} {{.UpdateStatus.Message}}'
completed update completed
completed update completed

counts [DC2-N1]$ docker service ps web --format '{{.Image}} {{.Node}} {{.DesiredState}} {{.CurrentState}}'
nginx:1.26 DC2-N1 Running Running 22 seconds ago
nginx:1.25 DC2-N1 Shutdown Shutdown 23 seconds ago
nginx:1.26 DC2-N2 Running Running 19 seconds ago
nginx:1.25 DC2-N2 Shutdown Shutdown 20 seconds ago
nginx:1.26 DC2-N1 Running Running 16 seconds ago
nginx:1.25 DC2-N1 Shutdown Shutdown 17 seconds ago
nginx:1.25 DC2-N3 Shutdown Running about a minute ago
nginx:1.26 DC2-N1 Running Running 9 seconds ago
nginx:1.25 DC2-N1 Shutdown Shutdown 10 seconds ago
nginx:1.26 DC2-N2 Running Running 12 seconds ago
nginx:1.25 DC2-N2 Shutdown Shutdown 13 seconds ago
nginx:1.26 DC2-N2 Running Running 14 seconds ago
nginx:1.25 DC2-N2 Shutdown Shutdown 15 seconds ago
nginx:1.25 DC2-N3 Shutdown Running about a minute ago

counts [DC2-N1]$ docker service ps glob --format '{{.Image}} {{.Node}} {{.DesiredState}} {{.CurrentState}}'
nginx:1.25 DC2-N3 Shutdown Running about a minute ago
nginx:1.26 DC2-N1 Running Running 22 seconds ago
nginx:1.25 DC2-N1 Shutdown Shutdown 23 seconds ago
nginx:1.26 DC2-N2 Running Running 19 seconds ago
nginx:1.25 DC2-N2 Shutdown Shutdown 20 seconds ago

[DC2-N1]$ docker service ls --format '{{.Name}} {{.Replicas}} {{.Image}}'
glob 3/2 nginx:1.26
web 8/6 nginx:1.26

start DC2-N3

settle
# last change after 1.3 s

counts [DC2-N1]$ docker service ps glob --format '{{.Image}} {{.Node}} {{.DesiredState}} {{.CurrentState}}'
nginx:1.26 DC2-N3 Running Running 30 seconds ago
nginx:1.25 DC2-N3 Shutdown Shutdown 31 seconds ago
nginx:1.26 DC2-N1 Running Running 56 seconds ago
nginx:1.25 DC2-N1 Shutdown Shutdown 57 seconds ago
nginx:1.26 DC2-N2 Running Running 53 seconds ago
nginx:1.25 DC2-N2 Shutdown Shutdown 54 seconds ago

[DC2-N1]$ docker service ls --format '{{.Name}} {{.Replicas}} {{.Image}}'
glob 3/3 nginx:1.26
web 6/6 nginx:1.26
