# title: Restart policies: attempts, window, delay, condition
# hosts: 1
# swarm: 1m0w
# tags: restart
# engine: 26.1.5
# runs: 1 (26.1.5)

[DC2-N1]$ docker service create -q -d --no-resolve-image --name once --restart-condition none alpine sh -c 'sleep 2; exit 4'
ufr4tnau3rw7afu66fa58u9aw

[DC2-N1]$ docker service create -q -d --no-resolve-image --name fail --restart-condition on-failure --restart-delay 2s --restart-max-attempts 2 alpine sh -c 'sleep 1; exit 3'
tvtcmtjdlso2fmoxt9o1jzcab

[DC2-N1]$ docker service create -q -d --no-resolve-image --name ok --restart-condition on-failure --restart-delay 1s alpine sh -c 'sleep 1; exit 0'
bfwkzfwf34fi5c7ogpycgycu3

[DC2-N1]$ docker service create -q -d --no-resolve-image --name two --replicas 2 --restart-delay 1s --restart-max-attempts 3 alpine false
wht3ifmn6xinyo9my6y5ixwrc

settle
# last change after 12.2 s

counts [DC2-N1]$ docker service ps once --format '{{.Name}} {{.DesiredState}} {{.CurrentState}} {{.Error}}'
once.1 Shutdown Failed 16 seconds ago "task: non-zero exit (4)"

counts [DC2-N1]$ docker service ps fail --format '{{.Name}} {{.DesiredState}} {{.CurrentState}} {{.Error}}'
fail.1 Shutdown Failed 8 seconds ago "task: non-zero exit (3)"
fail.1 Shutdown Failed 14 seconds ago "task: non-zero exit (3)"
fail.1 Shutdown Failed 18 seconds ago "task: non-zero exit (3)"

counts [DC2-N1]$ docker service ps ok --format '{{.Name}} {{.DesiredState}} {{.CurrentState}} {{.Error}}'
ok.1 Shutdown Complete 18 seconds ago 

counts [DC2-N1]$ docker service ps two --format '{{.Name}} {{.DesiredState}} {{.CurrentState}} {{.Error}}'
two.1 Shutdown Failed 10 seconds ago "task: non-zero exit (1)"
two.1 Shutdown Failed 13 seconds ago "task: non-zero exit (1)"
two.1 Shutdown Failed 16 seconds ago "task: non-zero exit (1)"
two.1 Shutdown Failed 19 seconds ago "task: non-zero exit (1)"
two.2 Shutdown Failed 10 seconds ago "task: non-zero exit (1)"
two.2 Shutdown Failed 14 seconds ago "task: non-zero exit (1)"
two.2 Shutdown Failed 16 seconds ago "task: non-zero exit (1)"
two.2 Shutdown Failed 19 seconds ago "task: non-zero exit (1)"

[DC2-N1]$ docker service ls --format '{{.Name}} {{.Replicas}}'
fail 0/1
ok 0/1
once 0/1
two 0/2

[DC2-N1]$ docker service update -q -d --no-resolve-image --label-add a=b fail
fail

settle
# last change after 0.0 s

counts [DC2-N1]$ docker service ps fail --format '{{.Name}} {{.DesiredState}} {{.CurrentState}} {{.Error}}'
fail.1 Shutdown Failed 17 seconds ago "task: non-zero exit (3)"
fail.1 Shutdown Failed 23 seconds ago "task: non-zero exit (3)"
fail.1 Shutdown Failed 27 seconds ago "task: non-zero exit (3)"

[DC2-N1]$ docker service update -q -d --no-resolve-image --env-add A=B fail
fail

settle
# last change after 10.6 s

counts [DC2-N1]$ docker service ps fail --format '{{.Name}} {{.DesiredState}} {{.CurrentState}} {{.Error}}'
fail.1 Shutdown Failed 8 seconds ago "task: non-zero exit (3)"
fail.1 Shutdown Failed 12 seconds ago "task: non-zero exit (3)"
fail.1 Shutdown Failed 16 seconds ago "task: non-zero exit (3)"

[DC2-N1]$ docker service scale -d once=2
once scaled to 2

settle
# last change after 3.7 s

counts [DC2-N1]$ docker service ps once --format '{{.Name}} {{.DesiredState}} {{.CurrentState}} {{.Error}}'
once.1 Shutdown Failed 57 seconds ago "task: non-zero exit (4)"
once.2 Shutdown Failed 8 seconds ago "task: non-zero exit (4)"

[DC2-N1]$ docker service rm once fail ok two
once
fail
ok
two

[DC2-N1]$ docker service create -d --no-resolve-image --restart-condition sometimes nginx
Error response from daemon: invalid RestartCondition: "sometimes"
[exit 1]

[DC2-N1]$ docker service create -d --no-resolve-image --restart-delay -1s nginx
Error response from daemon: rpc error: code = InvalidArgument desc = TaskSpec: restart-delay cannot be negative
[exit 1]

[DC2-N1]$ docker service create -d --no-resolve-image --restart-window -1s nginx
Error response from daemon: rpc error: code = InvalidArgument desc = TaskSpec: restart-window cannot be negative
[exit 1]
