# title: Endpoint modes and published ports that do not go together
# hosts: 2
# swarm: 1m1w
# tags: orchestrator
# engine: 26.1.5
# runs: 1 (26.1.5)

[DC2-N1]$ docker network create -d overlay back
3t7hy4e7bqwguzz8mg7m5aazs

[DC2-N1]$ docker service create -q -d --no-resolve-image --name rr --endpoint-mode dnsrr --network back --replicas 3 nginx:1.25
rk5egbl8q65ej9a14qaeun5mo

[DC2-N1]$ docker service create -d --endpoint-mode dnsrr --publish 80:80 nginx
Error response from daemon: rpc error: code = InvalidArgument desc = EndpointSpec: port published with ingress mode can't be used with dnsrr mode
[exit 1]

[DC2-N1]$ docker service create -d --endpoint-mode any nginx
Error response from daemon: invalid resolution mode: "any"
[exit 1]

[DC2-N1]$ docker service create -q -d --no-resolve-image --name hosts --endpoint-mode dnsrr --publish mode=host,target=80,published=8090 nginx:1.25
x2k3hwwb1gqfv2sch9wzwrowx

[DC2-N1]$ docker service create -q -d --no-resolve-image --name vip --network back --publish 8085:80 nginx:1.25
h57ztxozrn07txflfwh116cfg

settle
# last change after 6.4 s

[DC2-N1]$ docker service inspect rr --format '{{json .Spec.EndpointSpec}} {{json .Endpoint}}'
{"Mode":"dnsrr"} {"Spec":{}}

[DC2-N1]$ docker service inspect vip --format '{{.Endpoint.Spec.Mode}} {{len .Endpoint.VirtualIPs}} {{json .Endpoint.Ports}}'
vip 2 [{"Protocol":"tcp","TargetPort":80,"PublishedPort":8085,"PublishMode":"ingress"}]

[DC2-N1]$ docker service update -d --publish-add 90:90 rr
Error response from daemon: rpc error: code = InvalidArgument desc = EndpointSpec: port published with ingress mode can't be used with dnsrr mode
[exit 1]

[DC2-N1]$ docker service update -d --endpoint-mode dnsrr vip
Error response from daemon: rpc error: code = InvalidArgument desc = EndpointSpec: port published with ingress mode can't be used with dnsrr mode
[exit 1]

[DC2-N1]$ docker service update -q -d --endpoint-mode dnsrr --publish-rm 80 vip
vip

settle
# last change after 14.5 s

[DC2-N1]$ docker service inspect vip --format '{{json .Endpoint.Spec}} {{len .Endpoint.VirtualIPs}}'
{"Mode":"dnsrr"} 0

[DC2-N1]$ docker service update -q -d --endpoint-mode vip rr
rr

settle
# last change after 19.6 s

[DC2-N1]$ docker service inspect rr --format '{{.Endpoint.Spec.Mode}} {{len .Endpoint.VirtualIPs}}'
vip 1

[DC2-N1]$ docker service inspect --pretty hosts

ID:		x2k3hwwb1gqfv2sch9wzwrowx
Name:		hosts
Service Mode:	Replicated
 Replicas:	1
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
Endpoint Mode:	dnsrr
Ports:
 PublishedPort = 8090
  Protocol = tcp
  TargetPort = 80
  PublishMode = host 

[DC2-N1]$ docker service ls --format '{{.Name}} {{.Replicas}} {{.Ports}}'
hosts 1/1 
rr 3/3 
vip 1/1 
