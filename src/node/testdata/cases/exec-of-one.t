# title: docker exec with its flags
# hosts: 1
# swarm: none
# tags: containers
# engine: 26.1.5
# runs: 1 (26.1.5)

[DC2-N1]$ docker run -d --name box -e A=1 -w /tmp alpine sleep 1000
c187d0be396bb6a2c73a60fd3525fffae9ade5bc5a28348af27e26cf77d59377

[DC2-N1]$ docker exec box echo hi
hi

[DC2-N1]$ docker exec -w / box sh -c 'echo $PWD'
/

[DC2-N1]$ docker exec box sh -c 'echo $PWD'
/tmp

[DC2-N1]$ docker exec -w rel box sh -c 'echo $PWD'
OCI runtime exec failed: exec failed: Cwd must be an absolute path: unknown
[exit 126]

[DC2-N1]$ docker exec -w /nosuch box sh -c 'echo $PWD'
OCI runtime exec failed: exec failed: unable to start container process: chdir to cwd ("/nosuch") set in config.json failed: no such file or directory: unknown
[exit 126]

file ev <<EOF
C=3
D=four
EOF

[DC2-N1]$ docker exec --env-file nosuch box env
open nosuch: no such file or directory
[exit 1]

[DC2-N1]$ docker exec -d box touch /tmp/made

[DC2-N1]$ docker exec box ls /tmp
made

[DC2-N1]$ docker exec box test -f /tmp/made

[DC2-N1]$ docker exec box test -f /tmp/none
[exit 1]

[DC2-N1]$ docker exec box sh -c 'exit 7'
[exit 7]

[DC2-N1]$ docker exec box false
[exit 1]

[DC2-N1]$ docker exec box true

[DC2-N1]$ docker exec box /etc/passwd
OCI runtime exec failed: exec failed: unable to start container process: exec: "/etc/passwd": permission denied: unknown
[exit 126]

[DC2-N1]$ docker exec box sh -c 'nosuch'
sh: nosuch: not found
[exit 127]

[DC2-N1]$ docker exec box cat /nosuch
cat: can't open '/nosuch': No such file or directory
[exit 1]

[DC2-N1]$ echo hello | docker exec -i box cat
hello

[DC2-N1]$ echo hello | docker exec box cat

[DC2-N1]$ docker exec -it box sh
the input device is not a TTY
[exit 1]

[DC2-N1]$ docker exec -t box echo tty
tty

[DC2-N1]$ docker exec box
docker: 'docker exec' requires at least 2 arguments

Usage:  docker exec [OPTIONS] CONTAINER COMMAND [ARG...]

See 'docker exec --help' for more information
[exit 1]

[DC2-N1]$ docker exec
docker: 'docker exec' requires at least 2 arguments

Usage:  docker exec [OPTIONS] CONTAINER COMMAND [ARG...]

See 'docker exec --help' for more information
[exit 1]

[DC2-N1]$ docker exec nosuch ls
Error response from daemon: No such container: nosuch
[exit 1]

[DC2-N1]$ docker exec --privileged box echo p
p

[DC2-N1]$ docker exec --detach-keys x box echo p
p

[DC2-N1]$ docker exec box sh -c 'echo a > /tmp/f; cat /tmp/f'
a

[DC2-N1]$ docker exec box cat /tmp/f
a

[DC2-N1]$ docker exec box hostname
c187d0be396b

[DC2-N1]$ docker exec box sh -c 'echo err >&2'
err

[DC2-N1]$ docker pause box
box

[DC2-N1]$ docker exec box echo hi
Error response from daemon: Container box is paused, unpause the container before exec
[exit 1]

[DC2-N1]$ docker unpause box
box

[DC2-N1]$ docker stop -t 0 box
box

[DC2-N1]$ docker exec box echo hi
Error response from daemon: container c187d0be396bb6a2c73a60fd3525fffae9ade5bc5a28348af27e26cf77d59377 is not running
[exit 1]

[DC2-N1]$ docker inspect box --format '{{.State.Status}} {{.State.ExitCode}}'
exited 137

[DC2-N1]$ docker create --name idle alpine sleep 5
cee05b80c72c5f71521de8317871d5ad45506fbad647da2c2025db7a965f7b07

[DC2-N1]$ docker exec idle ls
Error response from daemon: container cee05b80c72c5f71521de8317871d5ad45506fbad647da2c2025db7a965f7b07 is not running
[exit 1]

[DC2-N1]$ docker container exec idle ls
Error response from daemon: container cee05b80c72c5f71521de8317871d5ad45506fbad647da2c2025db7a965f7b07 is not running
[exit 1]

[DC2-N1]$ docker exec -w
flag needs an argument: 'w' in -w

Usage:  docker exec [OPTIONS] CONTAINER COMMAND [ARG...]

Run 'docker exec --help' for more information
[exit 125]
