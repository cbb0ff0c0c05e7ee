# title: A worker's link is cut: its tasks go on unseen, and stop when it is back
# hosts: 3
# swarm: 1m2w
# tags: failure
# engine: 26.1.5
# runs: 1 (26.1.5)

[DC2-N1]$ docker service create -q -d --no-resolve-image --name web --replicas 3 nginx
il24qhno0tc2d9rztml1cvdut

[DC2-N1]$ docker service create -q -d --no-resolve-image --name agent --mode global httpd
k9lpd286po5uy09gzchfy3si3

settle
# last change after 2.2 s

cut DC2-N3

settle
# last change after 18.8 s

[DC2-N1]$ docker node ls --format '{{.Hostname}} {{.Status}} {{.Availability}} {{.ManagerStatus}}'
DC2-N1 Ready Active Leader
DC2-N2 Ready Active 
DC2-N3 Down Active 

counts [DC2-N1]$ docker service ps web --format '{{.Name}} {{.Node}} {{.DesiredState}} {{.CurrentState}} {{.Error}}'
web.1 DC2-N2 Running Running 39 seconds ago 
web.2 DC2-N1 Running Running 13 seconds ago 
web.2 DC2-N3 Shutdown Running 40 seconds ago 
web.3 DC2-N1 Running Running 40 seconds ago 

counts [DC2-N1]$ docker service ps agent --format '{{.Name}} {{.Node}} {{.DesiredState}} {{.CurrentState}} {{.Error}}'
agent.ingnoeq749343jsdgqikw1704 DC2-N2 Running Running 40 seconds ago 
agent.j2cekrrxxjic1fga050gw0fcu DC2-N1 Running Running 40 seconds ago 
agent.nxsgbrlkzlmgq2a0e6pyevlrd DC2-N3 Shutdown Running 40 seconds ago 

[DC2-N1]$ docker service ls --format '{{.Name}} {{.Replicas}}'
agent 3/2
web 4/3

sorted [DC2-N3]$ docker ps --format '{{.Image}} {{.Status}}'
httpd:latest Up 40 seconds
nginx:latest Up 40 seconds

[DC2-N3]$ docker info --format '{{.Swarm.LocalNodeState}} {{.Swarm.ControlAvailable}} {{.Swarm.Error}}'
active false 

[DC2-N1]$ docker node inspect DC2-N3 --format '{{.Status.State}} {{.Status.Message}} {{.Status.Addr}}'
down heartbeat failure 10.35.3.147

heal DC2-N3

settle
# last change after 5.8 s

[DC2-N1]$ docker node ls --format '{{.Hostname}} {{.Status}} {{.Availability}} {{.ManagerStatus}}'
DC2-N1 Ready Active Leader
DC2-N2 Ready Active 
DC2-N3 Ready Active 

counts [DC2-N1]$ docker service ps web --format '{{.Name}} {{.Node}} {{.DesiredState}} {{.CurrentState}} {{.Error}}'
web.1 DC2-N2 Running Running about a minute ago 
web.2 DC2-N1 Running Running 45 seconds ago 
web.2 DC2-N3 Shutdown Shutdown 26 seconds ago 
web.3 DC2-N1 Running Running about a minute ago 

counts [DC2-N1]$ docker service ps agent --format '{{.Name}} {{.Node}} {{.DesiredState}} {{.CurrentState}} {{.Error}}'
agent.ingnoeq749343jsdgqikw1704 DC2-N2 Running Running about a minute ago 
agent.j2cekrrxxjic1fga050gw0fcu DC2-N1 Running Running about a minute ago 
agent.nxsgbrlkzlmgq2a0e6pyevlrd DC2-N3 Running Running 26 seconds ago 
agent.nxsgbrlkzlmgq2a0e6pyevlrd DC2-N3 Shutdown Shutdown 26 seconds ago 

[DC2-N1]$ docker service ls --format '{{.Name}} {{.Replicas}}'
agent 3/3
web 3/3

sorted [DC2-N3]$ docker ps --format '{{.Image}} {{.Status}}'
httpd:latest Up 26 seconds
