# title: Leaving a swarm whose manager is locked
# hosts: 2
# swarm: 1m1w
# tags: orchestrator
# engine: 26.1.5
# runs: 1 (26.1.5)

[DC2-N1]$ docker service create -q -d --no-resolve-image --name web --replicas 2 nginx:1.25
np0xnmkrsqzx6ruklm0nl1nvp

settle
# last change after 1.9 s

loose [DC2-N1]$ docker swarm update --autolock=true
Swarm updated.
To unlock a swarm manager after it restarts, run the `docker swarm unlock`
command and provide the following key:

    SWMKEY-1-TW52PjS8gzubmFVMoOtgofqB5gCcTaKHefzlUICOp5o

Remember to store this key in a password manager, since without it you
will not be able to restart the manager.

stop DC2-N1

start DC2-N1

wait 5s

[DC2-N1]$ docker ps -q

[DC2-N1]$ docker swarm leave
Error response from daemon: Swarm is encrypted and locked. Please unlock it first or use `--force` to ignore this message.
[exit 1]

[DC2-N1]$ docker swarm leave --force
Node left the swarm.

wait 5s

[DC2-N1]$ docker info --format '{{.Swarm.LocalNodeState}}'
inactive

[DC2-N1]$ docker swarm leave
Error response from daemon: This node is not part of a swarm
[exit 1]

[DC2-N1]$ docker node ls
Error response from daemon: This node is not a swarm manager. Use "docker swarm init" or "docker swarm join" to connect this node to swarm and try again.
[exit 1]

[DC2-N2]$ docker info --format '{{.Swarm.LocalNodeState}}'
active

[DC2-N2]$ docker swarm leave
Node left the swarm.

[DC2-N2]$ docker swarm leave
Error response from daemon: This node is not part of a swarm
[exit 1]
