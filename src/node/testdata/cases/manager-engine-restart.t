# title: The only manager's engine stops and starts again
# hosts: 2
# swarm: 1m1w
# tags: failure, restart
# engine: 26.1.5
# runs: 1 (26.1.5)

[DC2-N1]$ docker service create -q -d --no-resolve-image --name web --replicas 4 nginx
11pn639wajs0oertfzyil47te

[DC2-N1]$ docker service create -q -d --no-resolve-image --name nap --replicas 2 --stop-grace-period 1s alpine sleep 1000
qpmeq6b1rjgydgvxasv60dv2s

[DC2-N1]$ docker service create -q -d --no-resolve-image --name once --mode global --restart-condition none nginx
rub5c0wda5nvof20aotvsfojk

settle
# last change after 2.7 s

stop DC2-N1

[DC2-N1]$ docker service ls
Cannot connect to the Docker daemon at unix:///var/run/docker.sock. Is the docker daemon running?
[exit 1]

[DC2-N2]$ docker service ls
Error response from daemon: This node is not a swarm manager. Worker nodes can't be used to view or modify cluster state. Please run this command on a manager node or promote the current node to a manager.
[exit 1]

sorted [DC2-N2]$ docker ps --format '{{.Image}}'
nginx:latest
alpine:latest
nginx:latest
nginx:latest

wait 10s

start DC2-N1

settle
# last change after 7.0 s

[DC2-N1]$ docker node ls --format '{{.Hostname}} {{.Status}} {{.Availability}} {{.ManagerStatus}}'
DC2-N1 Ready Active Leader
DC2-N2 Ready Active 

[DC2-N1]$ docker service ls --format '{{.Name}} {{.Replicas}}'
nap 2/2
once 1/1
web 4/4

loose [DC2-N1]$ docker service ps web --format '{{.Name}} {{.DesiredState}} {{.CurrentState}} {{.Error}}'
web.1 Running Running 58 seconds ago 
web.2 Running Running 24 seconds ago 
web.2 Shutdown Failed 31 seconds ago "No such container: web.2.oyq6…"
web.3 Running Running 58 seconds ago 
web.4 Running Running 24 seconds ago 
web.4 Shutdown Failed 31 seconds ago "No such container: web.4.iitw…"

loose [DC2-N1]$ docker service ps nap --format '{{.Name}} {{.DesiredState}} {{.CurrentState}} {{.Error}}'
nap.1 Running Running 57 seconds ago 
nap.2 Running Running 24 seconds ago 
nap.2 Shutdown Failed 31 seconds ago "No such container: nap.2.ig8m…"

loose [DC2-N1]$ docker service ps once --format '{{.Name}} {{.Node}} {{.DesiredState}} {{.CurrentState}} {{.Error}}'
once.6hj8e2z3u1rnbjci7tjyz0ffp DC2-N2 Running Running 58 seconds ago 
once.he8jyb20f0v0p9nvwf4yy7tlw DC2-N1 Shutdown Failed 31 seconds ago "No such container: once.he8jy…"

[DC2-N1]$ docker service scale -d web=6
web scaled to 6

settle
# last change after 1.3 s

[DC2-N1]$ docker service ls --format '{{.Name}} {{.Replicas}}'
nap 2/2
once 1/1
web 6/6
