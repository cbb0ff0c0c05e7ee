# title: Volumes: create, list, inspect, use, remove, prune
# hosts: 1
# swarm: none
# tags: volumes
# engine: 26.1.5
# runs: 1 (26.1.5)

[DC2-N1]$ docker volume create
2308f758caebf86ea135f247be4cce292544fe802de543e4ab89a9c7f374734b

[DC2-N1]$ docker volume create data
data

[DC2-N1]$ docker volume create data
data

[DC2-N1]$ docker volume create --name named
named

[DC2-N1]$ docker volume create --name named other
conflicting options: cannot specify a volume-name through both --name and as a positional arg
[exit 1]

[DC2-N1]$ docker volume create --label tier=db --label env=prod labelled
labelled

[DC2-N1]$ docker volume create --driver local --opt type=tmpfs --opt device=tmpfs --opt o=size=10m tmp
tmp

[DC2-N1]$ docker volume create a b
docker: 'docker volume create' requires at most 1 argument

Usage:  docker volume create [OPTIONS] [VOLUME]

SRun 'docker volume create --help' for more information
[exit 1]

[DC2-N1]$ docker volume create 'sp ace'
Error response from daemon: create sp ace: "sp ace" includes invalid characters for a local volume name, only "[a-zA-Z0-9][a-zA-Z0-9_.-]" are allowed. If you intended to pass a host directory, use absolute path
[exit 1]

[DC2-N1]$ docker volume create --driver nosuch x1
Error response from daemon: create x1: error looking up volume plugin nosuch: plugin "nosuch" not found
[exit 1]

[DC2-N1]$ docker volume create --bogus x1
unknown flag: --bogus

Usage:  docker volume create [OPTIONS] [VOLUME]

Run 'docker volume create --help' for more information
[exit 125]

[DC2-N1]$ docker volume ls --format 'table {{.Name}}\t{{.Driver}}\t{{.Scope}}\t{{.Labels}}' --filter name=labelled
VOLUME NAME   DRIVER    SCOPE     LABELS
labelled      local     local     env=prod,tier=db

[DC2-N1]$ docker volume ls --filter label=tier=web -q

[DC2-N1]$ docker volume ls --filter driver=local -q --filter name=named
named

[DC2-N1]$ docker volume ls --filter dangling=1 -q --filter name=data
data

[DC2-N1]$ docker volume ls --filter dangling=x
Error response from daemon: invalid filter 'dangling=[x]'
[exit 1]

[DC2-N1]$ docker volume ls --filter bogus=1
Error response from daemon: invalid filter 'bogus'
[exit 1]

[DC2-N1]$ docker volume ls --format '{{.Availability}} {{.Group}} {{.Links}} {{.Size}} {{.Status}}' --filter name=tmp
N/A N/A N/A N/A N/A

[DC2-N1]$ docker volume list -q --filter name=tmp
tmp

[DC2-N1]$ docker volume ls extra
docker: 'docker volume ls' accepts no arguments

Usage:  docker volume ls [OPTIONS]

Run 'docker volume ls --help' for more information
[exit 1]

[DC2-N1]$ docker volume inspect data --format '{{.Name}} {{.Driver}} {{.Scope}} {{json .Labels}} {{json .Options}}'
data local local null null

[DC2-N1]$ docker volume inspect labelled tmp --format '{{.Name}} {{json .Labels}} {{json .Options}}'
labelled {"env":"prod","tier":"db"} null
tmp null {"device":"tmpfs","o":"size=10m","type":"tmpfs"}

[DC2-N1]$ docker volume inspect tmp --format '{{.Options.type}}'
tmpfs

[DC2-N1]$ docker volume inspect data nosuch --format '{{.Name}}'
data
Error response from daemon: get nosuch: no such volume
[exit 1]

[DC2-N1]$ docker volume inspect nosuch
[]
Error response from daemon: get nosuch: no such volume
[exit 1]

[DC2-N1]$ docker volume inspect
docker: 'docker volume inspect' requires at least 1 argument

Usage:  docker volume inspect [OPTIONS] VOLUME [VOLUME...]

See 'docker volume inspect --help' for more information
[exit 1]

[DC2-N1]$ docker inspect data --format '{{.Name}}'
data

[DC2-N1]$ docker inspect --type volume data --format '{{.Name}}'
data

[DC2-N1]$ docker run -d --name user -v data:/data alpine sleep 1000
8a687b9ebf05bdc8c1a32a5de25fa048b51ca114d1d26cd4798de4c863311008

[DC2-N1]$ docker exec user sh -c 'echo kept > /data/f'

[DC2-N1]$ docker volume ls --filter dangling=true --format '{{.Name}}' --filter name=data

[DC2-N1]$ docker volume rm data
Error response from daemon: remove data: volume is in use - [8a687b9ebf05bdc8c1a32a5de25fa048b51ca114d1d26cd4798de4c863311008]
[exit 1]

[DC2-N1]$ docker volume rm -f data
Error response from daemon: remove data: volume is in use - [8a687b9ebf05bdc8c1a32a5de25fa048b51ca114d1d26cd4798de4c863311008]
[exit 1]

[DC2-N1]$ docker volume prune -f
Deleted Volumes:
2308f758caebf86ea135f247be4cce292544fe802de543e4ab89a9c7f374734b

Total reclaimed space: 0B

[DC2-N1]$ docker volume prune -a -f --filter label!=tier
Deleted Volumes:
named

Total reclaimed space: 0B

[DC2-N1]$ docker volume ls --format '{{.Name}}'
data
labelled
tmp

[DC2-N1]$ docker rm -f user
user

[DC2-N1]$ docker run --rm -v data:/other alpine cat /other/f
kept

[DC2-N1]$ docker run --rm -v data:/other:ro alpine sh -c 'echo x > /other/g'
sh: can't create /other/g: Read-only file system
[exit 1]

[DC2-N1]$ docker run --rm -v auto:/x alpine true

[DC2-N1]$ docker run --rm -v /x alpine true

[DC2-N1]$ docker volume ls --format '{{.Name}}'
auto
data
labelled
tmp

[DC2-N1]$ docker volume rm auto nosuch data
auto
data
Error response from daemon: get nosuch: no such volume
[exit 1]

[DC2-N1]$ docker volume rm -f nosuch
nosuch

[DC2-N1]$ docker volume rm
docker: 'docker volume rm' requires at least 1 argument

Usage:  docker volume rm [OPTIONS] VOLUME [VOLUME...]

See 'docker volume rm --help' for more information
[exit 1]

[DC2-N1]$ docker volume remove labelled
labelled

[DC2-N1]$ docker volume prune -f --filter label=tier
Total reclaimed space: 0B

[DC2-N1]$ docker volume prune -f --filter bogus=1
Error response from daemon: invalid filter 'bogus'
[exit 1]

[DC2-N1]$ docker volume prune -f --filter all=1
Total reclaimed space: 0B

[DC2-N1]$ docker volume ls -q
tmp

[DC2-N1]$ docker volume bogus
docker: unknown command: docker volume bogus

Usage:  docker volume COMMAND

Run 'docker volume --help' for more information
[exit 1]

[DC2-N1]$ docker volume update data
Error response from daemon: get data: no such volume
[exit 1]
