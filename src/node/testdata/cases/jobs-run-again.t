# title: Jobs: concurrency, failures, forced runs, scaling, global jobs
# hosts: 2
# swarm: 1m1w
# tags: jobs
# engine: 26.1.5
# runs: 1 (26.1.5)

[DC2-N1]$ docker service create --no-resolve-image -q -d --name job --mode replicated-job --replicas 5 --max-concurrent 2 alpine sh -c 'sleep 3; exit 0'
oeirja8snuvun4f3igaclxq5n

wait 2s

counts [DC2-N1]$ docker service ps job --format '{{.DesiredState}} {{.CurrentState}}'
Complete Running less than a second ago
Complete Running less than a second ago

settle
# last change after 12.0 s

counts [DC2-N1]$ docker service ps job --format '{{.Name}} {{.DesiredState}} {{.CurrentState}} {{.Error}}'
job.1 Complete Complete 17 seconds ago 
job.2 Complete Complete 13 seconds ago 
job.3 Complete Complete 13 seconds ago 
job.4 Complete Complete 8 seconds ago 
job.veuyqwskxs7ol9keznkykysug Complete Complete 17 seconds ago 

[DC2-N1]$ docker service ls
ID             NAME      MODE             REPLICAS              IMAGE           PORTS
oeirja8snuvu   job       replicated job   0/2 (5/5 completed)   alpine:latest   

[DC2-N1]$ docker service inspect job --format '{{json .Spec.Mode}} {{.JobStatus.JobIteration.Index}}'
{"ReplicatedJob":{"MaxConcurrent":2,"TotalCompletions":5}} 0

[DC2-N1]$ docker service update -q -d --no-resolve-image --force job
job

settle
# last change after 14.0 s

counts [DC2-N1]$ docker service ps job --format '{{.Name}} {{.DesiredState}} {{.CurrentState}} {{.Error}}'
job.1 Complete Complete 16 seconds ago 
job.1 Complete Complete 40 seconds ago 
job.2 Complete Complete 12 seconds ago 
job.2 Complete Complete 35 seconds ago 
job.3 Complete Complete 12 seconds ago 
job.3 Complete Complete 35 seconds ago 
job.4 Complete Complete 8 seconds ago 
job.4 Complete Complete 31 seconds ago 
job.veuyqwskxs7ol9keznkykysug Complete Complete 17 seconds ago 
job.veuyqwskxs7ol9keznkykysug Complete Complete 40 seconds ago 

[DC2-N1]$ docker service inspect job --format '{{.JobStatus.JobIteration.Index}}'
1

[DC2-N1]$ docker service scale job=3
job scaled to 3
job complete

[DC2-N1]$ docker service update -q -d --no-resolve-image --replicas 3 job
replicas can only be used with replicated mode
[exit 1]

settle
# last change after 0.0 s

[DC2-N1]$ docker service ls --format '{{.Name}} {{.Mode}} {{.Replicas}}'
job replicated job 0/2 (3/3 completed)

[DC2-N1]$ docker service create -q -d --no-resolve-image --name bad --mode replicated-job --restart-max-attempts 2 --restart-delay 1s alpine false
gb3td8m3wxqzhccsc0pr9qp4z

[DC2-N1]$ docker service create -q -d --no-resolve-image --name each --mode global-job --restart-condition none alpine sh -c 'sleep 1; exit 2'
v6jsheoikc5uu8ku0vpzfc9vo

settle
# last change after 300.0 s

counts [DC2-N1]$ docker service ps bad --format '{{.Name}} {{.DesiredState}} {{.CurrentState}} {{.Error}}'
bad.kaisg3p5rpsadyytlnl5oiuq8 Shutdown Failed 4 minutes ago "task: non-zero exit (1)"
bad.kaisg3p5rpsadyytlnl5oiuq8 Shutdown Failed 4 minutes ago "task: non-zero exit (1)"
bad.kaisg3p5rpsadyytlnl5oiuq8 Shutdown Failed 4 minutes ago "task: non-zero exit (1)"

[DC2-N1]$ docker service create -d --no-resolve-image --mode global-job --replicas 2 alpine true
replicas can only be used with replicated or replicated-job mode
[exit 1]

[DC2-N1]$ docker service create -d --no-resolve-image --mode replicated-job --update-delay 1s alpine true
update and rollback configuration is not supported for jobs
[exit 1]

[DC2-N1]$ docker service create -d --no-resolve-image --mode replicated-job --max-concurrent 0 --replicas 2 --name z alpine true
txyethe3n1tr2tuc281kruksh

[DC2-N1]$ docker service rollback job
job
job complete

[DC2-N1]$ docker service inspect job --pretty

ID:		oeirja8snuvun4f3igaclxq5n
Name:		job
Service Mode:
UpdateStatus:
 State:		rollback_started
 Started:	13 seconds ago
 Message:	manually requested rollback
Placement:
UpdateConfig:
 Parallelism:	1
 On failure:	pause
 Monitoring Period: 5s
 Max failure ratio: 0
 Update order:      stop-first
RollbackConfig:
 Parallelism:	1
 On failure:	pause
 Monitoring Period: 5s
 Max failure ratio: 0
 Rollback order:    stop-first
ContainerSpec:
 Image:		alpine:latest
 Args:		sh -c sleep 3; exit 0 
 Init:		false
Resources:
Endpoint Mode:	vip
