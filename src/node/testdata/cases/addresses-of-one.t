# title: Addresses on networks of one host: fixed ones, ranges, what stopping and starting does
# hosts: 1
# swarm: none
# tags: networks
# engine: 26.1.5
# runs: 1 (26.1.5)

[DC2-N1]$ docker network create --subnet 10.71.0.0/24 --ip-range 10.71.0.128/25 --aux-address printer=10.71.0.129 lan
2d9cb4d5187569747a2cbf87297dacfd833c296ef4a7b4882280768fc52f4e8e

[DC2-N1]$ docker network inspect lan --format '{{json .IPAM.Config}}'
[{"Subnet":"10.71.0.0/24","IPRange":"10.71.0.128/25","AuxiliaryAddresses":{"printer":"10.71.0.129"}}]

[DC2-N1]$ docker run -d --name a1 --network lan nginx
b0ee49f2742ea380d95a71222b4dccd03c0627300b47e42bcfa11a0a4edb8992

[DC2-N1]$ docker run -d --name a2 --network lan nginx
bd6cf9f540ea26cf35653dcd96ddca375ad252658aae507c0b0cad0ad3f3a960

[DC2-N1]$ docker inspect a1 a2 --format '{{.NetworkSettings.Networks.lan.IPAddress}} {{.NetworkSettings.Networks.lan.Gateway}}'
10.71.0.130 10.71.0.128
10.71.0.131 10.71.0.128

[DC2-N1]$ docker run -d --name a3 --network lan --ip 10.71.0.50 nginx
7e00513fae45c2683f0f7391ef37061d966469bc5b92439782269669797ff092

[DC2-N1]$ docker inspect a3 --format '{{.NetworkSettings.Networks.lan.IPAddress}} {{json .NetworkSettings.Networks.lan.IPAMConfig}}'
10.71.0.50 {"IPv4Address":"10.71.0.50"}

[DC2-N1]$ docker stop -t 0 a3
a3

[DC2-N1]$ docker restart -t 0 a3
a3

[DC2-N1]$ docker inspect a3 --format '{{.NetworkSettings.Networks.lan.IPAddress}}'
10.71.0.50

[DC2-N1]$ docker run -d --name a5 --network lan --ip 10.72.0.50 nginx
docker: Error response from daemon: invalid config for network lan: invalid endpoint settings:
no configured subnet or ip-range contain the IP address 10.72.0.50

Run 'docker run --help' for more information
[exit 125]

[DC2-N1]$ docker run -d --name a7 --network lan --ip bogus nginx
docker: Error response from daemon: invalid config for network lan: invalid endpoint settings:
* invalid IPv4 address: bogus
* no configured subnet or ip-range contain the IP address bogus

Run 'docker run --help' for more information
[exit 125]

[DC2-N1]$ docker network create plain
537d2f6aa67ec763ed54bf569fc00278bbae4b803284ba2873876be592663e16

[DC2-N1]$ docker run -d --name b1 --network plain nginx
a9cd9bbccee8cd86127bdced559d528a5e8fcb2366f4f32ccf02798eaf14e866

[DC2-N1]$ docker run -d --name b2 --network plain nginx
5622bc622ec6a346addbe488b6815e3b2f8ac4b8b6e0afa2b3baa6266167c995

[DC2-N1]$ docker run -d --name b3 --network plain nginx
28965cc191d4c785c62ebec4ebb8c94b43f2b80ba6d4a9f4b013814e1d0a6f0a

[DC2-N1]$ docker inspect b1 b2 b3 --format '{{.NetworkSettings.Networks.plain.IPAddress}}'
172.18.0.2
172.18.0.3
172.18.0.4

[DC2-N1]$ docker rm -f b2
b2

[DC2-N1]$ docker run -d --name b4 --network plain nginx
95ea17ad8d37fc47f7d3cb89c03d571068415346269eea9539454e598c830593

[DC2-N1]$ docker inspect b4 --format '{{.NetworkSettings.Networks.plain.IPAddress}}'
172.18.0.3

[DC2-N1]$ docker run -d --name b5 nginx
67949c8a434200568fe132d0e449bf60b00b73ae76c907021a265effeaf9b95c

[DC2-N1]$ docker run -d --name b6 nginx
986c0398e13ff02df73a140b3e9b56e4e00690c09376718197cd5cf8f873b2e5

[DC2-N1]$ docker inspect b5 b6 --format '{{.NetworkSettings.IPAddress}} {{.NetworkSettings.Networks.bridge.IPAddress}}'
172.17.0.2 172.17.0.2
172.17.0.3 172.17.0.3

[DC2-N1]$ docker network connect plain b5

[DC2-N1]$ docker inspect b5 --format '{{json .NetworkSettings.Networks.plain.IPAMConfig}} {{json .NetworkSettings.Networks.plain.Aliases}} {{json .NetworkSettings.Networks.plain.Links}} {{json .NetworkSettings.Networks.plain.DriverOpts}}'
{} [] null {}

[DC2-N1]$ docker network connect --alias al plain b6

[DC2-N1]$ docker inspect b6 --format '{{json .NetworkSettings.Networks.plain.IPAMConfig}} {{json .NetworkSettings.Networks.plain.Aliases}} {{len .NetworkSettings.Networks.plain.DNSNames}}'
{} ["al"] 3

[DC2-N1]$ docker inspect b1 --format '{{json .NetworkSettings.Networks.plain.IPAMConfig}} {{json .NetworkSettings.Networks.plain.Aliases}} {{json .NetworkSettings.Networks.plain.DriverOpts}}'
null null null

[DC2-N1]$ docker network connect --ip 10.71.0.60 lan b6

[DC2-N1]$ docker network connect --ip 10.99.0.60 plain b2
Error response from daemon: No such container: b2
[exit 1]

[DC2-N1]$ docker network connect --ip 10.99.0.60 lan b5
Error response from daemon: invalid endpoint settings:
no configured subnet or ip-range contain the IP address 10.99.0.60
[exit 1]

[DC2-N1]$ docker network connect --ip 172.18.0.99 plain a1
Error response from daemon: invalid endpoint settings:
user specified IP address is supported only when connecting to networks with user configured subnets
[exit 1]

[DC2-N1]$ docker network disconnect plain b5

[DC2-N1]$ docker network disconnect bridge b5

[DC2-N1]$ docker inspect b5 --format '{{len .NetworkSettings.Networks}} {{.NetworkSettings.IPAddress}}'
0 

[DC2-N1]$ docker network create --ipv6 --subnet fd00:1::/64 six
f4bbca1abb673e446f4472bb57c9b952e5f745b5d3beae704b2b118b71126a04

[DC2-N1]$ docker network inspect six --format '{{json .IPAM.Config}}'
[{"Subnet":"fd00:1::/64"},{"Subnet":"172.19.0.0/16","Gateway":"172.19.0.1"}]

[DC2-N1]$ docker run -d --name s1 --network six nginx
e6aef60fc2c783f420188fb6952ab863de7208137bd493224f01ed200b1596b4

[DC2-N1]$ docker inspect s1 --format '{{.NetworkSettings.Networks.six.GlobalIPv6Address}} {{.NetworkSettings.Networks.six.GlobalIPv6PrefixLen}} {{.NetworkSettings.Networks.six.IPv6Gateway}}'
fd00:1::2 64 fd00:1::1

[DC2-N1]$ docker network create --internal secret
3614637d73bba3e75063b0ef83acc33acdc57b1e914e1b4f47277c36d526edc8

[DC2-N1]$ docker run -d --name i1 --network secret nginx
fff6de20d13c051c601e41a4ea29ef13fd1d14dba86ad5bfa448fa00cec1c68d

[DC2-N1]$ docker inspect i1 --format '{{.NetworkSettings.Networks.secret.IPAddress}} [{{.NetworkSettings.Networks.secret.Gateway}}]'
172.20.0.2 []

[DC2-N1]$ docker network inspect secret --format '{{json .IPAM.Config}}'
[{"Subnet":"172.20.0.0/16","Gateway":"172.20.0.1"}]
