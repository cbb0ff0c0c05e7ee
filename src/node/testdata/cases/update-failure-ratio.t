# title: Failure ratio and actions of updates and rollbacks
# hosts: 2
# swarm: 1m1w
# tags: update, rollback
# engine: 26.1.5
# runs: 1 (26.1.5)

[DC2-N1]$ docker service create -q -d --no-resolve-image --name cont --replicas 3 --update-failure-action continue --update-monitor 1s --restart-condition none nginx:1.25
mvj2cnlehj1yhd9osezhmbrvl

[DC2-N1]$ docker service create -q -d --no-resolve-image --name back --replicas 3 --update-failure-action rollback --update-monitor 1s --rollback-monitor 1s --restart-condition none nginx:1.25
fg0i268j975nn6zpe415oh7hd

[DC2-N1]$ docker service create -q -d --no-resolve-image --name ratio --replicas 4 --update-failure-action pause --update-max-failure-ratio 0.6 --update-monitor 1s --restart-condition none nginx:1.25
v06otmj2tzb0gtxleelggsohe

settle
# last change after 2.2 s

[DC2-N1]$ docker service update -q -d --no-resolve-image --image nginx:9.99 cont
cont

[DC2-N1]$ docker service update -q -d --no-resolve-image --image nginx:9.99 back
back

[DC2-N1]$ docker service update -q -d --no-resolve-image --image nginx:9.99 ratio
ratio

settle
# last change after 5.3 s

counts [DC2-N1]$ docker service ps cont --format '{{.Image}} {{.DesiredState}} {{.CurrentState}} {{.Error}}'
nginx:9.99 Shutdown Rejected 10 seconds ago "No such image: nginx:9.99"
nginx:1.25 Shutdown Shutdown 9 seconds ago 
nginx:9.99 Shutdown Rejected 13 seconds ago "No such image: nginx:9.99"
nginx:1.25 Shutdown Shutdown 12 seconds ago 
nginx:9.99 Shutdown Rejected 11 seconds ago "No such image: nginx:9.99"
nginx:1.25 Shutdown Shutdown 10 seconds ago 

[DC2-N1]$ docker service inspect cont --format '{{.UpdateStatus.State}} {{.UpdateStatus.Message}}'
completed update completed

counts [DC2-N1]$ docker service ps back --format '{{.Image}} {{.DesiredState}} {{.CurrentState}} {{.Error}}'
nginx:1.25 Running Running 22 seconds ago 
nginx:1.25 Running Running 22 seconds ago 
nginx:1.25 Running Running 12 seconds ago 
nginx:9.99 Shutdown Rejected 13 seconds ago "No such image: nginx:9.99"
nginx:1.25 Shutdown Shutdown 12 seconds ago 

[DC2-N1]$ docker service inspect back --format '{{.UpdateStatus.State}} {{.UpdateStatus.Message}}'
rollback_completed rollback completed

counts [DC2-N1]$ docker service ps ratio --format '{{.Image}} {{.DesiredState}} {{.CurrentState}} {{.Error}}'
nginx:9.99 Shutdown Rejected 10 seconds ago "No such image: nginx:9.99"
nginx:1.25 Shutdown Shutdown 9 seconds ago 
nginx:1.25 Running Running 22 seconds ago 
nginx:9.99 Shutdown Rejected 13 seconds ago "No such image: nginx:9.99"
nginx:1.25 Shutdown Shutdown 12 seconds ago 
nginx:9.99 Shutdown Rejected 11 seconds ago "No such image: nginx:9.99"
nginx:1.25 Shutdown Shutdown 10 seconds ago 

[DC2-N1]$ docker service inspect ratio --format '{{.UpdateStatus.State}}'
paused

[DC2-N1]$ docker service create -d --no-resolve-image --update-max-failure-ratio 1.5 nginx
Error response from daemon: rpc error: code = InvalidArgument desc = TaskSpec: update-maxfailureratio cannot be less than 0 or bigger than 1
[exit 1]

[DC2-N1]$ docker service create -d --no-resolve-image --update-failure-action maybe nginx
Error response from daemon: unrecognized update failure action maybe
[exit 1]

[DC2-N1]$ docker service create -d --no-resolve-image --update-order sideways nginx
Error response from daemon: unrecognized update order sideways
[exit 1]

[DC2-N1]$ docker service create -d --no-resolve-image --update-delay -1s nginx
Error response from daemon: rpc error: code = InvalidArgument desc = TaskSpec: update-delay cannot be negative
[exit 1]

[DC2-N1]$ docker service create -d --no-resolve-image --update-monitor -1s nginx
Error response from daemon: rpc error: code = InvalidArgument desc = TaskSpec: update-monitor cannot be negative
[exit 1]
