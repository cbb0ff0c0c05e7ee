# title: What waiting commands say when updates fail, pause, roll back
# hosts: 1
# swarm: 1m0w
# tags: update, rollback
# engine: 26.1.5
# runs: 1 (26.1.5)

[DC2-N1]$ docker service create --no-resolve-image --name a --replicas 2 --update-monitor 1s --rollback-monitor 1s nginx:1.25
rk8w1xyjq9xksta7sm2a6ygky
overall progress: 2 out of 2 tasks
verify: Service rk8w1xyjq9xksta7sm2a6ygky converged

[DC2-N1]$ docker service update --no-resolve-image --image nginx:1.26 a
a
overall progress: 2 out of 2 tasks
verify: Service a converged

[DC2-N1]$ docker service update --no-resolve-image --image nginx:9.99 --update-failure-action rollback a
a
overall progress: rolling back update: 2 out of 2 tasks
verify: Service a converged

[DC2-N1]$ docker service inspect a --format '{{.UpdateStatus.State}} {{.Spec.TaskTemplate.ContainerSpec.Image}}'
rollback_completed nginx:1.26

[DC2-N1]$ docker service update --no-resolve-image --replicas 3 a
a
overall progress: 3 out of 3 tasks
verify: Service a converged

[DC2-N1]$ docker service update --no-resolve-image --label-add x=y a
a
overall progress: 3 out of 3 tasks
verify: Service a converged

[DC2-N1]$ docker service rollback a
a
overall progress: rolling back update: 3 out of 3 tasks
verify: Service a converged

[DC2-N1]$ docker service scale a=1
a scaled to 1
overall progress: 1 out of 1 tasks
verify: Service a converged

[DC2-N1]$ docker service create --no-resolve-image --name g --mode global nginx
rubycygz0ncd4xlx9f08wwsba
overall progress: 1 out of 1 tasks
verify: Service rubycygz0ncd4xlx9f08wwsba converged

[DC2-N1]$ docker service update --no-resolve-image --env-add A=1 g
g
overall progress: 1 out of 1 tasks
verify: Service g converged

[DC2-N1]$ docker service create --no-resolve-image --name j --mode replicated-job --replicas 2 alpine true
1urnz9e0xbm8ofd4v1w3by2v0
job complete

[DC2-N1]$ docker service create --no-resolve-image --name gj --mode global-job alpine true
0vwbgajziy857kj8z9zx6o91y
job complete

[DC2-N1]$ docker service update --no-resolve-image --force j
j
job complete

[DC2-N1]$ docker service create --no-resolve-image --name z --replicas 0 nginx
aajdm50gm2ngxm0y5typ1r2mt
overall progress: 0 out of 0 tasks
verify: Service aajdm50gm2ngxm0y5typ1r2mt converged

[DC2-N1]$ docker service ls --format '{{.Name}} {{.Mode}} {{.Replicas}} {{.Image}}'
a replicated 1/1 nginx:1.26
g global 1/1 nginx:latest
gj global job 0/0 (1/1 completed) alpine:latest
j replicated job 0/2 (2/2 completed) alpine:latest
z replicated 0/0 nginx:latest
