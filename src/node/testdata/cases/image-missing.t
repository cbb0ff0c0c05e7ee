# title: An image that no node can pull, and then one that is there
# hosts: 2
# swarm: 1m1w
# tags: images, failure
# engine: 26.1.5
# runs: 1 (26.1.5)

[DC2-N1]$ docker service create -q -d --no-resolve-image --name web --restart-delay 2s --replicas 2 nginx:9.99
obdr69ul7ykwpec4lyg4k52n2

wait 12s

[DC2-N1]$ docker service ls --format '{{.Name}} {{.Replicas}} {{.Image}}'
web 0/2 nginx:9.99

spread [DC2-N1]$ docker service ps web --filter desired-state=ready --format '{{.Name}} {{.DesiredState}}'
web.1 Ready
web.2 Ready

[DC2-N1]$ docker service update -q -d --no-resolve-image --image nginx:1.26 web
web

settle
# last change after 7.5 s

counts [DC2-N1]$ docker service ps web --filter desired-state=running --format '{{.Name}} {{.DesiredState}} {{.CurrentState}} {{.Error}}'
web.1 Running Running 13 seconds ago 
web.2 Running Running 14 seconds ago 

[DC2-N1]$ docker service inspect web --format '{{.UpdateStatus.State}} {{.UpdateStatus.Message}}'
completed update completed

[DC2-N1]$ docker service create --name bad --no-resolve-image -d --restart-condition none nginx:9.99
cmx741uioezh144w33cvt8ud4

settle
# last change after 0.4 s

[DC2-N1]$ docker service ps bad --format '{{.Name}} {{.DesiredState}} {{.CurrentState}} {{.Error}}'
bad.1 Shutdown Rejected 8 seconds ago "No such image: nginx:9.99"

[DC2-N1]$ docker service create -d --no-resolve-image --name x UPPER/case:1
uay7v8nofv47uaj0oylp0r0ag

[DC2-N1]$ docker service create -d --no-resolve-image --name x 'nginx:a b'
Error response from daemon: rpc error: code = InvalidArgument desc = ContainerSpec: "nginx:a b" is not a valid repository/tag
[exit 1]

[DC2-N1]$ docker service create -d --no-resolve-image --name x ''
Error response from daemon: rpc error: code = InvalidArgument desc = ContainerSpec: image reference must be provided
[exit 1]
