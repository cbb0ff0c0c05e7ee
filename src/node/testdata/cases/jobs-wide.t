# title: Jobs: how lists show them, failures, retries, updates, scale
# hosts: 3
# swarm: 1m2w
# tags: jobs
# engine: 26.1.5
# runs: 1 (26.1.5)

[DC2-N1]$ docker service create -q -d --no-resolve-image --name j --mode replicated-job --replicas 4 --max-concurrent 2 busybox sh -c 'sleep 3'
hmn01lgiyo9m4bk93915sdy8q

settle
# last change after 15.3 s

[DC2-N1]$ docker service ls --format '{{.Name}} {{.Mode}} {{.Replicas}}'
j replicated job 0/2 (4/4 completed)

counts [DC2-N1]$ docker service ps j --format '{{.DesiredState}} {{.CurrentState}}'
Complete Complete 15 seconds ago
Complete Complete 9 seconds ago
Complete Complete 8 seconds ago
Complete Complete 15 seconds ago

[DC2-N1]$ docker service scale -d j=2
j scaled to 2

[DC2-N1]$ docker service scale j=6
j scaled to 6
job complete

[DC2-N1]$ docker service update -q -d --no-resolve-image --replicas 5 j
replicas can only be used with replicated mode
[exit 1]

settle
# last change after 0.0 s

[DC2-N1]$ docker service ls --format '{{.Name}} {{.Mode}} {{.Replicas}}'
j replicated job 0/2 (6/6 completed)

counts [DC2-N1]$ docker service ps j --format '{{.DesiredState}} {{.CurrentState}}'
Complete Complete 22 seconds ago
Complete Complete 44 seconds ago
Complete Complete 15 seconds ago
Complete Complete 37 seconds ago
Complete Complete 16 seconds ago
Complete Complete 37 seconds ago
Complete Complete 9 seconds ago
Complete Complete 9 seconds ago
Complete Complete 21 seconds ago
Complete Complete 44 seconds ago

[DC2-N1]$ docker service update -q -d --no-resolve-image --force j
j

settle
# last change after 18.5 s

[DC2-N1]$ docker service ls --format '{{.Name}} {{.Mode}} {{.Replicas}}'
j replicated job 0/2 (6/6 completed)

counts [DC2-N1]$ docker service ps j --format '{{.DesiredState}} {{.CurrentState}}'
Complete Complete 21 seconds ago
Complete Complete 49 seconds ago
Complete Complete about a minute ago
Complete Complete 14 seconds ago
Complete Complete 42 seconds ago
Complete Complete about a minute ago
Complete Complete 13 seconds ago
Complete Complete 43 seconds ago
Complete Complete about a minute ago
Complete Complete 9 seconds ago
Complete Complete 36 seconds ago
Complete Complete 9 seconds ago
Complete Complete 36 seconds ago
Complete Complete 21 seconds ago
Complete Complete 49 seconds ago
Complete Complete about a minute ago

[DC2-N1]$ docker service inspect j --format '{{.JobStatus.JobIteration.Index}}'
3

[DC2-N1]$ docker service rollback -d j
j

[DC2-N1]$ docker service update -q -d --no-resolve-image --max-concurrent 1 j
j

[DC2-N1]$ docker service create -q -d --no-resolve-image --name f --mode replicated-job --replicas 2 --restart-max-attempts 2 --restart-delay 1s --restart-condition on-failure busybox sh -c 'exit 2'
paq2ocy3tvaanwi6hakkrcsdj

settle
# last change after 298.7 s

[DC2-N1]$ docker service ls --format '{{.Name}} {{.Mode}} {{.Replicas}}'
f replicated job 0/2 (0/2 completed)
j replicated job 0/2 (6/6 completed)

[DC2-N1]$ docker service create -q -d --no-resolve-image --name n --mode replicated-job --restart-condition none busybox sh -c 'exit 2'
4emmip5yvrpas8yp21cv0gj43

settle
# last change after 298.8 s

counts [DC2-N1]$ docker service ps n --format '{{.DesiredState}} {{.CurrentState}} {{.Error}}'
Shutdown Failed 4 minutes ago "task: non-zero exit (2)"

[DC2-N1]$ docker service create -q -d --no-resolve-image --name g --mode global-job --constraint node.role==worker busybox true
munfzupo6rk7lkj2y77tflbdc
