# title: What an engine refuses when a container of one's own is to be made, started or killed
# hosts: 1
# swarm: none
# tags: containers
# engine: 20.10.24
# runs: 1 (20.10.24); 28.2.2 says it in other words where a command is loose
[DC2-N1]$ docker create --name one --cap-add BOGUS nginx:latest
Error response from daemon: invalid CapAdd: unknown capability: "CAP_BOGUS"
[exit 1]

[DC2-N1]$ docker create --name one --cap-drop CAP_NONSENSE nginx:latest
Error response from daemon: invalid CapDrop: unknown capability: "CAP_NONSENSE"
[exit 1]

[DC2-N1]$ docker create --name one --workdir rel nginx:latest
Error response from daemon: the working directory 'rel' is invalid, it needs to be an absolute path
[exit 1]

[DC2-N1]$ docker create --name one --memory 4m nginx:latest
Error response from daemon: Minimum memory limit allowed is 6MB
[exit 1]

[DC2-N1]$ docker create --name one --mount type=bind,src=/nosuch,dst=/x nginx:latest
Error response from daemon: invalid mount config for type "bind": bind source path does not exist: /nosuch
[exit 1]

[DC2-N1]$ docker create --name one --mount type=volume,src=data,dst=/ nginx:latest
Error response from daemon: invalid mount config for type "volume": invalid specification: destination can't be '/'
[exit 1]

[DC2-N1]$ docker create --name one --mount type=volume,src=data,dst=rel nginx:latest
Error response from daemon: invalid mount config for type "volume": invalid mount path: 'rel' mount path must be absolute
[exit 1]

[DC2-N1]$ docker create --name one --mount type=volume,src=v,dst=/x nginx:latest
Error response from daemon: create v: volume name is too short, names should be at least two alphanumeric characters
[exit 1]

[DC2-N1]$ docker create --name one --mount type=volume,src=data,dst=/x,volume-opt=bogus=1 nginx:latest
Error response from daemon: create data: invalid option: "bogus"
[exit 1]

[DC2-N1]$ docker create --name one --log-opt bogus=1 nginx:latest
Error response from daemon: unknown log opt 'bogus' for json-file log driver
[exit 1]

[DC2-N1]$ docker create --name one --log-driver local --log-opt bogus=1 nginx:latest
Error response from daemon: unknown log opt 'bogus' for log driver local
[exit 1]

[DC2-N1]$ docker create --name one --log-opt mode=odd nginx:latest
Error response from daemon: logger: logging mode not supported: odd
[exit 1]

[DC2-N1]$ docker create --name one --health-cmd true --health-interval 1us nginx:latest
Error response from daemon: Interval in Healthcheck cannot be less than 1ms
[exit 1]

[DC2-N1]$ docker create --name x nginx:latest
Error response from daemon: Invalid container name (x), only [a-zA-Z0-9][a-zA-Z0-9_.-] are allowed
[exit 1]

[DC2-N1]$ docker create --name x --workdir rel nginx:latest
Error response from daemon: the working directory 'rel' is invalid, it needs to be an absolute path
[exit 1]

[DC2-N1]$ docker create --name x --log-opt bogus=1 nginx:latest
Error response from daemon: unknown log opt 'bogus' for json-file log driver
[exit 1]

[DC2-N1]$ docker create -v /scratch --name one --workdir rel nginx:latest
Error response from daemon: the working directory 'rel' is invalid, it needs to be an absolute path
[exit 1]

loose [DC2-N1]$ docker create --name one --stop-signal SIGBOGUS nginx:latest
Error response from daemon: Invalid signal: SIGBOGUS
[exit 1]

loose [DC2-N1]$ docker create --name one --isolation hyperv nginx:latest
Error response from daemon: Invalid isolation: "hyperv" - linux only supports 'default'
[exit 1]

loose [DC2-N1]$ docker create --name one --cpus 100 nginx:latest
Error response from daemon: Range of CPUs is from 0.01 to 2.00, as there are only 2 CPUs available
[exit 1]

[DC2-N1]$ docker volume create v
Error response from daemon: create v: volume name is too short, names should be at least two alphanumeric characters
[exit 1]

[DC2-N1]$ docker volume create a/b
Error response from daemon: create a/b: "a/b" includes invalid characters for a local volume name, only "[a-zA-Z0-9][a-zA-Z0-9_.-]" are allowed. If you intended to pass a host directory, use absolute path
[exit 1]

[DC2-N1]$ docker volume create --opt bogus=1 data
Error response from daemon: create data: invalid option: "bogus"
[exit 1]

[DC2-N1]$ docker volume create --opt type=tmpfs data
Error response from daemon: create data: missing required option: "device"
[exit 1]

[DC2-N1]$ docker volume create --opt o=ro data
Error response from daemon: create data: missing required option: "device"
[exit 1]

[DC2-N1]$ docker ps -a --format "{{.Names}}"

[DC2-N1]$ docker volume ls -q

[DC2-N1]$ docker create --name groups --group-add nosuch nginx:latest
46eaeeb4b82e1026ef8f287ac17210e5732b07e0cfd0f921ba899266ea2867fb

[DC2-N1]$ docker start groups
Error response from daemon: Unable to find group nosuch: no matching entries in group file
Error: failed to start containers: groups
[exit 1]

[DC2-N1]$ docker run -d --name user --user nosuch nginx:latest
9991249eb714c1ccf10fda1e949b4bb38bc3d5eeb35b22a47be1783e86451ef2
docker: Error response from daemon: unable to find user nosuch: no matching entries in passwd file

Run 'docker run --help' for more information
[exit 125]

[DC2-N1]$ docker run -d --name group --user 0:nosuch nginx:latest
8be2c4371b7338838ce97d0e82b52ea79c140bd7d1264ea82197a42d9352e6ac
docker: Error response from daemon: unable to find group nosuch: no matching entries in group file

Run 'docker run --help' for more information
[exit 125]

[DC2-N1]$ docker inspect --format "{{.State.Status}} {{.State.ExitCode}} {{.State.Error}}" user
created 128 unable to find user nosuch: no matching entries in passwd file

loose [DC2-N1]$ docker run -d --name host --network host --sysctl net.core.somaxconn=1 nginx:latest
a8d11ab69121c96eec91141441a24fce78ca95900adb8bbc614cd441936b2d86
docker: Error response from daemon: failed to create shim task: OCI runtime create failed: runc create failed: sysctl "net.core.somaxconn" not allowed in host network namespace: unknown

Run 'docker run --help' for more information
[exit 125]

loose [DC2-N1]$ docker run -d --name size --log-opt max-size=zz nginx:latest
c9004a51d4e8a9558a4bff6b73357dfee77ce8be7375e4727cb1c8d58866196c
docker: Error response from daemon: failed to initialize logging driver: invalid size: 'zz'

Run 'docker run --help' for more information
[exit 125]

loose [DC2-N1]$ docker run -d --name long --hostname abcdefghijabcdefghijabcdefghijabcdefghijabcdefghijabcdefghijabcdefghij nginx:latest
f716890d89fbbfdf0e8360b61a91d986e5e959038b570d71ce7768c1161c3052
docker: Error response from daemon: failed to create shim task: OCI runtime create failed: runc create failed: unable to start container process: error during container init: sethostname: invalid argument: unknown

Run 'docker run --help' for more information
[exit 125]

[DC2-N1]$ docker run -d --name fine --cap-add net_admin --stop-signal rtmin+3 --workdir /tmp --user 0:0 nginx:latest
362d22989824aace750bb2bef7164ca10236239f2b7a3176de4f818bb480b6b6

loose [DC2-N1]$ docker kill -s BOGUS fine
Error response from daemon: Invalid signal: BOGUS
[exit 1]

loose [DC2-N1]$ docker kill -s 99 fine
Error response from daemon: Cannot kill container: fine: The linux daemon does not support signal 99
[exit 1]

loose [DC2-N1]$ docker kill -s 0 fine
Error response from daemon: Invalid signal: 0
[exit 1]

loose [DC2-N1]$ docker kill -s BOGUS nosuch
Error response from daemon: Invalid signal: BOGUS
[exit 1]

[DC2-N1]$ docker ps --format "{{.Names}}"
fine

[DC2-N1]$ docker rm -f fine
fine

