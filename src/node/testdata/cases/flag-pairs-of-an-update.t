# title: Every add and remove flag of service update, and what the specification becomes
# hosts: 2
# swarm: 1m1w
# tags: service, update
# engine: 26.1.5
# runs: 1 (26.1.5)

[DC2-N1]$ docker service create -q -d --no-resolve-image --name web --replicas 1 --constraint node.role==manager nginx:1.25
bi9uhlh0x98hrw9t2e60pj069

[DC2-N1]$ docker service update -q -d --no-resolve-image --env-add A=1 --env-add B=2 --env-add A=3 --env-add C web
web

[DC2-N1]$ docker service inspect web --format '{{json .Spec.TaskTemplate.ContainerSpec.Env}}'
["A=3","B=2","C"]

[DC2-N1]$ docker service update -q -d --no-resolve-image --env-rm B --env-add B=9 --env-rm NOSUCH web
web

[DC2-N1]$ docker service inspect web --format '{{json .Spec.TaskTemplate.ContainerSpec.Env}}'
["A=3","C","B=9"]

[DC2-N1]$ docker service update -q -d --no-resolve-image --env-rm A --env-rm B --env-rm C web
web

[DC2-N1]$ docker service inspect web --format '{{json .Spec.TaskTemplate.ContainerSpec.Env}}'
null

[DC2-N1]$ docker service update -q -d --no-resolve-image --label-add a=1 --label-add b --label-add c=x=y --container-label-add k=v --container-label-add l web
web

[DC2-N1]$ docker service inspect web --format '{{json .Spec.Labels}} {{json .Spec.TaskTemplate.ContainerSpec.Labels}}'
{"a":"1","b":"","c":"x=y"} {"k":"v","l":""}

[DC2-N1]$ docker service update -q -d --no-resolve-image --label-rm b --label-add a=2 --container-label-rm k --container-label-rm l web
web

[DC2-N1]$ docker service inspect web --format '{{json .Spec.Labels}} {{json .Spec.TaskTemplate.ContainerSpec.Labels}}'
{"a":"2","c":"x=y"} null

[DC2-N1]$ docker service update -q -d --no-resolve-image --dns-add 1.1.1.1 --dns-add 8.8.8.8 --dns-search-add b.org --dns-search-add a.org --dns-option-add timeout:3 --dns-option-add attempts:1 web
web

[DC2-N1]$ docker service inspect web --format '{{json .Spec.TaskTemplate.ContainerSpec.DNSConfig}}'
{"Nameservers":["1.1.1.1","8.8.8.8"],"Search":["a.org","b.org"],"Options":["attempts:1","timeout:3"]}

[DC2-N1]$ docker service update -q -d --no-resolve-image --dns-rm 8.8.8.8 --dns-add 1.1.1.1 --dns-search-rm nosuch --dns-search-rm a.org --dns-option-rm timeout:3 web
web

[DC2-N1]$ docker service inspect web --format '{{json .Spec.TaskTemplate.ContainerSpec.DNSConfig}}'
{"Nameservers":["1.1.1.1"],"Search":["b.org"],"Options":["attempts:1"]}

[DC2-N1]$ docker service update -q -d --no-resolve-image --host-add x:1.2.3.4 --host-add y:1.2.3.4 --host-add x:5.6.7.8 web
web

[DC2-N1]$ docker service inspect web --format '{{json .Spec.TaskTemplate.ContainerSpec.Hosts}}'
["1.2.3.4 x","1.2.3.4 y","5.6.7.8 x"]

[DC2-N1]$ docker service update -q -d --no-resolve-image --host-rm x:1.2.3.4 --host-add z:::1 web
web

[DC2-N1]$ docker service inspect web --format '{{json .Spec.TaskTemplate.ContainerSpec.Hosts}}'
["1.2.3.4 y","5.6.7.8 x","::1 z"]

[DC2-N1]$ docker service update -q -d --no-resolve-image --host-rm x --host-rm y web
web

[DC2-N1]$ docker service inspect web --format '{{json .Spec.TaskTemplate.ContainerSpec.Hosts}}'
["::1 z"]

[DC2-N1]$ docker service update -q -d --no-resolve-image --group-add 10 --group-add wheel --group-add 10 web
web

[DC2-N1]$ docker service inspect web --format '{{json .Spec.TaskTemplate.ContainerSpec.Groups}}'
["10","10","wheel"]

[DC2-N1]$ docker service update -q -d --no-resolve-image --group-rm 10 --group-add 3 web
web

[DC2-N1]$ docker service inspect web --format '{{json .Spec.TaskTemplate.ContainerSpec.Groups}}'
["3","wheel"]

[DC2-N1]$ docker service update -q -d --no-resolve-image --constraint-add node.labels.b==1 --constraint-add node.hostname!=x --constraint-add node.labels.b==1 web
web

[DC2-N1]$ docker service inspect web --format '{{json .Spec.TaskTemplate.Placement}}'
{"Constraints":["node.hostname!=x","node.labels.b==1","node.labels.b==1","node.role==manager"]}

[DC2-N1]$ docker service update -q -d --no-resolve-image --constraint-rm node.labels.b==1 --constraint-rm 'node.hostname != x' --constraint-add node.role!=worker web
web

[DC2-N1]$ docker service inspect web --format '{{json .Spec.TaskTemplate.Placement}}'
{"Constraints":["node.hostname!=x","node.role!=worker","node.role==manager"]}

[DC2-N1]$ docker service update -q -d --no-resolve-image --placement-pref-add spread=node.labels.a --placement-pref-add spread=node.labels.b web
web

[DC2-N1]$ docker service update -q -d --no-resolve-image --placement-pref-rm spread=node.labels.a --placement-pref-add spread=node.labels.c web
web

[DC2-N1]$ docker service inspect web --format '{{json .Spec.TaskTemplate.Placement}}'
{"Constraints":["node.hostname!=x","node.role!=worker","node.role==manager"],"Preferences":[{"Spread":{"SpreadDescriptor":"node.labels.b"}},{"Spread":{"SpreadDescriptor":"node.labels.c"}}]}

[DC2-N1]$ docker service update -q -d --no-resolve-image --cap-add NET_ADMIN --cap-add sys_time --cap-drop MKNOD web
web

[DC2-N1]$ docker service inspect web --format '{{json .Spec.TaskTemplate.ContainerSpec.CapabilityAdd}} {{json .Spec.TaskTemplate.ContainerSpec.CapabilityDrop}}'
["CAP_NET_ADMIN","CAP_SYS_TIME"] ["CAP_MKNOD"]

[DC2-N1]$ docker service update -q -d --no-resolve-image --cap-drop CAP_NET_ADMIN --cap-add MKNOD web
web

[DC2-N1]$ docker service inspect web --format '{{json .Spec.TaskTemplate.ContainerSpec.CapabilityAdd}} {{json .Spec.TaskTemplate.ContainerSpec.CapabilityDrop}}'
["CAP_SYS_TIME"] null

[DC2-N1]$ docker service update -q -d --no-resolve-image --cap-add ALL --cap-drop CHOWN web
web

[DC2-N1]$ docker service inspect web --format '{{json .Spec.TaskTemplate.ContainerSpec.CapabilityAdd}} {{json .Spec.TaskTemplate.ContainerSpec.CapabilityDrop}}'
["ALL"] ["CAP_CHOWN"]

[DC2-N1]$ docker service update -q -d --no-resolve-image --ulimit-add nofile=10:20 --ulimit-add nproc=5 --ulimit-add nofile=11 web
web

[DC2-N1]$ docker service inspect web --format '{{json .Spec.TaskTemplate.ContainerSpec.Ulimits}}'
[{"Name":"nofile","Hard":11,"Soft":11},{"Name":"nproc","Hard":5,"Soft":5}]

[DC2-N1]$ docker service update -q -d --no-resolve-image --ulimit-rm nofile --ulimit-add core=0 web
web

[DC2-N1]$ docker service inspect web --format '{{json .Spec.TaskTemplate.ContainerSpec.Ulimits}}'
[{"Name":"core","Hard":0,"Soft":0},{"Name":"nproc","Hard":5,"Soft":5}]

[DC2-N1]$ docker service update -q -d --no-resolve-image --sysctl-add net.ipv4.ip_forward=1 --sysctl-add net.core.somaxconn=1024 web
web

[DC2-N1]$ docker service update -q -d --no-resolve-image --sysctl-rm net.ipv4.ip_forward --sysctl-add net.core.somaxconn=2048 web
web

[DC2-N1]$ docker service inspect web --format '{{json .Spec.TaskTemplate.ContainerSpec.Sysctls}}'
{"net.core.somaxconn":"2048"}

[DC2-N1]$ docker service update -q -d --no-resolve-image --generic-resource-add gpu=2 --generic-resource-add ssd=1 web
web

[DC2-N1]$ docker service update -q -d --no-resolve-image --generic-resource-add gpu=3 --generic-resource-rm ssd web
web

[DC2-N1]$ docker service inspect web --format '{{json .Spec.TaskTemplate.Resources}}'
{"Limits":{},"Reservations":{"GenericResources":[{"DiscreteResourceSpec":{"Kind":"gpu","Value":3}}]}}

[DC2-N1]$ docker service update -q -d --no-resolve-image --generic-resource-rm gpu web
web

[DC2-N1]$ docker service inspect web --format '{{json .Spec.TaskTemplate.Resources}}'
{"Limits":{},"Reservations":{}}

[DC2-N1]$ docker service update -q -d --no-resolve-image --isolation process --init --read-only --tty --workdir /tmp --user 1:2 --hostname h --stop-signal SIGINT --stop-grace-period 0s web
web

[DC2-N1]$ docker service inspect web --format '{{json .Spec.TaskTemplate.ContainerSpec}}'
{"Image":"nginx:1.25","Hostname":"h","Dir":"/tmp","User":"1:2","Groups":["3","wheel"],"Init":true,"StopSignal":"SIGINT","TTY":true,"ReadOnly":true,"StopGracePeriod":0,"Hosts":["::1 z"],"DNSConfig":{"Nameservers":["1.1.1.1"],"Search":["b.org"],"Options":["attempts:1"]},"Isolation":"process","Sysctls":{"net.core.somaxconn":"2048"},"CapabilityAdd":["ALL"],"CapabilityDrop":["CAP_CHOWN"],"Ulimits":[{"Name":"core","Hard":0,"Soft":0},{"Name":"nproc","Hard":5,"Soft":5}]}

[DC2-N1]$ docker service update -q -d --no-resolve-image --isolation default --init=false --read-only=false --tty=false --workdir '' --user '' --hostname '' --stop-signal '' web
web

[DC2-N1]$ docker service inspect web --format '{{json .Spec.TaskTemplate.ContainerSpec}}'
{"Image":"nginx:1.25","Groups":["3","wheel"],"Init":false,"StopGracePeriod":0,"Hosts":["::1 z"],"DNSConfig":{"Nameservers":["1.1.1.1"],"Search":["b.org"],"Options":["attempts:1"]},"Isolation":"default","Sysctls":{"net.core.somaxconn":"2048"},"CapabilityAdd":["ALL"],"CapabilityDrop":["CAP_CHOWN"],"Ulimits":[{"Name":"core","Hard":0,"Soft":0},{"Name":"nproc","Hard":5,"Soft":5}]}

[DC2-N1]$ docker service inspect web --format '{{json .Spec.EndpointSpec}} {{json .Spec.Mode}}'
{"Mode":"vip"} {"Replicated":{"Replicas":1}}

[DC2-N1]$ docker service inspect --pretty web

ID:		bi9uhlh0x98hrw9t2e60pj069
Name:		web
Labels:
 a=2
 c=x=y
Service Mode:	Replicated
 Replicas:	1
UpdateStatus:
 State:		updating
 Started:	Less than a second ago
 Message:	update in progress
Placement:
 Constraints:	[node.hostname!=x node.role!=worker node.role==manager]
 Preferences:   [spread=node.labels.b spread=node.labels.c]
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
Capabilities:
 Add: ALL
 Drop: CAP_CHOWN
SysCtls:
 net.core.somaxconn: 2048
Ulimits:
 core: 0:0
 nproc: 5:5
Resources:
Endpoint Mode:	vip
