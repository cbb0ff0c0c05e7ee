# title: docker logs of containers of one's own
# hosts: 1
# swarm: none
# tags: containers, logs
# engine: 26.1.5
# runs: 1 (26.1.5)

[DC2-N1]$ docker run -d --name talk alpine sh -c 'echo one; echo two; echo three >&2; sleep 1; echo four; sleep 1000'
7de468c6888f4ac4e7ca788260eff1f1eebdc3fe0776251f9421abc930c2836e

wait 3s

sorted [DC2-N1]$ docker logs talk
one
two
four
three

sorted [DC2-N1]$ docker logs -n 1 talk
four

sorted [DC2-N1]$ docker logs --tail 2 talk
three
four

sorted [DC2-N1]$ docker logs --tail all talk
one
two
four
three

sorted [DC2-N1]$ docker logs --tail 0 talk

sorted [DC2-N1]$ docker logs --tail -1 talk
one
two
four
three

sorted [DC2-N1]$ docker logs -t -n 1 talk
2026-11-28T00:05:00.647770507Z four

sorted [DC2-N1]$ docker logs --timestamps --tail 1 talk
2026-11-28T00:05:00.647770507Z four

sorted [DC2-N1]$ docker logs --since 1h talk
one
two
four
three

sorted [DC2-N1]$ docker logs --since 2h --until 1h talk

sorted [DC2-N1]$ docker logs --since 0s talk

sorted [DC2-N1]$ docker logs --until 0s talk
one
two
four
three

sorted [DC2-N1]$ docker logs --since 2000-01-01 talk
one
two
four
three

sorted [DC2-N1]$ docker logs --since 2000-01-01T00:00:00Z --until 2001-01-01 talk

sorted [DC2-N1]$ docker logs --until x talk
invalid value for "until": failed to parse value as time or duration: "x"
[exit 1]

sorted [DC2-N1]$ docker logs --details talk
 one
 two
 four
 three

[DC2-N1]$ docker run -d --name det --label a=1 --log-opt labels=a --log-opt env=E -e E=2 alpine echo hi
05884983b3f54cc7e29029e43d503c8536e5894e5b0cdae461fede0e254963d4

wait 1s

sorted [DC2-N1]$ docker logs --details det
E=2,a=1 hi

sorted [DC2-N1]$ docker logs nosuch
Error response from daemon: No such container: nosuch
[exit 1]

sorted [DC2-N1]$ docker logs
docker: 'docker logs' requires 1 argument

Usage:  docker logs [OPTIONS] CONTAINER

Run 'docker logs --help' for more information
[exit 1]

sorted [DC2-N1]$ docker logs talk det
docker: 'docker logs' requires 1 argument

Usage:  docker logs [OPTIONS] CONTAINER

Run 'docker logs --help' for more information
[exit 1]

sorted [DC2-N1]$ docker logs --follow det
hi

[DC2-N1]$ docker run -d --name cnt alpine sh -c 'for i in 1 2 3 4 5; do echo line $i; sleep 1; done'
7963352fa4f48a9844768e0b4e1b1d80bc7dac97ff64f1c6e22091d47bc5f690

sorted [DC2-N1]$ docker logs -f cnt
line 1
line 2
line 3
line 4
line 5

sorted [DC2-N1]$ docker logs -f -n 2 cnt
line 4
line 5

[DC2-N1]$ docker run -d --name none --log-driver none alpine echo hidden
4224b465e6c1c56f09dfabc7fa703e37178569b6d2e7f6ad945b3cff19507726

wait 1s

sorted [DC2-N1]$ docker logs none
Error response from daemon: configured logging driver does not support reading
[exit 1]

[DC2-N1]$ docker run -d --name local --log-driver local alpine echo local
32760db3de311ea06a5b12ef9611912cb29ee3878b66991335f45a1b74ff1221

wait 1s

sorted [DC2-N1]$ docker logs local
local

[DC2-N1]$ docker create --name never alpine echo x
b337ed47c56ee66ca3146f16a4225602d793196e33750f30cb25244ecd495b89

sorted [DC2-N1]$ docker logs never

[DC2-N1]$ docker restart -t 0 talk
talk

wait 2s

sorted [DC2-N1]$ docker logs -n 3 talk
two
four
three

[DC2-N1]$ docker container logs -n 1 talk
four

[DC2-N1]$ docker start -a cnt
line 1
line 2
line 3
line 4
line 5

sorted [DC2-N1]$ docker logs cnt
line 1
line 2
line 3
line 4
line 5
line 1
line 2
line 3
line 4
line 5

[DC2-N1]$ docker run -d --name tt -t alpine echo tty
bdc826acd65c047aaacf63833dc249a7cf73acc84d73f8a5d02d41bd9b7135a0

wait 1s

sorted [DC2-N1]$ docker logs tt
tty
