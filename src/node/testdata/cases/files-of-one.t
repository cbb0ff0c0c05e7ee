# title: cp, diff, export, commit, top, stats of one container
# hosts: 1
# swarm: none
# tags: containers, files
# engine: 26.1.5
# runs: 1 (26.1.5)

[DC2-N1]$ docker run -d --name box alpine sh -c 'echo hi > /tmp/a; mkdir /data; echo x > /data/f; sleep 1000'
1b1ab8e25d82b22aac1e823202363671b78bf3ec0a4773421393b811ea48fab1

file local.txt <<EOF
first
second
EOF

wait 1s

[DC2-N1]$ docker cp local.txt box:/tmp/local.txt

[DC2-N1]$ docker exec box cat /tmp/local.txt
first
second

[DC2-N1]$ docker cp box:/tmp/a ./a.txt

[DC2-N1]$ docker cp -q box:/tmp/a b.txt

[DC2-N1]$ docker cp box:/nosuch .
Error response from daemon: Could not find the file /nosuch in container box
[exit 1]

[DC2-N1]$ docker cp local.txt box:/nosuch/dir/f
Error response from daemon: Could not find the file /nosuch/dir in container box
[exit 1]

[DC2-N1]$ docker cp local.txt box:/data

[DC2-N1]$ docker exec box ls /data
f
local.txt

[DC2-N1]$ docker cp box:/data copied

[DC2-N1]$ docker cp box:/data/. copied2

[DC2-N1]$ docker cp copied box:/tmp

[DC2-N1]$ docker exec box cat /tmp/copied/f
x

sorted [DC2-N1]$ docker diff box
A /data
A /data/f
A /data/local.txt
C /tmp
A /tmp/copied
A /tmp/copied/f
A /tmp/copied/local.txt
A /tmp/local.txt
A /tmp/a

[DC2-N1]$ docker exec box rm /tmp/a

sorted [DC2-N1]$ docker diff box
A /data
A /data/f
A /data/local.txt
C /tmp
A /tmp/copied
A /tmp/copied/f
A /tmp/copied/local.txt
A /tmp/local.txt

sorted [DC2-N1]$ docker diff nosuch
Error response from daemon: No such container: nosuch
[exit 1]

sorted [DC2-N1]$ docker diff
docker: 'docker diff' requires 1 argument

Usage:  docker diff CONTAINER

Run 'docker diff --help' for more information
[exit 1]

[DC2-N1]$ docker export box -o box.tar

[DC2-N1]$ docker export nosuch
Error response from daemon: No such container: nosuch
[exit 1]

[DC2-N1]$ docker top nosuch
Error response from daemon: No such container: nosuch
[exit 1]

[DC2-N1]$ docker stats --no-stream --format '{{.Name}}' box
box

[DC2-N1]$ docker stats --no-stream --format 'table {{.Name}}\t{{.PIDs}}' box
NAME      PIDS
box       1

[DC2-N1]$ docker stats --no-stream nosuch
Error response from daemon: No such container: nosuch
[exit 1]

[DC2-N1]$ docker stats --no-stream --format '{{.Nosuch}}' box
template parsing error: template: :1:2: executing "" at <.Nosuch>: can't evaluate field Nosuch in type *container.statsContext
[exit 1]

[DC2-N1]$ docker stop -t 0 box
box

[DC2-N1]$ docker stats --no-stream --format '{{.Name}} {{.CPUPerc}} {{.MemUsage}} {{.PIDs}}' box
box 0.00% 0B / 0B 0

[DC2-N1]$ docker stats --no-stream --format '{{.Name}}'

[DC2-N1]$ docker stats -a --no-stream --format '{{.Name}}'
box

[DC2-N1]$ docker cp box:/tmp/local.txt back.txt

sorted [DC2-N1]$ docker diff box
C /tmp
A /tmp/copied
A /tmp/copied/f
A /tmp/copied/local.txt
A /tmp/local.txt
A /data
A /data/f
A /data/local.txt

[DC2-N1]$ docker start box
box

[DC2-N1]$ docker exec box cat /tmp/local.txt
first
second

[DC2-N1]$ docker rename box crate

[DC2-N1]$ docker cp crate:/tmp/local.txt .

[DC2-N1]$ docker container cp crate:/tmp/local.txt .

sorted [DC2-N1]$ docker container diff crate
C /tmp
A /tmp/a
A /tmp/copied
A /tmp/copied/f
A /tmp/copied/local.txt
A /tmp/local.txt
A /data
A /data/f
A /data/local.txt

[DC2-N1]$ docker container port crate

[DC2-N1]$ docker container stats --no-stream --format '{{.Name}}' crate
crate

[DC2-N1]$ docker attach nosuch
Error response from daemon: No such container: nosuch
[exit 1]
