# title: The leader's link is cut: another leads, the old one sees no quorum, and follows when it is back
# hosts: 3
# swarm: 3m0w
# tags: raft, failure
# engine: 26.1.5
# runs: 1 (26.1.5)

[DC2-N1]$ docker service create -q -d --no-resolve-image --name web --replicas 3 nginx
r1owi9dtfaqa728vhafdmddp0

settle
# last change after 1.3 s

cut DC2-N1

wait 60s

sorted [DC2-N2]$ docker node ls --format '{{.Hostname}} {{.Status}} {{.Availability}}'
DC2-N1 Down Active
DC2-N2 Ready Active
DC2-N3 Ready Active

[DC2-N1]$ docker node ls
Error response from daemon: rpc error: code = Unknown desc = The swarm does not have a leader. It's possible that too few managers are online. Make sure more than half of the managers are online.
[exit 1]

[DC2-N1]$ docker info --format '{{.Swarm.LocalNodeState}} {{.Swarm.ControlAvailable}}'
active true

spread [DC2-N2]$ docker service ps web --format '{{.Name}} {{.Node}} {{.DesiredState}} {{.CurrentState}} {{.Error}}'
web.1 DC2-N2 Running Running 13 seconds ago 
web.1 DC2-N1 Shutdown Running about a minute ago 
web.2 DC2-N2 Running Running about a minute ago 
web.3 DC2-N3 Running Running about a minute ago 

[DC2-N2]$ docker service scale -d web=4
web scaled to 4

settle
# last change after 1.7 s

heal DC2-N1

wait 90s

sorted [DC2-N1]$ docker node ls --format '{{.Hostname}} {{.Status}} {{.Availability}}'
DC2-N1 Ready Active
DC2-N2 Ready Active
DC2-N3 Ready Active

[DC2-N1]$ docker node inspect DC2-N1 --format '{{.Status.State}} {{.Status.Message}} {{.ManagerStatus.Reachability}} {{.ManagerStatus.Leader}}'
ready  reachable false

[DC2-N1]$ docker service ls --format '{{.Name}} {{.Replicas}}'
web 4/4

spread [DC2-N1]$ docker service ps web --format '{{.Name}} {{.Node}} {{.DesiredState}} {{.CurrentState}} {{.Error}}'
web.1 DC2-N2 Running Running about a minute ago 
web.1 DC2-N1 Shutdown Shutdown 54 seconds ago 
web.2 DC2-N2 Running Running 2 minutes ago 
web.3 DC2-N3 Running Running 2 minutes ago 
web.4 DC2-N3 Running Running about a minute ago 
