# title: Updates that change more than the image: who is replaced, and when
# hosts: 3
# swarm: 1m2w
# tags: update
# engine: 26.1.5
# runs: 1 (26.1.5)

[DC2-N1]$ docker service create -q -d --no-resolve-image --name web --replicas 4 --update-delay 2s nginx:1.25
u9u7nj1u3prke0mxokk5o97i9

settle
# last change after 1.8 s

[DC2-N1]$ docker service update -q -d --no-resolve-image --label-add a=b web
web

settle
# last change after 0.0 s

[DC2-N1]$ docker service ps web --format '{{.Name}} {{.Image}} {{.DesiredState}}'
web.1 nginx:1.25 Running
web.2 nginx:1.25 Running
web.3 nginx:1.25 Running
web.4 nginx:1.25 Running

[DC2-N1]$ docker service inspect web --format '{{json .UpdateStatus}}'
null

[DC2-N1]$ docker service update -q -d --no-resolve-image --replicas 6 --image nginx:1.26 web
web

settle
# last change after 23.0 s

counts [DC2-N1]$ docker service ps web --format '{{.Image}} {{.DesiredState}} {{.CurrentState}}'
nginx:1.26 Running Running 28 seconds ago
nginx:1.25 Shutdown Shutdown 29 seconds ago
nginx:1.26 Running Running 20 seconds ago
nginx:1.25 Shutdown Shutdown 20 seconds ago
nginx:1.26 Running Running 24 seconds ago
nginx:1.25 Shutdown Shutdown 25 seconds ago
nginx:1.26 Running Running 15 seconds ago
nginx:1.25 Shutdown Shutdown 16 seconds ago
nginx:1.26 Running Running 29 seconds ago
nginx:1.26 Running Running 29 seconds ago

[DC2-N1]$ docker service inspect web --format '{{.UpdateStatus.State}} {{.UpdateStatus.Message}}'
completed update completed

[DC2-N1]$ docker service update -q -d --no-resolve-image --publish-add 8080:80 web
web

settle
# last change after 35.2 s

counts [DC2-N1]$ docker service ps web --format '{{.Image}} {{.DesiredState}} {{.CurrentState}}'
nginx:1.26 Running Running 35 seconds ago
nginx:1.26 Shutdown Shutdown 36 seconds ago
nginx:1.25 Shutdown Shutdown about a minute ago
nginx:1.26 Running Running 29 seconds ago
nginx:1.26 Shutdown Shutdown 31 seconds ago
nginx:1.25 Shutdown Shutdown about a minute ago
nginx:1.26 Running Running 25 seconds ago
nginx:1.26 Shutdown Shutdown 26 seconds ago
nginx:1.25 Shutdown Shutdown about a minute ago
nginx:1.26 Running Running 15 seconds ago
nginx:1.26 Shutdown Shutdown 17 seconds ago
nginx:1.25 Shutdown Shutdown about a minute ago
nginx:1.26 Running Running 20 seconds ago
nginx:1.26 Shutdown Shutdown 21 seconds ago
nginx:1.26 Running Running 40 seconds ago
nginx:1.26 Shutdown Shutdown 42 seconds ago

[DC2-N1]$ docker service ls --format '{{.Name}} {{.Replicas}} {{.Ports}}'
web 6/6 *:8080->80/tcp

[DC2-N1]$ docker service update -q -d --no-resolve-image --publish-add published=8081,target=81,mode=host --replicas 2 web
web

settle
# last change after 21.5 s

counts [DC2-N1]$ docker service ps web --filter desired-state=running --format '{{.Image}} {{.DesiredState}} {{.CurrentState}}'
nginx:1.26 Running Running 24 seconds ago
nginx:1.26 Running Running 15 seconds ago

[DC2-N1]$ docker service update -q -d --no-resolve-image --update-parallelism 0 --restart-delay 1s web
web

settle
# last change after 13.7 s

counts [DC2-N1]$ docker service ps web --filter desired-state=running --format '{{.Image}} {{.DesiredState}} {{.CurrentState}}'
nginx:1.26 Running Running 15 seconds ago
nginx:1.26 Running Running 15 seconds ago

[DC2-N1]$ docker service update -q -d --no-resolve-image --force web
web

wait 3s

[DC2-N1]$ docker service inspect web --format '{{.UpdateStatus.State}}'
updating

settle
# last change after 10.3 s

[DC2-N1]$ docker service update -q -d --no-resolve-image --limit-memory 100m --reserve-memory 50m web
web

settle
# last change after 12.0 s

[DC2-N1]$ docker service inspect web --format '{{json .Spec.TaskTemplate.Resources}} {{.Spec.TaskTemplate.ForceUpdate}}'
{"Limits":{"MemoryBytes":104857600},"Reservations":{"MemoryBytes":52428800}} 1

[DC2-N1]$ docker service rollback -q -d web
web

settle
# last change after 15.5 s

[DC2-N1]$ docker service inspect web --format '{{json .Spec.TaskTemplate.Resources}} {{.Spec.TaskTemplate.ForceUpdate}} {{.UpdateStatus.State}} {{.UpdateStatus.Message}}'
{"Limits":{},"Reservations":{}} 1 rollback_completed rollback completed

[DC2-N1]$ docker service rollback -q -d web
web

settle
# last change after 17.7 s

[DC2-N1]$ docker service inspect web --format '{{json .Spec.TaskTemplate.Resources}} {{.Spec.TaskTemplate.ForceUpdate}} {{.UpdateStatus.State}} {{.UpdateStatus.Message}}'
{"Limits":{"MemoryBytes":104857600},"Reservations":{"MemoryBytes":52428800}} 1 rollback_completed rollback completed

[DC2-N1]$ docker service update -q -d --no-resolve-image --endpoint-mode dnsrr web
Error response from daemon: rpc error: code = InvalidArgument desc = EndpointSpec: port published with ingress mode can't be used with dnsrr mode
[exit 1]

[DC2-N1]$ docker service update -q -d --no-resolve-image --publish-rm 80 --publish-rm 81 --endpoint-mode dnsrr web
web

settle
# last change after 12.1 s

[DC2-N1]$ docker service inspect web --format '{{json .Endpoint}}'
{"Spec":{"Mode":"dnsrr","Ports":[{"Protocol":"tcp","TargetPort":81,"PublishedPort":8081,"PublishMode":"host"}]},"Ports":[{"Protocol":"tcp","TargetPort":81,"PublishedPort":8081,"PublishMode":"host"}]}
