# title: Restart policies of one's own containers
# hosts: 1
# swarm: none
# tags: containers, restart
# engine: 26.1.5
# runs: 1 (26.1.5)

[DC2-N1]$ docker run -d --name no alpine sh -c 'exit 1'
c8e468a640e5ff33ffd278e290e3c2b8d83b11989db7e942079d68b966ae9ff0

[DC2-N1]$ docker run -d --name fail --restart on-failure:2 alpine sh -c 'exit 1'
0061dbf468e77403ed7acddf66ba9819474831e488485ed63d9ab78a0c8dca61

[DC2-N1]$ docker run -d --name failok --restart on-failure alpine sh -c 'exit 0'
c30d36173addb789584bcb01a5f8d0abce52ffd8a40996b9f62f5add77ea0eda

[DC2-N1]$ docker run -d --name always --restart always alpine sh -c 'sleep 2'
8a2a4ceb48206d43d0972916e7908dd1646db6b02b921852cd5953ecedf3bcec

[DC2-N1]$ docker run -d --name unless --restart unless-stopped alpine sleep 1000
a3fd223b284819063d45b00be62b7d79202bbcb5ed0fabf9671abfd4260b0ece

wait 20s

[DC2-N1]$ docker ps -a --format '{{.Names}} {{.State}}' --filter name=no
no exited

[DC2-N1]$ docker inspect fail --format '{{.RestartCount}} {{.State.Status}} {{.State.ExitCode}} {{.State.Restarting}}'
2 exited 1 false

[DC2-N1]$ docker inspect failok --format '{{.RestartCount}} {{.State.Status}} {{.State.ExitCode}}'
0 exited 0

[DC2-N1]$ docker inspect unless --format '{{.RestartCount}} {{.State.Status}}'
0 running

[DC2-N1]$ docker stop -t 0 unless
unless

[DC2-N1]$ docker kill always
always

wait 3s

[DC2-N1]$ docker ps -a --format '{{.Names}} {{.State}}' --filter name=unless
unless exited

[DC2-N1]$ docker start unless always
unless
always

stop DC2-N1

start DC2-N1

wait 3s

[DC2-N1]$ docker inspect unless --format '{{.RestartCount}} {{.HostConfig.RestartPolicy.Name}}'
0 unless-stopped

[DC2-N1]$ docker stop -t 0 unless always
unless
always

stop DC2-N1

start DC2-N1

wait 3s

[DC2-N1]$ docker ps -a --format '{{.Names}} {{.State}}' --filter name=unless
unless exited

[DC2-N1]$ docker update --restart always no
no

[DC2-N1]$ docker start no
no

wait 30s

[DC2-N1]$ docker ps -a --format '{{.Names}} {{.State}}' --filter name=no
no restarting

[DC2-N1]$ docker stop -t 0 no
no

[DC2-N1]$ docker ps -a --format '{{.Names}} {{.State}}' --filter name=no
no exited

[DC2-N1]$ docker create --restart on-failure:-1 nginx
Error response from daemon: invalid restart policy: maximum retry count cannot be negative
[exit 1]

[DC2-N1]$ docker create --restart always:3 nginx
Error response from daemon: invalid restart policy: maximum retry count can only be used with 'on-failure'
[exit 1]

[DC2-N1]$ docker create --restart no:3 nginx
Error response from daemon: invalid restart policy: maximum retry count can only be used with 'on-failure'
[exit 1]

[DC2-N1]$ docker create --restart on-failure: nginx
c725b1731022727f07fa09b8d8bad9276e0a59d276821a518c87c83d05ada737

[DC2-N1]$ docker run -d --name hc --health-cmd 'test -f /tmp/ok' --health-interval 1s --health-retries 2 alpine sleep 1000
f516b5d6b190a0bb1f9414c661efde947a98e7e8cb50d1cf77122b60c021b6b4

[DC2-N1]$ docker ps --format '{{.Status}}' --filter name=hc
Up Less than a second (health: starting)

wait 4s

[DC2-N1]$ docker ps --filter health=unhealthy --format '{{.Names}}'
hc

[DC2-N1]$ docker exec hc touch /tmp/ok

wait 3s

[DC2-N1]$ docker inspect hc --format '{{.State.Health.Status}} {{.State.Health.FailingStreak}}'
healthy 0

[DC2-N1]$ docker ps --filter health=healthy --format '{{.Names}} {{.Status}}'
hc Up 11 seconds (healthy)

[DC2-N1]$ docker stop -t 0 hc
hc

[DC2-N1]$ docker inspect hc --format '{{.State.Health.Status}}'
unhealthy
