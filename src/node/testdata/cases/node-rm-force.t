# title: A node is taken out by force while its tasks run
# hosts: 3
# swarm: 1m2w
# tags: orchestrator
# engine: 26.1.5
# runs: 1 (26.1.5)

[DC2-N1]$ docker service create -q -d --no-resolve-image --name web --replicas 6 nginx:1.25
2ccb8xv1engvexisnfcq6sft3

settle
# last change after 5.9 s

[DC2-N1]$ docker node rm DC2-N3
Error response from daemon: rpc error: code = FailedPrecondition desc = node soam947bvnoygyyj9s8qbiwbh is not down and can't be removed
[exit 1]

[DC2-N1]$ docker node rm --force DC2-N3
DC2-N3

settle
# last change after 13.1 s

sorted [DC2-N1]$ docker node ls --format '{{.Hostname}} {{.Status}}'
DC2-N1 Ready
DC2-N2 Ready

counts [DC2-N1]$ docker service ps web --filter desired-state=running --format '{{.Node}}'
DC2-N1
DC2-N2
DC2-N2
DC2-N1
DC2-N2
DC2-N1

[DC2-N1]$ docker service ls --format '{{.Name}} {{.Replicas}}'
web 6/6

[DC2-N3]$ docker info --format '{{.Swarm.LocalNodeState}} {{.Swarm.Error}}'
active 

[DC2-N3]$ docker ps --filter name=web -q

[DC2-N3]$ docker swarm join --token SWMTKN-1-x 10.35.3.145:2377
Error response from daemon: This node is already part of a swarm. Use "docker swarm leave" to leave this swarm and join another one.
[exit 1]

[DC2-N3]$ docker swarm leave
Node left the swarm.

wait 4s

let TOKEN = [DC2-N1]$ docker swarm join-token -q worker

[DC2-N3]$ docker swarm join --token $TOKEN 10.35.3.145:2377
This node joined a swarm as a worker.

settle
# last change after 0.0 s

sorted [DC2-N1]$ docker node ls --format '{{.Hostname}} {{.Status}}'
DC2-N1 Ready
DC2-N2 Ready
DC2-N3 Ready

[DC2-N1]$ docker node rm DC2-N1
Error response from daemon: rpc error: code = FailedPrecondition desc = node ogbeqn53yp488afn64whjvkhx is a cluster manager and is a member of the raft cluster. It must be demoted to worker before removal
[exit 1]

[DC2-N1]$ docker node rm --force DC2-N1
Error response from daemon: rpc error: code = FailedPrecondition desc = node ogbeqn53yp488afn64whjvkhx is a cluster manager and is a member of the raft cluster. It must be demoted to worker before removal
[exit 1]

[DC2-N1]$ docker node rm nobody DC2-N2
Error response from daemon: node nobody not found
Error response from daemon: rpc error: code = FailedPrecondition desc = node umi06s7piqnyxod0rb8rieqv2 is not down and can't be removed
[exit 1]
