# title: Logs of a service with a node that is down, and of a task that runs nowhere
# hosts: 2
# swarm: 1m1w
# tags: logs, failure
# engine: 26.1.5
# runs: 1 (26.1.5)

[DC2-N1]$ docker service create -q -d --no-resolve-image --name talk --mode global alpine sh -c 'echo hello; sleep 1000'
tl1gduikmtz3hlcszbn120ilk

[DC2-N1]$ docker service create -q -d --no-resolve-image --name wait --constraint node.role==nobody alpine sh -c 'echo hello; sleep 1000'
ts1j4hzx7n2mxd3j3g1y2thu7

settle
# last change after 1.3 s

sorted [DC2-N1]$ docker service logs --raw talk
hello
hello

[DC2-N1]$ docker service logs wait

stop DC2-N2

settle
# last change after 1.2 s

[DC2-N1]$ docker service logs --raw talk
hello
error from daemon in stream: Error grabbing logs: rpc error: code = Unknown desc = warning: incomplete log stream. some logs could not be retrieved for the following reasons: node rhbvdnsknwfcis413q1stczyf is not available
[exit 1]

[DC2-N1]$ docker node ls --format '{{.Hostname}} {{.Status}}'
DC2-N1 Ready
DC2-N2 Down

[DC2-N1]$ docker service logs nosuch
no such task or service: nosuch
[exit 1]

[DC2-N2]$ docker service logs talk
Cannot connect to the Docker daemon at unix:///var/run/docker.sock. Is the docker daemon running?
[exit 1]
