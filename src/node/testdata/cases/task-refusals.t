# title: What an engine refuses when a task's container is to be made or started
# hosts: 1
# swarm: 1m
# tags: containers
# engine: 20.10.24
# runs: 1 (20.10.24); 28.2.2 says it in other words where a command is loose
[DC2-N1]$ docker service create -q -d --no-resolve-image --restart-condition none --name drop --cap-drop BOGUS nginx:latest
muyu4fohwd0mzik4tka4ukhv1

[DC2-N1]$ docker service create -q -d --no-resolve-image --restart-condition none --name add --cap-add BOGUS nginx:latest
idjoncdogdwkj0bhl8g9rgm4j

[DC2-N1]$ docker service create -q -d --no-resolve-image --restart-condition none --name lower --cap-add net_admin --cap-drop CAP_CHOWN nginx:latest
q56qviiez22sx8ic7enft31rf

[DC2-N1]$ docker service create -q -d --no-resolve-image --restart-condition none --name isolated --isolation hyperv nginx:latest
p873t4x5bncwsjhntay2p77tt

[DC2-N1]$ docker service create -q -d --no-resolve-image --restart-condition none --name isolated2 --isolation nonsense nginx:latest
34a71tq3ztxwlgxth0wz4sxvr

[DC2-N1]$ docker service create -q -d --no-resolve-image --restart-condition none --name dir --workdir rel/path nginx:latest
iowsvt9h3a4ivtkjy9qk0ciob

[DC2-N1]$ docker service create -q -d --no-resolve-image --restart-condition none --name source --mount type=bind,src=/nosuch,dst=/x nginx:latest
3s737nov30aefnjno2ri0g8pa

[DC2-N1]$ docker service create -q -d --no-resolve-image --restart-condition none --name relative --mount type=bind,src=rel,dst=/x nginx:latest
wqepwk26ttpqva48qyg4bo1q1

[DC2-N1]$ docker service create -q -d --no-resolve-image --restart-condition none --name target --mount type=volume,src=data,dst=rel nginx:latest
bocday82a5q4q0pbissx6o9v0

[DC2-N1]$ docker service create -q -d --no-resolve-image --restart-condition none --name root --mount type=volume,src=data,dst=/ nginx:latest
5ru5ksccbej5hwgvicz9ybgj2

[DC2-N1]$ docker service create -q -d --no-resolve-image --restart-condition none --name pipe --mount type=npipe,src=/a,dst=/x nginx:latest
43nxgqjqa5z9a7tjbpdleoiio

[DC2-N1]$ docker service create -q -d --no-resolve-image --restart-condition none --name slash --mount type=volume,src=a/b,dst=/x nginx:latest
rlc3d80epg6rapfbmgl3h2knw

[DC2-N1]$ docker service create -q -d --no-resolve-image --restart-condition none --name short --mount type=volume,src=v,dst=/x nginx:latest
qhpupqu8pihlmoyumtp1tojjq

[DC2-N1]$ docker service create -q -d --no-resolve-image --restart-condition none --name option --mount type=volume,src=data,dst=/x,volume-opt=bogus=1 nginx:latest
ejkcqc274prmbrq6twl6cmsde

[DC2-N1]$ docker service create -q -d --no-resolve-image --restart-condition none --name device --mount type=volume,src=data,dst=/x,volume-opt=type=tmpfs nginx:latest
xwocyqgesikxper5lq8u1p0g6

[DC2-N1]$ docker service create -q -d --no-resolve-image --restart-condition none --name small --limit-memory 4M nginx:latest
qlb9p03r6rbh44pbjq1e68fyq

[DC2-N1]$ docker service create -q -d --no-resolve-image --restart-condition none --name log --log-driver json-file --log-opt bogus=1 nginx:latest
w37ipuv0xuzmhbe6z1evdsm5q

[DC2-N1]$ docker service create -q -d --no-resolve-image --restart-condition none --name mode --log-driver json-file --log-opt mode=odd nginx:latest
vqk86gu7qynoktk3apf6mnf99

[DC2-N1]$ docker service create -q -d --no-resolve-image --restart-condition none --name credential --credential-spec file://nosuch nginx:latest
mqq6xdlhtjpd9c8jtbvv9v32f

[DC2-N1]$ docker service create -q -d --no-resolve-image --restart-condition none --name user --user nosuch nginx:latest
ullxfmhgmhlipg0q11wgk74pw

[DC2-N1]$ docker service create -q -d --no-resolve-image --restart-condition none --name group --user 0:nosuch nginx:latest
7d1kqu7nywz9u0t684v2l068m

[DC2-N1]$ docker service create -q -d --no-resolve-image --restart-condition none --name groups --group nosuch nginx:latest
ycma9xv24f204h5u8fhxbuuh1

[DC2-N1]$ docker service create -q -d --no-resolve-image --restart-condition none --name numbers --user 1234:5678 --group 99 nginx:latest
l8od4hha5yoe1p2k8lfvpbd1l

[DC2-N1]$ docker service create -q -d --no-resolve-image --restart-condition none --name soft --limit-memory 32M --reserve-memory 64M nginx:latest
20qxcwt4memlgissdszsy0rru

[DC2-N1]$ docker service create -q -d --no-resolve-image --restart-condition none --name message --sysctl kernel.msgmax=65536 nginx:latest
w3rrn9yinnjl28kcj58aivanv

[DC2-N1]$ docker service create -q -d --no-resolve-image --restart-condition none --name grace --stop-grace-period=-5s nginx:latest
rsxi8fnjhaophxf801st32ohf

[DC2-N1]$ docker service create -q -d --no-resolve-image --restart-condition none --name spaces --hostname "a b" nginx:latest
1qrd5yrn7t3tmrwfxkt6t03sp

[DC2-N1]$ docker service create -q -d --no-resolve-image --restart-condition none --name signal --stop-signal SIGBOGUS nginx:latest
29nuorkddr0rijehpa9gmpj32

[DC2-N1]$ docker service create -q -d --no-resolve-image --restart-condition none --name cpus --limit-cpu 100 nginx:latest
ph94uvyg84ncnsy0yk3f159lo

[DC2-N1]$ docker service create -q -d --no-resolve-image --restart-condition none --name sysctl --sysctl foo=bar nginx:latest
xd48mw3szw7qm0bscvt7ssf4l

[DC2-N1]$ docker service create -q -d --no-resolve-image --restart-condition none --name kernel --sysctl kernel.bogus=1 nginx:latest
xuupxkx92lo3ldlnmpx1o5uru

[DC2-N1]$ docker service create -q -d --no-resolve-image --restart-condition none --name words --sysctl kernel.shmmax=x nginx:latest
yadwp22rx4o6mcspdll6saqqc

[DC2-N1]$ docker service create -q -d --no-resolve-image --restart-condition none --name hostname --hostname abcdefghijabcdefghijabcdefghijabcdefghijabcdefghijabcdefghijabcdefghij nginx:latest
4e5jfvw46yle2dkx2l6bc9ae8

[DC2-N1]$ docker service create -q -d --no-resolve-image --restart-condition none --name size --log-driver json-file --log-opt max-size=zz nginx:latest
mxbi808fetu8zdw2027o5yre0

[DC2-N1]$ docker service create -q -d --no-resolve-image --restart-condition none --name folder --entrypoint /etc nginx:latest
2143oio5vsldpl1iwfdcx28d1

[DC2-N1]$ docker service create -q -d --no-resolve-image --restart-condition none --name quota --limit-cpu 0.001 nginx:latest
wfsktgu8bayxbnot42k3vi990

settle
# last change after 2.2 s

[DC2-N1]$ docker service ps --no-trunc --format "{{.Name}} {{.DesiredState}} {{.CurrentState}} {{.Error}}" drop
drop.1 Shutdown Rejected 13 seconds ago "invalid CapDrop: unknown capability: "CAP_BOGUS""

[DC2-N1]$ docker service ps --no-trunc --format "{{.Name}} {{.DesiredState}} {{.CurrentState}} {{.Error}}" add
add.1 Shutdown Rejected 13 seconds ago "invalid CapAdd: unknown capability: "CAP_BOGUS""

[DC2-N1]$ docker service ps --no-trunc --format "{{.Name}} {{.DesiredState}} {{.CurrentState}} {{.Error}}" lower
lower.1 Running Running 12 seconds ago 

[DC2-N1]$ docker service ps --no-trunc --format "{{.Name}} {{.DesiredState}} {{.CurrentState}} {{.Error}}" isolated
isolated.1 Shutdown Rejected 13 seconds ago "invalid isolation 'hyperv' on linux"

[DC2-N1]$ docker service ps --no-trunc --format "{{.Name}} {{.DesiredState}} {{.CurrentState}} {{.Error}}" isolated2
isolated2.1 Running Running 12 seconds ago 

[DC2-N1]$ docker service ps --no-trunc --format "{{.Name}} {{.DesiredState}} {{.CurrentState}} {{.Error}}" dir
dir.1 Shutdown Rejected 13 seconds ago "the working directory 'rel/path' is invalid, it needs to be an absolute path"

[DC2-N1]$ docker service ps --no-trunc --format "{{.Name}} {{.DesiredState}} {{.CurrentState}} {{.Error}}" source
source.1 Shutdown Rejected 13 seconds ago "invalid mount config for type "bind": bind source path does not exist: /nosuch"

[DC2-N1]$ docker service ps --no-trunc --format "{{.Name}} {{.DesiredState}} {{.CurrentState}} {{.Error}}" relative
relative.1 Shutdown Rejected 13 seconds ago "invalid bind mount source, must be an absolute path: rel"

[DC2-N1]$ docker service ps --no-trunc --format "{{.Name}} {{.DesiredState}} {{.CurrentState}} {{.Error}}" target
target.1 Shutdown Rejected 13 seconds ago "invalid mount target, must be an absolute path: rel"

[DC2-N1]$ docker service ps --no-trunc --format "{{.Name}} {{.DesiredState}} {{.CurrentState}} {{.Error}}" root
root.1 Shutdown Rejected 13 seconds ago "invalid mount config for type "volume": invalid specification: destination can't be '/'"

[DC2-N1]$ docker service ps --no-trunc --format "{{.Name}} {{.DesiredState}} {{.CurrentState}} {{.Error}}" pipe
pipe.1 Shutdown Rejected 13 seconds ago "invalid mount config for type "npipe": mount type unknown"

[DC2-N1]$ docker service ps --no-trunc --format "{{.Name}} {{.DesiredState}} {{.CurrentState}} {{.Error}}" slash
slash.1 Shutdown Rejected 13 seconds ago "create a/b: "a/b" includes invalid characters for a local volume name, only "[a-zA-Z0-9][a-zA-Z0-9_.-]" are allowed. If you intended to pass a host directory, use absolute path"

[DC2-N1]$ docker service ps --no-trunc --format "{{.Name}} {{.DesiredState}} {{.CurrentState}} {{.Error}}" short
short.1 Shutdown Rejected 13 seconds ago "create v: volume name is too short, names should be at least two alphanumeric characters"

[DC2-N1]$ docker service ps --no-trunc --format "{{.Name}} {{.DesiredState}} {{.CurrentState}} {{.Error}}" option
option.1 Shutdown Rejected 12 seconds ago "create data: invalid option: "bogus""

[DC2-N1]$ docker service ps --no-trunc --format "{{.Name}} {{.DesiredState}} {{.CurrentState}} {{.Error}}" device
device.1 Shutdown Rejected 13 seconds ago "create data: missing required option: "device""

[DC2-N1]$ docker service ps --no-trunc --format "{{.Name}} {{.DesiredState}} {{.CurrentState}} {{.Error}}" small
small.1 Shutdown Rejected 12 seconds ago "Minimum memory limit allowed is 6MB"

[DC2-N1]$ docker service ps --no-trunc --format "{{.Name}} {{.DesiredState}} {{.CurrentState}} {{.Error}}" log
log.1 Shutdown Rejected 12 seconds ago "unknown log opt 'bogus' for json-file log driver"

[DC2-N1]$ docker service ps --no-trunc --format "{{.Name}} {{.DesiredState}} {{.CurrentState}} {{.Error}}" mode
mode.1 Shutdown Rejected 12 seconds ago "logger: logging mode not supported: odd"

[DC2-N1]$ docker service ps --no-trunc --format "{{.Name}} {{.DesiredState}} {{.CurrentState}} {{.Error}}" credential
credential.1 Shutdown Rejected 12 seconds ago "invalid --security-opt 2: "credentialspec=file://nosuch""

[DC2-N1]$ docker service ps --no-trunc --format "{{.Name}} {{.DesiredState}} {{.CurrentState}} {{.Error}}" user
user.1 Shutdown Failed 11 seconds ago "starting container failed: unable to find user nosuch: no matching entries in passwd file"

[DC2-N1]$ docker service ps --no-trunc --format "{{.Name}} {{.DesiredState}} {{.CurrentState}} {{.Error}}" group
group.1 Shutdown Failed 11 seconds ago "starting container failed: unable to find group nosuch: no matching entries in group file"

[DC2-N1]$ docker service ps --no-trunc --format "{{.Name}} {{.DesiredState}} {{.CurrentState}} {{.Error}}" groups
groups.1 Shutdown Failed 11 seconds ago "starting container failed: Unable to find group nosuch: no matching entries in group file"

[DC2-N1]$ docker service ps --no-trunc --format "{{.Name}} {{.DesiredState}} {{.CurrentState}} {{.Error}}" numbers
numbers.1 Running Running 11 seconds ago 

[DC2-N1]$ docker service ps --no-trunc --format "{{.Name}} {{.DesiredState}} {{.CurrentState}} {{.Error}}" soft
soft.1 Running Running 11 seconds ago 

[DC2-N1]$ docker service ps --no-trunc --format "{{.Name}} {{.DesiredState}} {{.CurrentState}} {{.Error}}" message
message.1 Running Running 10 seconds ago 

[DC2-N1]$ docker service ps --no-trunc --format "{{.Name}} {{.DesiredState}} {{.CurrentState}} {{.Error}}" grace
grace.1 Running Running 11 seconds ago 

[DC2-N1]$ docker service ps --no-trunc --format "{{.Name}} {{.DesiredState}} {{.CurrentState}} {{.Error}}" spaces
spaces.1 Running Running 10 seconds ago 

loose [DC2-N1]$ docker service ps --no-trunc --format "{{.Name}} {{.DesiredState}} {{.CurrentState}} {{.Error}}" signal
signal.1 Shutdown Rejected 12 seconds ago "Invalid signal: SIGBOGUS"

loose [DC2-N1]$ docker service ps --no-trunc --format "{{.Name}} {{.DesiredState}} {{.CurrentState}} {{.Error}}" cpus
cpus.1 Shutdown Rejected 12 seconds ago "Range of CPUs is from 0.01 to 2.00, as there are only 2 CPUs available"

loose [DC2-N1]$ docker service ps --no-trunc --format "{{.Name}} {{.DesiredState}} {{.CurrentState}} {{.Error}}" sysctl
sysctl.1 Shutdown Failed 11 seconds ago "starting container failed: failed to create shim task: OCI runtime create failed: runc create failed: sysctl "foo" is not in a separate kernel namespace: unknown"

loose [DC2-N1]$ docker service ps --no-trunc --format "{{.Name}} {{.DesiredState}} {{.CurrentState}} {{.Error}}" kernel
kernel.1 Shutdown Failed 10 seconds ago "starting container failed: failed to create shim task: OCI runtime create failed: runc create failed: sysctl "kernel.bogus" is not in a separate kernel namespace: unknown"

loose [DC2-N1]$ docker service ps --no-trunc --format "{{.Name}} {{.DesiredState}} {{.CurrentState}} {{.Error}}" words
words.1 Shutdown Failed 10 seconds ago "starting container failed: failed to create shim task: OCI runtime create failed: runc create failed: unable to start container process: error during container init: write /proc/sys/kernel/shmmax: invalid argument: unknown"

loose [DC2-N1]$ docker service ps --no-trunc --format "{{.Name}} {{.DesiredState}} {{.CurrentState}} {{.Error}}" hostname
hostname.1 Shutdown Failed 10 seconds ago "starting container failed: failed to create shim task: OCI runtime create failed: runc create failed: unable to start container process: error during container init: sethostname: invalid argument: unknown"

loose [DC2-N1]$ docker service ps --no-trunc --format "{{.Name}} {{.DesiredState}} {{.CurrentState}} {{.Error}}" size
size.1 Shutdown Failed 11 seconds ago "starting container failed: failed to initialize logging driver: invalid size: 'zz'"

loose [DC2-N1]$ docker service ps --no-trunc --format "{{.Name}} {{.DesiredState}} {{.CurrentState}} {{.Error}}" folder
folder.1 Shutdown Failed 10 seconds ago "starting container failed: failed to create shim task: OCI runtime create failed: runc create failed: unable to start container process: exec: "/etc": permission denied: unknown"

loose [DC2-N1]$ docker service ps --no-trunc --format "{{.Name}} {{.DesiredState}} {{.CurrentState}} {{.Error}}" quota
quota.1 Shutdown Failed 10 seconds ago "starting container failed: failed to create shim task: OCI runtime create failed: runc create failed: unable to start container process: error during container init: error setting cgroup config for procHooks process: failed to write "100": write /sys/fs/cgroup/cpu/docker/85119c7f30b0183cd081f77b6988a1e9cb148cef57eb9150b77e36ad690f72e3/cpu.cfs_quota_us: invalid argument: unknown"

[DC2-N1]$ docker service create -q -d --no-resolve-image --restart-condition none --name odd --mount type=bind,src=/tmp,dst=/x,bind-propagation=odd nginx:latest
Error response from daemon: invalid MountPropagation: "odd"
[exit 1]

[DC2-N1]$ docker service create -q -d --no-resolve-image --restart-condition none --name twice --mount type=volume,src=data,dst=/x --mount type=volume,src=more,dst=/x nginx:latest
Error response from daemon: rpc error: code = InvalidArgument desc = ContainerSpec: duplicate mount point: /x
[exit 1]

[DC2-N1]$ docker service create -q -d --no-resolve-image --name tiny --limit-memory 1M nginx:latest
Error response from daemon: rpc error: code = InvalidArgument desc = invalid memory value 1048576: Must be at least 4MiB
[exit 1]

[DC2-N1]$ docker service create -q -d --no-resolve-image --name often --health-cmd true --health-interval 1us nginx:latest
Error response from daemon: rpc error: code = InvalidArgument desc = ContainerSpec: Interval in HealthConfig cannot be less than 1ms
[exit 1]

