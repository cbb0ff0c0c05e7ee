# title: What the engine refuses of networks, secrets, configs, nodes and the swarm
# hosts: 2
# swarm: 1m1w
# tags: errors, networks, secrets
# engine: 26.1.5
# runs: 1 (26.1.5)

[DC2-N1]$ docker network create -d overlay --subnet 10.0.0.0/8 --subnet 10.1.0.0/16 a
multiple overlapping subnet configuration is not supported
[exit 1]

[DC2-N1]$ docker network create -d overlay --subnet 10.99.0.0/33 a
Error response from daemon: invalid network config:
invalid subnet 10.99.0.0/33: invalid CIDR block notation
[exit 1]

[DC2-N1]$ docker network create -d overlay --subnet foo a
Error response from daemon: invalid network config:
invalid subnet foo: invalid CIDR block notation
[exit 1]

[DC2-N1]$ docker network create -d overlay --gateway 10.99.0.1 a
every ip-range or gateway must have a corresponding subnet
[exit 1]

[DC2-N1]$ docker network create -d overlay --subnet 10.99.0.0/24 --gateway 10.98.0.1 a
no matching subnet for gateway 10.98.0.1
[exit 1]

[DC2-N1]$ docker network create -d overlay --subnet 10.99.0.0/24 --ip-range 10.98.0.0/24 a
no matching subnet for range 10.98.0.0/24
[exit 1]

[DC2-N1]$ docker network create -d overlay --ingress second
Error response from daemon: rpc error: code = AlreadyExists desc = ingress network (2qjoxdzi1rkomg3334167mqx2) is already present
[exit 1]

[DC2-N1]$ docker network create -d nosuch a
Error response from daemon: plugin "nosuch" not found
[exit 1]

[DC2-N1]$ docker network create -d overlay -o foo a
rxoxa075wbklj3076jxqrf98a

[DC2-N1]$ docker network create -d overlay --opt encrypted b
su3kv99rfivhd331rslt9nm8h

[DC2-N1]$ docker network create -d overlay b
Error response from daemon: network with name b already exists
[exit 1]

[DC2-N1]$ docker network create -d overlay --scope swarm c
bl3ek6vwj6o5necbxxicdckin

[DC2-N1]$ docker network create -d bridge --scope swarm d
qc4o78mnvsijhtfk9436g94sm

[DC2-N1]$ docker network create -d overlay --scope local e
Error response from daemon: cannot downgrade network scope for overlay networks
[exit 1]

[DC2-N1]$ docker network create -d overlay --config-only f
fae946759867d8ea4ef46810fc43038bf4895d4a5553a689b9b398d5710d9dd0

[DC2-N1]$ docker network create --config-only --subnet 10.97.0.0/24 g
79ca6f30615e49af16f4e2af42f8f2789f1642eb6ccca3cc360feb95b00eb09d

[DC2-N1]$ docker network create -d overlay --config-from g h
r3oypguubbsf2jzhurvnpay2c

[DC2-N1]$ docker network create -d macvlan --scope swarm --config-from g i
n63wkrxeazwn1aohbhcd79q6j

[DC2-N1]$ docker network create -d overlay 'a b'
Error response from daemon: rpc error: code = InvalidArgument desc = name must be valid as a DNS name component
[exit 1]

[DC2-N1]$ docker network create -d overlay host
Error response from daemon: network with name host already exists
[exit 1]

[DC2-N1]$ docker network create ingress
Error response from daemon: network with name ingress already exists
[exit 1]

sorted [DC2-N1]$ docker network ls --format '{{.Name}} {{.Driver}} {{.Scope}}'
a overlay swarm
b overlay swarm
bridge bridge local
c overlay swarm
d bridge swarm
docker_gwbridge bridge local
f null local
g null local
h overlay swarm
host host local
i macvlan swarm
ingress overlay swarm
none null local

[DC2-N1]$ docker network rm host
Error response from daemon: host is a pre-defined network and cannot be removed
exit status 1
[exit 1]

[DC2-N1]$ docker network rm nosuch b
Error response from daemon: network nosuch not found
b
exit status 1
[exit 1]

[DC2-N1]$ docker network inspect nosuch
[]
Error response from daemon: network nosuch not found
[exit 1]

[DC2-N1]$ docker network connect b nosuch
Error response from daemon: No such container: nosuch
[exit 1]

[DC2-N1]$ docker network disconnect c nosuch
Error response from daemon: No such container: nosuch
[exit 1]

[DC2-N2]$ docker network create -d overlay w
Error response from daemon: This node is not a swarm manager. Use "docker swarm init" or "docker swarm join" to connect this node to swarm and try again.
[exit 1]

[DC2-N2]$ docker network ls --format '{{.Name}}' --filter driver=overlay
ingress

[DC2-N2]$ docker network rm c
Error response from daemon: network c not found
exit status 1
[exit 1]

[DC2-N1]$ echo x | docker secret create 'a b' -
Error response from daemon: rpc error: code = InvalidArgument desc = invalid name, only 64 [a-zA-Z0-9-_.] characters allowed, and the start and end character must be [a-zA-Z0-9]
[exit 1]

[DC2-N1]$ echo x | docker secret create '' -
Error response from daemon: rpc error: code = InvalidArgument desc = name must be provided
[exit 1]

[DC2-N1]$ printf '' | docker secret create empty -
error reading from STDIN: data is empty
[exit 1]

[DC2-N1]$ echo x | docker secret create aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa -
Error response from daemon: rpc error: code = InvalidArgument desc = invalid name, only 64 [a-zA-Z0-9-_.] characters allowed, and the start and end character must be [a-zA-Z0-9]
[exit 1]

[DC2-N1]$ docker secret create s nosuchfile
error reading from nosuchfile: open nosuchfile: no such file or directory
[exit 1]

[DC2-N1]$ echo x | docker secret create --driver nosuch s -
When using secret driver secret data must be empty
[exit 1]

[DC2-N1]$ echo x | docker secret create --template-driver nosuch s -
jiygtanaoqsgcz7dr4zzil796

[DC2-N1]$ docker secret create --driver foo s2
Error response from daemon: rpc error: code = Unknown desc = plugin "foo" not found
[exit 1]

[DC2-N1]$ echo x | docker secret create -l a -l b=c s -
Error response from daemon: rpc error: code = AlreadyExists desc = secret s already exists
[exit 1]

[DC2-N1]$ echo x | docker secret create s -
Error response from daemon: rpc error: code = AlreadyExists desc = secret s already exists
[exit 1]

[DC2-N1]$ docker secret inspect s --format '{{json .Spec}}'
{"Name":"s","Labels":{},"Templating":{"Name":"nosuch"}}

[DC2-N1]$ docker secret inspect --pretty s
ID:              jiygtanaoqsgcz7dr4zzil796
Name:              s
Driver:            
Created at:        2026-11-27 20:31:36.828776894 +0000 utc
Updated at:        2026-11-27 20:31:36.828776894 +0000 utc

[DC2-N1]$ docker secret rm s nosuch
s
Error response from daemon: secret nosuch not found
[exit 1]

[DC2-N1]$ docker secret ls --filter foo=bar
Error response from daemon: invalid filter 'foo'
[exit 1]

[DC2-N1]$ printf '' | docker config create empty -
Error reading content from "-": error reading from STDIN: data is empty
[exit 1]

[DC2-N1]$ docker config inspect empty --pretty
Error response from daemon: config empty not found
[exit 1]

[DC2-N1]$ echo x | docker config create empty -
tlsgooh6hxxad7p74arg9g1fj

[DC2-N1]$ echo x | docker config create --template-driver nosuch t -
uh38s9e6lca1i16bezllm0n3e

[DC2-N1]$ docker config rm empty empty
empty
Error response from daemon: config empty not found
[exit 1]

[DC2-N1]$ docker config ls --filter name=e --format '{{.Name}} {{.Labels}}'

[DC2-N1]$ docker node update --availability sleepy DC2-N2
Error response from daemon: invalid Availability: "sleepy"
[exit 1]

[DC2-N1]$ docker node update --role boss DC2-N2
Error response from daemon: invalid Role: "boss"
[exit 1]

[DC2-N1]$ docker node update --label-add =x DC2-N2
DC2-N2

[DC2-N1]$ docker node update --label-add x= DC2-N2
DC2-N2

[DC2-N1]$ docker node update --label-rm nosuch DC2-N2
key nosuch doesn't exist in node's labels
[exit 1]

[DC2-N1]$ docker node inspect DC2-N2 --format '{{json .Spec}}'
{"Labels":{"":"x","x":""},"Role":"worker","Availability":"active"}

[DC2-N1]$ docker node update DC2-N2
DC2-N2

[DC2-N1]$ docker node promote nosuch
Error response from daemon: node nosuch not found
[exit 1]

[DC2-N1]$ docker node demote DC2-N2
Node x74dc7e9mbxswif1s9u518qnw is already a worker.

[DC2-N1]$ docker node demote DC2-N1
Error response from daemon: rpc error: code = FailedPrecondition desc = attempting to demote the last manager of the swarm
[exit 1]

[DC2-N1]$ docker node rm DC2-N1
Error response from daemon: rpc error: code = FailedPrecondition desc = node g2svy91iwo42yquko1qu5blna is a cluster manager and is a member of the raft cluster. It must be demoted to worker before removal
[exit 1]

[DC2-N1]$ docker node rm DC2-N2
Error response from daemon: rpc error: code = FailedPrecondition desc = node x74dc7e9mbxswif1s9u518qnw is not down and can't be removed
[exit 1]

[DC2-N1]$ docker node rm nosuch DC2-N2
Error response from daemon: node nosuch not found
Error response from daemon: rpc error: code = FailedPrecondition desc = node x74dc7e9mbxswif1s9u518qnw is not down and can't be removed
[exit 1]

[DC2-N1]$ docker node rm --force DC2-N1
Error response from daemon: rpc error: code = FailedPrecondition desc = node g2svy91iwo42yquko1qu5blna is a cluster manager and is a member of the raft cluster. It must be demoted to worker before removal
[exit 1]

[DC2-N1]$ docker node ps nosuch
Error response from daemon: node nosuch not found
[exit 1]

[DC2-N1]$ docker node ls --filter foo=bar
Error response from daemon: invalid filter 'foo'
[exit 1]

[DC2-N1]$ docker node ls --filter role=boss
Error response from daemon: Invalid role filter: 'boss'
[exit 1]

[DC2-N1]$ docker node ls --filter membership=x
Error response from daemon: Invalid membership filter: 'x'
[exit 1]

[DC2-N1]$ docker node ls --format '{{.Nope}}'
template parsing error: template: :1:2: executing "" at <.Nope>: can't evaluate field Nope in type *node.nodeContext
[exit 1]

[DC2-N1]$ docker swarm init
Error response from daemon: This node is already part of a swarm. Use "docker swarm leave" to leave this swarm and join another one.
[exit 1]

[DC2-N1]$ docker swarm join --token SWMTKN-1-x-y 10.35.3.145:2377
Error response from daemon: This node is already part of a swarm. Use "docker swarm leave" to leave this swarm and join another one.
[exit 1]

[DC2-N1]$ docker swarm join-token boss
unknown role boss
[exit 1]

[DC2-N1]$ docker swarm unlock
Error: swarm is not locked
[exit 1]

[DC2-N1]$ docker swarm unlock-key
no unlock key is set
[exit 1]

[DC2-N1]$ docker swarm update --task-history-limit -1
Swarm updated.

[DC2-N1]$ docker swarm update --cert-expiry 1m
Error response from daemon: rpc error: code = InvalidArgument desc = minimum certificate expiry time is: 1h0m0s
[exit 1]

[DC2-N1]$ docker swarm update --dispatcher-heartbeat 0s
Swarm updated.

[DC2-N1]$ docker swarm update --snapshot-interval 0
Swarm updated.

[DC2-N1]$ docker swarm update --external-ca foo
invalid argument "foo" for "--external-ca" flag: invalid field 'foo' must be a key=value pair

Usage:  docker swarm update [OPTIONS]

Run 'docker swarm update --help' for more information
[exit 125]

[DC2-N1]$ docker swarm leave
Error response from daemon: You are attempting to leave the swarm on a node that is participating as a manager. Removing the last manager erases all current state of the swarm. Use `--force` to ignore this message.
[exit 1]

[DC2-N2]$ docker swarm leave --force
Node left the swarm.

[DC2-N2]$ docker swarm leave
Error response from daemon: This node is not part of a swarm
[exit 1]

[DC2-N2]$ docker service ls
Error response from daemon: This node is not a swarm manager. Use "docker swarm init" or "docker swarm join" to connect this node to swarm and try again.
[exit 1]

[DC2-N2]$ docker stack ls
Error response from daemon: This node is not a swarm manager. Use "docker swarm init" or "docker swarm join" to connect this node to swarm and try again.
[exit 1]

[DC2-N2]$ docker secret ls
Error response from daemon: This node is not a swarm manager. Use "docker swarm init" or "docker swarm join" to connect this node to swarm and try again.
[exit 1]

[DC2-N2]$ docker swarm join --token foo 10.35.3.145:2377
Error response from daemon: invalid join token
[exit 1]

[DC2-N2]$ docker swarm join 10.35.3.145:2377
Error response from daemon: rpc error: code = InvalidArgument desc = A valid join token is necessary to join this cluster
[exit 1]

[DC2-N2]$ docker swarm ca
Error response from daemon: This node is not a swarm manager. Use "docker swarm init" or "docker swarm join" to connect this node to swarm and try again.
[exit 1]

[DC2-N2]$ docker swarm join-token worker
Error response from daemon: This node is not a swarm manager. Use "docker swarm init" or "docker swarm join" to connect this node to swarm and try again.
[exit 1]

[DC2-N2]$ docker swarm update --autolock
Error response from daemon: This node is not a swarm manager. Use "docker swarm init" or "docker swarm join" to connect this node to swarm and try again.
[exit 1]
