# title: A manager that joins a locked cluster locks too
# hosts: 3
# swarm: 1m1w
# tags: orchestrator
# engine: 26.1.5
# runs: 1 (26.1.5)

sorted [DC2-N1]$ docker swarm update --autolock=true
Swarm updated.
To unlock a swarm manager after it restarts, run the `docker swarm unlock`
command and provide the following key:

    SWMKEY-1-G2n7+C86Z+uFsShTo+rGcrRAXBU3a5mqjA4IWNtpGrQ

Remember to store this key in a password manager, since without it you
will not be able to restart the manager.

let TOKEN = [DC2-N1]$ docker swarm join-token -q manager

let KEY = [DC2-N1]$ docker swarm unlock-key -q

[DC2-N3]$ docker swarm join --token $TOKEN 10.35.3.145:2377
This node joined a swarm as a manager.

settle
# last change after 0.0 s

[DC2-N3]$ docker info --format '{{.Swarm.LocalNodeState}} {{.Swarm.ControlAvailable}} {{.Swarm.Cluster.Spec.EncryptionConfig.AutoLockManagers}}'
active true true

stop DC2-N3

start DC2-N3

wait 8s

[DC2-N3]$ docker info --format '{{.Swarm.LocalNodeState}} {{.Swarm.Error}}'
locked Swarm is encrypted and needs to be unlocked before it can be used. Please use "docker swarm unlock" to unlock it.

[DC2-N3]$ docker node ls
Error response from daemon: Swarm is encrypted and needs to be unlocked before it can be used. Please use "docker swarm unlock" to unlock it.
[exit 1]

[DC2-N3]$ docker service create -d nginx
Error response from daemon: Swarm is encrypted and needs to be unlocked before it can be used. Please use "docker swarm unlock" to unlock it.
[exit 1]

[DC2-N3]$ docker swarm unlock-key
could not fetch unlock key: Error response from daemon: Swarm is encrypted and needs to be unlocked before it can be used. Please use "docker swarm unlock" to unlock it.
[exit 1]

[DC2-N3]$ docker swarm join --token $TOKEN 10.35.3.145:2377
Error response from daemon: This node is already part of a swarm. Use "docker swarm leave" to leave this swarm and join another one.
[exit 1]

[DC2-N3]$ docker swarm init
Error response from daemon: This node is already part of a swarm. Use "docker swarm leave" to leave this swarm and join another one.
[exit 1]

[DC2-N3]$ echo SWMKEY-1-AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA | docker swarm unlock
Error response from daemon: swarm could not be unlocked: invalid key provided
[exit 1]

[DC2-N3]$ echo nonsense | docker swarm unlock
Error response from daemon: invalid key string
[exit 1]

[DC2-N3]$ echo $KEY | docker swarm unlock

settle
# last change after 0.8 s

sorted [DC2-N3]$ docker node ls --format '{{.Hostname}} {{.Status}} {{.ManagerStatus}}'
DC2-N1 Ready Leader
DC2-N2 Ready 
DC2-N3 Ready Reachable

[DC2-N3]$ docker swarm unlock
Error: swarm is not locked
[exit 1]

[DC2-N2]$ docker swarm unlock
Error: swarm is not locked
[exit 1]

[DC2-N2]$ docker swarm unlock-key
could not fetch unlock key: Error response from daemon: This node is not a swarm manager. Worker nodes can't be used to view or modify cluster state. Please run this command on a manager node or promote the current node to a manager.
[exit 1]

[DC2-N1]$ docker swarm update --autolock=false
Swarm updated.

[DC2-N1]$ docker swarm unlock-key
no unlock key is set
[exit 1]

[DC2-N1]$ docker swarm unlock-key --rotate
cannot rotate because autolock is not turned on
[exit 1]

stop DC2-N3

start DC2-N3

settle
# last change after 0.0 s

sorted [DC2-N3]$ docker node ls --format '{{.Hostname}} {{.Status}} {{.ManagerStatus}}'
DC2-N1 Ready Leader
DC2-N2 Ready 
DC2-N3 Ready Reachable
