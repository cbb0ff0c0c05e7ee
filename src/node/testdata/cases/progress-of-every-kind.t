# title: Commands that wait: what they print last, and how they end
# hosts: 3
# swarm: 1m2w
# tags: progress, service
# engine: 26.1.5
# runs: 1 (26.1.5)

[DC2-N1]$ docker service create --no-resolve-image --name web --replicas 3 nginx:1.25
kgiu63s3gwe94bxbrj4508q6e
overall progress: 3 out of 3 tasks
verify: Service kgiu63s3gwe94bxbrj4508q6e converged

[DC2-N1]$ docker service create --no-resolve-image --name agent --mode global nginx:1.25
ypq509cfslm4mv75u9s0twv7w
overall progress: 3 out of 3 tasks
verify: Service ypq509cfslm4mv75u9s0twv7w converged

[DC2-N1]$ docker service create --no-resolve-image --name none --replicas 0 nginx:1.25
wcm92x7ndvj2szy5lkl4woz9t
overall progress: 0 out of 0 tasks
verify: Service wcm92x7ndvj2szy5lkl4woz9t converged

[DC2-N1]$ docker service scale web=5 none=2
web scaled to 5
none scaled to 2
verify: Service web converged
overall progress: 2 out of 2 tasks
verify: Service none converged

[DC2-N1]$ docker service scale agent=2
agent: scale can only be used with replicated or replicated-job mode
[exit 1]

[DC2-N1]$ docker service scale web=5 nosuch=1 none=1
web scaled to 5
none scaled to 1
verify: Service web converged
overall progress: 1 out of 1 tasks
verify: Service none converged
nosuch: Error response from daemon: service nosuch not found
[exit 1]

[DC2-N1]$ docker service scale -d web=4 none=0
web scaled to 4
none scaled to 0

settle
# last change after 2.3 s

[DC2-N1]$ docker service update --no-resolve-image --image nginx:1.26 --update-parallelism 0 web
web
overall progress: 4 out of 4 tasks
verify: Service web converged

[DC2-N1]$ docker service update --no-resolve-image --label-add a=b web
web
overall progress: 4 out of 4 tasks
verify: Service web converged

[DC2-N1]$ docker service update --no-resolve-image --force agent
agent
overall progress: 3 out of 3 tasks
verify: Service agent converged

[DC2-N1]$ docker service update -q --no-resolve-image --force web
web

[DC2-N1]$ docker service rollback web
web
overall progress: rolling back update: 4 out of 4 tasks
verify: Service web converged

[DC2-N1]$ docker service rollback -q agent
agent

[DC2-N1]$ docker service update --rollback web
web
overall progress: rolling back update: 4 out of 4 tasks
verify: Service web converged

[DC2-N1]$ docker service update --no-resolve-image --image nginx:9.99 --update-failure-action rollback --update-monitor 1s web
web
overall progress: rolling back update: 4 out of 4 tasks
verify: Service web converged

[DC2-N1]$ docker service update --no-resolve-image --image nginx:9.99 --update-failure-action pause --update-monitor 1s web
web
overall progress: 0 out of 4 tasks
service update paused: update paused due to failure or early termination of task 3mp0cuakyw4i68xv4hrmuh4c1
[exit 1]

[DC2-N1]$ docker service ps web --filter desired-state=running --format '{{.Name}} {{.Image}}'

[DC2-N1]$ docker service rollback web
web
overall progress: rolling back update: 4 out of 4 tasks
verify: Service web converged

[DC2-N1]$ docker service create --no-resolve-image --name job --mode replicated-job --replicas 3 --max-concurrent 1 busybox sleep 1
lv76zi4w7c2z5x9abbcc5a85a
job complete

[DC2-N1]$ docker service create --no-resolve-image --name gjob --mode global-job busybox true
15ebpmgv4ayd9633sft17vr9n
job complete

[DC2-N1]$ docker service create -q --no-resolve-image --name qjob --mode global-job busybox true
aiy0ym91656s59nrqyguakdjg

[DC2-N1]$ docker service scale job=2
job scaled to 2
job complete

[DC2-N1]$ docker service update --no-resolve-image --force job
job
job complete

[DC2-N1]$ docker service update --no-resolve-image --replicas 5 web
web
overall progress: 5 out of 5 tasks
verify: Service web converged

[DC2-N1]$ docker service update --no-resolve-image --replicas 2 --image nginx:1.27 web
web
overall progress: 2 out of 2 tasks
verify: Service web converged

[DC2-N1]$ docker service update --no-resolve-image nosuch
Error response from daemon: service nosuch not found
[exit 1]

[DC2-N1]$ docker service update --no-resolve-image web
web
overall progress: 2 out of 2 tasks
verify: Service web converged

[DC2-N1]$ docker service update --no-resolve-image --constraint-add node.role==manager --update-order start-first web
web
overall progress: 2 out of 2 tasks
verify: Service web converged

[DC2-N1]$ docker service ps web --filter desired-state=running --format '{{.Name}} {{.Image}} {{.Node}}'
web.1 nginx:1.27 DC2-N1
web.2 nginx:1.27 DC2-N1

[DC2-N1]$ docker service rm web agent none job gjob qjob nosuch
web
agent
none
job
gjob
qjob
Error response from daemon: service nosuch not found
[exit 1]
