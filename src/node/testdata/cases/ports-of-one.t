# title: Published ports of one's own containers
# hosts: 1
# swarm: none
# tags: containers, ports
# engine: 26.1.5
# runs: 1 (26.1.5)

[DC2-N1]$ docker run -d --name a -p 8080:80 nginx
docker: Error response from daemon: Invalid container name (a), only [a-zA-Z0-9][a-zA-Z0-9_.-] are allowed

Run 'docker run --help' for more information
[exit 125]

[DC2-N1]$ docker run -d --name b -p 8080:80 nginx
docker: Error response from daemon: Invalid container name (b), only [a-zA-Z0-9][a-zA-Z0-9_.-] are allowed

Run 'docker run --help' for more information
[exit 125]

[DC2-N1]$ docker ps -a --format '{{.Names}} {{.Status}} {{.Ports}}'

[DC2-N1]$ docker rm b
Error response from daemon: No such container: b
[exit 1]

[DC2-N1]$ docker run -d --name c -p 127.0.0.1:8081:80 -p 8082:80/udp -p 8083-8085:83-85 nginx
docker: Error response from daemon: Invalid container name (c), only [a-zA-Z0-9][a-zA-Z0-9_.-] are allowed

Run 'docker run --help' for more information
[exit 125]

[DC2-N1]$ docker port c
Error response from daemon: No such container: c
[exit 1]

[DC2-N1]$ docker ps --format '{{.Names}} {{.Ports}}'

[DC2-N1]$ docker run -d --name d -p 9000-9001:9000 nginx
docker: Error response from daemon: Invalid container name (d), only [a-zA-Z0-9][a-zA-Z0-9_.-] are allowed

Run 'docker run --help' for more information
[exit 125]

[DC2-N1]$ docker run -d --name e -p 9100:80 -p 9100:81 nginx
docker: Error response from daemon: Invalid container name (e), only [a-zA-Z0-9][a-zA-Z0-9_.-] are allowed

Run 'docker run --help' for more information
[exit 125]

[DC2-N1]$ docker run -d --name f -p 0:80 nginx
docker: Error response from daemon: Invalid container name (f), only [a-zA-Z0-9][a-zA-Z0-9_.-] are allowed

Run 'docker run --help' for more information
[exit 125]

[DC2-N1]$ docker run -d --name g -p 9200:80/sctp nginx
docker: Error response from daemon: Invalid container name (g), only [a-zA-Z0-9][a-zA-Z0-9_.-] are allowed

Run 'docker run --help' for more information
[exit 125]

[DC2-N1]$ docker port g
Error response from daemon: No such container: g
[exit 1]

[DC2-N1]$ docker run -d --name h --expose 7000 --expose 7001 nginx
docker: Error response from daemon: Invalid container name (h), only [a-zA-Z0-9][a-zA-Z0-9_.-] are allowed

Run 'docker run --help' for more information
[exit 125]

[DC2-N1]$ docker ps --filter name=h --format '{{.Ports}}'

[DC2-N1]$ docker run -d --name i -P --expose 7000 redis:7
docker: Error response from daemon: Invalid container name (i), only [a-zA-Z0-9][a-zA-Z0-9_.-] are allowed

Run 'docker run --help' for more information
[exit 125]

[DC2-N1]$ docker port i 99
Error response from daemon: No such container: i
[exit 1]

[DC2-N1]$ docker run -d --name j -p 10.99.99.99:80:80 nginx
docker: Error response from daemon: Invalid container name (j), only [a-zA-Z0-9][a-zA-Z0-9_.-] are allowed

Run 'docker run --help' for more information
[exit 125]

[DC2-N1]$ docker run -d --name k -p 8000-8002:80-81 nginx
docker: invalid ranges specified for container and host Ports: 80-81 and 8000-8002

Run 'docker run --help' for more information
[exit 125]

[DC2-N1]$ docker run -d --name l -p '[::1]:8090:80' nginx
docker: Error response from daemon: Invalid container name (l), only [a-zA-Z0-9][a-zA-Z0-9_.-] are allowed

Run 'docker run --help' for more information
[exit 125]

[DC2-N1]$ docker port l
Error response from daemon: No such container: l
[exit 1]

[DC2-N1]$ docker run -d --name m --network none -p 8091:80 nginx
docker: Error response from daemon: Invalid container name (m), only [a-zA-Z0-9][a-zA-Z0-9_.-] are allowed

Run 'docker run --help' for more information
[exit 125]

[DC2-N1]$ docker port m
Error response from daemon: No such container: m
[exit 1]

[DC2-N1]$ docker run -d --name n --network host -p 8092:80 nginx
docker: Error response from daemon: Invalid container name (n), only [a-zA-Z0-9][a-zA-Z0-9_.-] are allowed

Run 'docker run --help' for more information
[exit 125]

[DC2-N1]$ docker port n
Error response from daemon: No such container: n
[exit 1]

[DC2-N1]$ docker run -d --name o --network container:a nginx
docker: Error response from daemon: Invalid container name (o), only [a-zA-Z0-9][a-zA-Z0-9_.-] are allowed

Run 'docker run --help' for more information
[exit 125]

[DC2-N1]$ docker run -d --name p --network container:a -p 8093:80 nginx
docker: Error response from daemon: conflicting options: port publishing and the container type network mode

Run 'docker run --help' for more information
[exit 125]

[DC2-N1]$ docker run -d --name q --network container:a --hostname x nginx
docker: Error response from daemon: conflicting options: hostname and the network mode

Run 'docker run --help' for more information
[exit 125]

[DC2-N1]$ docker run -d --name r --network host --hostname x nginx
docker: Error response from daemon: Invalid container name (r), only [a-zA-Z0-9][a-zA-Z0-9_.-] are allowed

Run 'docker run --help' for more information
[exit 125]

[DC2-N1]$ docker inspect o --format '{{json .NetworkSettings.Networks}} {{.HostConfig.NetworkMode}}'

Error: No such object: o
[exit 1]

[DC2-N1]$ docker stop a
Error response from daemon: No such container: a
[exit 1]

[DC2-N1]$ docker ps -a --filter name=^a$ --format '{{.Names}} {{.Ports}}'

[DC2-N1]$ docker port a
Error response from daemon: No such container: a
[exit 1]

[DC2-N1]$ docker inspect a --format '{{json .NetworkSettings.Ports}} {{.NetworkSettings.IPAddress}}'

Error: No such object: a
[exit 1]

[DC2-N1]$ docker run -d --name s -p 8080:80 nginx
docker: Error response from daemon: Invalid container name (s), only [a-zA-Z0-9][a-zA-Z0-9_.-] are allowed

Run 'docker run --help' for more information
[exit 125]

[DC2-N1]$ docker start a
Error response from daemon: No such container: a
Error: failed to start containers: a
[exit 1]

[DC2-N1]$ docker inspect a --format '{{.State.Status}} {{.State.ExitCode}} {{.State.Error}}'

Error: No such object: a
[exit 1]

[DC2-N1]$ docker rm -f s
Error response from daemon: No such container: s

[DC2-N1]$ docker start a
Error response from daemon: No such container: a
Error: failed to start containers: a
[exit 1]

[DC2-N1]$ docker port a
Error response from daemon: No such container: a
[exit 1]

[DC2-N1]$ docker restart a
Error response from daemon: No such container: a
[exit 1]

[DC2-N1]$ docker port a
Error response from daemon: No such container: a
[exit 1]

[DC2-N1]$ docker rm -f a c d e f g h i j k l m n o p q r
Error response from daemon: No such container: a
Error response from daemon: No such container: c
Error response from daemon: No such container: d
Error response from daemon: No such container: e
Error response from daemon: No such container: f
Error response from daemon: No such container: g
Error response from daemon: No such container: h
Error response from daemon: No such container: i
Error response from daemon: No such container: j
Error response from daemon: No such container: k
Error response from daemon: No such container: l
Error response from daemon: No such container: m
Error response from daemon: No such container: n
Error response from daemon: No such container: o
Error response from daemon: No such container: p
Error response from daemon: No such container: q
Error response from daemon: No such container: r

[DC2-N1]$ docker ps -aq
