# title: Scaling: several services, zero, what cannot be scaled
# hosts: 2
# swarm: 1m1w
# tags: scale
# engine: 26.1.5
# runs: 1 (26.1.5)

[DC2-N1]$ docker service create -q -d --no-resolve-image --name a --replicas 2 nginx
0jxblcrpswzs3nm8zbq3z8zem

[DC2-N1]$ docker service create -q -d --no-resolve-image --name b nginx
j8eox0fsgjm9623hlrtqsn13p

[DC2-N1]$ docker service create -q -d --no-resolve-image --name g --mode global nginx
d7j1au0zvq58n3hwiaojowmav

settle
# last change after 2.4 s

[DC2-N1]$ docker service scale a=4 b=3
a scaled to 4
b scaled to 3
verify: Service a converged
overall progress: 3 out of 3 tasks
verify: Service b converged

[DC2-N1]$ docker service scale -d a=0 b=1
a scaled to 0
b scaled to 1

settle
# last change after 2.5 s

[DC2-N1]$ docker service ls --format '{{.Name}} {{.Mode}} {{.Replicas}}'
a replicated 0/0
b replicated 1/1
g global 2/2

[DC2-N1]$ docker service ps a
ID        NAME      IMAGE     NODE      DESIRED STATE   CURRENT STATE   ERROR     PORTS

[DC2-N1]$ docker service ps b --format '{{.Name}} {{.DesiredState}}'
b.1 Running

[DC2-N1]$ docker service scale g=2
g: scale can only be used with replicated or replicated-job mode
[exit 1]

[DC2-N1]$ docker service scale nosuch=2 a=1
a scaled to 1
overall progress: 1 out of 1 tasks
verify: Service a converged
nosuch: Error response from daemon: service nosuch not found
[exit 1]

settle
# last change after 0.0 s

[DC2-N1]$ docker service ls --format '{{.Name}} {{.Mode}} {{.Replicas}}'
a replicated 1/1
b replicated 1/1
g global 2/2

[DC2-N1]$ docker service scale a
invalid scale specifier 'a'.
See 'docker service scale --help'.

Usage:  docker service scale SERVICE=REPLICAS [SERVICE=REPLICAS...]

Scale one or multiple replicated services
[exit 1]

[DC2-N1]$ docker service scale a=x
a: invalid replicas value x: strconv.ParseUint: parsing "x": invalid syntax
[exit 1]

[DC2-N1]$ docker service scale a=-1
a: invalid replicas value -1: strconv.ParseUint: parsing "-1": invalid syntax
[exit 1]

[DC2-N1]$ docker service scale
docker: 'docker service scale' requires at least 1 argument

Usage:  docker service scale SERVICE=REPLICAS [SERVICE=REPLICAS...]

See 'docker service scale --help' for more information
[exit 1]

[DC2-N1]$ docker service update -d -q --no-resolve-image --replicas 2 g
replicas can only be used with replicated mode
[exit 1]

[DC2-N1]$ docker service update -d -q --no-resolve-image --replicas 2 --image httpd b
b

settle
# last change after 7.3 s

counts [DC2-N1]$ docker service ps b --format '{{.Image}} {{.DesiredState}} {{.CurrentState}}'
httpd:latest Running Running 13 seconds ago
nginx:latest Shutdown Shutdown 14 seconds ago
httpd:latest Running Running 15 seconds ago
