# title: Two stacks share a network, a config and a secret from outside
# hosts: 3
# swarm: 1m2w
# tags: stack, networks
# engine: 26.1.5
# runs: 1 (26.1.5)

file a.yml <<EOF
services:
  web:
    image: nginx:1.25
    networks: [shared]
    configs: [site]
    secrets:
      - source: key
        target: /run/key
        mode: 0400
    deploy:
      replicas: 2
networks:
  shared:
    external: true
configs:
  site:
    external: true
secrets:
  key:
    external: true
    name: outer_key
EOF

file b.yml <<EOF
services:
  api:
    image: redis:7
    networks:
      shared:
        aliases: [api.internal]
      own:
    deploy:
      mode: global
      labels:
        tier: back
  tool:
    image: busybox
    command: sleep 1000
    networks: [own]
    deploy:
      replicas: 0
networks:
  shared:
    external: true
    name: shared
  own:
    driver: overlay
    internal: true
EOF

[DC2-N1]$ docker stack deploy --detach=true --resolve-image never -c a.yml one
network "shared" is declared as external, but could not be found. You need to create a swarm-scoped network before the stack is deployed
[exit 1]

[DC2-N1]$ docker network create -d bridge shared
29d1c0a4eb3368a518a0b34abe59bd8b89c19e03df670e91c94dbae86355e4d4

[DC2-N1]$ docker stack deploy --detach=true --resolve-image never -c a.yml one
network "shared" is declared as external, but it is not in the right scope: "local" instead of "swarm"
[exit 1]

[DC2-N1]$ docker network rm shared
shared

[DC2-N1]$ docker network create -d overlay shared
ymxnkfqtx83rxi2xe0j1uzt0w

[DC2-N1]$ docker stack deploy --detach=true --resolve-image never -c a.yml one
service web: secret not found: outer_key
[exit 1]

[DC2-N1]$ echo site | docker config create site -
01fe2lyltot96btyds0ywtrz8

[DC2-N1]$ docker stack deploy --detach=true --resolve-image never -c a.yml one
service web: secret not found: outer_key
[exit 1]

[DC2-N1]$ echo key | docker secret create outer_key -
osr9sjqr9ztbvszackkfjc2lb

[DC2-N1]$ docker stack deploy --detach=true --resolve-image never -c a.yml one
Creating service one_web

[DC2-N1]$ docker stack deploy --detach=true --resolve-image never -c b.yml two
Creating network two_own
Creating service two_api
Creating service two_tool

settle
# last change after 4.7 s

[DC2-N1]$ docker stack ls
NAME      SERVICES
one       1
two       2

[DC2-N1]$ docker stack ls --format '{{.Name}} {{.Services}}'
one 1
two 2

[DC2-N1]$ docker stack services one --format '{{.Name}} {{.Replicas}}'
one_web 2/2

sorted [DC2-N1]$ docker stack services two --format '{{.Name}} {{.Mode}} {{.Replicas}} {{.Image}}'
two_api global 3/3 redis:7
two_tool replicated 0/0 busybox:latest

sorted [DC2-N1]$ docker stack services two --filter label=tier --format '{{.Name}}'
two_api

sorted [DC2-N1]$ docker stack services two --filter label=tier=front --format '{{.Name}}'
Nothing found in stack: two

sorted [DC2-N1]$ docker service ls --filter label=com.docker.stack.namespace=two --format '{{.Name}}'
two_api
two_tool

sorted [DC2-N1]$ docker service ls --filter label=com.docker.stack.namespace --filter mode=global --format '{{.Name}}'
two_api

counts [DC2-N1]$ docker stack ps one --format '{{.Name}} {{.DesiredState}} {{.CurrentState}}'
one_web.1 Running Running 12 seconds ago
one_web.2 Running Running 11 seconds ago

counts [DC2-N1]$ docker stack ps two --filter name=two_api --format '{{.Node}} {{.DesiredState}}'
DC2-N1 Running
DC2-N2 Running
DC2-N3 Running

[DC2-N1]$ docker stack ps two --filter name=two_tool
nothing found in stack: two
[exit 1]

[DC2-N1]$ docker service inspect one_web --format '{{range .Spec.TaskTemplate.Networks}}{{json .Aliases}}{{end}} {{range .Spec.TaskTemplate.ContainerSpec.Configs}}{{.ConfigName}} {{.File.Name}} {{.File.Mode}}{{end}} {{range .Spec.TaskTemplate.ContainerSpec.Secrets}}{{.SecretName}} {{.File.Name}} {{.File.Mode}}{{end}}'
["web"] site site -r--r--r-- outer_key /run/key -r--------

[DC2-N1]$ docker network rm shared
Error response from daemon: rpc error: code = FailedPrecondition desc = network ymxnkfqtx83rxi2xe0j1uzt0w is in use by service pscndayjl8eszckwrpm1sppuc
exit status 1
[exit 1]

[DC2-N1]$ docker config rm site
Error response from daemon: rpc error: code = InvalidArgument desc = config 'site' is in use by the following service: one_web
[exit 1]

[DC2-N1]$ docker secret rm outer_key
Error response from daemon: rpc error: code = InvalidArgument desc = secret 'outer_key' is in use by the following service: one_web
[exit 1]

[DC2-N1]$ docker stack rm two
Removing service two_api
Removing service two_tool
Removing network two_own

settle
# last change after 5.7 s

sorted [DC2-N1]$ docker network ls --filter driver=overlay --format '{{.Name}} {{.Internal}}'
ingress false
shared false

[DC2-N1]$ docker stack deploy --detach=true --resolve-image never -c a.yml -c b.yml both
Creating network both_own
Creating service both_api
Creating service both_tool
Creating service both_web

settle
# last change after 2.8 s

sorted [DC2-N1]$ docker stack services both --format '{{.Name}} {{.Replicas}}'
both_api 3/3
both_tool 0/0
both_web 2/2

[DC2-N1]$ docker stack rm one both
Removing service one_web
Removing service both_api
Removing service both_tool
Removing service both_web
Removing network both_own

settle
# last change after 6.2 s

[DC2-N1]$ docker stack ls
NAME      SERVICES

[DC2-N1]$ docker network rm shared
shared

[DC2-N1]$ docker config rm site
site

[DC2-N1]$ docker secret rm outer_key
outer_key

[DC2-N1]$ docker stack deploy --resolve-image sometimes -c a.yml x
Invalid option sometimes for flag --resolve-image
[exit 1]

[DC2-N1]$ docker stack deploy -c nosuch.yml x
open nosuch.yml: no such file or directory
[exit 1]

[DC2-N1]$ docker stack deploy x
Specify a Compose file (with --compose-file)
[exit 1]

[DC2-N1]$ docker stack deploy -c a.yml 'bad name'
Since --detach=false was not specified, tasks will be created in the background.
In a future release, --detach=false will become the default.
network "shared" is declared as external, but could not be found. You need to create a swarm-scoped network before the stack is deployed
[exit 1]

[DC2-N1]$ docker stack ps nosuch
nothing found in stack: nosuch
[exit 1]

[DC2-N1]$ docker stack services nosuch
Nothing found in stack: nosuch

[DC2-N1]$ docker stack rm nosuch
Nothing found in stack: nosuch
