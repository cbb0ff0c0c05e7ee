# title: A service with every flag, as inspect --pretty and JSON show it, then taken back flag by flag
# hosts: 2
# swarm: 1m1w
# tags: inspect, service
# engine: 26.1.5
# runs: 1 (26.1.5)

[DC2-N1]$ docker network create -d overlay --attachable back
wi5tlad81tt98jcwht8t1gvcd

[DC2-N1]$ echo s | docker secret create s1 -
vsvp2kdrc27qch0j2znsnduqq

[DC2-N1]$ echo c | docker config create c1 -
d71eyre7dfpfu7rebthj5ja0m

[DC2-N1]$ docker service create -q -d --no-resolve-image --name all --replicas 2 --label a=b --label c --container-label x=y --env A=1 --env B --workdir /tmp --user root:root --group 10 --hostname '{{.Node.Hostname}}' --network name=back,alias=al --secret source=s1,target=/run/x,mode=0400 --config source=c1,target=/etc/c1,uid=1,gid=2 --mount type=volume,source=v1,target=/v1,volume-label=a=b --mount type=tmpfs,target=/t,tmpfs-size=1m,tmpfs-mode=1777 --mount type=bind,source=/tmp,target=/b,readonly,bind-propagation=rslave -p 8080:80 -p published=9090,target=90,protocol=udp,mode=host --limit-cpu 1.5 --limit-memory 512m --limit-pids 100 --reserve-cpu 0.25 --reserve-memory 64m --constraint node.role==manager --constraint node.labels.x!=y --placement-pref spread=node.labels.zone --replicas-max-per-node 2 --restart-condition on-failure --restart-delay 2s --restart-max-attempts 4 --restart-window 1m --update-parallelism 2 --update-delay 3s --update-monitor 4s --update-failure-action rollback --update-max-failure-ratio 0.25 --update-order start-first --rollback-parallelism 0 --rollback-delay 1s --rollback-monitor 2s --rollback-failure-action continue --rollback-max-failure-ratio 0.5 --rollback-order start-first --stop-grace-period 3s --stop-signal SIGINT --health-cmd 'exit 0' --health-interval 5s --health-timeout 2s --health-retries 2 --health-start-period 1s --dns 1.1.1.1 --dns-search ex.org --dns-option ndots:2 --host h:1.2.3.4 --host i:5.6.7.8 --init --read-only --tty --sysctl net.core.somaxconn=1024 --ulimit nofile=100:200 --ulimit nproc=5 --cap-add NET_ADMIN --cap-drop ALL --log-driver json-file --log-opt max-size=1m --entrypoint 'sh -c' nginx 'sleep 1000'
sx9b6kon7cenbrkhrsj941znt

[DC2-N1]$ docker service inspect --pretty all

ID:		sx9b6kon7cenbrkhrsj941znt
Name:		all
Labels:
 a=b
 c
Service Mode:	Replicated
 Replicas:	2
Placement:
 Constraints:	[node.role==manager node.labels.x!=y]
 Preferences:   [spread=node.labels.zone]
 Max Replicas Per Node:   2
UpdateConfig:
 Parallelism:	2
 Delay:		3s
 On failure:	rollback
 Monitoring Period: 4s
 Max failure ratio: 0.25
 Update order:      start-first
RollbackConfig:
 Parallelism:	0
 Delay:		1s
 On failure:	continue
 Monitoring Period: 2s
 Max failure ratio: 0.5
 Rollback order:    start-first
ContainerSpec:
 Image:		nginx:latest
 Args:		sleep 1000 
 Env:		A=1 B 
 Dir:		/tmp
 Init:		true
 User: root:root
Capabilities:
 Add: CAP_NET_ADMIN
 Drop: ALL
SysCtls:
 net.core.somaxconn: 1024
Ulimits:
 nofile: 100:200
 nproc: 5:5
Mounts:
 Target:	/v1
  Source:	v1
  ReadOnly:	false
  Type:		volume
 Target:	/t
  Source:	
  ReadOnly:	false
  Type:		tmpfs
 Target:	/b
  Source:	/tmp
  ReadOnly:	true
  Type:		bind
Configs:
 Target:	/etc/c1
  Source:	c1
Secrets:
 Target:	/run/x
  Source:	s1
Log Driver:
 Name:		json-file
 LogOpts:
  max-size:       1m

Resources:
 Reservations:
  CPU:		0.25
  Memory:	64MiB
 Limits:
  CPU:		1.5
  Memory:	512MiB
  PIDs:		100
Networks: back 
Endpoint Mode:	vip
Ports:
 PublishedPort = 8080
  Protocol = tcp
  TargetPort = 80
  PublishMode = ingress
 PublishedPort = 9090
  Protocol = udp
  TargetPort = 90
  PublishMode = host 
 Healthcheck:
  Interval = 5s
  Retries = 2
  StartPeriod =	1s
  Timeout =	2s
  Tests:
	 Test = CMD-SHELL
	 Test = exit 0 

[DC2-N1]$ docker service inspect all --format '{{json .Spec.TaskTemplate}}'
{"ContainerSpec":{"Image":"nginx:latest","Labels":{"x":"y"},"Command":["sh","-c"],"Args":["sleep 1000"],"Hostname":"{{.Node.Hostname}}","Env":["A=1","B"],"Dir":"/tmp","User":"root:root","Groups":["10"],"Init":true,"StopSignal":"SIGINT","TTY":true,"ReadOnly":true,"Mounts":[{"Type":"volume","Source":"v1","Target":"/v1","VolumeOptions":{"Labels":{"a":"b"},"DriverConfig":{}}},{"Type":"tmpfs","Target":"/t","TmpfsOptions":{"SizeBytes":1048576,"Mode":1023}},{"Type":"bind","Source":"/tmp","Target":"/b","ReadOnly":true,"BindOptions":{"Propagation":"rslave"}}],"StopGracePeriod":3000000000,"Healthcheck":{"Test":["CMD-SHELL","exit 0"],"Interval":5000000000,"Timeout":2000000000,"StartPeriod":1000000000,"Retries":2},"Hosts":["1.2.3.4 h","5.6.7.8 i"],"DNSConfig":{"Nameservers":["1.1.1.1"],"Search":["ex.org"],"Options":["ndots:2"]},"Secrets":[{"File":{"Name":"/run/x","UID":"0","GID":"0","Mode":256},"SecretID":"vsvp2kdrc27qch0j2znsnduqq","SecretName":"s1"}],"Configs":[{"File":{"Name":"/etc/c1","UID":"1","GID":"2","Mode":292},"ConfigID":"d71eyre7dfpfu7rebthj5ja0m","ConfigName":"c1"}],"Isolation":"default","Sysctls":{"net.core.somaxconn":"1024"},"CapabilityAdd":["CAP_NET_ADMIN"],"CapabilityDrop":["ALL"],"Ulimits":[{"Name":"nofile","Hard":200,"Soft":100},{"Name":"nproc","Hard":5,"Soft":5}]},"Resources":{"Limits":{"NanoCPUs":1500000000,"MemoryBytes":536870912,"Pids":100},"Reservations":{"NanoCPUs":250000000,"MemoryBytes":67108864}},"RestartPolicy":{"Condition":"on-failure","Delay":2000000000,"MaxAttempts":4,"Window":60000000000},"Placement":{"Constraints":["node.role==manager","node.labels.x!=y"],"Preferences":[{"Spread":{"SpreadDescriptor":"node.labels.zone"}}],"MaxReplicas":2},"Networks":[{"Target":"wi5tlad81tt98jcwht8t1gvcd","Aliases":["al"]}],"LogDriver":{"Name":"json-file","Options":{"max-size":"1m"}},"ForceUpdate":0,"Runtime":"container"}

[DC2-N1]$ docker service inspect all --format '{{json .Spec.EndpointSpec}} {{json .Spec.UpdateConfig}} {{json .Spec.RollbackConfig}} {{json .Spec.Labels}} {{json .Spec.Mode}}'
{"Mode":"vip","Ports":[{"Protocol":"tcp","TargetPort":80,"PublishedPort":8080,"PublishMode":"ingress"},{"Protocol":"udp","TargetPort":90,"PublishedPort":9090,"PublishMode":"host"}]} {"Parallelism":2,"Delay":3000000000,"FailureAction":"rollback","Monitor":4000000000,"MaxFailureRatio":0.25,"Order":"start-first"} {"Parallelism":0,"Delay":1000000000,"FailureAction":"continue","Monitor":2000000000,"MaxFailureRatio":0.5,"Order":"start-first"} {"a":"b","c":""} {"Replicated":{"Replicas":2}}

[DC2-N1]$ docker service inspect all --format '{{json .Endpoint.Ports}} {{len .Endpoint.VirtualIPs}}'
[{"Protocol":"tcp","TargetPort":80,"PublishedPort":8080,"PublishMode":"ingress"},{"Protocol":"udp","TargetPort":90,"PublishedPort":9090,"PublishMode":"host"}] 2

[DC2-N1]$ docker service ls
ID             NAME      MODE         REPLICAS               IMAGE          PORTS
sx9b6kon7cen   all       replicated   0/2 (max 2 per node)   nginx:latest   *:8080->80/tcp

[DC2-N1]$ docker service update -q -d --no-resolve-image --label-rm a --container-label-rm x --env-rm A --workdir /var --user '' --group-rm 10 --group-add 11 --hostname '' --secret-rm s1 --config-rm c1 --mount-rm /t --publish-rm 80 --limit-cpu 0 --limit-memory 0 --limit-pids 0 --reserve-cpu 0 --constraint-rm node.labels.x!=y --placement-pref-rm spread=node.labels.zone --replicas-max-per-node 0 --restart-max-attempts 0 --dns-rm 1.1.1.1 --dns-search-rm ex.org --dns-option-rm ndots:2 --host-rm h:1.2.3.4 --ulimit-rm nproc --cap-drop NET_ADMIN --sysctl-rm net.core.somaxconn --read-only=false --tty=false --init=false --no-healthcheck --args 'sleep 2000' --stop-signal SIGTERM --network-rm back all
all

[DC2-N1]$ docker service inspect --pretty all

ID:		sx9b6kon7cenbrkhrsj941znt
Name:		all
Labels:
 c
Service Mode:	Replicated
 Replicas:	2
UpdateStatus:
 State:		updating
 Started:	Less than a second ago
 Message:	update in progress
Placement:
 Constraints:	[node.role==manager]
UpdateConfig:
 Parallelism:	2
 Delay:		3s
 On failure:	rollback
 Monitoring Period: 4s
 Max failure ratio: 0.25
 Update order:      start-first
RollbackConfig:
 Parallelism:	0
 Delay:		1s
 On failure:	continue
 Monitoring Period: 2s
 Max failure ratio: 0.5
 Rollback order:    start-first
ContainerSpec:
 Image:		nginx:latest
 Args:		sleep 2000 
 Env:		B 
 Dir:		/var
 Init:		false
Capabilities:
 Drop: ALL
Ulimits:
 nofile: 100:200
Mounts:
 Target:	/b
  Source:	/tmp
  ReadOnly:	true
  Type:		bind
 Target:	/v1
  Source:	v1
  ReadOnly:	false
  Type:		volume
Log Driver:
 Name:		json-file
 LogOpts:
  max-size:       1m

Resources:
 Reservations:
  Memory:	64MiB
Endpoint Mode:	vip
Ports:
 PublishedPort = 9090
  Protocol = udp
  TargetPort = 90
  PublishMode = host 
 Healthcheck:
  Interval = 0s
  Retries = 0
  StartPeriod =	0s
  Timeout =	0s
  Tests:
	 Test = NONE 

[DC2-N1]$ docker service inspect all --format '{{json .Spec.TaskTemplate}}'
{"ContainerSpec":{"Image":"nginx:latest","Command":["sh","-c"],"Args":["sleep","2000"],"Env":["B"],"Dir":"/var","Groups":["11"],"Init":false,"StopSignal":"SIGTERM","Mounts":[{"Type":"bind","Source":"/tmp","Target":"/b","ReadOnly":true,"BindOptions":{"Propagation":"rslave"}},{"Type":"volume","Source":"v1","Target":"/v1","VolumeOptions":{"Labels":{"a":"b"},"DriverConfig":{}}}],"StopGracePeriod":3000000000,"Healthcheck":{"Test":["NONE"]},"Hosts":["5.6.7.8 i"],"DNSConfig":{},"Isolation":"default","CapabilityDrop":["ALL"],"Ulimits":[{"Name":"nofile","Hard":200,"Soft":100}]},"Resources":{"Limits":{},"Reservations":{"MemoryBytes":67108864}},"RestartPolicy":{"Condition":"on-failure","Delay":2000000000,"MaxAttempts":0,"Window":60000000000},"Placement":{"Constraints":["node.role==manager"]},"LogDriver":{"Name":"json-file","Options":{"max-size":"1m"}},"ForceUpdate":0,"Runtime":"container"}

[DC2-N1]$ docker service inspect all --format '{{json .PreviousSpec.TaskTemplate.ContainerSpec.Labels}} {{json .Spec.Labels}}'
{"x":"y"} {"c":""}

[DC2-N1]$ docker service update -q -d --no-resolve-image --label-rm a --container-label-rm x --env-rm A --workdir /var --user '' --group-rm 10 --group-add 11 --hostname '' --secret-rm s1 --config-rm c1 --mount-rm /t --publish-rm 80 --limit-cpu 0 --limit-memory 0 --limit-pids 0 --reserve-cpu 0 --constraint-rm node.labels.x!=y --placement-pref-rm spread=node.labels.zone --replicas-max-per-node 0 --restart-max-attempts 0 --dns-rm 1.1.1.1 --dns-search-rm ex.org --dns-option-rm ndots:2 --host-rm h:1.2.3.4 --ulimit-rm nproc --cap-drop NET_ADMIN --sysctl-rm net.core.somaxconn --read-only=false --tty=false --init=false --args 'sleep 2000' --stop-signal SIGTERM all
all

[DC2-N1]$ docker service inspect --pretty all

ID:		sx9b6kon7cenbrkhrsj941znt
Name:		all
Labels:
 c
Service Mode:	Replicated
 Replicas:	2
UpdateStatus:
 State:		updating
 Started:	Less than a second ago
 Message:	update in progress
Placement:
 Constraints:	[node.role==manager]
UpdateConfig:
 Parallelism:	2
 Delay:		3s
 On failure:	rollback
 Monitoring Period: 4s
 Max failure ratio: 0.25
 Update order:      start-first
RollbackConfig:
 Parallelism:	0
 Delay:		1s
 On failure:	continue
 Monitoring Period: 2s
 Max failure ratio: 0.5
 Rollback order:    start-first
ContainerSpec:
 Image:		nginx:latest
 Args:		sleep 2000 
 Env:		B 
 Dir:		/var
 Init:		false
Capabilities:
 Drop: ALL
Ulimits:
 nofile: 100:200
Mounts:
 Target:	/b
  Source:	/tmp
  ReadOnly:	true
  Type:		bind
 Target:	/v1
  Source:	v1
  ReadOnly:	false
  Type:		volume
Log Driver:
 Name:		json-file
 LogOpts:
  max-size:       1m

Resources:
 Reservations:
  Memory:	64MiB
Endpoint Mode:	vip
Ports:
 PublishedPort = 9090
  Protocol = udp
  TargetPort = 90
  PublishMode = host 
 Healthcheck:
  Interval = 0s
  Retries = 0
  StartPeriod =	0s
  Timeout =	0s
  Tests:
	 Test = NONE 

[DC2-N1]$ docker service rollback -q -d all
all

[DC2-N1]$ docker service inspect --pretty all

ID:		sx9b6kon7cenbrkhrsj941znt
Name:		all
Labels:
 c
Service Mode:	Replicated
 Replicas:	2
UpdateStatus:
 State:		rollback_started
 Started:	Less than a second ago
 Message:	manually requested rollback
Placement:
 Constraints:	[node.role==manager]
UpdateConfig:
 Parallelism:	2
 Delay:		3s
 On failure:	rollback
 Monitoring Period: 4s
 Max failure ratio: 0.25
 Update order:      start-first
RollbackConfig:
 Parallelism:	0
 Delay:		1s
 On failure:	continue
 Monitoring Period: 2s
 Max failure ratio: 0.5
 Rollback order:    start-first
ContainerSpec:
 Image:		nginx:latest
 Args:		sleep 2000 
 Env:		B 
 Dir:		/var
 Init:		false
Capabilities:
 Drop: ALL
Ulimits:
 nofile: 100:200
Mounts:
 Target:	/b
  Source:	/tmp
  ReadOnly:	true
  Type:		bind
 Target:	/v1
  Source:	v1
  ReadOnly:	false
  Type:		volume
Log Driver:
 Name:		json-file
 LogOpts:
  max-size:       1m

Resources:
 Reservations:
  Memory:	64MiB
Endpoint Mode:	vip
Ports:
 PublishedPort = 9090
  Protocol = udp
  TargetPort = 90
  PublishMode = host 
 Healthcheck:
  Interval = 0s
  Retries = 0
  StartPeriod =	0s
  Timeout =	0s
  Tests:
	 Test = NONE 

[DC2-N1]$ docker service inspect all --format '{{json .Spec.TaskTemplate}}'
{"ContainerSpec":{"Image":"nginx:latest","Command":["sh","-c"],"Args":["sleep","2000"],"Env":["B"],"Dir":"/var","Groups":["11"],"Init":false,"StopSignal":"SIGTERM","Mounts":[{"Type":"bind","Source":"/tmp","Target":"/b","ReadOnly":true,"BindOptions":{"Propagation":"rslave"}},{"Type":"volume","Source":"v1","Target":"/v1","VolumeOptions":{"Labels":{"a":"b"},"DriverConfig":{}}}],"StopGracePeriod":3000000000,"Healthcheck":{"Test":["NONE"]},"Hosts":["5.6.7.8 i"],"DNSConfig":{},"Isolation":"default","CapabilityDrop":["ALL"],"Ulimits":[{"Name":"nofile","Hard":200,"Soft":100}]},"Resources":{"Limits":{},"Reservations":{"MemoryBytes":67108864}},"RestartPolicy":{"Condition":"on-failure","Delay":2000000000,"MaxAttempts":0,"Window":60000000000},"Placement":{"Constraints":["node.role==manager"]},"LogDriver":{"Name":"json-file","Options":{"max-size":"1m"}},"ForceUpdate":0,"Runtime":"container"}

[DC2-N1]$ docker service create -q -d --no-resolve-image --name g --mode global nginx
o0ttfjzlvog202fkf9i6yhnxf

[DC2-N1]$ docker service inspect --pretty g

ID:		o0ttfjzlvog202fkf9i6yhnxf
Name:		g
Service Mode:	Global
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

[DC2-N1]$ docker service create -q -d --no-resolve-image --name j --mode replicated-job --replicas 5 --max-concurrent 2 busybox true
xalpc7guu3w3rn2tu1o79m9w2

[DC2-N1]$ docker service inspect --pretty j

ID:		xalpc7guu3w3rn2tu1o79m9w2
Name:		j
Service Mode:
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
 Image:		busybox:latest
 Args:		true 
 Init:		false
Resources:
Endpoint Mode:	vip

[DC2-N1]$ docker service create -q -d --no-resolve-image --name gj --mode global-job busybox true
quyhatbfr9xll45a29c59af6s

[DC2-N1]$ docker service inspect --pretty gj

ID:		quyhatbfr9xll45a29c59af6s
Name:		gj
Service Mode:
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
 Image:		busybox:latest
 Args:		true 
 Init:		false
Resources:
Endpoint Mode:	vip

[DC2-N1]$ docker service inspect j --format '{{json .Spec.Mode}} {{json .Spec.TaskTemplate.RestartPolicy}}'
{"ReplicatedJob":{"MaxConcurrent":2,"TotalCompletions":5}} {"Condition":"any","Delay":5000000000,"MaxAttempts":0}
