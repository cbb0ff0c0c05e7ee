# title: A worker leaves, is removed, and joins again as another node
# hosts: 3
# swarm: 1m2w
# tags: nodes, failure
# engine: 26.1.5
# runs: 1 (26.1.5)

[DC2-N1]$ docker service create -q -d --no-resolve-image --name web --replicas 4 nginx
ygtpsdorr58j47k5d1dzzqr47

settle
# last change after 2.1 s

let TOKEN = [DC2-N1]$ docker swarm join-token -q worker

[DC2-N1]$ docker node rm DC2-N3
Error response from daemon: rpc error: code = FailedPrecondition desc = node 094w73xa5od3c3woip0ny6j8l is not down and can't be removed
[exit 1]

[DC2-N3]$ docker swarm leave
Node left the swarm.

[DC2-N3]$ docker swarm leave
Error response from daemon: This node is not part of a swarm
[exit 1]

[DC2-N3]$ docker info --format '{{.Swarm.LocalNodeState}} {{.Swarm.NodeID}}'
inactive 

[DC2-N3]$ docker ps -q

settle
# last change after 16.6 s

[DC2-N1]$ docker node ls
ID                            HOSTNAME   STATUS    AVAILABILITY   MANAGER STATUS   ENGINE VERSION
ktj82s5ibkfdkzeufiw1dluvr *   DC2-N1     Ready     Active         Leader           26.1.5+dfsg1
f5imdlo75yia02el4ufa5wrby     DC2-N2     Ready     Active                          26.1.5+dfsg1
094w73xa5od3c3woip0ny6j8l     DC2-N3     Down      Active                          26.1.5+dfsg1

counts [DC2-N1]$ docker service ps web --format '{{.Name}} {{.Node}} {{.DesiredState}} {{.CurrentState}} {{.Error}}'
web.1 DC2-N2 Running Running 41 seconds ago 
web.2 DC2-N1 Running Running 14 seconds ago 
web.2 DC2-N3 Shutdown Running 42 seconds ago 
web.3 DC2-N1 Running Running 42 seconds ago 
web.4 DC2-N2 Running Running 41 seconds ago 

[DC2-N3]$ docker swarm join --token $TOKEN 10.35.3.145:2377
This node joined a swarm as a worker.

settle
# last change after 0.0 s

sorted [DC2-N1]$ docker node ls --format '{{.Hostname}} {{.Status}} {{.Availability}} {{.ManagerStatus}}'
DC2-N1 Ready Active Leader
DC2-N2 Ready Active 
DC2-N3 Down Active 
DC2-N3 Ready Active 

[DC2-N1]$ docker node inspect DC2-N3
[]
Error response from daemon: node DC2-N3 is ambiguous (2 matches found)
[exit 1]

let OLD = [DC2-N1]$ docker node ls -q --filter name=DC2-N3

let DOWN = [DC2-N1]$ docker node ls --format '{{.ID}} {{.Status}}' | grep Down | cut -d ' ' -f1

[DC2-N1]$ docker node rm $DOWN
094w73xa5od3c3woip0ny6j8l

settle
# last change after 0.0 s

sorted [DC2-N1]$ docker node ls --format '{{.Hostname}} {{.Status}} {{.Availability}} {{.ManagerStatus}}'
DC2-N1 Ready Active Leader
DC2-N2 Ready Active 
DC2-N3 Ready Active 

counts [DC2-N1]$ docker service ps web --format '{{.Name}} {{.DesiredState}} {{.CurrentState}} {{.Error}}'
web.1 Running Running 58 seconds ago 
web.2 Running Running 31 seconds ago 
web.2 Shutdown Orphaned 8 seconds ago 
web.3 Running Running 59 seconds ago 
web.4 Running Running 58 seconds ago 

[DC2-N1]$ docker service update -q -d --no-resolve-image --force web
web

settle
# last change after 13.5 s

spread [DC2-N1]$ docker service ps web --filter desired-state=running --format '{{.Name}} {{.Node}} {{.DesiredState}} {{.CurrentState}} {{.Error}}'
web.1 DC2-N1 Running Running 13 seconds ago 
web.2 DC2-N1 Running Running 17 seconds ago 
web.3 DC2-N3 Running Running 19 seconds ago 
web.4 DC2-N2 Running Running 15 seconds ago 
