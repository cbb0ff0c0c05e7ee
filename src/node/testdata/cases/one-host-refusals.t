# title: One engine without a swarm: what it refuses
# hosts: 1
# swarm: none
# tags: containers, networks, errors
# engine: 26.1.5
# runs: 1 (26.1.5)

[DC2-N1]$ docker network create ee
81d1d30afc89857b5907f6427235881b0403e09288e2be854ebf4bfd0a81a255

[DC2-N1]$ docker run -d --name e1 --network ee nginx
2ffb9546df74c2a19819fe3fc41e7110ad38b909a79c1394f84a62f2c5f8595d

[DC2-N1]$ docker network ls --filter dangling=true --format '{{.Name}}'
ee

[DC2-N1]$ docker network ls --filter dangling=false --format '{{.Name}}'
bridge
host
none

[DC2-N1]$ docker rename e1 eee

[DC2-N1]$ docker network inspect ee --format '{{range .Containers}}{{.Name}}{{end}}'
eee

[DC2-N1]$ docker network create -d overlay ov
Error response from daemon: This node is not a swarm manager. Use "docker swarm init" or "docker swarm join" to connect this node to swarm and try again.
[exit 1]

[DC2-N1]$ docker network create -d overlay --scope local ov
Error response from daemon: This node is not a swarm manager. Use "docker swarm init" or "docker swarm join" to connect this node to swarm and try again.
[exit 1]

[DC2-N1]$ docker network create --scope swarm ov
Error response from daemon: cannot create a swarm scoped network when swarm is not active
[exit 1]

[DC2-N1]$ docker network create -d overlay --config-only ov
Error response from daemon: This node is not a swarm manager. Use "docker swarm init" or "docker swarm join" to connect this node to swarm and try again.
[exit 1]

[DC2-N1]$ docker network create -d host hh
Error response from daemon: only one instance of "host" network is allowed
[exit 1]

[DC2-N1]$ docker network create -d null nn
Error response from daemon: only one instance of "null" network is allowed
[exit 1]

[DC2-N1]$ docker network create -d ingress nn
Error response from daemon: plugin "ingress" not found
[exit 1]

[DC2-N1]$ docker network prune -f --filter until=1h

[DC2-N1]$ docker network prune -f --filter foo=1
Error response from daemon: invalid filter 'foo'
[exit 1]

[DC2-N1]$ docker network disconnect ee nosuch
Error response from daemon: No such container: nosuch
[exit 1]

[DC2-N1]$ docker network disconnect -f ee nosuch
Error response from daemon: endpoint nosuch not found
[exit 1]

[DC2-N1]$ docker network connect ee eee
Error response from daemon: endpoint with name eee already exists in network ee
[exit 1]

[DC2-N1]$ docker network connect bridge eee

[DC2-N1]$ docker network connect host eee
Error response from daemon: container cannot be disconnected from host network or connected to host network
[exit 1]

[DC2-N1]$ docker network connect none eee
Error response from daemon: container cannot be connected to multiple networks with one of the networks in private (none) mode
[exit 1]

[DC2-N1]$ docker network disconnect bridge eee

[DC2-N1]$ docker network rm ee
Error response from daemon: error while removing network: network ee id 81d1d30afc89857b5907f6427235881b0403e09288e2be854ebf4bfd0a81a255 has active endpoints
exit status 1
[exit 1]

[DC2-N1]$ docker port eee 80
Error: No public port '80' published for eee
[exit 1]

[DC2-N1]$ docker port eee

[DC2-N1]$ docker stop -t x eee
invalid argument "x" for "-t, --timeout" flag: strconv.ParseInt: parsing "x": invalid syntax

Usage:  docker stop [OPTIONS] CONTAINER [CONTAINER...]

Run 'docker stop --help' for more information
[exit 125]

[DC2-N1]$ docker wait nosuch
Error response from daemon: No such container: nosuch
[exit 1]

[DC2-N1]$ docker inspect nosuch
[]
Error: No such object: nosuch
[exit 1]

[DC2-N1]$ docker inspect --type node x
[]
Error response from daemon: This node is not a swarm manager. Use "docker swarm init" or "docker swarm join" to connect this node to swarm and try again.
[exit 1]

[DC2-N1]$ docker inspect --type foo x
unknown type: "foo": must be one of "config", "container", "image", "network", "node", "plugin", "secret", "service", "task", "volume"
[exit 1]

[DC2-N1]$ docker logs --tail foo eee

[DC2-N1]$ docker logs --since foo eee
invalid value for "since": failed to parse value as time or duration: "foo"
[exit 1]

[DC2-N1]$ docker update --memory 1k eee
Error response from daemon: Minimum memory limit allowed is 6MB
[exit 1]

[DC2-N1]$ docker update --restart foo eee
Error response from daemon: invalid restart policy: unknown policy 'foo'; use one of 'no', 'always', 'on-failure', or 'unless-stopped'
[exit 1]

[DC2-N1]$ docker run --rm -d --restart always nginx
docker: conflicting options: cannot specify both --restart and --rm

Run 'docker run --help' for more information
[exit 125]

[DC2-N1]$ docker run -d --name h1 --hostname 'a b' nginx
e5d1284a7f0344adf62ff26688a4f663d71dfcfa760fc5113bcdf9ba8d5a1714

[DC2-N1]$ docker exec h1 hostname
a b

[DC2-N1]$ docker create --name fine nginx
dd02cfe06704cc71c323dda473b8653e66f129f923b5317f064a11e6047ecc29

[DC2-N1]$ docker start fine nosuch
fine
Error response from daemon: No such container: nosuch
Error: failed to start containers: nosuch
[exit 1]

[DC2-N1]$ docker pause fine
fine

[DC2-N1]$ docker pause fine
Error response from daemon: Container dd02cfe06704cc71c323dda473b8653e66f129f923b5317f064a11e6047ecc29 is already paused
[exit 1]

[DC2-N1]$ docker restart fine
fine

[DC2-N1]$ docker unpause fine
Error response from daemon: Container dd02cfe06704cc71c323dda473b8653e66f129f923b5317f064a11e6047ecc29 is not paused
[exit 1]

[DC2-N1]$ docker rm -f fine
fine

[DC2-N1]$ docker stop nosuch eee
eee
Error response from daemon: No such container: nosuch
[exit 1]

[DC2-N1]$ docker restart nosuch
Error response from daemon: No such container: nosuch
[exit 1]

[DC2-N1]$ docker attach nosuch
Error response from daemon: No such container: nosuch
[exit 1]

[DC2-N1]$ docker diff nosuch
Error response from daemon: No such container: nosuch
[exit 1]

[DC2-N1]$ docker rename eee h1
Error response from daemon: Error when allocating new name: Conflict. The container name "/h1" is already in use by container "e5d1284a7f0344adf62ff26688a4f663d71dfcfa760fc5113bcdf9ba8d5a1714". You have to remove (or rename) that container to be able to reuse that name.
Error: failed to rename container named eee
[exit 1]

[DC2-N1]$ docker rename eee ''
Error: Neither old nor new names may be empty
[exit 1]

[DC2-N1]$ docker rename eee '!'
Error response from daemon: Error when allocating new name: Invalid container name (/!), only [a-zA-Z0-9][a-zA-Z0-9_.-] are allowed
Error: failed to rename container named eee
[exit 1]

[DC2-N1]$ docker cp eee:/nosuch .
Error response from daemon: Could not find the file /nosuch in container eee
[exit 1]

[DC2-N1]$ docker cp nosuch:/etc .
Error response from daemon: No such container: nosuch
[exit 1]

[DC2-N1]$ docker top nosuch
Error response from daemon: No such container: nosuch
[exit 1]

[DC2-N1]$ docker tag nosuch foo
Error response from daemon: No such image: nosuch:latest
[exit 1]

[DC2-N1]$ docker rmi nosuch
Error response from daemon: No such image: nosuch:latest
[exit 1]

[DC2-N1]$ docker image inspect nosuch
[]
Error response from daemon: No such image: nosuch:latest
[exit 1]

sorted [DC2-N1]$ docker image ls --filter foo=bar
Error response from daemon: invalid filter 'foo'
[exit 1]

[DC2-N1]$ docker container ls -a --format '{{.Names}} {{.State}}' --filter name=h1
h1 running

[DC2-N1]$ docker container ls -a --filter exited=0 --format '{{.Names}}'
eee

[DC2-N1]$ docker container ls -a --filter exited=x
Error response from daemon: invalid filter 'exited=x': strconv.Atoi: parsing "x": invalid syntax
[exit 1]

[DC2-N1]$ docker container ls -a --filter since=nosuch
Error response from daemon: No such container: nosuch
[exit 1]

[DC2-N1]$ docker container ls --filter health=foo
Error response from daemon: unrecognized filter value for health: foo
[exit 1]

[DC2-N1]$ docker swarm leave
Error response from daemon: This node is not part of a swarm
[exit 1]

[DC2-N1]$ docker swarm ca
Error response from daemon: This node is not a swarm manager. Use "docker swarm init" or "docker swarm join" to connect this node to swarm and try again.
[exit 1]

[DC2-N1]$ docker swarm unlock
Error: This node is not part of a swarm
[exit 1]

[DC2-N1]$ docker node ls
Error response from daemon: This node is not a swarm manager. Use "docker swarm init" or "docker swarm join" to connect this node to swarm and try again.
[exit 1]

[DC2-N1]$ docker service ls
Error response from daemon: This node is not a swarm manager. Use "docker swarm init" or "docker swarm join" to connect this node to swarm and try again.
[exit 1]

[DC2-N1]$ docker stack ls
Error response from daemon: This node is not a swarm manager. Use "docker swarm init" or "docker swarm join" to connect this node to swarm and try again.
[exit 1]

[DC2-N1]$ docker stack deploy -c nosuch.yml x
open nosuch.yml: no such file or directory
[exit 1]

[DC2-N1]$ docker secret ls
Error response from daemon: This node is not a swarm manager. Use "docker swarm init" or "docker swarm join" to connect this node to swarm and try again.
[exit 1]

[DC2-N1]$ docker config ls
Error response from daemon: This node is not a swarm manager. Use "docker swarm init" or "docker swarm join" to connect this node to swarm and try again.
[exit 1]

[DC2-N1]$ docker info --format '{{.Swarm.LocalNodeState}} {{.Swarm.NodeID}} {{.Swarm.ControlAvailable}}'
inactive  false
