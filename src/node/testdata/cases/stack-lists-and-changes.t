# title: A stack with everything: lists, filters, change and removal
# hosts: 3
# swarm: 1m2w
# tags: stack
# engine: 26.1.5
# runs: 1 (26.1.5)

file s.yml <<EOF
version: "3.9"
services:
  web:
    image: nginx:1.25
    deploy:
      replicas: 3
      labels: {team: blue}
      update_config: {parallelism: 1, delay: 1s, order: start-first}
      placement: {constraints: ["node.role==worker"], max_replicas_per_node: 2}
    networks: [front, back]
    ports: ["8080:80", "9000-9001:90-91"]
    configs: [{source: conf, target: /etc/conf, mode: 0440}]
    environment: {A: "1", B: }
  db:
    image: redis:7
    networks: {back: {aliases: [database]}}
    volumes: ["data:/data", "/tmp:/host:ro"]
    secrets: [pw]
    deploy: {mode: global, endpoint_mode: dnsrr, restart_policy: {condition: on-failure, max_attempts: 2}}
  job:
    image: busybox
    command: ["sh", "-c", "exit 0"]
    deploy: {mode: replicated-job, replicas: 2}
networks:
  front: {}
  back: {driver: overlay, attachable: true, labels: {n: m}, ipam: {config: [{subnet: 10.77.0.0/24}]}}
volumes:
  data: {labels: {v: w}}
configs:
  conf: {file: ./s.yml}
secrets:
  pw: {file: ./s.yml, labels: {k: v}}
EOF

sorted [DC2-N1]$ docker stack deploy -c s.yml app
Since --detach=false was not specified, tasks will be created in the background.
In a future release, --detach=false will become the default.
Creating network app_back
Creating network app_front
Creating network app_default
Creating secret app_pw
Creating config app_conf
Creating service app_web
Creating service app_db
Creating service app_job

sorted [DC2-N1]$ docker stack deploy -d -c s.yml app
Updating service app_db (id: uj3gouhhc5f38nmu4esci2vmq)
image redis:7 could not be accessed on a registry to record
its digest. Each node will access redis:7 independently,
possibly leading to different nodes running different
versions of the image.

Updating service app_job (id: yog4gb3tlkz99jsvhbioe4d0j)
image busybox:latest could not be accessed on a registry to record
its digest. Each node will access busybox:latest independently,
possibly leading to different nodes running different
versions of the image.

Updating service app_web (id: mkkpzpsycdw1vbpgpbz8r97hd)
image nginx:1.25 could not be accessed on a registry to record
its digest. Each node will access nginx:1.25 independently,
possibly leading to different nodes running different
versions of the image.

settle
# last change after 4.4 s

[DC2-N1]$ docker stack ls
NAME      SERVICES
app       3

[DC2-N1]$ docker stack services app
ID             NAME      MODE             REPLICAS               IMAGE            PORTS
uj3gouhhc5f3   app_db    global           3/3                    redis:7          
yog4gb3tlkz9   app_job   replicated job   0/2 (2/2 completed)    busybox:latest   
mkkpzpsycdw1   app_web   replicated       3/3 (max 2 per node)   nginx:1.25       *:8080->80/tcp, *:9000-9001->90-91/tcp

[DC2-N1]$ docker stack services app --format '{{.Name}} {{.Mode}} {{.Replicas}} {{.Ports}}'
app_db global 3/3 
app_job replicated job 0/2 (2/2 completed) 
app_web replicated 3/3 (max 2 per node) *:8080->80/tcp, *:9000-9001->90-91/tcp

[DC2-N1]$ docker stack services app --filter label=team=blue -q
mkkpzpsycdw1

[DC2-N1]$ docker stack services app --filter name=app_db --format '{{.Name}}'
app_db

[DC2-N1]$ docker stack services app --filter mode=global --format '{{.Name}}'
app_db

counts [DC2-N1]$ docker stack ps app --format '{{.Name}} {{.Image}} {{.DesiredState}}'
app_db.08lnztztbp6bc1p4b79bwh0ck redis:7 Running
app_db.abg4650trrd8i2lx6w4c97iyi redis:7 Running
app_db.j0s062bf3n3xp325r7egp2p8d redis:7 Running
app_job.1 busybox:latest Complete
app_job.j0s062bf3n3xp325r7egp2p8d busybox:latest Complete
app_web.1 nginx:1.25 Running
app_web.2 nginx:1.25 Running
app_web.3 nginx:1.25 Running

counts [DC2-N1]$ docker stack ps app --filter desired-state=running --format '{{.Name}} {{.CurrentState}}'
app_db.08lnztztbp6bc1p4b79bwh0ck Running 10 seconds ago
app_db.abg4650trrd8i2lx6w4c97iyi Running 11 seconds ago
app_db.j0s062bf3n3xp325r7egp2p8d Running 10 seconds ago
app_web.1 Running 10 seconds ago
app_web.2 Running 9 seconds ago
app_web.3 Running 10 seconds ago

[DC2-N1]$ docker stack ps app --filter name=app_web.1 --format '{{.Name}}'
app_web.1

[DC2-N1]$ docker stack ps app --filter foo=bar
Error response from daemon: invalid filter 'foo'
[exit 1]

sorted [DC2-N1]$ docker network ls --filter label=com.docker.stack.namespace=app --format '{{.Name}} {{.Driver}} {{.Scope}}'
app_back overlay swarm
app_default overlay swarm
app_front overlay swarm

[DC2-N1]$ docker network inspect app_back --format '{{json .IPAM.Config}} {{json .Labels}} {{.Attachable}}'
[{"Subnet":"10.77.0.0/24","Gateway":"10.77.0.1"}] {"com.docker.stack.namespace":"app","n":"m"} true

[DC2-N1]$ docker config ls --format '{{.Name}} {{.Labels}}'
app_conf com.docker.stack.namespace=app

[DC2-N1]$ docker secret ls --format '{{.Name}} {{.Labels}}'
app_pw com.docker.stack.namespace=app,k=v

[DC2-N1]$ docker service inspect --pretty app_web

ID:		mkkpzpsycdw1vbpgpbz8r97hd
Name:		app_web
Labels:
 com.docker.stack.image=nginx:1.25
 com.docker.stack.namespace=app
 team=blue
Service Mode:	Replicated
 Replicas:	3
Placement:
 Constraints:	[node.role==worker]
 Max Replicas Per Node:   2
UpdateConfig:
 Parallelism:	1
 Delay:		1s
 On failure:	pause
 Monitoring Period: 5s
 Max failure ratio: 0
 Update order:      start-first
RollbackConfig:
 Parallelism:	1
 On failure:	pause
 Monitoring Period: 5s
 Max failure ratio: 0
 Rollback order:    stop-first
ContainerSpec:
 Image:		nginx:1.25
 Env:		A=1 B 
Configs:
 Target:	/etc/conf
  Source:	app_conf
Resources:
Networks: app_back app_front 
Endpoint Mode:	vip
Ports:
 PublishedPort = 8080
  Protocol = tcp
  TargetPort = 80
  PublishMode = ingress
 PublishedPort = 9000
  Protocol = tcp
  TargetPort = 90
  PublishMode = ingress
 PublishedPort = 9001
  Protocol = tcp
  TargetPort = 91
  PublishMode = ingress 

[DC2-N1]$ docker service inspect app_web --format '{{json .Spec.TaskTemplate.Networks}}'
[{"Target":"ymgdmi9oxe3qr294a30q3k89f","Aliases":["web"]},{"Target":"xl3wvylq8icc5cd0bwejo7xhq","Aliases":["web"]}]

[DC2-N1]$ docker service inspect app_db --format '{{json .Spec.TaskTemplate.ContainerSpec}} {{json .Spec.EndpointSpec}}'
{"Image":"redis:7","Labels":{"com.docker.stack.namespace":"app"},"Privileges":{"CredentialSpec":null,"SELinuxContext":null,"NoNewPrivileges":false},"Mounts":[{"Type":"volume","Source":"app_data","Target":"/data","VolumeOptions":{"Labels":{"com.docker.stack.namespace":"app","v":"w"}}},{"Type":"bind","Source":"/tmp","Target":"/host","ReadOnly":true}],"StopGracePeriod":10000000000,"DNSConfig":{},"Secrets":[{"File":{"Name":"pw","UID":"0","GID":"0","Mode":292},"SecretID":"utf1g8gc1jlq48aq10y02rq8j","SecretName":"app_pw"}],"Isolation":"default"} {"Mode":"dnsrr"}

[DC2-N1]$ docker service inspect app_job --format '{{json .Spec.Mode}} {{json .Spec.TaskTemplate.RestartPolicy}}'
{"ReplicatedJob":{"MaxConcurrent":2,"TotalCompletions":2}} {"Condition":"any","Delay":5000000000,"MaxAttempts":0}

file s.yml <<EOF
version: "3.9"
services:
  web:
    image: nginx:1.26
    deploy: {replicas: 2}
    networks: [front]
  db:
    image: redis:7
    deploy: {mode: global}
networks:
  front: {}
EOF

sorted [DC2-N1]$ docker stack deploy -d -c s.yml app
Updating service app_web (id: mkkpzpsycdw1vbpgpbz8r97hd)
image nginx:1.26 could not be accessed on a registry to record
its digest. Each node will access nginx:1.26 independently,
possibly leading to different nodes running different
versions of the image.

Updating service app_db (id: uj3gouhhc5f38nmu4esci2vmq)
image redis:7 could not be accessed on a registry to record
its digest. Each node will access redis:7 independently,
possibly leading to different nodes running different
versions of the image.

sorted [DC2-N1]$ docker stack deploy -d --prune -c s.yml app
Removing service app_job
Updating service app_web (id: mkkpzpsycdw1vbpgpbz8r97hd)
image nginx:1.26 could not be accessed on a registry to record
its digest. Each node will access nginx:1.26 independently,
possibly leading to different nodes running different
versions of the image.

Updating service app_db (id: uj3gouhhc5f38nmu4esci2vmq)
image redis:7 could not be accessed on a registry to record
its digest. Each node will access redis:7 independently,
possibly leading to different nodes running different
versions of the image.

settle
# last change after 10.8 s

[DC2-N1]$ docker stack services app --format '{{.Name}} {{.Mode}} {{.Replicas}} {{.Image}} {{.Ports}}'
app_db global 3/3 redis:7 
app_web replicated 2/2 nginx:1.26 

sorted [DC2-N1]$ docker network ls --filter scope=swarm --format '{{.Name}}'
app_back
app_default
app_front
ingress

[DC2-N1]$ docker service inspect app_web --format '{{json .UpdateStatus.State}} {{json .PreviousSpec.EndpointSpec}} {{json .Spec.EndpointSpec}}'

template parsing error: template: :1:20: executing "" at <.UpdateStatus.State>: nil pointer evaluating *swarm.UpdateStatus.State
[exit 1]

[DC2-N1]$ docker stack config -c s.yml
version: "3.9"
services:
  db:
    deploy:
      mode: global
    image: redis:7
  web:
    deploy:
      replicas: 2
    image: nginx:1.26
    networks:
      front: null
networks:
  front: {}

sorted [DC2-N1]$ docker stack rm app nosuch
Removing service app_db
Removing service app_web
Removing secret app_pw
Removing config app_conf
Removing network app_default
Removing network app_front
Removing network app_back
Nothing found in stack: nosuch

settle
# last change after 5.1 s

sorted [DC2-N1]$ docker network ls --filter scope=swarm --format '{{.Name}}'
ingress

[DC2-N1]$ docker secret ls -q

[DC2-N1]$ docker stack ls
NAME      SERVICES

[DC2-N1]$ docker stack ps app
nothing found in stack: app
[exit 1]

[DC2-N1]$ docker stack services app
Nothing found in stack: app

[DC2-N1]$ docker stack rm app
Nothing found in stack: app
