# title: A manager is demoted while it is down, and returns as a worker
# hosts: 3
# swarm: 3m0w
# tags: managers, failure
# engine: 26.1.5
# runs: 1 (26.1.5)

[DC2-N1]$ docker service create -q -d --no-resolve-image --name web --replicas 3 nginx
ikkvqr05ujj4u4nttwuw7u7hb

settle
# last change after 1.6 s

stop DC2-N3

settle
# last change after 15.7 s

[DC2-N1]$ docker node ls --format '{{.Hostname}} {{.Status}} {{.Availability}} {{.ManagerStatus}}'
DC2-N1 Ready Active Leader
DC2-N2 Ready Active Reachable
DC2-N3 Down Active Unreachable

[DC2-N1]$ docker node demote DC2-N3
Manager DC2-N3 demoted in the swarm.

wait 10s

[DC2-N1]$ docker node ls --format '{{.Hostname}} {{.Status}} {{.Availability}} {{.ManagerStatus}}'
DC2-N1 Ready Active Leader
DC2-N2 Ready Active Reachable
DC2-N3 Down Active 

[DC2-N1]$ docker node promote DC2-N3
Node DC2-N3 promoted to a manager in the swarm.

wait 10s

[DC2-N1]$ docker node ls --format '{{.Hostname}} {{.Status}} {{.Availability}} {{.ManagerStatus}}'
DC2-N1 Ready Active Leader
DC2-N2 Ready Active Reachable
DC2-N3 Down Active 

[DC2-N1]$ docker node demote DC2-N3
Error response from daemon: rpc error: code = NotFound desc = can't find manager in raft memberlist
[exit 1]

start DC2-N3

settle
# last change after 15.6 s

[DC2-N1]$ docker node ls --format '{{.Hostname}} {{.Status}} {{.Availability}} {{.ManagerStatus}}'
DC2-N1 Ready Active Leader
DC2-N2 Ready Active Reachable
DC2-N3 Ready Active Reachable

[DC2-N3]$ docker node ls
ID                            HOSTNAME   STATUS    AVAILABILITY   MANAGER STATUS   ENGINE VERSION
zmz5xl8dnaxmkqra7z30dz6gk     DC2-N1     Ready     Active         Leader           26.1.5+dfsg1
d03dqnezbt7tna2entr41c9wg     DC2-N2     Ready     Active         Reachable        26.1.5+dfsg1
jbfjow6f3tzoavb8kvsle0l9i *   DC2-N3     Ready     Active         Reachable        26.1.5+dfsg1

[DC2-N3]$ docker info --format '{{.Swarm.LocalNodeState}} {{.Swarm.ControlAvailable}} {{.Swarm.Error}}'
active true 

[DC2-N1]$ docker service update -q -d --no-resolve-image --force web
web

settle
# last change after 13.3 s

spread [DC2-N1]$ docker service ps web --filter desired-state=running --format '{{.Node}} {{.CurrentState}}'
DC2-N3 Running 19 seconds ago
DC2-N1 Running 16 seconds ago
DC2-N2 Running 14 seconds ago
