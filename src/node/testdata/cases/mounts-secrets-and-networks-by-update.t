# title: Mounts, secrets, configs and networks are added, replaced and removed
# hosts: 2
# swarm: 1m1w
# tags: service, mounts, secrets, networks
# engine: 26.1.5
# runs: 1 (26.1.5)

[DC2-N1]$ docker network create -d overlay one
73zhkosxr4b7h9hk9etun1aye

[DC2-N1]$ docker network create -d overlay --attachable two
uqegdy7gks0d5h104yk9js2dp

[DC2-N1]$ echo a | docker secret create sa -
bkf8zjicmr9lbs613345kjgkx

[DC2-N1]$ echo b | docker secret create sb -
zguss3uuk4kypbkr7cepejpdg

[DC2-N1]$ echo a | docker config create ca -
rre8sztx1s5nk5j12orcmv4j2

[DC2-N1]$ echo b | docker config create cb -
4t5yu6x8gl0l745xpi8ead6p9

[DC2-N1]$ docker service create -q -d --no-resolve-image --name web --constraint node.role==manager --network one --secret sa --config source=ca,target=/ca,mode=0400 --mount type=volume,source=v,target=/v nginx:1.25
kxd0ork0k9yo6nck9i7zp8tno

[DC2-N1]$ docker service update -q -d --no-resolve-image --mount-add type=volume,source=w,target=/v web
web

[DC2-N1]$ docker service inspect web --format '{{json .Spec.TaskTemplate.ContainerSpec.Mounts}}'
[{"Type":"volume","Source":"w","Target":"/v"}]

[DC2-N1]$ docker service update -q -d --no-resolve-image --mount-add type=tmpfs,target=/t,tmpfs-size=64k --mount-add type=bind,source=/tmp,target=/b,bind-propagation=private --mount-add source=x,target=/x,volume-opt=type=nfs,volume-opt=o=addr=1.2.3.4,volume-driver=local,volume-nocopy web
web

[DC2-N1]$ docker service inspect web --format '{{json .Spec.TaskTemplate.ContainerSpec.Mounts}}'
[{"Type":"tmpfs","Target":"/t","TmpfsOptions":{"SizeBytes":65536}},{"Type":"bind","Source":"/tmp","Target":"/b","BindOptions":{"Propagation":"private"}},{"Type":"volume","Source":"w","Target":"/v"},{"Type":"volume","Source":"x","Target":"/x","VolumeOptions":{"NoCopy":true,"DriverConfig":{"Name":"local","Options":{"o":"addr=1.2.3.4","type":"nfs"}}}}]

[DC2-N1]$ docker service update -q -d --no-resolve-image --mount-rm /t --mount-rm /x --mount-rm /nosuch --mount-add type=tmpfs,destination=/a web
web

[DC2-N1]$ docker service inspect web --format '{{range .Spec.TaskTemplate.ContainerSpec.Mounts}}{{.Type}} {{.Source}} {{.Target}} {{.ReadOnly}}{{println}}{{end}}'
tmpfs  /a false
bind /tmp /b false
volume w /v false

[DC2-N1]$ docker service update -d --no-resolve-image --mount-add type=bind,source=/tmp,target=/b,volume-nocopy web
invalid argument "type=bind,source=/tmp,target=/b,volume-nocopy" for "--mount-add" flag: cannot mix 'volume-*' options with mount type 'bind'

Usage:  docker service update [OPTIONS] SERVICE

Run 'docker service update --help' for more information
[exit 125]

[DC2-N1]$ docker service update -d --no-resolve-image --mount-add type=tmpfs,target=/b,tmpfs-size=foo web
invalid argument "type=tmpfs,target=/b,tmpfs-size=foo" for "--mount-add" flag: invalid value for tmpfs-size: foo

Usage:  docker service update [OPTIONS] SERVICE

Run 'docker service update --help' for more information
[exit 125]

[DC2-N1]$ docker service update -d --no-resolve-image --mount-add target=/b,readonly=maybe web
invalid argument "target=/b,readonly=maybe" for "--mount-add" flag: invalid value for readonly: maybe

Usage:  docker service update [OPTIONS] SERVICE

Run 'docker service update --help' for more information
[exit 125]

[DC2-N1]$ docker service update -d --no-resolve-image --mount-add foo web
invalid argument "foo" for "--mount-add" flag: invalid field 'foo' must be a key=value pair

Usage:  docker service update [OPTIONS] SERVICE

Run 'docker service update --help' for more information
[exit 125]

[DC2-N1]$ docker service update -d --no-resolve-image --mount-add type=volume web
invalid argument "type=volume" for "--mount-add" flag: target is required

Usage:  docker service update [OPTIONS] SERVICE

Run 'docker service update --help' for more information
[exit 125]

[DC2-N1]$ docker service update -d --no-resolve-image --mount-add type=tmpfs,target=/b,bind-propagation=shared web
invalid argument "type=tmpfs,target=/b,bind-propagation=shared" for "--mount-add" flag: cannot mix 'bind-*' options with mount type 'tmpfs'

Usage:  docker service update [OPTIONS] SERVICE

Run 'docker service update --help' for more information
[exit 125]

[DC2-N1]$ docker service update -q -d --no-resolve-image --secret-rm sa --secret-add source=sb,target=/run/sb,uid=5,gid=6,mode=0440 --config-rm ca --config-add cb web
web

[DC2-N1]$ docker service inspect web --format '{{json .Spec.TaskTemplate.ContainerSpec.Configs}}'
[{"File":{"Name":"cb","UID":"0","GID":"0","Mode":292},"ConfigID":"4t5yu6x8gl0l745xpi8ead6p9","ConfigName":"cb"}]

[DC2-N1]$ docker service inspect web --format '{{range .Spec.TaskTemplate.ContainerSpec.Secrets}}{{.SecretName}} {{.File.Name}} {{.File.UID}} {{.File.GID}} {{.File.Mode}}{{end}}'
sb /run/sb 5 6 -r--r-----

[DC2-N1]$ docker service update -d --no-resolve-image --secret-add sb web
web

[DC2-N1]$ docker service update -d --no-resolve-image --secret-add source=sb,target=/run/sb web
Error response from daemon: rpc error: code = InvalidArgument desc = secret references 'sb' and 'sb' have a conflicting target: '/run/sb'
[exit 1]

[DC2-N1]$ docker service update -d --no-resolve-image --secret-rm sb --secret-add source=sb,target=other web
web

[DC2-N1]$ docker service update -d --no-resolve-image --config-add source=cb,target=/x --config-add source=ca,target=/x web
duplicate config target for ca not allowed
[exit 1]

[DC2-N1]$ docker service update -d --no-resolve-image --secret-add source=sb,mode=999 web
web

[DC2-N1]$ docker service update -d --no-resolve-image --secret-add source=nosuch web
secret not found: nosuch
[exit 1]

[DC2-N1]$ docker service update -d --no-resolve-image --secret-add target=nosuch web
invalid argument "target=nosuch" for "--secret-add" flag: source is required

Usage:  docker service update [OPTIONS] SERVICE

Run 'docker service update --help' for more information
[exit 125]

[DC2-N1]$ docker service update -q -d --no-resolve-image --network-add name=two,alias=a,alias=b,driver-opt=x=y web
web

[DC2-N1]$ docker service update -d --no-resolve-image --network-add two web
service is already attached to network two
[exit 1]

[DC2-N1]$ docker service update -q -d --no-resolve-image --network-rm one --network-add ingress web
Error response from daemon: rpc error: code = InvalidArgument desc = Service cannot be explicitly attached to the ingress network "ingress"
[exit 1]

[DC2-N1]$ docker service update -q -d --no-resolve-image --network-rm one web
web

[DC2-N1]$ docker service update -d --no-resolve-image --network-rm one web
web

[DC2-N1]$ docker service update -d --no-resolve-image --network-add host web
web

settle
# last change after 298.3 s

[DC2-N1]$ docker service inspect web --format '{{len .Spec.TaskTemplate.Networks}} {{len .Endpoint.VirtualIPs}}'
2 2

[DC2-N1]$ docker network rm two
Error response from daemon: rpc error: code = FailedPrecondition desc = network uqegdy7gks0d5h104yk9js2dp is in use by service kxd0ork0k9yo6nck9i7zp8tno
exit status 1
[exit 1]

[DC2-N1]$ docker network rm one
one

[DC2-N1]$ docker secret rm sa sb
sa
Error response from daemon: rpc error: code = InvalidArgument desc = secret 'sb' is in use by the following service: web
[exit 1]

[DC2-N1]$ docker config rm ca cb
ca
Error response from daemon: rpc error: code = InvalidArgument desc = config 'cb' is in use by the following service: web
[exit 1]

[DC2-N1]$ docker volume ls --format '{{.Name}}' --filter name=v --filter name=w

[DC2-N1]$ docker service rollback -q -d web
web

settle
# last change after 300.2 s

[DC2-N1]$ docker service inspect web --format '{{len .Spec.TaskTemplate.Networks}} {{json .Spec.TaskTemplate.ContainerSpec.Mounts}}'
1 [{"Type":"tmpfs","Target":"/a"},{"Type":"bind","Source":"/tmp","Target":"/b","BindOptions":{"Propagation":"private"}},{"Type":"volume","Source":"w","Target":"/v"}]
