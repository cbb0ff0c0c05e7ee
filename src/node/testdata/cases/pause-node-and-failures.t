# title: A paused node keeps its tasks; what fails there goes elsewhere or nowhere
# hosts: 3
# swarm: 1m2w
# tags: scheduling, failure
# engine: 26.1.5
# runs: 1 (26.1.5)

[DC2-N1]$ docker service create -q -d --no-resolve-image --name web --replicas 3 --restart-delay 1s nginx
j0x2cy2xs1znesxos1wocl0oc

[DC2-N1]$ docker service create -q -d --no-resolve-image --name agent --mode global --restart-delay 1s httpd
qwdnasc7hxhtg8i2f7mimva3m

settle
# last change after 2.2 s

[DC2-N1]$ docker node update --availability pause DC2-N3
DC2-N3

settle
# last change after 0.0 s

spread [DC2-N1]$ docker service ps web --format '{{.Name}} {{.Node}} {{.DesiredState}} {{.CurrentState}} {{.Error}}'
web.1 DC2-N3 Running Running 16 seconds ago 
web.2 DC2-N1 Running Running 16 seconds ago 
web.3 DC2-N2 Running Running 17 seconds ago 

let WEB = [DC2-N3]$ docker ps -q --filter name=web

let AGENT = [DC2-N3]$ docker ps -q --filter name=agent

[DC2-N3]$ docker kill $WEB
ca81796d8429

[DC2-N3]$ docker kill $AGENT
5e5d3a9d6c0d

settle
# last change after 1.6 s

counts [DC2-N1]$ docker service ps web --format '{{.Name}} {{.DesiredState}} {{.CurrentState}} {{.Error}}'
web.1 Running Running 8 seconds ago 
web.1 Shutdown Failed 9 seconds ago "task: non-zero exit (137)"
web.2 Running Running 26 seconds ago 
web.3 Running Running 27 seconds ago 

counts [DC2-N1]$ docker service ps agent --format '{{.Name}} {{.Node}} {{.DesiredState}} {{.CurrentState}} {{.Error}}'
agent.qeky4oen3isv9w6iwya23cy42 DC2-N1 Running Running 26 seconds ago 
agent.t2t66vim1sdls2rybc6kp9h4p DC2-N2 Running Running 27 seconds ago 
agent.vxqj4bk4kklcq7q4cp7w9fwa2 DC2-N3 Shutdown Failed 9 seconds ago "task: non-zero exit (137)"

[DC2-N1]$ docker service ls --format '{{.Name}} {{.Replicas}}'
agent 2/2
web 3/3

[DC2-N1]$ docker service scale -d web=6
web scaled to 6

settle
# last change after 0.8 s

counts [DC2-N1]$ docker node ps DC2-N3 --format '{{.Name}} {{.DesiredState}} {{.CurrentState}} {{.Error}}'
agent.vxqj4bk4kklcq7q4cp7w9fwa2 Shutdown Failed 18 seconds ago "task: non-zero exit (137)"
web.1 Shutdown Failed 18 seconds ago "task: non-zero exit (137)"

[DC2-N1]$ docker node update --availability active DC2-N3
DC2-N3

settle
# last change after 0.8 s

counts [DC2-N1]$ docker service ps agent --format '{{.Name}} {{.Node}} {{.DesiredState}} {{.CurrentState}} {{.Error}}'
agent.qeky4oen3isv9w6iwya23cy42 DC2-N1 Running Running 44 seconds ago 
agent.t2t66vim1sdls2rybc6kp9h4p DC2-N2 Running Running 44 seconds ago 
agent.vxqj4bk4kklcq7q4cp7w9fwa2 DC2-N3 Running Running 8 seconds ago 
agent.vxqj4bk4kklcq7q4cp7w9fwa2 DC2-N3 Shutdown Failed 27 seconds ago "task: non-zero exit (137)"

[DC2-N1]$ docker node ls --format '{{.Hostname}} {{.Status}} {{.Availability}} {{.ManagerStatus}}'
DC2-N1 Ready Active Leader
DC2-N2 Ready Active 
DC2-N3 Ready Active 
