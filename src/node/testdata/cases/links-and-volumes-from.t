# title: Links, volumes from another container, networks and pids shared with one
# hosts: 1
# swarm: none
# tags: containers
# engine: 26.1.5
# runs: 1 (26.1.5)

[DC2-N1]$ docker run -d --name db -e PW=geheim -v dbdata:/var/db -v /anon redis:7
89663968f9be8f9ef39c1e843aca937267d6f088cd8ad55eac4a929a10f7d49a

[DC2-N1]$ docker run -d --name app --link db:database --link db nginx
193def9aec8f01bcdb3efb1755d9ab4130192aac759cf5f89b4995934a3a93cb

[DC2-N1]$ docker rm -l app
Error response from daemon: Conflict, cannot remove the default link name of the container
[exit 1]

[DC2-N1]$ docker run -d --name reader --volumes-from db alpine sleep 1000
523f93cf78017d266babd585a31f6bd68f4bc349d230b3ce6a9394f8c44f5a6b

[DC2-N1]$ docker run -d --name roreader --volumes-from db:ro alpine sleep 1000
d0d2afc19fcc81a974c26189bfde30b4089f288e365876bbb668cb5197534552

sorted [DC2-N1]$ docker inspect reader --format '{{range .Mounts}}{{println .Type .Destination .RW}}{{end}}'
volume /var/db true
volume /anon true

sorted [DC2-N1]$ docker inspect roreader --format '{{range .Mounts}}{{println .Type .Destination .RW}}{{end}}'
volume /var/db false
volume /anon false

[DC2-N1]$ docker exec db sh -c 'echo x > /var/db/f'

[DC2-N1]$ docker exec reader cat /var/db/f
x

[DC2-N1]$ docker exec roreader sh -c 'echo y > /var/db/g'
sh: can't create /var/db/g: Read-only file system
[exit 1]

[DC2-N1]$ docker run --rm --volumes-from nosuch alpine true
docker: Error response from daemon: No such container: nosuch

Run 'docker run --help' for more information
[exit 125]

[DC2-N1]$ docker run --rm --volumes-from db:zz alpine true
docker: Error response from daemon: invalid mode: zz

Run 'docker run --help' for more information
[exit 125]

[DC2-N1]$ docker run -d --name side --network container:db alpine sleep 1000
bafc172d62c2605b978c0be17585047455633ca151dac894e3eeb72d57c65630

[DC2-N1]$ docker inspect side --format '{{.HostConfig.NetworkMode}} {{json .NetworkSettings.Networks}}'
container:89663968f9be8f9ef39c1e843aca937267d6f088cd8ad55eac4a929a10f7d49a {}

[DC2-N1]$ docker ps --filter name=side --format '{{.Names}} {{.Networks}} {{.Ports}}'
side  

[DC2-N1]$ docker run -d --name pidder --pid container:db alpine sleep 1000
bfa43eee941a77d9e8fc4d86111bafabb05d87b28bcd61989562c1c42bd20d01

[DC2-N1]$ docker volume ls -q --filter name=dbdata
dbdata

[DC2-N1]$ docker rm -f db app
db
app

[DC2-N1]$ docker rm -f -v reader
reader

[DC2-N1]$ docker rm -f roreader side pidder
roreader
side
pidder

[DC2-N1]$ docker volume ls -q
a0248745f472d1744153fc9ede368f4ab810466430362eaf5dd7c6360c0a0dba
dbdata

[DC2-N1]$ docker run -d --name m1 --mount src=named,dst=/x nginx
b9bc54e121c19964db3bac1b73c0d22eb2aa9c0e3cb597001e4f64c52217dfb6

[DC2-N1]$ docker run -d --name m2 --mount type=volume,dst=/x nginx
edfa4dfcf93b1918e03448cf44d5c2c36f6305e6ec3a4986556a9bf903dfbf19

[DC2-N1]$ docker run -d --name m3 --mount type=tmpfs,dst=/x,tmpfs-mode=1777 nginx
b8f15ff9d809f5abd473340c85975d9da32d21ca29f304b4171de88db2573c71

[DC2-N1]$ docker run -d --name m4 -v named:/a:ro -v /b:/b:ro,z nginx
9683718c4641e5327574a34b6dacb9a0326db199e01c4dbc15e058b7320735c2

[DC2-N1]$ docker inspect m1 --format '{{range .Mounts}}{{.Type}} {{.Name}} {{.Destination}} [{{.Mode}}] {{.RW}}{{end}}'
volume named /x [z] true

[DC2-N1]$ docker inspect m3 --format '{{json .Mounts}} {{json .HostConfig.Mounts}}'
[{"Type":"tmpfs","Source":"","Destination":"/x","Mode":"","RW":true,"Propagation":""}] [{"Type":"tmpfs","Target":"/x","TmpfsOptions":{"Mode":1023}}]

[DC2-N1]$ docker ps --no-trunc --filter volume=named --format '{{.Names}}'
m4
m1

[DC2-N1]$ docker volume inspect named --format '{{.Name}} {{json .Labels}} {{json .Options}}'
named null null

[DC2-N1]$ docker run --rm -v named:/x busybox ls /x

[DC2-N1]$ docker run --rm -v named:/x:nocopy busybox ls /x

[DC2-N1]$ docker rm -f m1 m2 m3 m4
m1
m2
m3
m4
