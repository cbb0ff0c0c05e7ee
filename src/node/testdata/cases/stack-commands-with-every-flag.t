# title: Stack commands with the rarer flags, waiting and quiet
# hosts: 2
# swarm: 1m1w
# tags: stack
# engine: 26.1.5
# runs: 1 (26.1.5)

file s.yml <<EOF
services:
  web:
    image: nginx:1.25
    deploy: {replicas: 2}
  agent:
    image: nginx:1.26
    deploy: {mode: global}
EOF

file t.yml <<EOF
services:
  web:
    image: nginx:${TAG:-1.26}
    environment: {WHO: "$$me ${USER_NAME-nobody}"}
EOF

sorted [DC2-N1]$ docker stack deploy --detach=false --resolve-image never -c s.yml app
Creating network app_default
Creating service app_agent
Creating service app_web
verify: Service 2k4u2ncfnw2oqn07mqb1816tp converged
overall progress: 2 out of 2 tasks
verify: Service 79fejhxu5thu28no81wvmg868 converged

sorted [DC2-N1]$ docker stack deploy -q -d --resolve-image never -c s.yml app
Updating service app_agent (id: 2k4u2ncfnw2oqn07mqb1816tp)
Updating service app_web (id: 79fejhxu5thu28no81wvmg868)

sorted [DC2-N1]$ docker stack deploy --detach=true --with-registry-auth --resolve-image changed -c s.yml app
Updating service app_web (id: 79fejhxu5thu28no81wvmg868)
Updating service app_agent (id: 2k4u2ncfnw2oqn07mqb1816tp)

[DC2-N1]$ docker stack config -c t.yml
version: "3.13"
services:
  web:
    environment:
      WHO: $me nobody
    image: nginx:1.26

[DC2-N1]$ docker stack config --skip-interpolation -c t.yml
version: "3.13"
services:
  web:
    environment:
      WHO: $$me ${USER_NAME-nobody}
    image: nginx:${TAG:-1.26}

[DC2-N1]$ docker stack config -c s.yml -c t.yml
version: "3.13"
services:
  agent:
    deploy:
      mode: global
    image: nginx:1.26
  web:
    deploy:
      replicas: 2
    environment:
      WHO: $me nobody
    image: nginx:1.26

sorted [DC2-N1]$ TAG=1.27 docker stack deploy -d --resolve-image never -c s.yml -c t.yml app
Updating service app_agent (id: 2k4u2ncfnw2oqn07mqb1816tp)
Updating service app_web (id: 79fejhxu5thu28no81wvmg868)

settle
# last change after 24.5 s

[DC2-N1]$ docker stack ls --format '{{.Name}}/{{.Services}}'
app/2

[DC2-N1]$ docker stack ls --format 'table {{.Services}}\t{{.Name}}'
SERVICES   NAME
2          app

[DC2-N1]$ docker stack ps -q app --filter desired-state=shutdown
i2pa8pju2h8o
mn5wib3lvzx0

counts [DC2-N1]$ docker stack ps --no-resolve --no-trunc app --format '{{.Image}} {{.DesiredState}}' --filter desired-state=running
nginx:1.26 Running
nginx:1.26 Running
nginx:1.27 Running
nginx:1.27 Running

counts [DC2-N1]$ docker stack ps app --format 'table {{.Image}}\t{{.Node}}\t{{.DesiredState}}' --filter desired-state=running
IMAGE        NODE      DESIRED STATE
nginx:1.26   DC2-N2    Running
nginx:1.26   DC2-N1    Running
nginx:1.27   DC2-N2    Running
nginx:1.27   DC2-N1    Running

sorted [DC2-N1]$ docker stack services -q app
2k4u2ncfnw2o
79fejhxu5thu

sorted [DC2-N1]$ docker stack services app --format '{{json .Name}} {{.Mode}} {{.Replicas}}'
"app_agent" global 2/2
"app_web" replicated 2/2

[DC2-N1]$ docker stack services app --filter name=web --format json
Nothing found in stack: app

[DC2-N1]$ docker service inspect app_web --format '{{json .Spec.TaskTemplate.ContainerSpec.Env}} {{json .Spec.Labels}}'
["WHO=$me nobody"] {"com.docker.stack.image":"nginx:1.27","com.docker.stack.namespace":"app"}

[DC2-N1]$ docker service scale -d app_web=4
app_web scaled to 4

settle
# last change after 3.1 s

sorted [DC2-N1]$ docker stack deploy -d --resolve-image never -c s.yml app
Updating service app_web (id: 79fejhxu5thu28no81wvmg868)
Updating service app_agent (id: 2k4u2ncfnw2oqn07mqb1816tp)

settle
# last change after 19.1 s

sorted [DC2-N1]$ docker stack services app --format '{{.Name}} {{.Replicas}} {{.Image}}'
app_agent 2/2 nginx:1.26
app_web 2/2 nginx:1.25

[DC2-N1]$ docker service update -q -d --no-resolve-image --label-add mine=1 --env-add X=1 --publish-add 8080:80 app_web
app_web

settle
# last change after 20.1 s

sorted [DC2-N1]$ docker stack deploy -d --resolve-image never -c s.yml app
Updating service app_web (id: 79fejhxu5thu28no81wvmg868)
Updating service app_agent (id: 2k4u2ncfnw2oqn07mqb1816tp)

settle
# last change after 22.9 s

[DC2-N1]$ docker service inspect app_web --format '{{json .Spec.TaskTemplate.ContainerSpec.Env}} {{json .Spec.Labels}} {{json .Spec.EndpointSpec}}'
null {"com.docker.stack.image":"nginx:1.25","com.docker.stack.namespace":"app"} {"Mode":"vip"}

[DC2-N1]$ docker service rollback -q -d app_web
app_web

settle
# last change after 17.8 s

[DC2-N1]$ docker service inspect app_web --format '{{json .Spec.TaskTemplate.ContainerSpec.Env}} {{json .Spec.EndpointSpec}}'
["X=1"] {"Mode":"vip","Ports":[{"Protocol":"tcp","TargetPort":80,"PublishedPort":8080,"PublishMode":"ingress"}]}

[DC2-N1]$ docker service rm app_agent
app_agent

[DC2-N1]$ docker stack services app --format '{{.Name}}'
app_web

sorted [DC2-N1]$ docker stack deploy -d --prune --resolve-image never -c t.yml app
Updating service app_web (id: 79fejhxu5thu28no81wvmg868)

settle
# last change after 19.4 s

[DC2-N1]$ docker stack services app --format '{{.Name}} {{.Image}} {{.Replicas}}'
app_web nginx:1.26 1/1

sorted [DC2-N1]$ docker stack rm --detach=false app
Removing service app_web
Removing network app_default

[DC2-N1]$ docker stack ls
NAME      SERVICES

[DC2-N1]$ docker service ls
ID        NAME      MODE      REPLICAS   IMAGE     PORTS

[DC2-N1]$ docker config create --label a=b --label c conf s.yml
rsfgse49f4dt6n6kym6x7ipam

[DC2-N1]$ docker config ls -q
rsfgse49f4dt6n6kym6x7ipam

[DC2-N1]$ docker secret create --label a=b sec s.yml
65b0ct0ybd1hkzllh7czjir0u

[DC2-N1]$ docker secret ls -q
65b0ct0ybd1hkzllh7czjir0u

[DC2-N1]$ docker config inspect conf --format '{{json .Spec.Labels}} {{len .Spec.Data}}'
{"a":"b","c":""} 123

[DC2-N1]$ docker config inspect --pretty conf
ID:			rsfgse49f4dt6n6kym6x7ipam
Name:			conf
Labels:
 - a=b
 - c
Created at:            	2026-11-28 00:21:45.700011206 +0000 utc
Updated at:            	2026-11-28 00:21:45.700011206 +0000 utc
Data:
services:
  web:
    image: nginx:1.25
    deploy: {replicas: 2}
  agent:
    image: nginx:1.26
    deploy: {mode: global}
