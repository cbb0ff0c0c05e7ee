# title: What names of services, tasks and aliases stand for inside containers
# hosts: 1
# swarm: 1m0w
# tags: networks, dns
# engine: 26.1.5
# runs: 1 (26.1.5)

[DC2-N1]$ docker network create -d overlay --attachable --subnet 10.30.0.0/24 front
qp81plavj3lg1y5wgwjl7f022

[DC2-N1]$ docker network create -d overlay --subnet 10.31.0.0/24 back
i5tzo2wg6ku5s3k1wefwtg3ja

[DC2-N1]$ docker service create -q -d --no-resolve-image --name web --replicas 2 --network name=front,alias=site,alias=www --network back nginx:1.25
769txe9nqp6t1mulxuwjrluop

settle
# last change after 4.9 s

[DC2-N1]$ docker service create -q -d --no-resolve-image --name rr --replicas 2 --endpoint-mode dnsrr --network back nginx:1.25
jff32ns862zw87anndgjic7bm

settle
# last change after 3.0 s

[DC2-N1]$ docker service create -q -d --no-resolve-image --name cli --network front --network back busybox sleep 1000
3hr54fwili02lz67xy0osahax

settle
# last change after 1.7 s

let C = [DC2-N1]$ docker ps -q --filter name=cli.1

[DC2-N1]$ docker service inspect web --format '{{range .Endpoint.VirtualIPs}}{{.Addr}} {{end}}'
10.31.0.2/24 10.30.0.2/24 

sorted [DC2-N1]$ docker exec $C nslookup tasks.web
Server:		127.0.0.11
Address:	127.0.0.11:53

Non-authoritative answer:
Name:	tasks.web
Address: 10.31.0.3
Name:	tasks.web
Address: 10.31.0.4

Non-authoritative answer:

sorted [DC2-N1]$ docker exec $C nslookup rr
Server:		127.0.0.11
Address:	127.0.0.11:53

Non-authoritative answer:
Name:	rr
Address: 10.31.0.7
Name:	rr
Address: 10.31.0.6

Non-authoritative answer:

[DC2-N1]$ docker exec $C nslookup site
Server:		127.0.0.11
Address:	127.0.0.11:53

Non-authoritative answer:

Non-authoritative answer:
Name:	site
Address: 10.30.0.2

[DC2-N1]$ docker exec $C nslookup nosuch
;; connection timed out; no servers could be reached
[exit 1]

[DC2-N1]$ docker run -d --name hand --network front --network-alias byhand busybox sleep 1000
00f1953b6ef46c9ca206f896d10003d0673334e7fbb7e0f201588de7b43ec217

[DC2-N1]$ docker exec hand nslookup web
Server:		127.0.0.11
Address:	127.0.0.11:53

Non-authoritative answer:

Non-authoritative answer:
Name:	web
Address: 10.30.0.2

[DC2-N1]$ docker exec hand nslookup byhand
Server:		127.0.0.11
Address:	127.0.0.11:53

Non-authoritative answer:

Non-authoritative answer:
Name:	byhand
Address: 10.30.0.8

[DC2-N1]$ docker exec hand nslookup rr
;; connection timed out; no servers could be reached
[exit 1]

[DC2-N1]$ docker exec $C nslookup hand
Server:		127.0.0.11
Address:	127.0.0.11:53

Non-authoritative answer:

Non-authoritative answer:
Name:	hand
Address: 10.30.0.8

[DC2-N1]$ docker network inspect --verbose front --format '{{range $k, $v := .Services}}{{$k}} {{$v.VIP}} {{len $v.Tasks}}{{println}}{{end}}'
 <nil> 1
cli 10.30.0.6 1
web 10.30.0.2 2

[DC2-N1]$ docker network inspect -v back --format '{{range $k, $v := .Services}}{{$k}} {{$v.VIP}} {{len $v.Tasks}}{{println}}{{end}}'
cli 10.31.0.8 1
rr <nil> 2
web 10.31.0.2 2

[DC2-N1]$ docker service scale -d web=1
web scaled to 1

settle
# last change after 3.8 s

[DC2-N1]$ docker network inspect -v front --format '{{range $k, $v := .Services}}{{$k}} {{$v.VIP}} {{len $v.Tasks}}{{println}}{{end}}'
 <nil> 1
cli 10.30.0.6 1
web 10.30.0.2 1

[DC2-N1]$ docker service update -q -d --no-resolve-image --network-rm back rr
rr

[DC2-N1]$ docker service update -q -d --no-resolve-image --network-add front rr
rr

settle
# last change after 10.2 s

sorted [DC2-N1]$ docker exec hand nslookup tasks.rr
Server:		127.0.0.11
Address:	127.0.0.11:53

Non-authoritative answer:
Name:	tasks.rr
Address: 10.30.0.9
Name:	tasks.rr
Address: 10.30.0.10

Non-authoritative answer:

[DC2-N1]$ docker service update -q -d --no-resolve-image --endpoint-mode vip rr
rr

settle
# last change after 14.3 s

[DC2-N1]$ docker service inspect rr --format '{{json .Endpoint.Spec}} {{len .Endpoint.VirtualIPs}}'
{"Mode":"vip"} 1

[DC2-N1]$ docker rm -f hand
hand

[DC2-N1]$ docker service rm web rr cli
web
rr
cli

settle
# last change after 4.3 s

[DC2-N1]$ docker network rm front back
front
back
