# title: A network with few addresses: tasks wait without one, and get one when another goes
# hosts: 1
# swarm: 1m0w
# tags: networks, allocator
# engine: 26.1.5
# runs: 1 (26.1.5)

let N = [DC2-N1]$ docker network create -d overlay --subnet 10.99.0.0/29 tiny

[DC2-N1]$ docker service create -q -d --no-resolve-image --name web --replicas 6 --network tiny nginx
l3kkkb3amtt092s49nj29yed5

wait 15s

counts [DC2-N1]$ docker service ps web --format '{{.Name}} {{.DesiredState}} {{.CurrentState}} {{.Error}}'
web.1 Running Preparing 15 seconds ago 
web.2 Running Preparing 15 seconds ago 
web.3 Running New 15 seconds ago 
web.4 Running New 15 seconds ago 
web.5 Running Preparing 15 seconds ago 
web.6 Running Preparing 15 seconds ago 

[DC2-N1]$ docker service ls --format '{{.Name}} {{.Replicas}}'
web 0/6

[DC2-N1]$ docker service scale -d web=3
web scaled to 3

settle
# last change after 4.0 s

counts [DC2-N1]$ docker service ps web --format '{{.Name}} {{.DesiredState}} {{.CurrentState}} {{.Error}}'
web.1 Running Running 9 seconds ago 
web.2 Running Running 8 seconds ago 
web.5 Running Running 8 seconds ago 

[DC2-N1]$ docker service inspect web --format '{{len .Endpoint.VirtualIPs}}'
1

[DC2-N1]$ docker network rm tiny
Error response from daemon: rpc error: code = FailedPrecondition desc = network fnodcnzmhjizfrh1tua66g4xx is in use by service l3kkkb3amtt092s49nj29yed5
exit status 1
[exit 1]
