# title: A service whose command fails is updated with one that works, and the reverse
# hosts: 2
# swarm: 1m1w
# tags: update, failure
# engine: 26.1.5
# runs: 1 (26.1.5)

[DC2-N1]$ docker service create -q -d --no-resolve-image --name app --replicas 2 --restart-delay 1s --restart-max-attempts 2 alpine sh -c 'sleep 1; exit 7'
o06tkfa6lip8fv67mwlou1smr

settle
# last change after 9.5 s

counts [DC2-N1]$ docker service ps app --format '{{.Name}} {{.DesiredState}} {{.CurrentState}} {{.Error}}'
app.1 Shutdown Failed 9 seconds ago "task: non-zero exit (7)"
app.1 Shutdown Failed 12 seconds ago "task: non-zero exit (7)"
app.1 Shutdown Failed 15 seconds ago "task: non-zero exit (7)"
app.2 Shutdown Failed 8 seconds ago "task: non-zero exit (7)"
app.2 Shutdown Failed 12 seconds ago "task: non-zero exit (7)"
app.2 Shutdown Failed 15 seconds ago "task: non-zero exit (7)"

[DC2-N1]$ docker service update -q -d --no-resolve-image --args 'sleep 1000' --stop-grace-period 1s --update-monitor 1s app
app

settle
# last change after 3.4 s

counts [DC2-N1]$ docker service ps app --filter desired-state=running --format '{{.Name}} {{.DesiredState}} {{.CurrentState}} {{.Error}}'
app.1 Running Running 9 seconds ago 
app.2 Running Running 10 seconds ago 

[DC2-N1]$ docker service inspect app --format '{{.UpdateStatus.State}}'
completed

[DC2-N1]$ docker service update -q -d --no-resolve-image --args 'false' --update-failure-action rollback app
app

settle
# last change after 16.3 s

counts [DC2-N1]$ docker service ps app --filter desired-state=running --format '{{.Name}} {{.DesiredState}} {{.CurrentState}} {{.Error}}'
app.1 Running Running 13 seconds ago 
app.2 Running Running 14 seconds ago 

[DC2-N1]$ docker service inspect app --format '{{.UpdateStatus.State}} {{json .Spec.TaskTemplate.ContainerSpec.Args}} {{json .PreviousSpec}}'
rollback_completed ["sleep","1000"] null

[DC2-N1]$ docker service rollback app
Error response from daemon: rpc error: code = FailedPrecondition desc = service o06tkfa6lip8fv67mwlou1smr does not have a previous spec
[exit 1]

[DC2-N1]$ docker service update -q -d --no-resolve-image --args 'false' --update-failure-action pause app
app

settle
# last change after 11.2 s

[DC2-N1]$ docker service inspect app --format '{{.UpdateStatus.State}}'
paused

[DC2-N1]$ docker service rollback -q app
app

counts [DC2-N1]$ docker service ps app --filter desired-state=running --format '{{.Name}} {{.DesiredState}} {{.CurrentState}} {{.Error}}'
app.1 Running Running 1 second ago 
app.2 Running Running 1 second ago 
