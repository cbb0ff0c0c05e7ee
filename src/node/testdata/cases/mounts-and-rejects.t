# title: Mounts that fail, and how often the task is tried again
# hosts: 1
# swarm: 1m
# tags: orchestrator
# engine: 26.1.5
# runs: 1 (26.1.5)

[DC2-N1]$ docker service create -q -d --no-resolve-image --name nobind --restart-max-attempts 1 --restart-delay 1s --mount type=bind,source=/nowhere,target=/x nginx:1.25
2f0i277khs4g1kz1pn8rejdxh

[DC2-N1]$ docker service create -q -d --no-resolve-image --name mem --mount type=tmpfs,target=/t,tmpfs-size=1m busybox sleep 100
zodic5x6bbtaehruosz39mmiw

[DC2-N1]$ docker service create -q -d --no-resolve-image --name vol --mount source=data,target=/data,readonly busybox sleep 100
80e6cgszg73ts6pv4f5koms2a

settle
# last change after 2.7 s

counts [DC2-N1]$ docker service ps nobind --no-trunc --format '{{.DesiredState}} {{.Error}}'
Shutdown "invalid mount config for type "bind": bind source path does not exist: /nowhere"
Shutdown "invalid mount config for type "bind": bind source path does not exist: /nowhere"

[DC2-N1]$ docker service inspect mem --format '{{json .Spec.TaskTemplate.ContainerSpec.Mounts}}'
[{"Type":"tmpfs","Target":"/t","TmpfsOptions":{"SizeBytes":1048576}}]

[DC2-N1]$ docker service inspect vol --format '{{json .Spec.TaskTemplate.ContainerSpec.Mounts}}'
[{"Type":"volume","Source":"data","Target":"/data","ReadOnly":true}]

[DC2-N1]$ docker volume ls --format '{{.Driver}} {{.Name}}'
local data

[DC2-N1]$ docker service create -d --mount type=bind,target=/x nginx
image nginx:latest could not be accessed on a registry to record
its digest. Each node will access nginx:latest independently,
possibly leading to different nodes running different
versions of the image.

4cq623el6i11fb4t69nrpa5xn

[DC2-N1]$ docker service create -d --mount type=volume,source=a nginx
invalid argument "type=volume,source=a" for "--mount" flag: target is required

Usage:  docker service create [OPTIONS] IMAGE [COMMAND] [ARG...]

Run 'docker service create --help' for more information
[exit 125]

[DC2-N1]$ docker service create -d --mount type=bind,source=rel,target=/x nginx
image nginx:latest could not be accessed on a registry to record
its digest. Each node will access nginx:latest independently,
possibly leading to different nodes running different
versions of the image.

5kih6tmdjqlzxoom4dcw16sw7

[DC2-N1]$ docker service create -d --mount type=disk,source=a,target=/x nginx
Error response from daemon: invalid MountType: "disk"
[exit 1]

[DC2-N1]$ docker service create -d --mount type=tmpfs,source=a,target=/x nginx
image nginx:latest could not be accessed on a registry to record
its digest. Each node will access nginx:latest independently,
possibly leading to different nodes running different
versions of the image.

v5dqfkxt0moxbuui6ks1iunb9

[DC2-N1]$ docker service create -d --mount source=a,target=/x --mount source=b,target=/x nginx
Error response from daemon: rpc error: code = InvalidArgument desc = ContainerSpec: duplicate mount point: /x
[exit 1]

[DC2-N1]$ docker service update -q -d --mount-rm /data vol
vol

settle
# last change after 252.3 s

[DC2-N1]$ docker service inspect vol --format '{{json .Spec.TaskTemplate.ContainerSpec.Mounts}}'
null

[DC2-N1]$ docker volume rm data
Error response from daemon: remove data: volume is in use - [9631787879e659c273221a592e711ec4f1894c6331cf7f95aa3a7dc87c116088]
[exit 1]

[DC2-N1]$ docker service rm vol
vol
