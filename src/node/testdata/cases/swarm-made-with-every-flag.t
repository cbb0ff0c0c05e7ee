# title: A swarm is made, joined, changed and locked with the rarer flags
# hosts: 3
# swarm: none
# tags: init, join, autolock
# engine: 26.1.5
# runs: 1 (26.1.5)

[DC2-N1]$ docker swarm init --advertise-addr 10.35.3.145 --listen-addr 0.0.0.0:2377 --data-path-addr 10.35.3.145 --data-path-port 5789 --autolock --dispatcher-heartbeat 7s --snapshot-interval 500 --max-snapshots 2 --cert-expiry 200h --task-history-limit 3 --availability drain
Swarm initialized: current node (v4tj8rquq5b6hquv67caj4oml) is now a manager.

To add a worker to this swarm, run the following command:

    docker swarm join --token SWMTKN-1-6dksiou0pc3m99jm9yzg3fnpfhgm69tnl058j8zwlugdleac7r-4sylt3p8ccs1jjff6t9qnece3 10.35.3.145:2377

To add a manager to this swarm, run 'docker swarm join-token manager' and follow the instructions.
To unlock a swarm manager after it restarts, run the `docker swarm unlock`
command and provide the following key:

    SWMKEY-1-KNF62wdKtyFRfUui/WVuJ+x6MZDAyQb2aXlq/TK8aUU

Remember to store this key in a password manager, since without it you
will not be able to restart the manager.

[DC2-N1]$ docker swarm unlock-key -q
SWMKEY-1-KNF62wdKtyFRfUui/WVuJ+x6MZDAyQb2aXlq/TK8aUU

[DC2-N1]$ docker info --format '{{json .Swarm.Cluster.Spec}}'
{"Name":"default","Labels":{},"Orchestration":{"TaskHistoryRetentionLimit":3},"Raft":{"SnapshotInterval":500,"KeepOldSnapshots":2,"LogEntriesForSlowFollowers":500,"ElectionTick":10,"HeartbeatTick":1},"Dispatcher":{"HeartbeatPeriod":7000000000},"CAConfig":{"NodeCertExpiry":720000000000000},"TaskDefaults":{},"EncryptionConfig":{"AutoLockManagers":true}}

[DC2-N1]$ docker info --format '{{.Swarm.Cluster.DataPathPort}} {{.Swarm.Cluster.SubnetSize}} {{.Swarm.Cluster.DefaultAddrPool}} {{.Swarm.NodeAddr}}'
5789 24 [] 10.35.3.145

[DC2-N1]$ docker node ls --format '{{.Hostname}} {{.Availability}} {{.ManagerStatus}}'
DC2-N1 Drain Leader

let W = [DC2-N1]$ docker swarm join-token -q worker

let M = [DC2-N1]$ docker swarm join-token --quiet manager

[DC2-N2]$ docker swarm join --token $W --advertise-addr 10.35.3.146 --listen-addr 10.35.3.146:2377 --data-path-addr 10.35.3.146 --availability pause 10.35.3.145:2377
This node joined a swarm as a worker.

[DC2-N3]$ docker swarm join --token $M --advertise-addr eth0 --availability active 10.35.3.145
This node joined a swarm as a manager.

[DC2-N1]$ docker node ls --format '{{.Hostname}} {{.Status}} {{.Availability}} {{.ManagerStatus}}'
DC2-N1 Ready Drain Leader
DC2-N2 Ready Pause 
DC2-N3 Ready Active Reachable

[DC2-N1]$ docker node ls -q
v4tj8rquq5b6hquv67caj4oml
3rb6ru3vm75019peiad3khg65
1t6lomkikcjfeny3lbzdag4tb

[DC2-N2]$ docker info --format '{{.Swarm.NodeAddr}} {{.Swarm.ControlAvailable}}'
10.35.3.146 false

[DC2-N3]$ docker info --format '{{.Swarm.NodeAddr}} {{.Swarm.ControlAvailable}} {{.Swarm.Managers}}'
10.35.3.147 true 2

[DC2-N1]$ docker swarm update --dispatcher-heartbeat 4s --snapshot-interval 700 --max-snapshots 0 --cert-expiry 300h --task-history-limit 1
Swarm updated.

[DC2-N1]$ docker info --format '{{json .Swarm.Cluster.Spec.Raft}} {{json .Swarm.Cluster.Spec.Dispatcher}} {{json .Swarm.Cluster.Spec.Orchestration}} {{.Swarm.Cluster.Spec.CAConfig.NodeCertExpiry}}'
{"SnapshotInterval":700,"KeepOldSnapshots":0,"LogEntriesForSlowFollowers":500,"ElectionTick":10,"HeartbeatTick":1} {"HeartbeatPeriod":4000000000} {"TaskHistoryRetentionLimit":1} 300h0m0s

[DC2-N1]$ docker swarm update --autolock=false
Swarm updated.

[DC2-N1]$ docker swarm unlock-key
no unlock key is set
[exit 1]

[DC2-N1]$ docker swarm update --autolock
Swarm updated.
To unlock a swarm manager after it restarts, run the `docker swarm unlock`
command and provide the following key:

    SWMKEY-1-flUnYTAu95oxC9tI4gT3IbrmCg/NZw8orzaen7hOhTE

Remember to store this key in a password manager, since without it you
will not be able to restart the manager.

[DC2-N1]$ docker swarm unlock-key -q
SWMKEY-1-flUnYTAu95oxC9tI4gT3IbrmCg/NZw8orzaen7hOhTE

[DC2-N1]$ docker swarm unlock-key --rotate -q
SWMKEY-1-oOL2fpyWHfdpTtoTH97+0jPHJSwffAL0pOshUzn0pIM

[DC2-N1]$ docker swarm ca -q
-----BEGIN CERTIFICATE-----
MIIBajCCARCgAwIBAgIUJsCEmzEgKzCE3R2PFubIUHABB1wwCgYIKoZIzj0EAwIw
EzERMA8GA1UEAxMIc3dhcm0tY2EwHhcNMjYxMTI4MDAzMzAwWhcNNDYxMTIzMDAz
MzAwWjATMREwDwYDVQQDEwhzd2FybS1jYTBZMBMGByqGSM49AgEGCCqGSM49AwEH
A0IABFJgivfoBgSoeYBl3Sgp9bj3e0kEqf7nNBFjME3hcWzzUIbfnHF6h2KIBYEw
WzOVN/osbNtXagK/3QVQUItk/eyjQjBAMA4GA1UdDwEB/wQEAwIBBjAPBgNVHRMB
Af8EBTADAQH/MB0GA1UdDgQWBBSgxENGPbY7MpntHiixpNgOIFGM1jAKBggqhkjO
PQQDAgNIADBFAiEAsxsynO2RMXAGhl50jd37Z3SAoEgkMiIlq5uNNOrhXBACID2b
QYucnEkaAlOrgSgZ23GOgYdSP8nuNsque4KEK//a
-----END CERTIFICATE-----

[DC2-N1]$ docker swarm ca --rotate -q

[DC2-N1]$ docker swarm ca --rotate --detach

[DC2-N1]$ docker swarm ca --rotate --cert-expiry 400h -q

[DC2-N1]$ docker info --format '{{.Swarm.Cluster.Spec.CAConfig.NodeCertExpiry}} {{.Swarm.Cluster.RootRotationInProgress}}'
400h0m0s false

[DC2-N1]$ docker swarm join-token --rotate -q worker
SWMTKN-1-0flt8zp9v04d4buv4t5w8wwelkct3ngnnrc24754tpw6c5akry-5t8zdtxrnlasjmwnkzhu9ipgw

[DC2-N1]$ docker swarm join-token --rotate manager
Successfully rotated manager join token.

To add a manager to this swarm, run the following command:

    docker swarm join --token SWMTKN-1-0flt8zp9v04d4buv4t5w8wwelkct3ngnnrc24754tpw6c5akry-8xvjsnl4xlivkqagrodb5hhjj 10.35.3.145:2377

[DC2-N1]$ docker node update --role manager DC2-N2
DC2-N2

settle
# last change after 0.9 s

[DC2-N1]$ docker node ls --format '{{.Hostname}} {{.Status}} {{.Availability}} {{.ManagerStatus}}'
DC2-N1 Ready Drain Leader
DC2-N2 Ready Pause Reachable
DC2-N3 Ready Active Reachable

[DC2-N1]$ docker node update --role worker --availability active --label-add a=b --label-rm nosuch DC2-N2
key nosuch doesn't exist in node's labels
[exit 1]

settle
# last change after 0.0 s

[DC2-N1]$ docker node inspect DC2-N2 --format '{{json .Spec}} {{.Status.State}} {{.Status.Addr}}'
{"Labels":{},"Role":"manager","Availability":"pause"} ready 10.35.3.146

[DC2-N1]$ docker node ps --no-trunc --no-resolve DC2-N2
ID        NAME      IMAGE     NODE      DESIRED STATE   CURRENT STATE   ERROR     PORTS

[DC2-N1]$ docker service create -q -d --no-resolve-image --name web --replicas 2 nginx:1.25
raos3jgssx0wpwb3hjwlyxncz

settle
# last change after 2.1 s

counts [DC2-N1]$ docker node ps --no-trunc --format '{{.Image}} {{.Node}} {{.DesiredState}}' DC2-N2 DC2-N3
nginx:1.25 DC2-N3 Running
nginx:1.25 DC2-N3 Running

[DC2-N1]$ docker node ps -q DC2-N1

[DC2-N3]$ docker swarm leave
Error response from daemon: You are attempting to leave the swarm on a node that is participating as a manager. The only way to restore a swarm that has lost consensus is to reinitialize it with `--force-new-cluster`. Use `--force` to suppress this message.
[exit 1]

[DC2-N3]$ docker swarm leave --force
Node left the swarm.

settle
# last change after 14.1 s

[DC2-N1]$ docker node ls --format '{{.Hostname}} {{.Status}} {{.Availability}} {{.ManagerStatus}}'
DC2-N1 Ready Drain Leader
DC2-N2 Ready Pause Reachable
DC2-N3 Down Active Unreachable

[DC2-N1]$ docker node demote DC2-N3
Manager DC2-N3 demoted in the swarm.

[DC2-N1]$ docker node rm DC2-N3
DC2-N3

settle
# last change after 0.4 s

[DC2-N1]$ docker node ls --format '{{.Hostname}} {{.Status}} {{.Availability}} {{.ManagerStatus}}'
DC2-N1 Ready Drain Leader
DC2-N2 Ready Pause Reachable

[DC2-N2]$ docker swarm leave
Error response from daemon: You are attempting to leave the swarm on a node that is participating as a manager. Removing this node leaves 1 managers out of 2. Without a Raft quorum your swarm will be inaccessible. The only way to restore a swarm that has lost consensus is to reinitialize it with `--force-new-cluster`. Use `--force` to suppress this message.
[exit 1]

settle
# last change after 0.0 s

[DC2-N1]$ docker node rm DC2-N2
Error response from daemon: rpc error: code = FailedPrecondition desc = node 3rb6ru3vm75019peiad3khg65 is a cluster manager and is a member of the raft cluster. It must be demoted to worker before removal
[exit 1]

[DC2-N1]$ docker swarm leave
Error response from daemon: You are attempting to leave the swarm on a node that is participating as a manager. Removing this node leaves 1 managers out of 2. Without a Raft quorum your swarm will be inaccessible. The only way to restore a swarm that has lost consensus is to reinitialize it with `--force-new-cluster`. Use `--force` to suppress this message.
[exit 1]

[DC2-N1]$ docker swarm leave --force
Node left the swarm.

[DC2-N1]$ docker node ls
Error response from daemon: This node is not a swarm manager. Use "docker swarm init" or "docker swarm join" to connect this node to swarm and try again.
[exit 1]

[DC2-N1]$ docker swarm unlock
Error: This node is not part of a swarm
[exit 1]

[DC2-N1]$ docker info --format '{{.Swarm.LocalNodeState}} {{.Swarm.NodeID}}'
inactive 
