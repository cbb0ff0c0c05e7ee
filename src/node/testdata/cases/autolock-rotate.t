# title: Autolock: a restarted manager is locked; keys rotate; autolock off
# hosts: 2
# swarm: 2m0w
# tags: autolock, managers
# engine: 26.1.5
# runs: 1 (26.1.5)

[DC2-N1]$ docker swarm unlock-key -q
no unlock key is set
[exit 1]

[DC2-N1]$ docker swarm unlock-key
no unlock key is set
[exit 1]

[DC2-N1]$ docker swarm unlock
Error: swarm is not locked
[exit 1]

let X = [DC2-N1]$ docker swarm update --autolock

let KEY = [DC2-N1]$ docker swarm unlock-key -q

stop DC2-N2

start DC2-N2

wait 8s

[DC2-N2]$ docker node ls
Error response from daemon: Swarm is encrypted and needs to be unlocked before it can be used. Please use "docker swarm unlock" to unlock it.
[exit 1]

[DC2-N2]$ docker info --format '{{.Swarm.LocalNodeState}} {{.Swarm.ControlAvailable}} {{.Swarm.Error}}'
locked false Swarm is encrypted and needs to be unlocked before it can be used. Please use "docker swarm unlock" to unlock it.

[DC2-N2]$ docker swarm leave
Error response from daemon: Swarm is encrypted and locked. Please unlock it first or use `--force` to ignore this message.
[exit 1]

[DC2-N2]$ docker service ls
Error response from daemon: Swarm is encrypted and needs to be unlocked before it can be used. Please use "docker swarm unlock" to unlock it.
[exit 1]

[DC2-N2]$ docker swarm join --token x 10.35.3.145:2377
Error response from daemon: This node is already part of a swarm. Use "docker swarm leave" to leave this swarm and join another one.
[exit 1]

[DC2-N2]$ echo SWMKEY-1-ZOEZdoAYWRMmuTmI4USd5nC63xnpNYYKVyyhUqPlCU0 | docker swarm unlock
Error response from daemon: swarm could not be unlocked: invalid key provided
[exit 1]

[DC2-N2]$ echo nonsense | docker swarm unlock
Error response from daemon: invalid key string
[exit 1]

[DC2-N2]$ echo $KEY | docker swarm unlock

settle
# last change after 0.0 s

[DC2-N2]$ docker node ls --format '{{.Hostname}} {{.Status}} {{.ManagerStatus}}'
DC2-N1 Ready Leader
DC2-N2 Ready Reachable

let NEW = [DC2-N1]$ docker swarm unlock-key --rotate -q

wait 5s

stop DC2-N2

start DC2-N2

wait 8s

[DC2-N2]$ echo $KEY | docker swarm unlock
Error response from daemon: swarm could not be unlocked: invalid key provided
[exit 1]

[DC2-N2]$ echo $NEW | docker swarm unlock

settle
# last change after 7.7 s

[DC2-N1]$ docker swarm update --autolock=false
Swarm updated.

[DC2-N1]$ docker swarm unlock-key
no unlock key is set
[exit 1]

wait 5s

stop DC2-N2

start DC2-N2

settle
# last change after 0.0 s

[DC2-N2]$ docker node ls --format '{{.Hostname}} {{.Status}} {{.ManagerStatus}}'
DC2-N1 Ready Leader
DC2-N2 Ready Reachable
