# title: Containers of tasks are stopped, killed and removed by hand
# hosts: 1
# swarm: 1m0w
# tags: failure, restart
# engine: 26.1.5
# runs: 1 (26.1.5)

[DC2-N1]$ docker service create -q -d --no-resolve-image --name web --restart-delay 1s nginx
zqukzslzh4stnlia7ovvoi124

settle
# last change after 1.4 s

let A = [DC2-N1]$ docker ps -q --filter name=web

[DC2-N1]$ docker kill $A
772a35328a46

settle
# last change after 2.0 s

let B = [DC2-N1]$ docker ps -q --filter name=web

[DC2-N1]$ docker stop $B
1734f8ca7abb

settle
# last change after 2.0 s

let C = [DC2-N1]$ docker ps -q --filter name=web

[DC2-N1]$ docker rm -f $C
06159e39465d

settle
# last change after 1.7 s

let D = [DC2-N1]$ docker ps -q --filter name=web

[DC2-N1]$ docker pause $D
2c1bc483686a

[DC2-N1]$ docker ps --format '{{.Status}}' --filter name=web
Up 8 seconds (Paused)

settle
# last change after 0.0 s

[DC2-N1]$ docker unpause $D
2c1bc483686a

[DC2-N1]$ docker restart -t 1 $D
2c1bc483686a

settle
# last change after 0.8 s

[DC2-N1]$ docker service ps web --format '{{.Name}} {{.Node}} {{.DesiredState}} {{.CurrentState}} {{.Error}}'
web.1 DC2-N1 Running Running 8 seconds ago 
web.1 DC2-N1 Shutdown Complete 9 seconds ago 
web.1 DC2-N1 Shutdown Failed 28 seconds ago "task: non-zero exit (137)"
web.1 DC2-N1 Shutdown Complete 39 seconds ago 
web.1 DC2-N1 Shutdown Failed 50 seconds ago "task: non-zero exit (137)"

sorted [DC2-N1]$ docker ps -a --format '{{.Image}} {{.Status}}'
nginx:latest Up 8 seconds
nginx:latest Up 9 seconds
nginx:latest Exited (0) 39 seconds ago
nginx:latest Exited (137) 50 seconds ago

[DC2-N1]$ docker service rm web
web

settle
# last change after 2.1 s

[DC2-N1]$ docker ps -aq
