# title: A swarm with pools, ports and availability of its own
# hosts: 2
# swarm: none
# tags: init, networks
# engine: 26.1.5
# runs: 1 (26.1.5)

[DC2-N1]$ docker swarm init --advertise-addr 10.35.3.145 --default-addr-pool 10.20.0.0/16 --default-addr-pool-mask-length 26 --data-path-port 7777 --availability drain --task-history-limit 3
Swarm initialized: current node (sv6ub2zlib5fg5rxp6s3dm994) is now a manager.

To add a worker to this swarm, run the following command:

    docker swarm join --token SWMTKN-1-1w506wpoxw1mn59cghw8jiep27ayvltgbhpcbtertnqxx3zwp4-cujvoybtex2lwr1hi47hkf9ft 10.35.3.145:2377

To add a manager to this swarm, run 'docker swarm join-token manager' and follow the instructions.

[DC2-N1]$ docker network inspect ingress --format '{{json .IPAM.Config}}'
[{"Subnet":"10.20.0.0/26","Gateway":"10.20.0.1"}]

let A = [DC2-N1]$ docker network create -d overlay a

let B = [DC2-N1]$ docker network create -d overlay --attachable b

[DC2-N1]$ docker network inspect a b --format '{{json .IPAM.Config}} {{.Attachable}}'
[{"Subnet":"10.20.0.64/26","Gateway":"10.20.0.65"}] false
[{"Subnet":"10.20.0.128/26","Gateway":"10.20.0.129"}] true

[DC2-N1]$ docker node ls --format '{{.Hostname}} {{.Status}} {{.Availability}} {{.ManagerStatus}}'
DC2-N1 Ready Drain Leader

[DC2-N1]$ docker info --format '{{json .Swarm.Cluster.DefaultAddrPool}} {{.Swarm.Cluster.SubnetSize}} {{.Swarm.Cluster.DataPathPort}} {{.Swarm.Cluster.Spec.Orchestration.TaskHistoryRetentionLimit}}'
["10.20.0.0/16"] 26 7777 3

let TOKEN = [DC2-N1]$ docker swarm join-token -q worker

[DC2-N2]$ docker swarm join --availability pause --token $TOKEN 10.35.3.145:2377
This node joined a swarm as a worker.

settle
# last change after 0.0 s

[DC2-N1]$ docker node ls --format '{{.Hostname}} {{.Status}} {{.Availability}} {{.ManagerStatus}}'
DC2-N1 Ready Drain Leader
DC2-N2 Ready Pause 

[DC2-N1]$ docker service create -q -d --no-resolve-image --name web --network a nginx
r8xpmeb5qk1buhv4ht8vm8w4c

wait 3s

[DC2-N1]$ docker service ps web --format '{{.Name}} {{.DesiredState}} {{.CurrentState}} {{.Error}}'
web.1 Running Pending 3 seconds ago "no suitable node (2 nodes not…"

[DC2-N1]$ docker node update --availability active DC2-N2
DC2-N2

settle
# last change after 1.6 s

[DC2-N1]$ docker service ps web --format '{{.Name}} {{.Node}} {{.DesiredState}} {{.CurrentState}} {{.Error}}'
web.1 DC2-N2 Running Running 8 seconds ago 

[DC2-N1]$ docker swarm leave --force
Node left the swarm.

[DC2-N1]$ docker swarm init --advertise-addr 10.35.3.145 --data-path-port 80
Error response from daemon: Datapath port number is not in valid range (1024-49151) : 80
[exit 1]

[DC2-N1]$ docker swarm init --advertise-addr 10.35.3.145 --default-addr-pool 10.20.0.0/33
invalid argument "10.20.0.0/33" for "--default-addr-pool" flag: invalid string being converted to CIDR: 10.20.0.0/33

Usage:  docker swarm init [OPTIONS]

Run 'docker swarm init --help' for more information
[exit 125]

[DC2-N1]$ docker swarm init --advertise-addr 10.35.3.145 --default-addr-pool-mask-length 30
Error response from daemon: subnet size is out of range: 30
[exit 1]

[DC2-N1]$ docker swarm init --advertise-addr 10.35.3.145 --default-addr-pool 10.20.0.0/28 --default-addr-pool-mask-length 24
Error response from daemon: invalid CIDR: "10.20.0.0/28". Subnet size is too small for pool: 24
[exit 1]

[DC2-N1]$ docker swarm init --advertise-addr nosuchif
Error response from daemon: advertise address must be a non-zero IP address or network interface (with optional port number)
[exit 1]

[DC2-N1]$ docker swarm init --advertise-addr 10.35.3.145 --availability maybe
invalid availability "maybe", only active, pause and drain are supported
[exit 1]

[DC2-N1]$ docker swarm init --advertise-addr 10.35.3.145 --cert-expiry 30m
Error response from daemon: error updating cluster settings: rpc error: code = InvalidArgument desc = minimum certificate expiry time is: 1h0m0s
[exit 1]

[DC2-N1]$ docker info --format '{{.Swarm.LocalNodeState}}'
active
