# title: What commands that wait say in the end
# hosts: 2
# swarm: 1m1w
# tags: orchestrator
# engine: 26.1.5
# runs: 1 (26.1.5)

[DC2-N1]$ docker service create --no-resolve-image --name web --replicas 2 nginx:1.25
wcrjwtsjuqe8087u8brgfutum
overall progress: 2 out of 2 tasks
verify: Service wcrjwtsjuqe8087u8brgfutum converged

[DC2-N1]$ docker service update --no-resolve-image --image nginx:1.26 web
web
overall progress: 2 out of 2 tasks
verify: Service web converged

[DC2-N1]$ docker service scale web=3
web scaled to 3
overall progress: 3 out of 3 tasks
verify: Service web converged

[DC2-N1]$ docker service rollback web
web
overall progress: rolling back update: 2 out of 2 tasks
verify: Service web converged

[DC2-N1]$ docker service update --force web
web
overall progress: 2 out of 2 tasks
verify: Service web converged

[DC2-N1]$ docker service create --no-resolve-image --name g --mode global nginx:1.25
8dq844wzhzzeg20km1pgqhaco
overall progress: 2 out of 2 tasks
verify: Service 8dq844wzhzzeg20km1pgqhaco converged

[DC2-N1]$ docker service create --no-resolve-image --name j --mode replicated-job --replicas 3 busybox true
iuqljb165z2sg1f5mmtle2emw
job complete

[DC2-N1]$ docker service create --no-resolve-image --name gj --mode global-job busybox true
v6vr0m919ynkc1vv1gol4f6a7
job complete

[DC2-N1]$ docker service scale web=1 web=0
web scaled to 1
web scaled to 0
verify: Service web converged
overall progress: 0 out of 0 tasks
verify: Service web converged

[DC2-N1]$ docker service update --replicas 2 web
web
overall progress: 2 out of 2 tasks
verify: Service web converged

[DC2-N1]$ docker service update --update-failure-action rollback --update-monitor 1s --restart-condition none --no-resolve-image --image nginx:9.99 web
web
overall progress: rolling back update: 2 out of 2 tasks
verify: Service web converged

[DC2-N1]$ docker service ls --format '{{.Name}} {{.Replicas}} {{.Image}}'
g 2/2 nginx:1.25
gj 0/0 (2/2 completed) busybox:latest
j 0/3 (3/3 completed) busybox:latest
web 2/2 nginx:1.26

[DC2-N1]$ docker service rm web g j gj nothing
web
g
j
gj
Error response from daemon: service nothing not found
[exit 1]

[DC2-N1]$ docker service ls
ID        NAME      MODE      REPLICAS   IMAGE     PORTS
