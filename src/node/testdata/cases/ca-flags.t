# title: Flags of swarm ca, alone and together
# hosts: 2
# swarm: 1m1w
# tags: orchestrator
# engine: 26.1.5
# runs: 1 (26.1.5)

[DC2-N1]$ docker swarm ca --cert-expiry 24h
`--cert-expiry` flag requires the `--rotate` flag to update the CA
[exit 1]

[DC2-N1]$ docker swarm ca --rotate --cert-expiry 30m
Error response from daemon: rpc error: code = InvalidArgument desc = minimum certificate expiry time is: 1h0m0s
[exit 1]

[DC2-N1]$ docker swarm ca --rotate --external-ca protocol=cfssl
invalid argument "protocol=cfssl" for "--external-ca" flag: the external-ca option needs a url= parameter

Usage:  docker swarm ca [OPTIONS]

Run 'docker swarm ca --help' for more information
[exit 125]

[DC2-N1]$ docker swarm ca --rotate --external-ca protocol=ftp,url=https://ca
invalid argument "protocol=ftp,url=https://ca" for "--external-ca" flag: unrecognized external CA protocol ftp

Usage:  docker swarm ca [OPTIONS]

Run 'docker swarm ca --help' for more information
[exit 125]

[DC2-N1]$ docker swarm ca --rotate --ca-cert /nonexistent
invalid argument "/nonexistent" for "--ca-cert" flag: open /nonexistent: no such file or directory

Usage:  docker swarm ca [OPTIONS]

Run 'docker swarm ca --help' for more information
[exit 125]

[DC2-N1]$ docker swarm ca --rotate --ca-key /dev/null
invalid argument "/dev/null" for "--ca-key" flag: file contents must be in PEM format

Usage:  docker swarm ca [OPTIONS]

Run 'docker swarm ca --help' for more information
[exit 125]

[DC2-N1]$ docker swarm ca --detach
-----BEGIN CERTIFICATE-----
MIIBajCCARCgAwIBAgIUKgucrlQKmweSB8uZViotgZ+yruUwCgYIKoZIzj0EAwIw
EzERMA8GA1UEAxMIc3dhcm0tY2EwHhcNMjYxMTI3MTc0NjAwWhcNNDYxMTIyMTc0
NjAwWjATMREwDwYDVQQDEwhzd2FybS1jYTBZMBMGByqGSM49AgEGCCqGSM49AwEH
A0IABHm6CAncaimtbcFq3qd3s97r9S7A9F9c9U1+eP6BIt2TCcKHp06WaUDxF9fb
Tibgaqt5Ku0GfYzIQFXDzB+tAFKjQjBAMA4GA1UdDwEB/wQEAwIBBjAPBgNVHRMB
Af8EBTADAQH/MB0GA1UdDgQWBBRVx0u6jxLppggMyPZql0N5hJxLMTAKBggqhkjO
PQQDAgNIADBFAiEA+3/WTj9qr3iG7Zoc9c3whd8U7CGw9JPFaMbDCM7zRYICIG88
Ff2Z8ibqxmPLH7PapfIiqOxlUdcdlYig1goXpn6R
-----END CERTIFICATE-----

[DC2-N1]$ docker swarm ca -q
-----BEGIN CERTIFICATE-----
MIIBajCCARCgAwIBAgIUKgucrlQKmweSB8uZViotgZ+yruUwCgYIKoZIzj0EAwIw
EzERMA8GA1UEAxMIc3dhcm0tY2EwHhcNMjYxMTI3MTc0NjAwWhcNNDYxMTIyMTc0
NjAwWjATMREwDwYDVQQDEwhzd2FybS1jYTBZMBMGByqGSM49AgEGCCqGSM49AwEH
A0IABHm6CAncaimtbcFq3qd3s97r9S7A9F9c9U1+eP6BIt2TCcKHp06WaUDxF9fb
Tibgaqt5Ku0GfYzIQFXDzB+tAFKjQjBAMA4GA1UdDwEB/wQEAwIBBjAPBgNVHRMB
Af8EBTADAQH/MB0GA1UdDgQWBBRVx0u6jxLppggMyPZql0N5hJxLMTAKBggqhkjO
PQQDAgNIADBFAiEA+3/WTj9qr3iG7Zoc9c3whd8U7CGw9JPFaMbDCM7zRYICIG88
Ff2Z8ibqxmPLH7PapfIiqOxlUdcdlYig1goXpn6R
-----END CERTIFICATE-----

[DC2-N2]$ docker swarm ca --rotate
Error response from daemon: This node is not a swarm manager. Worker nodes can't be used to view or modify cluster state. Please run this command on a manager node or promote the current node to a manager.
[exit 1]

[DC2-N1]$ docker swarm ca --rotate -d --cert-expiry 48h

settle
# last change after 3.8 s

[DC2-N1]$ docker info --format '{{.Swarm.Cluster.Spec.CAConfig.NodeCertExpiry}} {{.Swarm.Cluster.RootRotationInProgress}}'
48h0m0s false

sorted [DC2-N1]$ docker node ls --format '{{.Hostname}} {{.TLSStatus}}'
DC2-N1 Ready
DC2-N2 Ready

[DC2-N1]$ docker swarm ca --rotate -q

[DC2-N1]$ docker swarm join-token nobody
unknown role nobody
[exit 1]

[DC2-N1]$ docker swarm join-token
docker: 'docker swarm join-token' requires 1 argument

Usage:  docker swarm join-token [OPTIONS] (worker|manager)

Run 'docker swarm join-token --help' for more information
[exit 1]

[DC2-N1]$ docker swarm join-token -q worker manager
docker: 'docker swarm join-token' requires 1 argument

Usage:  docker swarm join-token [OPTIONS] (worker|manager)

Run 'docker swarm join-token --help' for more information
[exit 1]
