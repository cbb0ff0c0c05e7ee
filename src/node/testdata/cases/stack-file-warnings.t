# title: Stack files with keys that Swarm ignores or refuses
# hosts: 1
# swarm: 1m0w
# tags: stack, errors
# engine: 26.1.5
# runs: 1 (26.1.5)

file a.yml <<EOF
version: "3.8"
services:
  web:
    image: nginx:1.25
    build: .
    container_name: web
    depends_on: [db]
    restart: always
    links: [db]
    privileged: true
    security_opt: [no-new-privileges]
    devices: ["/dev/null:/dev/x"]
    cgroup_parent: x
    userns_mode: host
    expose: ["80"]
  db:
    image: redis:7
    deploy: {replicas: 0}
EOF

file b.yml <<EOF
services:
  web:
    image: nginx:1.25
    deploy: {mode: sometimes}
EOF

file c.yml <<EOF
services:
  web:
    build: .
EOF

file d.yml <<EOF
services:
  web:
    image: nginx:1.25
    ports: ["80:80:80:80"]
EOF

file e.yml <<EOF
services:
  web:
    image: nginx:1.25
    networks: [nosuch]
    secrets: [nosuch]
EOF

file f.yml <<EOF
services:
  web:
    image: nginx:1.25
    deploy: {replicas: -1}
    environment: 5
EOF

file g.yml <<EOF
services:
  web:
    image: "nginx:${TAG:-1.26}"
    environment: ["A=${A:?need A}"]
EOF

file h.yml <<EOF
services:
  web:
    image: nginx:1.25
    deploy: {update_config: {order: sideways}}
  Web2:
    image: nginx:1.25
    healthcheck: {interval: 1x}
EOF

file i.yml <<EOF
version: "2"
services:
  web: {image: nginx}
EOF

file j.yml <<EOF
services: []
EOF

file k.yml <<EOF
services:
  web:
    image: nginx
     command: x
EOF

file l.yml <<EOF
services:
  web:
    image: nginx
    deploy: {resources: {limits: {cpus: "many", memory: lots}}}
EOF

file m.yml <<EOF
services:
  web:
    image: nginx
    volumes: ["data:/x"]
EOF

file n.yml <<EOF
services:
  web:
    image: nginx
    extends: {service: other}
  other: {image: nginx}
EOF

[DC2-N1]$ docker stack deploy --detach=true --resolve-image never -c a.yml w
Ignoring unsupported options: build, cgroup_parent, devices, links, privileged, restart, security_opt, userns_mode

Ignoring deprecated options:

container_name: Setting the container name is not supported.

expose: Exposing ports is unnecessary - services on the same network can access each other's containers on any port.

Creating network w_default
Creating service w_web
Creating service w_db

[DC2-N1]$ docker stack deploy --detach=true -c b.yml w
service web: Unknown mode: sometimes
[exit 1]

[DC2-N1]$ docker stack deploy --detach=true -c c.yml w
Ignoring unsupported options: build

invalid image reference for service web: no image specified
[exit 1]

[DC2-N1]$ docker stack deploy --detach=true -c d.yml w
services.web.ports.0 Does not match format 'ports'
[exit 1]

[DC2-N1]$ docker stack deploy --detach=true -c e.yml w
Creating network w_nosuch
service web: undefined secret "nosuch"
[exit 1]

[DC2-N1]$ docker stack deploy --detach=true -c f.yml w
services.web.environment must be a mapping
[exit 1]

[DC2-N1]$ docker stack config -c g.yml
invalid interpolation format for services.web.environment.[]: "required variable A is missing a value: need A"; you may need to escape any $ with another $
[exit 1]

[DC2-N1]$ A=here TAG=1.27 docker stack config -c g.yml
version: "3.13"
services:
  web:
    environment:
      A: here
    image: nginx:1.27

[DC2-N1]$ docker stack deploy --detach=true -c h.yml w
services.web.deploy.update_config.order services.web.deploy.update_config.order must be one of the following: "start-first", "stop-first"
[exit 1]

[DC2-N1]$ docker stack deploy --detach=true -c i.yml w
unsupported Compose file version: 2
[exit 1]

[DC2-N1]$ docker stack deploy --detach=true -c j.yml w
services must be a mapping
[exit 1]

[DC2-N1]$ docker stack deploy --detach=true -c k.yml w
yaml: line 4: mapping values are not allowed in this context
[exit 1]

[DC2-N1]$ docker stack deploy --detach=true -c l.yml w
decoding failed due to the following error(s):

error decoding 'Deploy.Resources.Limits.memory': invalid size: 'lots'
[exit 1]

[DC2-N1]$ docker stack deploy --detach=true -c m.yml w
service web: undefined volume "data"
[exit 1]

[DC2-N1]$ docker stack deploy --detach=true -c n.yml w
Compose file contains unsupported options:

extends: Support for `extends` is not implemented yet.
[exit 1]

[DC2-N1]$ docker stack config -c a.yml
version: "3.8"
services:
  db:
    deploy:
      replicas: 0
    image: redis:7
  web:
    build:
      context: .
    cgroup_parent: x
    container_name: web
    depends_on:
      - db
    devices:
      - /dev/null:/dev/x
    expose:
      - "80"
    image: nginx:1.25
    links:
      - db
    privileged: true
    restart: always
    security_opt:
      - no-new-privileges
    userns_mode: host

[DC2-N1]$ docker stack config -c a.yml -c b.yml
version mismatched between two composefiles : 3.8 and 3.13
[exit 1]

[DC2-N1]$ docker stack config --skip-interpolation -c g.yml
version: "3.13"
services:
  web:
    environment:
      A: ${A:?need A}
    image: nginx:${TAG:-1.26}

[DC2-N1]$ docker stack services w
ID             NAME      MODE         REPLICAS   IMAGE        PORTS
hp34neq5fe7n   w_db      replicated   0/0        redis:7      
kqmeznktxgsa   w_web     replicated   1/1        nginx:1.25   

sorted [DC2-N1]$ docker stack rm w
Removing service w_db
Removing service w_web
Removing network w_default
Removing network w_nosuch
