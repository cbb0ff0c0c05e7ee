# title: Ports are added, taken away and changed: every way to name them
# hosts: 2
# swarm: 1m1w
# tags: service, publish
# engine: 26.1.5
# runs: 1 (26.1.5)

[DC2-N1]$ docker service create -q -d --no-resolve-image --name web --replicas 1 -p 8080:80 -p 8443:443/tcp -p 53:53/udp --publish published=9000,target=90,mode=host nginx:1.25
gx4660aopaaxmb8ilh5op18j6

[DC2-N1]$ docker service inspect web --format '{{json .Spec.EndpointSpec}}'
{"Mode":"vip","Ports":[{"Protocol":"tcp","TargetPort":80,"PublishedPort":8080,"PublishMode":"ingress"},{"Protocol":"tcp","TargetPort":443,"PublishedPort":8443,"PublishMode":"ingress"},{"Protocol":"udp","TargetPort":53,"PublishedPort":53,"PublishMode":"ingress"},{"Protocol":"tcp","TargetPort":90,"PublishedPort":9000,"PublishMode":"host"}]}

[DC2-N1]$ docker service ls
ID             NAME      MODE         REPLICAS   IMAGE        PORTS
gx4660aopaax   web       replicated   0/1        nginx:1.25   *:8080->80/tcp, *:8443->443/tcp, *:53->53/udp

[DC2-N1]$ docker service update -q -d --no-resolve-image --publish-rm 53 web
web

[DC2-N1]$ docker service inspect web --format '{{json .Spec.EndpointSpec}}'
{"Mode":"vip","Ports":[{"Protocol":"udp","TargetPort":53,"PublishedPort":53,"PublishMode":"ingress"},{"Protocol":"tcp","TargetPort":80,"PublishedPort":8080,"PublishMode":"ingress"},{"Protocol":"tcp","TargetPort":443,"PublishedPort":8443,"PublishMode":"ingress"},{"Protocol":"tcp","TargetPort":90,"PublishedPort":9000,"PublishMode":"host"}]}

[DC2-N1]$ docker service update -q -d --no-resolve-image --publish-rm 53/udp web
web

[DC2-N1]$ docker service inspect web --format '{{json .Spec.EndpointSpec}}'
{"Mode":"vip","Ports":[{"Protocol":"tcp","TargetPort":80,"PublishedPort":8080,"PublishMode":"ingress"},{"Protocol":"tcp","TargetPort":443,"PublishedPort":8443,"PublishMode":"ingress"},{"Protocol":"tcp","TargetPort":90,"PublishedPort":9000,"PublishMode":"host"}]}

[DC2-N1]$ docker service update -q -d --no-resolve-image --publish-rm 8080:80 --publish-rm 90 web
web

[DC2-N1]$ docker service inspect web --format '{{json .Spec.EndpointSpec}}'
{"Mode":"vip","Ports":[{"Protocol":"tcp","TargetPort":443,"PublishedPort":8443,"PublishMode":"ingress"},{"Protocol":"tcp","TargetPort":90,"PublishedPort":9000,"PublishMode":"host"}]}

[DC2-N1]$ docker service update -q -d --no-resolve-image --publish-rm published=8443,target=443 web
web

[DC2-N1]$ docker service update -q -d --no-resolve-image --publish-rm target=443,published=8443 web
web

[DC2-N1]$ docker service update -q -d --no-resolve-image --publish-add 8081:81 --publish-add 8082-8084:82-84 web
web

[DC2-N1]$ docker service inspect web --format '{{json .Spec.EndpointSpec}}'
{"Mode":"vip","Ports":[{"Protocol":"tcp","TargetPort":81,"PublishedPort":8081,"PublishMode":"ingress"},{"Protocol":"tcp","TargetPort":82,"PublishedPort":8082,"PublishMode":"ingress"},{"Protocol":"tcp","TargetPort":83,"PublishedPort":8083,"PublishMode":"ingress"},{"Protocol":"tcp","TargetPort":84,"PublishedPort":8084,"PublishMode":"ingress"},{"Protocol":"tcp","TargetPort":90,"PublishedPort":9000,"PublishMode":"host"}]}

[DC2-N1]$ docker service ls --format '{{.Name}} {{.Ports}}'
web *:8081-8084->81-84/tcp

[DC2-N1]$ docker service update -q -d --no-resolve-image --publish-add 8090:81 web
web

[DC2-N1]$ docker service update -q -d --no-resolve-image --publish-add 8081:99 web
Error response from daemon: rpc error: code = InvalidArgument desc = EndpointSpec: duplicate published ports provided
[exit 1]

[DC2-N1]$ docker service inspect web --format '{{json .Spec.EndpointSpec}}'
{"Mode":"vip","Ports":[{"Protocol":"tcp","TargetPort":81,"PublishedPort":8081,"PublishMode":"ingress"},{"Protocol":"tcp","TargetPort":82,"PublishedPort":8082,"PublishMode":"ingress"},{"Protocol":"tcp","TargetPort":83,"PublishedPort":8083,"PublishMode":"ingress"},{"Protocol":"tcp","TargetPort":84,"PublishedPort":8084,"PublishMode":"ingress"},{"Protocol":"tcp","TargetPort":81,"PublishedPort":8090,"PublishMode":"ingress"},{"Protocol":"tcp","TargetPort":90,"PublishedPort":9000,"PublishMode":"host"}]}

[DC2-N1]$ docker service ls --format '{{.Name}} {{.Ports}}'
web *:8081-8084->81-84/tcp, *:8090->81/tcp

[DC2-N1]$ docker service update -q -d --no-resolve-image --publish-rm 81 --publish-rm 82 --publish-rm 99 --publish-add 81 web
web

[DC2-N1]$ docker service inspect web --format '{{json .Spec.EndpointSpec}}'
{"Mode":"vip","Ports":[{"Protocol":"tcp","TargetPort":81,"PublishMode":"ingress"},{"Protocol":"tcp","TargetPort":83,"PublishedPort":8083,"PublishMode":"ingress"},{"Protocol":"tcp","TargetPort":84,"PublishedPort":8084,"PublishMode":"ingress"},{"Protocol":"tcp","TargetPort":90,"PublishedPort":9000,"PublishMode":"host"}]}

[DC2-N1]$ docker service inspect web --format '{{range .Endpoint.Ports}}{{.Protocol}} {{.TargetPort}} {{.PublishMode}}{{"\n"}}{{end}}'
tcp 81 ingress
tcp 83 ingress
tcp 84 ingress
tcp 90 host

[DC2-N1]$ docker service update -q -d --no-resolve-image --endpoint-mode dnsrr web
Error response from daemon: rpc error: code = InvalidArgument desc = EndpointSpec: port published with ingress mode can't be used with dnsrr mode
[exit 1]

[DC2-N1]$ docker service update -q -d --no-resolve-image --publish-rm 81 --publish-rm 83 --publish-rm 84 --endpoint-mode dnsrr web
web

[DC2-N1]$ docker service inspect web --format '{{json .Spec.EndpointSpec}} {{json .Endpoint}}'
{"Mode":"dnsrr","Ports":[{"Protocol":"tcp","TargetPort":90,"PublishedPort":9000,"PublishMode":"host"}]} {"Spec":{"Mode":"dnsrr","Ports":[{"Protocol":"tcp","TargetPort":90,"PublishedPort":9000,"PublishMode":"host"}]},"Ports":[{"Protocol":"tcp","TargetPort":90,"PublishedPort":9000,"PublishMode":"host"}]}

[DC2-N1]$ docker service update -q -d --no-resolve-image --publish-add 80:80 web
Error response from daemon: rpc error: code = InvalidArgument desc = EndpointSpec: port published with ingress mode can't be used with dnsrr mode
[exit 1]

[DC2-N1]$ docker service update -q -d --no-resolve-image --publish-add published=80,target=80,mode=host web
web

[DC2-N1]$ docker service inspect web --format '{{json .Spec.EndpointSpec}}'
{"Mode":"dnsrr","Ports":[{"Protocol":"tcp","TargetPort":80,"PublishedPort":80,"PublishMode":"host"},{"Protocol":"tcp","TargetPort":90,"PublishedPort":9000,"PublishMode":"host"}]}

settle
# last change after 10.6 s

[DC2-N1]$ docker service ls --format '{{.Name}} {{.Replicas}} {{.Ports}}'
web 1/1 

[DC2-N1]$ docker service ps web --format '{{.Name}} {{.CurrentState}} {{.Ports}}' --filter desired-state=running
web.1 Running 14 seconds ago *:80->80/tcp,*:80->80/tcp,*:9000->90/tcp,*:9000->90/tcp

[DC2-N1]$ docker service update -q -d --no-resolve-image --endpoint-mode vip --publish-rm 80 --publish-add published=80,target=80 web
Error response from daemon: rpc error: code = InvalidArgument desc = EndpointSpec: duplicate published ports provided
[exit 1]

settle
# last change after 0.0 s

[DC2-N1]$ docker service inspect web --format '{{json .Spec.EndpointSpec}} {{json .PreviousSpec.EndpointSpec}} {{len .Endpoint.VirtualIPs}}'
{"Mode":"dnsrr","Ports":[{"Protocol":"tcp","TargetPort":80,"PublishedPort":80,"PublishMode":"host"},{"Protocol":"tcp","TargetPort":90,"PublishedPort":9000,"PublishMode":"host"}]} {"Mode":"dnsrr","Ports":[{"Protocol":"tcp","TargetPort":90,"PublishedPort":9000,"PublishMode":"host"}]} 0

[DC2-N1]$ docker service create -d --no-resolve-image --name two -p 80:8080 nginx:1.25
Error response from daemon: rpc error: code = InvalidArgument desc = port '80' is already in use by service 'web' (gx4660aopaaxmb8ilh5op18j6) as a host-published port
[exit 1]

[DC2-N1]$ docker service create -d --no-resolve-image --name two -p 80:8080/udp nginx:1.25
0cnqnmx280t4tao7viiz123oq

[DC2-N1]$ docker service create -q -d --no-resolve-image --name three -p 80:8080/sctp nginx:1.25
0zow9u94n5fc2sof6iyoe8vgb

[DC2-N1]$ docker service create -d --no-resolve-image --name four -p 80:8080/foo nginx:1.25
invalid argument "80:8080/foo" for "-p, --publish" flag: invalid proto: foo

Usage:  docker service create [OPTIONS] IMAGE [COMMAND] [ARG...]

Run 'docker service create --help' for more information
[exit 125]

[DC2-N1]$ docker service create -d --no-resolve-image --name four -p 80-82:8080-8081 nginx:1.25
invalid argument "80-82:8080-8081" for "-p, --publish" flag: invalid ranges specified for container and host Ports: 8080-8081 and 80-82

Usage:  docker service create [OPTIONS] IMAGE [COMMAND] [ARG...]

Run 'docker service create --help' for more information
[exit 125]

[DC2-N1]$ docker service create -d --no-resolve-image --name four -p 127.0.0.1:80:8080 nginx:1.25
invalid argument "127.0.0.1:80:8080" for "-p, --publish" flag: hostip is not supported

Usage:  docker service create [OPTIONS] IMAGE [COMMAND] [ARG...]

Run 'docker service create --help' for more information
[exit 125]

[DC2-N1]$ docker service create -d --no-resolve-image --name four -p 70000:80 nginx:1.25
invalid argument "70000:80" for "-p, --publish" flag: invalid hostPort: 70000

Usage:  docker service create [OPTIONS] IMAGE [COMMAND] [ARG...]

Run 'docker service create --help' for more information
[exit 125]

[DC2-N1]$ docker service create -d --no-resolve-image --name four -p published=1,target=2,mode=foo nginx:1.25
invalid argument "published=1,target=2,mode=foo" for "-p, --publish" flag: invalid publish mode value (foo): must be either 'ingress' or 'host'

Usage:  docker service create [OPTIONS] IMAGE [COMMAND] [ARG...]

Run 'docker service create --help' for more information
[exit 125]

[DC2-N1]$ docker service create -d --no-resolve-image --name four -p published=1 nginx:1.25
invalid argument "published=1" for "-p, --publish" flag: missing mandatory field 'target'

Usage:  docker service create [OPTIONS] IMAGE [COMMAND] [ARG...]

Run 'docker service create --help' for more information
[exit 125]

[DC2-N1]$ docker service create -d --no-resolve-image --name four -p published=1,target=2,foo=3 nginx:1.25
invalid argument "published=1,target=2,foo=3" for "-p, --publish" flag: invalid field key: foo

Usage:  docker service create [OPTIONS] IMAGE [COMMAND] [ARG...]

Run 'docker service create --help' for more information
[exit 125]

[DC2-N1]$ docker service create -d --no-resolve-image --name four -p published=a,target=2 nginx:1.25
invalid argument "published=a,target=2" for "-p, --publish" flag: invalid published port (a): value must be an integer: invalid syntax

Usage:  docker service create [OPTIONS] IMAGE [COMMAND] [ARG...]

Run 'docker service create --help' for more information
[exit 125]

[DC2-N1]$ docker service update -d --no-resolve-image --publish-add 80:1 three
Error response from daemon: rpc error: code = InvalidArgument desc = port '80' is already in use by service 'web' (gx4660aopaaxmb8ilh5op18j6) as a host-published port
[exit 1]

[DC2-N1]$ docker service update -d --no-resolve-image --publish-rm a:b three
invalid argument "a:b" for "--publish-rm" flag: invalid containerPort: b

Usage:  docker service update [OPTIONS] SERVICE

Run 'docker service update --help' for more information
[exit 125]

[DC2-N1]$ docker service update -d --no-resolve-image --publish-rm 80:8080/sctp three
three

sorted [DC2-N1]$ docker service ls
ID             NAME      MODE         REPLICAS   IMAGE        PORTS
0zow9u94n5fc   three     replicated   1/1        nginx:1.25   
0cnqnmx280t4   two       replicated   1/1        nginx:1.25   *:80->8080/udp
gx4660aopaax   web       replicated   1/1        nginx:1.25   

[DC2-N1]$ docker service rm web two three
web
two
three
