# title: Health checks: a task that never gets healthy is replaced, and stops an update
# hosts: 2
# swarm: 1m1w
# tags: health, update
# engine: 26.1.5
# runs: 1 (26.1.5)

[DC2-N1]$ docker service create -q -d --no-resolve-image --name good --health-cmd true --health-interval 1s nginx
ewc2g0v0otesn7lqv4fz1llx1

settle
# last change after 1.7 s

counts [DC2-N1]$ docker service ps good --format '{{.Name}} {{.DesiredState}} {{.CurrentState}} {{.Error}}'
good.1 Running Running 8 seconds ago 

[DC2-N1]$ docker service update -d -q --no-resolve-image --health-cmd false --health-retries 2 --health-interval 1s --update-failure-action rollback good
good

settle
# last change after 11.1 s

[DC2-N1]$ docker service inspect good --format '{{.UpdateStatus.State}} {{len .UpdateStatus.Message}} {{json .Spec.TaskTemplate.ContainerSpec.Healthcheck}}'
rollback_completed 18 {"Test":["CMD-SHELL","true"],"Interval":1000000000}

counts [DC2-N1]$ docker service ps good --format '{{.Name}} {{.DesiredState}} {{.CurrentState}} {{.Error}}'
good.1 Running Running 8 seconds ago 
good.1 Shutdown Complete 15 seconds ago 
good.1 Shutdown Shutdown 18 seconds ago 

[DC2-N1]$ docker service create -d -q --no-resolve-image --name ill --health-cmd 'exit 1' --health-retries 1 --health-interval 1s --restart-max-attempts 1 --restart-delay 1s nginx
nombtqzwiirdelivsheq5byw8

settle
# last change after 4.9 s

counts [DC2-N1]$ docker service ps ill --format '{{.Name}} {{.DesiredState}} {{.CurrentState}} {{.Error}}'
ill.1 Shutdown Complete 8 seconds ago 
ill.1 Shutdown Complete 11 seconds ago 

[DC2-N1]$ docker service create -d -q --no-resolve-image --name stubborn --health-cmd 'exit 1' --health-retries 1 --health-interval 1s --restart-condition on-failure --restart-delay 1s --stop-grace-period 1s alpine sleep 1000
n6zcxs2m41amci0ewvwxnxnnv

wait 25s

[DC2-N1]$ docker service update -d -q --no-resolve-image --no-healthcheck stubborn
stubborn

settle
# last change after 8.2 s

counts [DC2-N1]$ docker service ps stubborn --filter desired-state=running --format '{{.Name}} {{.DesiredState}} {{.CurrentState}} {{.Error}}'
stubborn.1 Running Running 13 seconds ago 

[DC2-N1]$ docker service create -d --no-resolve-image --name x --health-interval 10us nginx
Error response from daemon: rpc error: code = InvalidArgument desc = ContainerSpec: Interval in HealthConfig cannot be less than 1ms
[exit 1]

[DC2-N1]$ docker service create -d --no-resolve-image --name x --health-retries -1 nginx
Error response from daemon: rpc error: code = InvalidArgument desc = ContainerSpec: Retries in HealthConfig cannot be negative
[exit 1]

[DC2-N1]$ docker service create -d --no-resolve-image --name x --no-healthcheck --health-cmd true nginx
--no-healthcheck conflicts with --health-* options
[exit 1]
