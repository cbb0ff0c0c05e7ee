# title: Reservations grow beyond what a node has, and shrink again
# hosts: 2
# swarm: 1m1w
# tags: orchestrator
# engine: 26.1.5
# runs: 1 (26.1.5)

[DC2-N1]$ docker service create -q -d --no-resolve-image --name cpu --replicas 4 --reserve-cpu 1 nginx:1.25
6pwmyv6clxxg1czo10cyl93s2

settle
# last change after 2.8 s

[DC2-N1]$ docker service ls --format '{{.Name}} {{.Replicas}}'
cpu 4/4

[DC2-N1]$ docker service create -q -d --no-resolve-image --name more --reserve-cpu 0.5 nginx:1.25
llq457yp279yb603q8pwxjiza

settle
# last change after 0.4 s

[DC2-N1]$ docker service ps more --no-trunc --format '{{.Name}} {{.DesiredState}} {{.Error}}'
more.1 Running "no suitable node (insufficient resources on 2 nodes)"

[DC2-N1]$ docker service scale -d cpu=3
cpu scaled to 3

settle
# last change after 3.9 s

[DC2-N1]$ docker service ls --format '{{.Name}} {{.Replicas}}'
cpu 3/3
more 1/1

[DC2-N1]$ docker service update -q -d --reserve-cpu 2 cpu
cpu

settle
# last change after 2.6 s

[DC2-N1]$ docker service ls --format '{{.Name}} {{.Replicas}}'
cpu 2/3
more 1/1

[DC2-N1]$ docker service inspect cpu --format '{{.UpdateStatus.State}}'
updating

counts [DC2-N1]$ docker service ps cpu --filter desired-state=running --no-trunc --format '{{.DesiredState}} {{.Error}}'
Running 
Running 
Running "no suitable node (insufficient resources on 2 nodes)"

[DC2-N1]$ docker service update -q -d --reserve-cpu 0.1 cpu
cpu

settle
# last change after 15.3 s

[DC2-N1]$ docker service ls --format '{{.Name}} {{.Replicas}}'
cpu 3/3
more 1/1

[DC2-N1]$ docker service update -q -d --reserve-memory 1T more
more

settle
# last change after 3.6 s

[DC2-N1]$ docker service ps more --filter desired-state=running --no-trunc --format '{{.Name}} {{.DesiredState}} {{.Error}}'
more.1 Running "no suitable node (insufficient resources on 2 nodes)"

[DC2-N1]$ docker service inspect --pretty cpu

ID:		6pwmyv6clxxg1czo10cyl93s2
Name:		cpu
Service Mode:	Replicated
 Replicas:	3
UpdateStatus:
 State:		completed
 Started:	5 minutes ago
 Completed:	5 minutes ago
 Message:	update completed
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
 Image:		nginx:1.25
 Init:		false
Resources:
 Reservations:
  CPU:		0.1
Endpoint Mode:	vip
