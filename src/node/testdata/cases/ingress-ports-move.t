# title: Ports of the mesh: chosen by the swarm, taken, freed and changed
# hosts: 2
# swarm: 1m1w
# tags: orchestrator
# engine: 26.1.5
# runs: 1 (26.1.5)

[DC2-N1]$ docker service create -q -d --no-resolve-image --name a --publish 80 nginx:1.25
hf8x7aicke9ha5v6z1oolgwhb

[DC2-N1]$ docker service create -q -d --no-resolve-image --name b --publish 8081:80 --publish 8081:80/udp nginx:1.25
p9gwntbasivth1yyqa6zwdaol

[DC2-N1]$ docker service create -d --no-resolve-image --name c --publish 8081:90 nginx:1.25
Error response from daemon: rpc error: code = InvalidArgument desc = port '8081' is already in use by service 'b' (p9gwntbasivth1yyqa6zwdaol) as an ingress port
[exit 1]

[DC2-N1]$ docker service create -d --publish 70000:80 nginx
invalid argument "70000:80" for "-p, --publish" flag: invalid hostPort: 70000

Usage:  docker service create [OPTIONS] IMAGE [COMMAND] [ARG...]

Run 'docker service create --help' for more information
[exit 125]

[DC2-N1]$ docker service create -d --publish 8081:80 --publish 8081:81 nginx
Error response from daemon: rpc error: code = InvalidArgument desc = EndpointSpec: duplicate published ports provided
[exit 1]

settle
# last change after 2.0 s

[DC2-N1]$ docker service ls --format '{{.Name}} {{.Replicas}} {{.Ports}}'
a 1/1 *:30000->80/tcp
b 1/1 *:8081->80/tcp, *:8081->80/udp

[DC2-N1]$ docker service update -d --publish-add 8081:80 a
Error response from daemon: rpc error: code = InvalidArgument desc = port '8081' is already in use by service 'b' (p9gwntbasivth1yyqa6zwdaol) as an ingress port
[exit 1]

[DC2-N1]$ docker service update -q -d --publish-add 8083-8084:83-84 b
b

[DC2-N1]$ docker service inspect b --format '{{json .Endpoint.Ports}}'
[{"Protocol":"tcp","TargetPort":80,"PublishedPort":8081,"PublishMode":"ingress"},{"Protocol":"udp","TargetPort":80,"PublishedPort":8081,"PublishMode":"ingress"},{"Protocol":"tcp","TargetPort":83,"PublishedPort":8083,"PublishMode":"ingress"},{"Protocol":"tcp","TargetPort":84,"PublishedPort":8084,"PublishMode":"ingress"}]

[DC2-N1]$ docker service update -q -d --publish-rm 8081 b
b

[DC2-N1]$ docker service update -q -d --publish-rm 80/udp b
b

settle
# last change after 13.6 s

[DC2-N1]$ docker service inspect b --format '{{range .Endpoint.Ports}}{{.Protocol}} {{.TargetPort}} {{.PublishedPort}} {{.PublishMode}};{{end}}'
tcp 80 8081 ingress;tcp 83 8083 ingress;tcp 84 8084 ingress;

[DC2-N1]$ docker service update -q -d --publish-add 8081:80 a
Error response from daemon: rpc error: code = InvalidArgument desc = port '8081' is already in use by service 'b' (p9gwntbasivth1yyqa6zwdaol) as an ingress port
[exit 1]

[DC2-N1]$ docker service rm b
b

[DC2-N1]$ docker service update -q -d --publish-add 8081:80 a
a

settle
# last change after 17.2 s

[DC2-N1]$ docker service inspect a --format '{{range .Endpoint.Ports}}{{.Protocol}} {{.TargetPort}} {{.PublishMode}};{{end}}'
tcp 80 ingress;tcp 80 ingress;
