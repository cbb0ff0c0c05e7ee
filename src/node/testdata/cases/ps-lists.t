# title: docker ps with its filters, formats and abbreviations
# hosts: 1
# swarm: none
# tags: containers, formats
# engine: 26.1.5
# runs: 1 (26.1.5)

[DC2-N1]$ docker ps
CONTAINER ID   IMAGE     COMMAND   CREATED   STATUS    PORTS     NAMES

[DC2-N1]$ docker ps -a
CONTAINER ID   IMAGE     COMMAND   CREATED   STATUS    PORTS     NAMES

[DC2-N1]$ docker ps -q

[DC2-N1]$ docker ps -l
CONTAINER ID   IMAGE     COMMAND   CREATED   STATUS    PORTS     NAMES

[DC2-N1]$ docker run -d --name one -l tier=web -l env=prod nginx
140c1a18ca0574043fb354faf695a352b65b2a24eb6f68d3ac753ce97df4514c

wait 1s

[DC2-N1]$ docker run -d --name two -l tier=web -l env=dev -p 8081:80 nginx:alpine
1f85b122f4df5037877dbbe836073aa51835e1f5eaa530959ee0c2998f39daf4

wait 1s

[DC2-N1]$ docker run -d --name three -l tier=db -v data:/data redis:7
16f9ae11113a3f95aa3223c7de67afda396db46cbab76ce55895e5be856c9f0d

wait 1s

[DC2-N1]$ docker run --name four -l tier=job busybox true

wait 1s

[DC2-N1]$ docker run --name five busybox sh -c 'exit 3'
[exit 3]

wait 1s

[DC2-N1]$ docker create --name six alpine sleep 10
407613daa1128d6e22f12f5109415480a48f5f7700c0b281e1af7135116a2f7b

[DC2-N1]$ docker pause three
three

[DC2-N1]$ docker ps
CONTAINER ID   IMAGE          COMMAND                  CREATED          STATUS                   PORTS                                     NAMES
16f9ae11113a   redis:7        "sh -c 'httpd -p 80 …"   11 seconds ago   Up 10 seconds (Paused)   6379/tcp                                  three
1f85b122f4df   nginx:alpine   "sh -c 'httpd -p 80 …"   13 seconds ago   Up 12 seconds            0.0.0.0:8081->80/tcp, [::]:8081->80/tcp   two
140c1a18ca05   nginx          "sh -c 'httpd -p 80 …"   16 seconds ago   Up 14 seconds            80/tcp                                    one

[DC2-N1]$ docker ps -a
CONTAINER ID   IMAGE          COMMAND                  CREATED          STATUS                     PORTS                                     NAMES
407613daa112   alpine         "sleep 10"               1 second ago     Created                                                              six
0b199bb6caa6   busybox        "sh -c 'exit 3'"         7 seconds ago    Exited (3) 3 seconds ago                                             five
2b2e9521efe2   busybox        "true"                   9 seconds ago    Exited (0) 8 seconds ago                                             four
16f9ae11113a   redis:7        "sh -c 'httpd -p 80 …"   11 seconds ago   Up 10 seconds (Paused)     6379/tcp                                  three
1f85b122f4df   nginx:alpine   "sh -c 'httpd -p 80 …"   13 seconds ago   Up 12 seconds              0.0.0.0:8081->80/tcp, [::]:8081->80/tcp   two
140c1a18ca05   nginx          "sh -c 'httpd -p 80 …"   16 seconds ago   Up 14 seconds              80/tcp                                    one

[DC2-N1]$ docker ps -a --no-trunc --format '{{.ID}} {{.Names}}'
407613daa1128d6e22f12f5109415480a48f5f7700c0b281e1af7135116a2f7b six
0b199bb6caa612c294a2de409e771061dea493b96465311d721cd516396b6899 five
2b2e9521efe2dfefb789f519b0a4f6714fa49eb08f2fbe07708f85408702aca2 four
16f9ae11113a3f95aa3223c7de67afda396db46cbab76ce55895e5be856c9f0d three
1f85b122f4df5037877dbbe836073aa51835e1f5eaa530959ee0c2998f39daf4 two
140c1a18ca0574043fb354faf695a352b65b2a24eb6f68d3ac753ce97df4514c one

[DC2-N1]$ docker ps -n 2
CONTAINER ID   IMAGE     COMMAND            CREATED         STATUS                     PORTS     NAMES
407613daa112   alpine    "sleep 10"         2 seconds ago   Created                              six
0b199bb6caa6   busybox   "sh -c 'exit 3'"   8 seconds ago   Exited (3) 4 seconds ago             five

[DC2-N1]$ docker ps -n 2 --format '{{.Names}}'
six
five

[DC2-N1]$ docker ps -l --format '{{.Names}}'
six

[DC2-N1]$ docker ps -n 0 --format '{{.Names}}'
three
two
one

[DC2-N1]$ docker ps -n -3 --format '{{.Names}}'
three
two
one

[DC2-N1]$ docker ps -n x
invalid argument "x" for "-n, --last" flag: strconv.ParseInt: parsing "x": invalid syntax

Usage:  docker ps [OPTIONS]

Run 'docker ps --help' for more information
[exit 125]

[DC2-N1]$ docker ps -aq
407613daa112
0b199bb6caa6
2b2e9521efe2
16f9ae11113a
1f85b122f4df
140c1a18ca05

[DC2-N1]$ docker ps -a --format '{{.Names}} {{.State}} {{.Status}}'
six created Created
five exited Exited (3) 5 seconds ago
four exited Exited (0) 10 seconds ago
three paused Up 12 seconds (Paused)
two running Up 14 seconds
one running Up 16 seconds

[DC2-N1]$ docker ps -a --format 'table {{.Names}}\t{{.State}}\t{{.Status}}'
NAMES     STATE     STATUS
six       created   Created
five      exited    Exited (3) 5 seconds ago
four      exited    Exited (0) 10 seconds ago
three     paused    Up 12 seconds (Paused)
two       running   Up 14 seconds
one       running   Up 16 seconds

[DC2-N1]$ docker ps -a --format 'table {{.ID}}\t{{.Names}}\t{{.Image}}\t{{.Ports}}'
CONTAINER ID   NAMES     IMAGE          PORTS
407613daa112   six       alpine         
0b199bb6caa6   five      busybox        
2b2e9521efe2   four      busybox        
16f9ae11113a   three     redis:7        6379/tcp
1f85b122f4df   two       nginx:alpine   0.0.0.0:8081->80/tcp, [::]:8081->80/tcp
140c1a18ca05   one       nginx          80/tcp

[DC2-N1]$ docker ps --format 'table {{.Names}}\t{{.Label "tier"}}\t{{.Label "nosuch"}}'
NAMES     tier      nosuch
three     db        
two       web       
one       web       

[DC2-N1]$ docker ps -a -s --format 'table {{.Names}}\t{{.RunningFor}}'
NAMES     CREATED
six       3 seconds ago
five      9 seconds ago
four      11 seconds ago
three     13 seconds ago
two       15 seconds ago
one       18 seconds ago

[DC2-N1]$ docker ps --format '{{json .Names}} {{json .Ports}}'
"three" "6379/tcp"
"two" "0.0.0.0:8081->80/tcp, [::]:8081->80/tcp"
"one" "80/tcp"

[DC2-N1]$ docker ps --format '{{upper .Names}} {{len .Names}} {{.Names | printf "%-8s|"}}'
THREE 5 three   |
TWO 3 two     |
ONE 3 one     |

[DC2-N1]$ docker ps -a --format '{{if eq .State "running"}}{{.Names}}{{else}}-{{end}}'
-
-
-
-
two
one

[DC2-N1]$ docker ps --format '{{.Nosuch}}'
failed to execute template: template: :1:2: executing "" at <.Nosuch>: can't evaluate field Nosuch in type *formatter.ContainerContext
[exit 1]

[DC2-N1]$ docker ps --format '{{.Names'
failed to parse template: template: :1: unclosed action
[exit 1]

[DC2-N1]$ docker ps --format table
CONTAINER ID   IMAGE          COMMAND                  CREATED          STATUS                   PORTS                                     NAMES
16f9ae11113a   redis:7        "sh -c 'httpd -p 80 …"   14 seconds ago   Up 13 seconds (Paused)   6379/tcp                                  three
1f85b122f4df   nginx:alpine   "sh -c 'httpd -p 80 …"   16 seconds ago   Up 14 seconds            0.0.0.0:8081->80/tcp, [::]:8081->80/tcp   two
140c1a18ca05   nginx          "sh -c 'httpd -p 80 …"   19 seconds ago   Up 16 seconds            80/tcp                                    one

[DC2-N1]$ docker ps --format raw --filter name=six -a
container_id: 407613daa112
image: alpine
command: "sleep 10"
created_at: 2026-11-27 23:52:15 +0000 UTC
state: created
status: Created
names: six
labels:
ports:

[DC2-N1]$ docker ps -a --filter status=running --format '{{.Names}}'
two
one

[DC2-N1]$ docker ps -a --filter status=paused --format '{{.Names}}'
three

[DC2-N1]$ docker ps -a --filter status=exited --format '{{.Names}}'
five
four

[DC2-N1]$ docker ps -a --filter status=created --format '{{.Names}}'
six

[DC2-N1]$ docker ps --filter status=exited --format '{{.Names}}'
five
four

[DC2-N1]$ docker ps -a --filter status=exited --filter status=created --format '{{.Names}}'
six
five
four

[DC2-N1]$ docker ps -a --filter exited=3 --format '{{.Names}}'
five

[DC2-N1]$ docker ps -a --filter name=o --format '{{.Names}}'
four
two
one

[DC2-N1]$ docker ps -a --filter name=^two$ --format '{{.Names}}'
two

[DC2-N1]$ docker ps -a --filter name=one --filter name=six --format '{{.Names}}'
six
one

[DC2-N1]$ docker ps -a --filter label=tier --format '{{.Names}}'
four
three
two
one

[DC2-N1]$ docker ps -a --filter label=tier=web --format '{{.Names}}'
two
one

[DC2-N1]$ docker ps -a --filter label=tier=web --filter label=env=dev --format '{{.Names}}'
two

[DC2-N1]$ docker ps -a --filter ancestor=busybox --format '{{.Names}}'
five
four

[DC2-N1]$ docker ps -a --filter ancestor=nosuch --format '{{.Names}}'

[DC2-N1]$ docker ps -a --filter before=three --format '{{.Names}}'
two
one

[DC2-N1]$ docker ps -a --filter since=three --format '{{.Names}}'
six
five
four

[DC2-N1]$ docker ps -a --filter volume=data --format '{{.Names}}'
three

[DC2-N1]$ docker ps -a --filter volume=/data --format '{{.Names}}'
three

[DC2-N1]$ docker ps -a --filter network=bridge --format '{{.Names}}'
six
five
four
three
two
one

[DC2-N1]$ docker ps -a --filter network=nosuch --format '{{.Names}}'

[DC2-N1]$ docker ps -a --filter publish=8081 --format '{{.Names}}'
two

[DC2-N1]$ docker ps -a --filter publish=8000-9000/tcp --format '{{.Names}}'
two

[DC2-N1]$ docker ps -a --filter expose=6379 --format '{{.Names}}'
three

[DC2-N1]$ docker ps -a --filter publish=x --format '{{.Names}}'
Error response from daemon: error while looking up for publish x: strconv.ParseUint: parsing "x": invalid syntax
[exit 1]

[DC2-N1]$ docker ps -a --filter health=none --format '{{.Names}}'
six
five
four
three
two
one

[DC2-N1]$ docker ps -a --filter health=healthy --format '{{.Names}}'

[DC2-N1]$ docker ps -a --filter id=zzz --format '{{.Names}}'

[DC2-N1]$ docker ps --filter name
invalid argument "name" for "-f, --filter" flag: bad format of filter (expected name=value)

Usage:  docker ps [OPTIONS]

Run 'docker ps --help' for more information
[exit 125]

[DC2-N1]$ docker ps --filter status=stopped
Error response from daemon: invalid filter 'status=stopped'
[exit 1]

[DC2-N1]$ docker ps --filter before=nosuch
Error response from daemon: No such container: nosuch
[exit 1]

[DC2-N1]$ docker ps extra
docker: 'docker ps' accepts no arguments

Usage:  docker ps [OPTIONS]

Run 'docker ps --help' for more information
[exit 1]

[DC2-N1]$ docker ps --bogus
unknown flag: --bogus

Usage:  docker ps [OPTIONS]

Run 'docker ps --help' for more information
[exit 125]

[DC2-N1]$ docker container ls --format '{{.Names}}'
three
two
one

[DC2-N1]$ docker container list --format '{{.Names}}'
three
two
one

[DC2-N1]$ docker container ps --format '{{.Names}}'
three
two
one

[DC2-N1]$ docker ps --last 1 --format '{{.Names}}'
six

[DC2-N1]$ docker ps --latest --quiet
407613daa112

[DC2-N1]$ docker unpause three
three

[DC2-N1]$ docker container prune -f --filter label=tier=job
Deleted Containers:
2b2e9521efe2dfefb789f519b0a4f6714fa49eb08f2fbe07708f85408702aca2

Total reclaimed space: 0B

[DC2-N1]$ docker container prune -f --filter label!=tier
Deleted Containers:
407613daa1128d6e22f12f5109415480a48f5f7700c0b281e1af7135116a2f7b
0b199bb6caa612c294a2de409e771061dea493b96465311d721cd516396b6899

Total reclaimed space: 0B

[DC2-N1]$ docker container prune -f
Total reclaimed space: 0B

[DC2-N1]$ docker ps -a --format '{{.Names}}'
three
two
one
