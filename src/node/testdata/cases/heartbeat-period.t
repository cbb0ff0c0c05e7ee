# title: A shorter heartbeat: nodes are found down sooner
# hosts: 2
# swarm: 1m1w
# tags: failure, settings
# engine: 26.1.5
# runs: 1 (26.1.5)

[DC2-N1]$ docker swarm update --dispatcher-heartbeat 1s
Swarm updated.

wait 12s

stop DC2-N2

wait 6s

[DC2-N1]$ docker node ls --format '{{.Hostname}} {{.Status}}'
DC2-N1 Ready
DC2-N2 Down

[DC2-N1]$ docker node inspect DC2-N2 --format '{{.Status.State}} {{.Status.Message}}'
down heartbeat failure

[DC2-N1]$ docker node ls --filter role=worker --format '{{.Hostname}}'
DC2-N2

start DC2-N2

settle
# last change after 0.0 s

[DC2-N1]$ docker node ls --format '{{.Hostname}} {{.Status}}'
DC2-N1 Ready
DC2-N2 Ready

[DC2-N1]$ docker swarm update --dispatcher-heartbeat -1s
Error response from daemon: rpc error: code = InvalidArgument desc = heartbeat time period cannot be a negative duration
[exit 1]

[DC2-N1]$ docker swarm update --max-snapshots 2 --snapshot-interval 500 --task-history-limit 3
Swarm updated.

[DC2-N1]$ docker info --format '{{json .Swarm.Cluster.Spec.Raft}} {{json .Swarm.Cluster.Spec.Dispatcher}}'
{"SnapshotInterval":500,"KeepOldSnapshots":2,"LogEntriesForSlowFollowers":500,"ElectionTick":10,"HeartbeatTick":1} {"HeartbeatPeriod":1000000000}
