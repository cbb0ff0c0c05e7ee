# title: Host-mode ports: one task a node, the rest waits
# hosts: 3
# swarm: 1m2w
# tags: ports, scheduling
# engine: 26.1.5
# runs: 1 (26.1.5)

[DC2-N1]$ docker service create -q -d --no-resolve-image --name web --replicas 5 --publish mode=host,published=8080,target=80 nginx
83vhcu1dxu61qr9yidr0eccx2

settle
# last change after 1.9 s

counts [DC2-N1]$ docker service ps web --format '{{.Name}} {{.Node}} {{.DesiredState}} {{.CurrentState}} {{.Error}}'
web.1  Running Pending 10 seconds ago "no suitable node (host-mode p…"
web.2  Running Pending 10 seconds ago "no suitable node (host-mode p…"
web.3 DC2-N2 Running Running 8 seconds ago 
web.4 DC2-N3 Running Running 8 seconds ago 
web.5 DC2-N1 Running Running 8 seconds ago 

counts [DC2-N1]$ docker service ps web --format '{{.Name}} {{.Node}} {{.Ports}}' --filter desired-state=running
web.1  
web.2  
web.3 DC2-N2 *:8080->80/tcp,*:8080->80/tcp
web.4 DC2-N3 *:8080->80/tcp,*:8080->80/tcp
web.5 DC2-N1 *:8080->80/tcp,*:8080->80/tcp

[DC2-N1]$ docker service ls
ID             NAME      MODE         REPLICAS   IMAGE          PORTS
83vhcu1dxu61   web       replicated   3/5        nginx:latest   

[DC2-N1]$ docker service create -q -d --no-resolve-image --name other --publish mode=host,published=8080,target=80 httpd
tq9wfjas1gsjbnlxwgzr46ahp

settle
# last change after 0.4 s

counts [DC2-N1]$ docker service ps other --format '{{.Name}} {{.DesiredState}} {{.CurrentState}} {{.Error}}'
other.1 Running Pending 8 seconds ago "no suitable node (host-mode p…"

[DC2-N1]$ docker service create -q -d --no-resolve-image --name udp --publish mode=host,published=8080,target=80,protocol=udp httpd
mil8nkdv33c6lkk8x3smsuph2

settle
# last change after 0.8 s

counts [DC2-N1]$ docker service ps udp --format '{{.Name}} {{.DesiredState}} {{.CurrentState}} {{.Error}}'
udp.1 Running Running 8 seconds ago 

[DC2-N1]$ docker service scale -d web=2
web scaled to 2

settle
# last change after 2.0 s

[DC2-N1]$ docker service ls --format '{{.Name}} {{.Replicas}} {{.Ports}}'
other 1/1 
udp 1/1 
web 2/2 

[DC2-N1]$ docker service update -q -d --no-resolve-image --publish-rm 80 web
web

[DC2-N1]$ docker service update -q -d --no-resolve-image --publish-rm published=8080,target=80,mode=host web
web

settle
# last change after 9.5 s

[DC2-N1]$ docker service ls --format '{{.Name}} {{.Replicas}} {{.Ports}}'
other 1/1 
udp 1/1 
web 2/2 

[DC2-N1]$ docker service inspect web --format '{{json .Endpoint}}'
{"Spec":{"Mode":"vip"}}

[DC2-N1]$ docker service inspect udp --format '{{json .Endpoint}} {{json .Spec.EndpointSpec}}'
{"Spec":{"Mode":"vip","Ports":[{"Protocol":"udp","TargetPort":80,"PublishedPort":8080,"PublishMode":"host"}]},"Ports":[{"Protocol":"udp","TargetPort":80,"PublishedPort":8080,"PublishMode":"host"}]} {"Mode":"vip","Ports":[{"Protocol":"udp","TargetPort":80,"PublishedPort":8080,"PublishMode":"host"}]}
