# title: Which refusals leave a container behind, and which do not
# hosts: 1
# swarm: none
# tags: containers, errors
# engine: 26.1.5
# runs: 1 (26.1.5)

[DC2-N1]$ docker run -d --name f02 --pid container:nosuch nginx
docker: Error response from daemon: No such container: nosuch

Run 'docker run --help' for more information
[exit 125]

[DC2-N1]$ docker run -d --name f03 --ipc container:nosuch nginx
docker: Error response from daemon: No such container: nosuch

Run 'docker run --help' for more information
[exit 125]

[DC2-N1]$ docker run -d --name f04 --link nosuch nginx
docker: Error response from daemon: could not get container for nosuch: No such container: nosuch

Run 'docker run --help' for more information
[exit 125]

[DC2-N1]$ docker run -d --name f05 --volumes-from nosuch nginx
docker: Error response from daemon: No such container: nosuch

Run 'docker run --help' for more information
[exit 125]

[DC2-N1]$ docker run -d --name f06 --ip 1.2.3.4 nginx
docker: Error response from daemon: invalid config for network bridge: invalid endpoint settings:
* user specified IP address is supported on user defined networks only
* user specified IP address is supported only when connecting to networks with user configured subnets

Run 'docker run --help' for more information
[exit 125]

[DC2-N1]$ docker run -d --name f07 --log-driver nosuch nginx
docker: Error response from daemon: error looking up logging plugin nosuch: plugin "nosuch" not found

Run 'docker run --help' for more information
[exit 125]

[DC2-N1]$ docker run -d --name f08 --gpus all nginx
1d728ffdef72ee5737f800b12dc8a49aeb7b931e1a487969cdd6560010b89de9
docker: Error response from daemon: could not select device driver "" with capabilities: [[gpu]]

Run 'docker run --help' for more information
[exit 125]

[DC2-N1]$ docker run -d --name f09 --device /dev/nosuch nginx
248a4145592713b5a734f8f39966711326f62c7a09790e383e13e86e1984919e
docker: Error response from daemon: error gathering device information while adding custom device "/dev/nosuch": no such file or directory

Run 'docker run --help' for more information
[exit 127]

[DC2-N1]$ docker run -d --name f10 --ipc bad nginx
docker: Error response from daemon: invalid IPC mode: bad

Run 'docker run --help' for more information
[exit 125]

[DC2-N1]$ docker run -d --name f11 --oom-score-adj 2000 nginx
docker: Error response from daemon: Invalid value 2000, range for oom score adj is [-1000, 1000]

Run 'docker run --help' for more information
[exit 125]

[DC2-N1]$ docker run -d --name f12 --runtime nosuch nginx
docker: Error response from daemon: unknown or invalid runtime name: nosuch

Run 'docker run --help' for more information
[exit 125]

[DC2-N1]$ docker run -d --name f13 --tmpfs rel nginx
docker: Error response from daemon: invalid mount path: 'rel' mount path must be absolute

Run 'docker run --help' for more information
[exit 125]

[DC2-N1]$ docker run -d --name f14 -v /x:rel nginx
docker: Error response from daemon: invalid volume specification: '/x:rel': invalid mount config for type "bind": invalid mount path: 'rel' mount path must be absolute

Run 'docker run --help' for more information
[exit 125]

[DC2-N1]$ docker run -d --name f15 -v data:/x:foo nginx
docker: Error response from daemon: invalid mode: foo

Run 'docker run --help' for more information
[exit 125]

[DC2-N1]$ docker run -d --name f16 -v data:/ nginx
docker: Error response from daemon: invalid volume specification: 'data:/': invalid mount config for type "volume": invalid specification: destination can't be '/'

Run 'docker run --help' for more information
[exit 125]

[DC2-N1]$ docker run -d --name f17 -v data:/x -v other:/x nginx
docker: Error response from daemon: Duplicate mount point: /x

Run 'docker run --help' for more information
[exit 125]

[DC2-N1]$ docker run -d --name f18 -v data:/x --mount type=volume,src=other,dst=/x nginx
docker: Error response from daemon: Duplicate mount point: /x

Run 'docker run --help' for more information
[exit 125]

[DC2-N1]$ docker run -d --name f19 --cpus 1 --cpu-period 50000 nginx
docker: Error response from daemon: Conflicting options: Nano CPUs and CPU Period cannot both be set

Run 'docker run --help' for more information
[exit 125]

[DC2-N1]$ docker run -d --name f20 --cpus 1 --cpu-quota 50000 nginx
docker: Error response from daemon: Conflicting options: Nano CPUs and CPU Quota cannot both be set

Run 'docker run --help' for more information
[exit 125]

[DC2-N1]$ docker run -d --name f21 --cpu-period 10 nginx
docker: Error response from daemon: CPU cfs period can not be less than 1ms (i.e. 1000) or larger than 1s (i.e. 1000000)

Run 'docker run --help' for more information
[exit 125]

[DC2-N1]$ docker run -d --name f22 --cpu-quota 10 nginx
docker: Error response from daemon: CPU cfs quota can not be less than 1ms (i.e. 1000)

Run 'docker run --help' for more information
[exit 125]

[DC2-N1]$ docker run -d --name f23 --memory 64m --memory-swap 32m nginx
docker: Error response from daemon: Minimum memoryswap limit should be larger than memory limit, see usage

Run 'docker run --help' for more information
[exit 125]

[DC2-N1]$ docker run -d --name f24 --memory-swap 32m nginx
docker: Error response from daemon: You should always set the Memory limit when using Memoryswap limit, see usage

Run 'docker run --help' for more information
[exit 125]

[DC2-N1]$ docker run -d --name f25 --memory-reservation 1m nginx
docker: Error response from daemon: Minimum memory reservation allowed is 6MB

Run 'docker run --help' for more information
[exit 125]

[DC2-N1]$ docker run -d --name f26 --memory 64m --memory-reservation 128m nginx
docker: Error response from daemon: Minimum memory limit can not be less than memory reservation limit, see usage

Run 'docker run --help' for more information
[exit 125]

[DC2-N1]$ docker run -d --name f27 --memory-swap -1 --memory 64m nginx
594d5cf71fe1598cde8f8f233111c50642e43d2121fe50bdb92ebdb20304173e

[DC2-N1]$ docker inspect f27 --format '{{.HostConfig.MemorySwap}}'
-1

[DC2-N1]$ docker run -d --name f28 --cpuset-cpus 7 nginx
docker: Error response from daemon: Requested CPUs are not available - requested 7, available: 0-1

Run 'docker run --help' for more information
[exit 125]

[DC2-N1]$ docker run -d --name f29 --cpuset-cpus x nginx
docker: Error response from daemon: Invalid value x for cpuset cpus: invalid format: x

Run 'docker run --help' for more information
[exit 125]

[DC2-N1]$ docker run -d --name f30 --uts host --hostname box nginx
docker: Error response from daemon: conflicting options: hostname and the UTS mode

Run 'docker run --help' for more information
[exit 125]

[DC2-N1]$ docker run -d --name f31 --network host --link f27 nginx
docker: Error response from daemon: conflicting options: host type networking can't be used with links. This would result in undefined behavior

Run 'docker run --help' for more information
[exit 125]

[DC2-N1]$ docker run -d --name f32 --network container:f27 --link f27 nginx
docker: Error response from daemon: conflicting options: container type network can't be used with links. This would result in undefined behavior

Run 'docker run --help' for more information
[exit 125]

[DC2-N1]$ docker run -d --name f33 --network container:f27 --dns 1.1.1.1 nginx
docker: Error response from daemon: conflicting options: dns and the network mode

Run 'docker run --help' for more information
[exit 125]

[DC2-N1]$ docker run -d --name f34 --network container:f27 --add-host a:1.1.1.1 nginx
docker: Error response from daemon: conflicting options: custom host-to-IP mapping and the network mode

Run 'docker run --help' for more information
[exit 125]

[DC2-N1]$ docker run -d --name f35 --network container:f27 --expose 81 nginx
docker: Error response from daemon: conflicting options: port exposing and the container type network mode

Run 'docker run --help' for more information
[exit 125]

[DC2-N1]$ docker run -d --name f36 --network container:f27 -P nginx
docker: Error response from daemon: conflicting options: port publishing and the container type network mode

Run 'docker run --help' for more information
[exit 125]

[DC2-N1]$ docker run -d --name f37 --network container:f27 --mac-address 02:42:ac:11:00:09 nginx
79bca2b64593bd3ca01ea7e6dbc2c43f255c7abe180bc9fed3b5639d6b205176

[DC2-N1]$ docker run -d --name f38 --network container:f27 nginx
f87a025cdc077acc335488166c96e6cd662368b8fd702d3234437c0730a587ad

[DC2-N1]$ docker stop -t 0 f27
f27

[DC2-N1]$ docker run -d --name f40 --cap-add ALL --cap-drop NET_RAW nginx
7bacc226b78fe55c1b6b2e5784dbc85b0494d8ccdd181ad9060e0f1ba8599f25

[DC2-N1]$ docker inspect f40 --format '{{json .HostConfig.CapAdd}} {{json .HostConfig.CapDrop}}'
["ALL"] ["CAP_NET_RAW"]

[DC2-N1]$ docker run -d --name f41 --privileged nginx
250f8f2d61a675bc12060be14106c1719daa536c37b0ad4985b5325046937aaa

[DC2-N1]$ docker inspect f41 --format '{{json .HostConfig.MaskedPaths}} {{json .HostConfig.ReadonlyPaths}} {{json .HostConfig.SecurityOpt}}'
null null ["label=disable"]

[DC2-N1]$ docker run -d --name f42 --security-opt seccomp=unconfined --security-opt apparmor=unconfined --security-opt systempaths=unconfined nginx
704cf7d8af8252ab84ca7e69cb7a0a3f12cef8981e731f72b350b12e252a17c7

[DC2-N1]$ docker inspect f42 --format '{{json .HostConfig.SecurityOpt}} {{json .HostConfig.MaskedPaths}}'
["seccomp=unconfined","apparmor=unconfined"] []

[DC2-N1]$ docker run -d --name f43 --shm-size=-1 nginx
invalid argument "-1" for "--shm-size" flag: invalid size: '-1'

Usage:  docker run [OPTIONS] IMAGE [COMMAND] [ARG...]

Run 'docker run --help' for more information
[exit 125]

[DC2-N1]$ docker run -d --name f44 --pids-limit -1 nginx
cffd3ebe6e0db6159bf7680f6c16e14ba8ed7e8fa439ba94dacad021080a1d69

[DC2-N1]$ docker inspect f44 --format '{{json .HostConfig.PidsLimit}}'
null

[DC2-N1]$ docker run -d --name f45 --rm --entrypoint '' nginx
docker: Error response from daemon: no command specified

Run 'docker run --help' for more information
[exit 125]

[DC2-N1]$ docker run -d --name f46 --mac-address 02:42:ac:11:00:09 nginx
93f2f02de3db17948bbdbc14aa34a35777ecd0841bfcf9e10ee613770bf4b969

[DC2-N1]$ docker inspect f46 --format '{{.NetworkSettings.MacAddress}} {{.Config.MacAddress}}'
02:42:ac:11:00:09 02:42:ac:11:00:09

[DC2-N1]$ docker run -d --name f47 --network none -p 80:80 nginx
15743fe0ce6402c9cf3ad0dcc44b80896f028ee312686954e7e9cff7700c5e46

[DC2-N1]$ docker run -d --name f48 --network host -p 80:80 nginx
WARNING: Published ports are discarded when using host network mode
24cff31d9b58a8a6865845bd7ca3d851b9fe9bcefaebbb435398e2759b53fe84

[DC2-N1]$ docker run -d --name f49 --network-alias x nginx
docker: network-scoped aliases are only supported for user-defined networks

Run 'docker run --help' for more information
[exit 125]

[DC2-N1]$ docker run -d --name f50 --health-cmd 'true' --health-interval=-1s nginx
docker: --health-interval cannot be negative

Run 'docker run --help' for more information
[exit 125]

[DC2-N1]$ docker run -d --name f51 --stop-signal BOGUS nginx
docker: Error response from daemon: invalid signal: BOGUS

Run 'docker run --help' for more information
[exit 125]

[DC2-N1]$ docker run -d --name f52 --annotation a=b nginx
a711104aed2c844f69f728e011adbe92f8fca5557c7a0ee8693fac084c9df0c5

[DC2-N1]$ docker inspect f52 --format '{{json .HostConfig.Annotations}}'
{"a":"b"}
