# title: Published ports: conflicts, dynamic numbers, changes
# hosts: 2
# swarm: 1m1w
# tags: ports
# engine: 26.1.5
# runs: 1 (26.1.5)

[DC2-N1]$ docker service create -q -d --no-resolve-image --name a -p 80 nginx
5hw7rv6wsn6h4c1r6lwbw30gq

[DC2-N1]$ docker service create -q -d --no-resolve-image --name b -p 8080:80 -p 8443:443/tcp -p 5353:53/udp nginx
ru9yzu2rrb3ry901gcclqfn0a

[DC2-N1]$ docker service create -d --no-resolve-image --name c -p 8080:80 nginx
Error response from daemon: rpc error: code = InvalidArgument desc = port '8080' is already in use by service 'b' (ru9yzu2rrb3ry901gcclqfn0a) as an ingress port
[exit 1]

[DC2-N1]$ docker service create -q -d --no-resolve-image --name d -p 8080:80/udp nginx
9505899rndzd0p9uy8yx26op4

settle
# last change after 2.4 s

[DC2-N1]$ docker service ls --format '{{.Name}} {{.Ports}}'
a *:30000->80/tcp
b *:8080->80/tcp, *:8443->443/tcp, *:5353->53/udp
d *:8080->80/udp

[DC2-N1]$ docker service inspect a --format '{{json .Endpoint.Ports}} {{json .Endpoint.Spec}}'
[{"Protocol":"tcp","TargetPort":80,"PublishedPort":30000,"PublishMode":"ingress"}] {"Mode":"vip","Ports":[{"Protocol":"tcp","TargetPort":80,"PublishMode":"ingress"}]}

[DC2-N1]$ docker service update -d --no-resolve-image -q --publish-add 9090:90 a
a

settle
# last change after 9.8 s

[DC2-N1]$ docker service ls --format '{{.Name}} {{.Ports}}'
a *:9090->90/tcp, *:30001->80/tcp
b *:8080->80/tcp, *:8443->443/tcp, *:5353->53/udp
d *:8080->80/udp

[DC2-N1]$ docker service update -d --no-resolve-image -q --publish-rm 80 a
a

settle
# last change after 9.3 s

[DC2-N1]$ docker service ls --format '{{.Name}} {{.Ports}}'
a *:9090->90/tcp
b *:8080->80/tcp, *:8443->443/tcp, *:5353->53/udp
d *:8080->80/udp

[DC2-N1]$ docker service update -d --no-resolve-image --publish-add 8080:80 a
Error response from daemon: rpc error: code = InvalidArgument desc = port '8080' is already in use by service 'b' (ru9yzu2rrb3ry901gcclqfn0a) as an ingress port
[exit 1]

[DC2-N1]$ docker service update -d --no-resolve-image -q --publish-rm 443 --publish-add 8081:80 b
b

settle
# last change after 9.8 s

[DC2-N1]$ docker service ls --format '{{.Name}} {{.Ports}}'
a *:9090->90/tcp
b *:8080-8081->80/tcp, *:5353->53/udp
d *:8080->80/udp

counts [DC2-N1]$ docker service ps b --format '{{.Name}} {{.DesiredState}} {{.CurrentState}} {{.Error}}'
b.1 Running Running 13 seconds ago 
b.1 Shutdown Shutdown 14 seconds ago 

[DC2-N1]$ docker service create -d --no-resolve-image -p 8080:80 -p 8080:81 nginx
Error response from daemon: rpc error: code = InvalidArgument desc = EndpointSpec: duplicate published ports provided
[exit 1]

[DC2-N1]$ docker service create -d --no-resolve-image -p 70000:80 nginx
invalid argument "70000:80" for "-p, --publish" flag: invalid hostPort: 70000

Usage:  docker service create [OPTIONS] IMAGE [COMMAND] [ARG...]

Run 'docker service create --help' for more information
[exit 125]

[DC2-N1]$ docker service create -d --no-resolve-image -p mode=magic,target=80 nginx
invalid argument "mode=magic,target=80" for "-p, --publish" flag: invalid publish mode value (magic): must be either 'ingress' or 'host'

Usage:  docker service create [OPTIONS] IMAGE [COMMAND] [ARG...]

Run 'docker service create --help' for more information
[exit 125]

[DC2-N1]$ docker service create -d --no-resolve-image -p published=80 nginx
invalid argument "published=80" for "-p, --publish" flag: missing mandatory field 'target'

Usage:  docker service create [OPTIONS] IMAGE [COMMAND] [ARG...]

Run 'docker service create --help' for more information
[exit 125]

[DC2-N1]$ docker service inspect b --pretty

ID:		ru9yzu2rrb3ry901gcclqfn0a
Name:		b
Service Mode:	Replicated
 Replicas:	1
UpdateStatus:
 State:		completed
 Started:	18 seconds ago
 Completed:	8 seconds ago
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
 Image:		nginx:latest
 Init:		false
Resources:
Endpoint Mode:	vip
Ports:
 PublishedPort = 5353
  Protocol = udp
  TargetPort = 53
  PublishMode = ingress
 PublishedPort = 8080
  Protocol = tcp
  TargetPort = 80
  PublishMode = ingress
 PublishedPort = 8081
  Protocol = tcp
  TargetPort = 80
  PublishMode = ingress 
