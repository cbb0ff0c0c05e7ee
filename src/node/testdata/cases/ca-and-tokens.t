# title: Rotating the root certificate and the join tokens: old tokens are useless, nodes stay
# hosts: 3
# swarm: 1m1w
# tags: ca, tokens
# engine: 26.1.5
# runs: 1 (26.1.5)

let OLDW = [DC2-N1]$ docker swarm join-token -q worker

let OLDM = [DC2-N1]$ docker swarm join-token -q manager

[DC2-N1]$ docker swarm join-token --rotate -q worker
SWMTKN-1-4h14mf65dydvjl2n74nt248tnchfr093pr16ds6uqmnmn4ybvj-cq9a6f8yk8fgxblwjji8k2pu9

[DC2-N3]$ docker swarm join --token $OLDW 10.35.3.145:2377
Error response from daemon: rpc error: code = InvalidArgument desc = A valid join token is necessary to join this cluster
[exit 1]

[DC2-N1]$ docker swarm ca
-----BEGIN CERTIFICATE-----
MIIBaTCCARCgAwIBAgIUb0vrXaImT9C2azmCIkcABFj//VwwCgYIKoZIzj0EAwIw
EzERMA8GA1UEAxMIc3dhcm0tY2EwHhcNMjYxMTI3MTQzMTAwWhcNNDYxMTIyMTQz
MTAwWjATMREwDwYDVQQDEwhzd2FybS1jYTBZMBMGByqGSM49AgEGCCqGSM49AwEH
A0IABPeyMfv4sJSEBc+n7GkOaVd+hBjuA89N9ltPxK8liJsAkU3wPrlAopl0s8Y5
MHoGGhTOHZXvdz4FWpkrjim7XwSjQjBAMA4GA1UdDwEB/wQEAwIBBjAPBgNVHRMB
Af8EBTADAQH/MB0GA1UdDgQWBBQQ3OFkgn9P9sKhv5hfZkvYCSxzqjAKBggqhkjO
PQQDAgNHADBEAiBu3z1Xq0wXxDeodiOXJzgfOadQdH3RZ8ejZt2nyLWdLwIgGg9U
59Og+9aEB30dZA4/DWwPU3MUmCzRpHrLcbjc5sI=
-----END CERTIFICATE-----

[DC2-N1]$ docker swarm ca --rotate -q

[DC2-N1]$ docker node ls --format '{{.Hostname}} {{.Status}} {{.TLSStatus}}'
DC2-N1 Ready Ready
DC2-N2 Ready Ready

[DC2-N3]$ docker swarm join --token $OLDM 10.35.3.145:2377
Error response from daemon: remote CA does not match fingerprint. Expected: b37848f529a96212c5ff43a6f2459b4626aa395d0f73fe5b64accd800a64d09f
[exit 1]

let NEWW = [DC2-N1]$ docker swarm join-token -q worker

[DC2-N3]$ docker swarm join --token $NEWW 10.35.3.145:2377
This node joined a swarm as a worker.

settle
# last change after 0.0 s

[DC2-N1]$ docker node ls --format '{{.Hostname}} {{.Status}} {{.TLSStatus}}'
DC2-N1 Ready Ready
DC2-N2 Ready Ready
DC2-N3 Ready Ready

[DC2-N1]$ docker swarm join-token worker
To add a worker to this swarm, run the following command:

    docker swarm join --token SWMTKN-1-117wjzyyq0fzeyqii7n3wvo3nbxba5anhhx369sgvg77i4h0sc-30hagjln9cvdp4oxltvzopnxv 10.35.3.145:2377

[DC2-N1]$ docker swarm join-token --rotate
docker: 'docker swarm join-token' requires 1 argument

Usage:  docker swarm join-token [OPTIONS] (worker|manager)

Run 'docker swarm join-token --help' for more information
[exit 1]

[DC2-N1]$ docker swarm join-token nobody
unknown role nobody
[exit 1]

[DC2-N1]$ docker swarm update --cert-expiry 30m
Error response from daemon: rpc error: code = InvalidArgument desc = minimum certificate expiry time is: 1h0m0s
[exit 1]

[DC2-N1]$ docker swarm update --cert-expiry 720h
Swarm updated.

[DC2-N1]$ docker info --format '{{.Swarm.Cluster.Spec.CAConfig.NodeCertExpiry}} {{.Swarm.Cluster.RootRotationInProgress}}'
720h0m0s false

stop DC2-N3

[DC2-N1]$ docker swarm ca --rotate -d

wait 20s

[DC2-N1]$ docker node ls --format '{{.Hostname}} {{.TLSStatus}}'
DC2-N1 Ready
DC2-N2 Ready
DC2-N3 Needs Rotation

[DC2-N1]$ docker info --format '{{.Swarm.Cluster.RootRotationInProgress}}'
true

start DC2-N3

settle
# last change after 2.0 s

[DC2-N1]$ docker node ls --format '{{.Hostname}} {{.Status}} {{.TLSStatus}}'
DC2-N1 Ready Ready
DC2-N2 Ready Ready
DC2-N3 Ready Ready

[DC2-N1]$ docker info --format '{{.Swarm.Cluster.RootRotationInProgress}}'
false
