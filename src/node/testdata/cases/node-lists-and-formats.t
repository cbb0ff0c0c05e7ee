# title: Nodes: lists, filters, formats, labels, states
# hosts: 5
# swarm: 3m2w
# tags: node, list
# engine: 26.1.5
# runs: 1 (26.1.5)

[DC2-N1]$ docker node ls --format '{{.Hostname}} {{.Status}} {{.Availability}} {{.ManagerStatus}} {{.Self}} {{.TLSStatus}}'
DC2-N1 Ready Active Leader true Ready
DC2-N2 Ready Active Reachable false Ready
DC2-N3 Ready Active Reachable false Ready
DC2-N4 Ready Active  false Ready
DC2-N5 Ready Active  false Ready

[DC2-N1]$ docker node update --label-add zone=a --label-add disk= --label-add x=y=z DC2-N4
DC2-N4

[DC2-N1]$ docker node update --label-add zone=b DC2-N5
DC2-N5

[DC2-N1]$ docker node inspect DC2-N4 --format '{{json .Spec}}'
{"Labels":{"disk":"","x":"y=z","zone":"a"},"Role":"worker","Availability":"active"}

sorted [DC2-N1]$ docker node ls --filter node.label=zone --format '{{.Hostname}}'
DC2-N4
DC2-N5

sorted [DC2-N1]$ docker node ls --filter node.label=zone=a --format '{{.Hostname}}'
DC2-N4

sorted [DC2-N1]$ docker node ls --filter label=zone=a --format '{{.Hostname}}'

sorted [DC2-N1]$ docker node ls --filter role=manager --format '{{.Hostname}}'
DC2-N1
DC2-N2
DC2-N3

sorted [DC2-N1]$ docker node ls --filter role=worker --filter name=DC2-N4 --format '{{.Hostname}}'
DC2-N4

sorted [DC2-N1]$ docker node ls --filter name=DC2 --format '{{.Hostname}}'
DC2-N1
DC2-N2
DC2-N3
DC2-N4
DC2-N5

sorted [DC2-N1]$ docker node ls --filter membership=accepted --format '{{.Hostname}}'
DC2-N1
DC2-N2
DC2-N3

sorted [DC2-N1]$ docker node ls --filter membership=pending --format '{{.Hostname}}'
DC2-N4
DC2-N5

[DC2-N1]$ docker node inspect DC2-N4 --format '{{.Status.State}} {{.Status.Addr}} {{.Description.Platform.OS}} {{.Description.Platform.Architecture}} {{.Description.Resources.NanoCPUs}}'
ready 10.35.3.148 linux x86_64 2000000000

[DC2-N1]$ docker node inspect DC2-N2 --format '{{json .ManagerStatus}}'
{"Reachability":"reachable","Addr":"10.35.3.146:2377"}

[DC2-N1]$ docker node update --availability pause DC2-N4
DC2-N4

[DC2-N1]$ docker service create -q -d --no-resolve-image --name web --replicas 8 nginx
y3l0q6fn9k6065mzs9ulv94u6

settle
# last change after 3.3 s

spread [DC2-N1]$ docker service ps web --format '{{.Node}} {{.DesiredState}}'
DC2-N1 Running
DC2-N2 Running
DC2-N3 Running
DC2-N5 Running
DC2-N1 Running
DC2-N2 Running
DC2-N3 Running
DC2-N5 Running

counts [DC2-N1]$ docker node ps DC2-N1 DC2-N2 --format '{{.Node}} {{.DesiredState}}'
DC2-N1 Running
DC2-N1 Running
DC2-N2 Running
DC2-N1 Running
DC2-N1 Running
DC2-N2 Running

counts [DC2-N1]$ docker node ps DC2-N5 --filter name=web --format '{{.DesiredState}}'
Running
Running

[DC2-N1]$ docker node ps DC2-N4
ID        NAME      IMAGE     NODE      DESIRED STATE   CURRENT STATE   ERROR     PORTS

[DC2-N1]$ docker node update --availability drain --label-rm zone DC2-N5
DC2-N5

settle
# last change after 3.0 s

counts [DC2-N1]$ docker node ps DC2-N5 --format '{{.DesiredState}} {{.Error}}'
Shutdown 
Shutdown 

counts [DC2-N1]$ docker node ps DC2-N5 --filter desired-state=running --format '{{.Name}}'

[DC2-N2]$ docker node ls --format '{{.Hostname}} {{.Self}}' --filter name=DC2-N2
DC2-N2 true

[DC2-N2]$ docker node promote DC2-N4
Node DC2-N4 promoted to a manager in the swarm.

settle
# last change after 0.9 s

[DC2-N1]$ docker node ls --format '{{.Hostname}} {{.Availability}} {{.ManagerStatus}}'
DC2-N1 Active Leader
DC2-N2 Active Reachable
DC2-N3 Active Reachable
DC2-N4 Pause Reachable
DC2-N5 Drain 

[DC2-N1]$ docker node promote DC2-N4
Node nxps1kb19g9qyn0ywva2iip1i is already a manager.

[DC2-N1]$ docker node demote DC2-N4 DC2-N3
Manager DC2-N4 demoted in the swarm.
Manager DC2-N3 demoted in the swarm.

settle
# last change after 7.1 s

[DC2-N1]$ docker node ls --format '{{.Hostname}} {{.Availability}} {{.ManagerStatus}}'
DC2-N1 Active Leader
DC2-N2 Active Reachable
DC2-N3 Active 
DC2-N4 Pause 
DC2-N5 Drain 

[DC2-N3]$ docker node ls
Error response from daemon: This node is not a swarm manager. Worker nodes can't be used to view or modify cluster state. Please run this command on a manager node or promote the current node to a manager.
[exit 1]

[DC2-N1]$ docker info --format '{{.Swarm.Managers}} {{.Swarm.Nodes}} {{.Swarm.ControlAvailable}} {{.Swarm.LocalNodeState}}'
2 5 true active

[DC2-N3]$ docker info --format '{{.Swarm.Managers}} {{.Swarm.Nodes}} {{.Swarm.ControlAvailable}} {{.Swarm.LocalNodeState}} {{.Swarm.Error}} {{len .Swarm.RemoteManagers}}'
0 0 false active  2

[DC2-N1]$ docker node rm DC2-N3
Error response from daemon: rpc error: code = FailedPrecondition desc = node lyowhmhjyqlu74yzpdnuuq1vh is not down and can't be removed
[exit 1]

[DC2-N3]$ docker swarm leave
Node left the swarm.

settle
# last change after 19.6 s

[DC2-N1]$ docker node ls --format '{{.Hostname}} {{.Status}} {{.Availability}} {{.ManagerStatus}}'
DC2-N1 Ready Active Leader
DC2-N2 Ready Active Reachable
DC2-N3 Down Active 
DC2-N4 Ready Pause 
DC2-N5 Ready Drain 

[DC2-N1]$ docker node rm DC2-N3
DC2-N3

[DC2-N3]$ docker node ls
Error response from daemon: This node is not a swarm manager. Use "docker swarm init" or "docker swarm join" to connect this node to swarm and try again.
[exit 1]

[DC2-N3]$ docker info --format '{{.Swarm.LocalNodeState}}'
inactive

[DC2-N1]$ docker node ls --format '{{.Hostname}} {{.Status}}'
DC2-N1 Ready
DC2-N2 Ready
DC2-N4 Ready
DC2-N5 Ready
