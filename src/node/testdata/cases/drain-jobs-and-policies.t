# title: Draining a node with services that must not restart, with jobs, with global services
# hosts: 2
# swarm: 1m1w
# tags: drain, jobs
# engine: 26.1.5
# runs: 1 (26.1.5)

[DC2-N1]$ docker node update --availability drain DC2-N1
DC2-N1

[DC2-N1]$ docker service create -q -d --no-resolve-image --name none --restart-condition none nginx
toc9gq29f7k7e61s9lqps34l0

[DC2-N1]$ docker service create -q -d --no-resolve-image --name fail --restart-condition on-failure nginx
0c2y31abarbm8nt5iwa45cq7m

[DC2-N1]$ docker service create -q -d --no-resolve-image --name any nginx
zdmlgpuvdmstyccxduebbzu0q

[DC2-N1]$ docker service create -q -d --no-resolve-image --name glob --mode global nginx
txpxu93hmofh86hdx449b6jem

[DC2-N1]$ docker service create -q -d --no-resolve-image --name job --mode replicated-job --replicas 1 alpine sleep 70
ov5xa3a2rx4dpoth318rxuw38

[DC2-N1]$ docker service create -q -d --no-resolve-image --name gjob --mode global-job alpine sleep 70
o313a4kfk1he5jmdv13fimijj

settle
# last change after 2.7 s

counts [DC2-N1]$ docker node ps DC2-N2 --format '{{.Name}} {{.DesiredState}} {{.CurrentState}}' --filter name=any
any.1 Running Running 8 seconds ago

[DC2-N1]$ docker node update --availability active DC2-N1
DC2-N1

[DC2-N1]$ docker node update --availability drain DC2-N2
DC2-N2

wait 20s

counts [DC2-N1]$ docker service ps none --format '{{.Name}} {{.Node}} {{.DesiredState}} {{.CurrentState}} {{.Error}}'
none.1 DC2-N2 Shutdown Shutdown 18 seconds ago 

counts [DC2-N1]$ docker service ps fail --format '{{.Name}} {{.Node}} {{.DesiredState}} {{.CurrentState}} {{.Error}}'
fail.1 DC2-N1 Running Running 18 seconds ago 
fail.1 DC2-N2 Shutdown Shutdown 18 seconds ago 

counts [DC2-N1]$ docker service ps any --format '{{.Name}} {{.Node}} {{.DesiredState}} {{.CurrentState}} {{.Error}}'
any.1 DC2-N1 Running Running 18 seconds ago 
any.1 DC2-N2 Shutdown Shutdown 18 seconds ago 

counts [DC2-N1]$ docker service ps glob --format '{{.Name}} {{.Node}} {{.DesiredState}} {{.CurrentState}} {{.Error}}'
glob.odfaswqvtag2xygoc61hvzw00 DC2-N1 Running Running 19 seconds ago 
glob.x83fqqc8kbrcass6oixqab89g DC2-N2 Shutdown Shutdown 19 seconds ago 

counts [DC2-N1]$ docker service ps job --format '{{.Name}} {{.Node}} {{.DesiredState}} {{.CurrentState}} {{.Error}}'
job.x83fqqc8kbrcass6oixqab89g DC2-N2 Complete Running 29 seconds ago 

counts [DC2-N1]$ docker service ps gjob --format '{{.Node}} {{.DesiredState}} {{.CurrentState}} {{.Error}}'
DC2-N2 Complete Running 29 seconds ago 

[DC2-N1]$ docker service ls --format '{{.Name}} {{.Replicas}}'
any 1/1
fail 1/1
gjob 1/1 (0/1 completed)
glob 1/1
job 1/1 (0/1 completed)
none 0/1

wait 70s

counts [DC2-N1]$ docker service ps job --format '{{.Name}} {{.Node}} {{.DesiredState}} {{.CurrentState}} {{.Error}}'
job.x83fqqc8kbrcass6oixqab89g DC2-N2 Complete Complete 29 seconds ago 

counts [DC2-N1]$ docker service ps gjob --format '{{.Node}} {{.DesiredState}} {{.CurrentState}} {{.Error}}'
DC2-N1 Complete Running 28 seconds ago 
DC2-N2 Complete Complete 29 seconds ago 

[DC2-N1]$ docker service ls --format '{{.Name}} {{.Replicas}}'
any 1/1
fail 1/1
gjob 1/1 (1/2 completed)
glob 1/1
job 0/1 (1/1 completed)
none 0/1
