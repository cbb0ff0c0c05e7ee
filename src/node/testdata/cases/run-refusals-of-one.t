# title: What docker run does before and after: cidfile, rm, attached output, exit codes, pull policies
# hosts: 1
# swarm: none
# tags: containers
# engine: 26.1.5
# runs: 1 (26.1.5)

[DC2-N1]$ docker run alpine echo hello
hello

[DC2-N1]$ docker run --rm alpine sh -c 'echo out; echo err >&2; exit 3'
out
err
[exit 3]

[DC2-N1]$ docker run --rm alpine true

[DC2-N1]$ docker run --rm alpine false
[exit 1]

[DC2-N1]$ docker run --rm alpine nosuchprogram
docker: Error response from daemon: failed to create task for container: failed to create shim task: OCI runtime create failed: runc create failed: unable to start container process: exec: "nosuchprogram": executable file not found in $PATH: unknown

Run 'docker run --help' for more information
[exit 127]

[DC2-N1]$ docker run --rm alpine /etc
docker: Error response from daemon: failed to create task for container: failed to create shim task: OCI runtime create failed: runc create failed: unable to start container process: exec: "/etc": is a directory: unknown: permission denied

Run 'docker run --help' for more information
[exit 126]

[DC2-N1]$ docker run --rm -q alpine echo quiet
quiet

[DC2-N1]$ docker run --rm --pull never alpine echo never
never

[DC2-N1]$ docker run --rm --pull missing alpine echo missing
missing

[DC2-N1]$ docker run --rm --pull sometimes alpine echo x
docker: invalid pull option: 'sometimes': must be one of "always", "missing" or "never"

Run 'docker run --help' for more information
[exit 125]

[DC2-N1]$ docker run --rm --pull never nosuch:1 echo x
docker: Error response from daemon: No such image: nosuch:1

Run 'docker run --help' for more information
[exit 125]

loose [DC2-N1]$ docker run --rm nosuch:1 echo x
Unable to find image 'nosuch:1' locally
docker: Error response from daemon: Get "https://registry-1.docker.io/v2/": dial tcp: lookup registry-1.docker.io on [::1]:53: read udp [::1]:51203->[::1]:53: read: connection refused

Run 'docker run --help' for more information
[exit 125]

[DC2-N1]$ docker run -d --cidfile cid --name c1 alpine sleep 100
61f77a4eb44d3a4d6b3107be4a872cb4ca9c8922333b08065fe794bcb32098f2

[DC2-N1]$ docker run -d --cidfile cid --name c2 alpine sleep 100
docker: container ID file found, make sure the other container isn't running or delete cid

Run 'docker run --help' for more information
[exit 125]

[DC2-N1]$ docker run -d --name c1 alpine sleep 100
docker: Error response from daemon: Conflict. The container name "/c1" is already in use by container "61f77a4eb44d3a4d6b3107be4a872cb4ca9c8922333b08065fe794bcb32098f2". You have to remove (or rename) that container to be able to reuse that name.

Run 'docker run --help' for more information
[exit 125]

[DC2-N1]$ docker run --name c1 alpine sleep 100
docker: Error response from daemon: Conflict. The container name "/c1" is already in use by container "61f77a4eb44d3a4d6b3107be4a872cb4ca9c8922333b08065fe794bcb32098f2". You have to remove (or rename) that container to be able to reuse that name.

Run 'docker run --help' for more information
[exit 125]

[DC2-N1]$ docker create --name c1 alpine
Error response from daemon: Conflict. The container name "/c1" is already in use by container "61f77a4eb44d3a4d6b3107be4a872cb4ca9c8922333b08065fe794bcb32098f2". You have to remove (or rename) that container to be able to reuse that name.
[exit 1]

file vars <<EOF
# a comment
ONE=1
TWO=two words

THREE
FOUR=
EOF

[DC2-N1]$ docker run --rm --env-file nosuch alpine env
docker: open nosuch: no such file or directory

Run 'docker run --help' for more information
[exit 125]

[DC2-N1]$ docker run --rm -e '=x' alpine env
invalid argument "=x" for "-e, --env" flag: invalid environment variable: =x

Usage:  docker run [OPTIONS] IMAGE [COMMAND] [ARG...]

Run 'docker run --help' for more information
[exit 125]

[DC2-N1]$ docker run --rm --hostname box alpine hostname
box

[DC2-N1]$ docker run --rm -w /tmp alpine sh -c 'echo $PWD'
/tmp

[DC2-N1]$ docker run --rm --entrypoint echo alpine entry point
entry point

[DC2-N1]$ docker run --rm --entrypoint '' alpine echo cleared
cleared

[DC2-N1]$ echo 'echo from stdin' | docker run -i --rm alpine sh
from stdin

[DC2-N1]$ echo piped | docker run -i --rm alpine cat
piped

[DC2-N1]$ docker run -it --rm alpine sh
the input device is not a TTY
[exit 1]

[DC2-N1]$ docker run -t --rm alpine echo tty
tty

[DC2-N1]$ docker run -d -t --name tty alpine sleep 100
cd356c6f537e904306d4d81e13f6870ab5f1dc93582d4996ddd1f33fc4d122fd

[DC2-N1]$ docker inspect tty --format '{{.Config.Tty}} {{.Config.OpenStdin}} {{.Config.AttachStdout}}'
true false false

[DC2-N1]$ docker run -d --name short alpine sh -c 'sleep 1; exit 5'
c2a09480efe7e662d798e5ea7a463c317b0fe1cf5a5e17f0e452113282b387f0

wait 3s

[DC2-N1]$ docker ps -a --filter name=short --format '{{.Names}} {{.Status}}'
short Exited (5) 2 seconds ago

[DC2-N1]$ docker wait short
5

[DC2-N1]$ docker start -a short
[exit 5]

[DC2-N1]$ docker start short tty
short
tty

[DC2-N1]$ docker run -a stdout alpine echo only
only

[DC2-N1]$ docker run -a bogus alpine echo only
invalid argument "bogus" for "-a, --attach" flag: valid streams are STDIN, STDOUT and STDERR

Usage:  docker run [OPTIONS] IMAGE [COMMAND] [ARG...]

Run 'docker run --help' for more information
[exit 125]

[DC2-N1]$ docker run -d -a stdout alpine echo only
conflicting options: cannot specify both --attach and --detach
[exit 1]

[DC2-N1]$ docker run
docker: 'docker run' requires at least 1 argument

Usage:  docker run [OPTIONS] IMAGE [COMMAND] [ARG...]

See 'docker run --help' for more information
[exit 1]

[DC2-N1]$ docker run --nosuch alpine
unknown flag: --nosuch

Usage:  docker run [OPTIONS] IMAGE [COMMAND] [ARG...]

Run 'docker run --help' for more information
[exit 125]

[DC2-N1]$ docker run -d
docker: 'docker run' requires at least 1 argument

Usage:  docker run [OPTIONS] IMAGE [COMMAND] [ARG...]

See 'docker run --help' for more information
[exit 1]

[DC2-N1]$ docker run -d --name 'bad name' alpine
docker: Error response from daemon: Invalid container name (bad name), only [a-zA-Z0-9][a-zA-Z0-9_.-] are allowed

Run 'docker run --help' for more information
[exit 125]

[DC2-N1]$ docker run -d --name a alpine
docker: Error response from daemon: Invalid container name (a), only [a-zA-Z0-9][a-zA-Z0-9_.-] are allowed

Run 'docker run --help' for more information
[exit 125]

[DC2-N1]$ docker run -d INVALID
docker: invalid reference format: repository name (library/INVALID) must be lowercase

Run 'docker run --help' for more information
[exit 125]

[DC2-N1]$ docker run -d alpine:bad:tag
docker: invalid reference format

Run 'docker run --help' for more information
[exit 125]

[DC2-N1]$ docker run --platform bogus/ alpine true
docker: error parsing specified platform: "" is an invalid component of "bogus/": platform specifier component must match "^[A-Za-z0-9_.-]+$": invalid argument

Run 'docker run --help' for more information
[exit 125]

[DC2-N1]$ docker run -d --gpus all alpine sleep 1
b38171321cd2e4b7c84668559d8fdd5482d3a0051711f76cedba3ad1a6adcef8
docker: Error response from daemon: could not select device driver "" with capabilities: [[gpu]]

Run 'docker run --help' for more information
[exit 125]

[DC2-N1]$ docker run --device /dev/nosuch alpine true
docker: Error response from daemon: error gathering device information while adding custom device "/dev/nosuch": no such file or directory

Run 'docker run --help' for more information
[exit 127]

[DC2-N1]$ docker run --memory abc alpine true
invalid argument "abc" for "-m, --memory" flag: invalid size: 'abc'

Usage:  docker run [OPTIONS] IMAGE [COMMAND] [ARG...]

Run 'docker run --help' for more information
[exit 125]

[DC2-N1]$ docker run --memory 1m alpine true
docker: Error response from daemon: Minimum memory limit allowed is 6MB

Run 'docker run --help' for more information
[exit 125]

[DC2-N1]$ docker run --cpus x alpine true
invalid argument "x" for "--cpus" flag: failed to parse x as a rational number

Usage:  docker run [OPTIONS] IMAGE [COMMAND] [ARG...]

Run 'docker run --help' for more information
[exit 125]

[DC2-N1]$ docker run --restart sometimes alpine true
docker: Error response from daemon: invalid restart policy: unknown policy 'sometimes'; use one of 'no', 'always', 'on-failure', or 'unless-stopped'

Run 'docker run --help' for more information
[exit 125]

[DC2-N1]$ docker run --restart on-failure:x alpine true
docker: invalid restart policy format: maximum retry count must be an integer

Run 'docker run --help' for more information
[exit 125]

[DC2-N1]$ docker run -p 80:80:80:80 alpine true
docker: invalid IP address: 80:80

Run 'docker run --help' for more information
[exit 125]

[DC2-N1]$ docker run -p abc alpine true
docker: invalid containerPort: abc

Run 'docker run --help' for more information
[exit 125]

[DC2-N1]$ docker run -p 99999:80 alpine true
docker: invalid hostPort: 99999

Run 'docker run --help' for more information
[exit 125]

[DC2-N1]$ docker run -v rel/path:/x alpine true
docker: Error response from daemon: create rel/path: "rel/path" includes invalid characters for a local volume name, only "[a-zA-Z0-9][a-zA-Z0-9_.-]" are allowed. If you intended to pass a host directory, use absolute path

Run 'docker run --help' for more information
[exit 125]

[DC2-N1]$ docker run -v /x:rel alpine true
docker: Error response from daemon: invalid volume specification: '/x:rel': invalid mount config for type "bind": invalid mount path: 'rel' mount path must be absolute

Run 'docker run --help' for more information
[exit 125]

[DC2-N1]$ docker run --mount type=foo,dst=/x alpine true
docker: Error response from daemon: invalid mount config for type "foo": mount type unknown

Run 'docker run --help' for more information
[exit 125]

[DC2-N1]$ docker run --mount src=a alpine true
invalid argument "src=a" for "--mount" flag: target is required

Usage:  docker run [OPTIONS] IMAGE [COMMAND] [ARG...]

Run 'docker run --help' for more information
[exit 125]

[DC2-N1]$ docker run --ulimit foo=1 alpine true
invalid argument "foo=1" for "--ulimit" flag: invalid ulimit type: foo

Usage:  docker run [OPTIONS] IMAGE [COMMAND] [ARG...]

Run 'docker run --help' for more information
[exit 125]

[DC2-N1]$ docker run --ulimit nofile=20:10 alpine true
invalid argument "nofile=20:10" for "--ulimit" flag: ulimit soft limit must be less than or equal to hard limit: 20 > 10

Usage:  docker run [OPTIONS] IMAGE [COMMAND] [ARG...]

Run 'docker run --help' for more information
[exit 125]

[DC2-N1]$ docker run --add-host bad alpine true
invalid argument "bad" for "--add-host" flag: bad format for add-host: "bad"

Usage:  docker run [OPTIONS] IMAGE [COMMAND] [ARG...]

Run 'docker run --help' for more information
[exit 125]

[DC2-N1]$ docker run --dns bad alpine true
invalid argument "bad" for "--dns" flag: IP address is not correctly formatted: bad

Usage:  docker run [OPTIONS] IMAGE [COMMAND] [ARG...]

Run 'docker run --help' for more information
[exit 125]

[DC2-N1]$ docker run --ip 1.2.3.4 alpine true
docker: Error response from daemon: invalid config for network bridge: invalid endpoint settings:
* user specified IP address is supported on user defined networks only
* user specified IP address is supported only when connecting to networks with user configured subnets

Run 'docker run --help' for more information
[exit 125]

[DC2-N1]$ docker run --log-driver nosuch alpine true
docker: Error response from daemon: error looking up logging plugin nosuch: plugin "nosuch" not found

Run 'docker run --help' for more information
[exit 125]

[DC2-N1]$ docker run --sysctl bad alpine true
invalid argument "bad" for "--sysctl" flag: sysctl 'bad' is not allowed

Usage:  docker run [OPTIONS] IMAGE [COMMAND] [ARG...]

Run 'docker run --help' for more information
[exit 125]

[DC2-N1]$ docker run --security-opt bad alpine true
docker: Invalid --security-opt: "bad"

Run 'docker run --help' for more information
[exit 125]

[DC2-N1]$ docker run --link nosuch alpine true
docker: Error response from daemon: could not get container for nosuch: No such container: nosuch

Run 'docker run --help' for more information
[exit 125]

[DC2-N1]$ docker run --volumes-from nosuch alpine true
docker: Error response from daemon: No such container: nosuch

Run 'docker run --help' for more information
[exit 125]

[DC2-N1]$ docker run --ipc bad alpine true
docker: Error response from daemon: invalid IPC mode: bad

Run 'docker run --help' for more information
[exit 125]

[DC2-N1]$ docker run --pid bad alpine true
docker: --pid: invalid PID mode

Run 'docker run --help' for more information
[exit 125]

[DC2-N1]$ docker run --uts bad alpine true
docker: --uts: invalid UTS mode

Run 'docker run --help' for more information
[exit 125]

[DC2-N1]$ docker run --userns bad alpine true
docker: --userns: invalid USER mode

Run 'docker run --help' for more information
[exit 125]

[DC2-N1]$ docker run --shm-size 0 alpine true

[DC2-N1]$ docker run --shm-size x alpine true
invalid argument "x" for "--shm-size" flag: invalid size: 'x'

Usage:  docker run [OPTIONS] IMAGE [COMMAND] [ARG...]

Run 'docker run --help' for more information
[exit 125]

[DC2-N1]$ docker run --stop-timeout x alpine true
invalid argument "x" for "--stop-timeout" flag: strconv.ParseInt: parsing "x": invalid syntax

Usage:  docker run [OPTIONS] IMAGE [COMMAND] [ARG...]

Run 'docker run --help' for more information
[exit 125]

[DC2-N1]$ docker run --health-interval 1x alpine true
invalid argument "1x" for "--health-interval" flag: time: unknown unit "x" in duration "1x"

Usage:  docker run [OPTIONS] IMAGE [COMMAND] [ARG...]

Run 'docker run --help' for more information
[exit 125]

[DC2-N1]$ docker run --health-cmd true --no-healthcheck alpine true
docker: --no-healthcheck conflicts with --health-* options

Run 'docker run --help' for more information
[exit 125]

[DC2-N1]$ docker run --no-healthcheck --health-retries 3 alpine true
docker: --no-healthcheck conflicts with --health-* options

Run 'docker run --help' for more information
[exit 125]

[DC2-N1]$ docker run --health-retries -1 alpine true
docker: --health-retries cannot be negative

Run 'docker run --help' for more information
[exit 125]

[DC2-N1]$ docker run --oom-score-adj 2000 alpine true
docker: Error response from daemon: Invalid value 2000, range for oom score adj is [-1000, 1000]

Run 'docker run --help' for more information
[exit 125]

[DC2-N1]$ docker run --pids-limit x alpine true
invalid argument "x" for "--pids-limit" flag: strconv.ParseInt: parsing "x": invalid syntax

Usage:  docker run [OPTIONS] IMAGE [COMMAND] [ARG...]

Run 'docker run --help' for more information
[exit 125]

[DC2-N1]$ docker run --cpuset-cpus 9 alpine true
docker: Error response from daemon: Requested CPUs are not available - requested 9, available: 0-1

Run 'docker run --help' for more information
[exit 125]

[DC2-N1]$ docker run --cpu-shares x alpine true
invalid argument "x" for "-c, --cpu-shares" flag: strconv.ParseInt: parsing "x": invalid syntax

Usage:  docker run [OPTIONS] IMAGE [COMMAND] [ARG...]

Run 'docker run --help' for more information
[exit 125]

[DC2-N1]$ docker run --label-file nosuch alpine true
docker: open nosuch: no such file or directory

Run 'docker run --help' for more information
[exit 125]

[DC2-N1]$ docker run --mac-address bad alpine true
docker: bad is not a valid mac address

Run 'docker run --help' for more information
[exit 125]

[DC2-N1]$ docker run --group-add nosuch alpine true
docker: Error response from daemon: Unable to find group nosuch: no matching entries in group file

Run 'docker run --help' for more information
[exit 125]

[DC2-N1]$ docker run --runtime nosuch alpine true
docker: Error response from daemon: unknown or invalid runtime name: nosuch

Run 'docker run --help' for more information
[exit 125]

[DC2-N1]$ docker run --tmpfs rel alpine true
docker: Error response from daemon: invalid mount path: 'rel' mount path must be absolute

Run 'docker run --help' for more information
[exit 125]

[DC2-N1]$ docker run --workdir rel alpine true
docker: Error response from daemon: the working directory 'rel' is invalid, it needs to be an absolute path

Run 'docker run --help' for more information
[exit 125]

[DC2-N1]$ docker run --expose abc alpine true
docker: invalid range format for --expose: abc, error: strconv.ParseUint: parsing "abc": invalid syntax

Run 'docker run --help' for more information
[exit 125]

[DC2-N1]$ docker run --expose 80/foo alpine true

[DC2-N1]$ docker run --publish-all --expose 81 --rm alpine true
