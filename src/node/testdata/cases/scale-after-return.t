# title: Scaling up on nodes that are unevenly filled
# hosts: 3
# swarm: 1m2w
# tags: scheduling
# engine: 26.1.5
# runs: 1 (26.1.5)

[DC2-N1]$ docker node update --availability drain DC2-N3
DC2-N3

[DC2-N1]$ docker service create -q -d --no-resolve-image --name web --replicas 10 nginx
m4mdehopsv2fypmdfngcr9zon

settle
# last change after 4.0 s

spread [DC2-N1]$ docker service ps web --filter desired-state=running --format '{{.Node}}'
DC2-N2
DC2-N2
DC2-N2
DC2-N2
DC2-N1
DC2-N1
DC2-N2
DC2-N1
DC2-N1
DC2-N1

[DC2-N1]$ docker node update --availability active DC2-N3
DC2-N3

[DC2-N1]$ docker service scale -d web=13
web scaled to 13

settle
# last change after 2.0 s

spread [DC2-N1]$ docker service ps web --filter desired-state=running --format '{{.Node}}'
DC2-N2
DC2-N2
DC2-N2
DC2-N2
DC2-N1
DC2-N1
DC2-N2
DC2-N1
DC2-N1
DC2-N1
DC2-N3
DC2-N3
DC2-N3

[DC2-N1]$ docker service scale -d web=20
web scaled to 20

settle
# last change after 3.6 s

spread [DC2-N1]$ docker service ps web --filter desired-state=running --format '{{.Node}}'
DC2-N2
DC2-N2
DC2-N2
DC2-N2
DC2-N1
DC2-N1
DC2-N2
DC2-N1
DC2-N1
DC2-N1
DC2-N3
DC2-N3
DC2-N3
DC2-N3
DC2-N1
DC2-N2
DC2-N3
DC2-N3
DC2-N3
DC2-N2

[DC2-N1]$ docker service scale -d web=5
web scaled to 5

settle
# last change after 3.1 s

spread [DC2-N1]$ docker service ps web --filter desired-state=running --format '{{.Node}}'
DC2-N2
DC2-N2
DC2-N1
DC2-N1
DC2-N3

[DC2-N1]$ docker service create -q -d --no-resolve-image --name other --replicas 4 httpd
brnszv8vfy35bw249z42k86ky

settle
# last change after 2.3 s

spread [DC2-N1]$ docker service ps other --filter desired-state=running --format '{{.Node}}'
DC2-N1
DC2-N3
DC2-N3
DC2-N2

[DC2-N1]$ docker service scale -d web=0
web scaled to 0

settle
# last change after 2.1 s

[DC2-N1]$ docker service ps web
ID        NAME      IMAGE     NODE      DESIRED STATE   CURRENT STATE   ERROR     PORTS

[DC2-N1]$ docker service scale -d web=3
web scaled to 3

settle
# last change after 1.6 s

[DC2-N1]$ docker service ls --format '{{.Name}} {{.Replicas}}'
other 4/4
web 3/3
