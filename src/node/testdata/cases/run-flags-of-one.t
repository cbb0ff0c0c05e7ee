# title: A container made with the flags of a course, as inspect shows it
# hosts: 1
# swarm: none
# tags: containers
# engine: 26.1.5
# runs: 1 (26.1.5)

[DC2-N1]$ docker run -d --name web -e A=1 -e B=two -l tier=front --label app=shop -p 8080:80 --restart unless-stopped --memory 128m --cpus 0.5 nginx
49fd5fc18885bd53a2e2219ce524094352a407e4d81809814eb334356ffd9a93

[DC2-N1]$ docker inspect web --format '{{.Name}} {{.Config.Image}} {{.HostConfig.RestartPolicy.Name}} {{.HostConfig.RestartPolicy.MaximumRetryCount}} {{.HostConfig.Memory}} {{.HostConfig.MemorySwap}} {{.HostConfig.NanoCpus}}'
/web nginx unless-stopped 0 134217728 268435456 500000000

[DC2-N1]$ docker inspect web --format '{{json .Config.Labels}}'
{"app":"shop","tier":"front"}

[DC2-N1]$ docker inspect web --format '{{json .HostConfig.PortBindings}} {{json .NetworkSettings.Ports}}'
{"80/tcp":[{"HostIp":"","HostPort":"8080"}]} {"80/tcp":[{"HostIp":"0.0.0.0","HostPort":"8080"},{"HostIp":"::","HostPort":"8080"}]}

[DC2-N1]$ docker inspect web --format '{{range $p, $c := .NetworkSettings.Ports}}{{$p}} -> {{(index $c 0).HostPort}}{{end}}'
80/tcp -> 8080

[DC2-N1]$ docker inspect web --format '{{(index (index .NetworkSettings.Ports "80/tcp") 0).HostPort}}'
8080

[DC2-N1]$ docker port web
80/tcp -> 0.0.0.0:8080
80/tcp -> [::]:8080

[DC2-N1]$ docker port web 80
0.0.0.0:8080
[::]:8080

[DC2-N1]$ docker port web 80/tcp
0.0.0.0:8080
[::]:8080

[DC2-N1]$ docker port web 81
Error: No public port '81' published for web
[exit 1]

[DC2-N1]$ docker port web 80/udp
Error: No public port '80/udp' published for web
[exit 1]

[DC2-N1]$ docker ps
CONTAINER ID   IMAGE     COMMAND                  CREATED         STATUS                  PORTS                                     NAMES
49fd5fc18885   nginx     "sh -c 'httpd -p 80 …"   2 seconds ago   Up Less than a second   0.0.0.0:8080->80/tcp, [::]:8080->80/tcp   web

[DC2-N1]$ docker ps --format '{{.Names}} {{.Ports}} {{.Status}} {{.Image}} {{.Labels}}'
web 0.0.0.0:8080->80/tcp, [::]:8080->80/tcp Up Less than a second nginx app=shop,tier=front

[DC2-N1]$ docker create --name full --hostname box --domainname lab.test --user 1000:1000 --workdir /srv --entrypoint sh -e X=1 --env Y -l a= --label b --stop-signal SIGQUIT --stop-timeout 3 --expose 9000 --expose 9100-9102/udp nginx -c 'sleep 100'
0b09328b121412bfe23a3f882374f40500064dcd1456c31e3ec689729116e955

[DC2-N1]$ docker inspect full --format '{{.Path}} {{json .Args}} {{.State.Status}} {{.Config.StopTimeout}}'
sh ["-c","sleep 100"] created 3

[DC2-N1]$ docker create --name secure --privileged --cap-add NET_ADMIN --cap-add sys_time --cap-drop ALL --security-opt no-new-privileges --security-opt label=disable --read-only --tmpfs /run --tmpfs /tmp:size=10m --init --userns host --pid host --ipc host --uts host --group-add 10 --group-add video nginx
3f440acb4b03e4cb2e22e2308a1b87f031067f5a186346ea44755cd1bbefacd2

[DC2-N1]$ docker inspect secure --format '{{with .HostConfig}}{{.Privileged}} {{json .CapAdd}} {{json .CapDrop}} {{json .SecurityOpt}} {{.ReadonlyRootfs}} {{json .Tmpfs}} {{.Init}} {{.UsernsMode}} {{.PidMode}} {{.IpcMode}} {{.UTSMode}} {{json .GroupAdd}}{{end}}'
true ["CAP_NET_ADMIN","CAP_SYS_TIME"] ["ALL"] ["no-new-privileges","label=disable"] true {"/run":"","/tmp":"size=10m"} true host host host host ["10","video"]

[DC2-N1]$ docker create --name net --dns 1.1.1.1 --dns-search lab.test --dns-option ndots:2 --add-host db:10.0.0.9 --add-host host.docker.internal:host-gateway --network host nginx
db22a105fc55d6576514a87837f89ae928316fa14071faf1d1e106650a77e40e

[DC2-N1]$ docker inspect net --format '{{with .HostConfig}}{{json .Dns}} {{json .DnsSearch}} {{json .DnsOptions}} {{json .ExtraHosts}} {{.NetworkMode}}{{end}}'
["1.1.1.1"] ["lab.test"] ["ndots:2"] ["db:10.0.0.9","host.docker.internal:host-gateway"] host

[DC2-N1]$ docker create --name mounts -v data:/data -v /tmp:/host:ro -v /anon --mount type=tmpfs,dst=/t,tmpfs-size=1m --mount type=bind,src=/tmp,dst=/b,readonly --mount type=volume,src=vol,dst=/v,volume-nocopy nginx
36ecaea6421f671e4654469f1e5cd5a0a9c78e509a5d031d1a977e9a2b9a03a9

[DC2-N1]$ docker inspect mounts --format '{{json .HostConfig.Binds}} {{json .HostConfig.Mounts}} {{json .Config.Volumes}}'
["data:/data","/tmp:/host:ro"] [{"Type":"tmpfs","Target":"/t","TmpfsOptions":{"SizeBytes":1048576}},{"Type":"bind","Source":"/tmp","Target":"/b","ReadOnly":true},{"Type":"volume","Source":"vol","Target":"/v","VolumeOptions":{"NoCopy":true,"DriverConfig":{}}}] {"/anon":{}}

[DC2-N1]$ docker create --name log --log-driver json-file --log-opt max-size=1m --log-opt max-file=3 nginx
62e8a0c4975c961029f3141d206fa7f4ba4a17af522cdfe3626749528ed4f8c2

[DC2-N1]$ docker inspect log --format '{{json .HostConfig.LogConfig}}'
{"Type":"json-file","Config":{"max-file":"3","max-size":"1m"}}

[DC2-N1]$ docker create --name nolog --log-driver none nginx
63d10a7cb16d45d0abdb0e3b173914c52d30b8bc53459293441e33ba3c19bdb6

[DC2-N1]$ docker inspect nolog --format '{{json .HostConfig.LogConfig}} {{.LogPath}}'
{"Type":"none","Config":{}} 

[DC2-N1]$ docker create --name health --health-cmd 'exit 0' --health-interval 5s --health-timeout 2s --health-retries 4 --health-start-period 7s --health-start-interval 1s nginx
367bae5b2edfc78301812292cdd861a3f237c5ec1d3e08249cc03231771a0f7f

[DC2-N1]$ docker inspect health --format '{{json .Config.Healthcheck}}'
{"Test":["CMD-SHELL","exit 0"],"Interval":5000000000,"Timeout":2000000000,"StartPeriod":7000000000,"StartInterval":1000000000,"Retries":4}

[DC2-N1]$ docker create --name nohealth --no-healthcheck nginx
53703344a3fae78855ace2c615023c230cff7eaffa2ca3f4de0fa76213def6aa

[DC2-N1]$ docker inspect nohealth --format '{{json .Config.Healthcheck}}'
{"Test":["NONE"]}

[DC2-N1]$ docker create --name dev --device /dev/null --device /dev/zero:/dev/z:r --device-cgroup-rule 'c 1:3 mr' nginx
cfd3eb7e49cf7c03038824b4253b8e6dba2a6ca5b340a50bca50bb14ff571185

[DC2-N1]$ docker inspect dev --format '{{json .HostConfig.Devices}} {{json .HostConfig.DeviceCgroupRules}}'
[{"PathOnHost":"/dev/null","PathInContainer":"/dev/null","CgroupPermissions":"rwm"},{"PathOnHost":"/dev/zero","PathInContainer":"/dev/z","CgroupPermissions":"r"}] ["c 1:3 mr"]

[DC2-N1]$ docker create --name sys --sysctl net.ipv4.ip_forward=1 --sysctl net.core.somaxconn=1024 --cgroup-parent /x --cgroupns private --runtime runc --isolation default --storage-opt size=10G nginx
Error response from daemon: --storage-opt is supported only for overlay over xfs with 'pquota' mount option
[exit 1]

[DC2-N1]$ docker create --name sys --sysctl net.ipv4.ip_forward=1 --sysctl net.core.somaxconn=1024 --cgroupns private --runtime runc nginx
7b00b2fb50bb53531b868fc72ce365262d3d7936c7639993db95c889ee55596c

[DC2-N1]$ docker inspect sys --format '{{json .HostConfig.Sysctls}} {{.HostConfig.CgroupnsMode}} {{.HostConfig.Runtime}} {{.HostConfig.CgroupParent}}'
{"net.core.somaxconn":"1024","net.ipv4.ip_forward":"1"} private runc 

[DC2-N1]$ docker ps -a -q --filter status=created --filter name=health
53703344a3fa
367bae5b2edf

[DC2-N1]$ docker rm -f web
web

[DC2-N1]$ docker volume ls -q --filter name=data
data
