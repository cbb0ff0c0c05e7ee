# title: Every key of a constraint, and constraints that cannot be read
# hosts: 3
# swarm: 1m2w
# tags: orchestrator
# engine: 26.1.5
# runs: 1 (26.1.5)

[DC2-N1]$ docker node update --label-add disk=ssd --label-add empty= DC2-N2
DC2-N2

[DC2-N1]$ docker service create -q -d --no-resolve-image --name byname --constraint node.hostname!=DC2-N1 --constraint node.hostname!=dc2-n3 nginx:1.25
dy0xn7ugw0pdb93nsiwxcpr6l

[DC2-N1]$ docker service create -q -d --no-resolve-image --name bylabel --constraint node.labels.disk==SSD nginx:1.25
470pwg4ouverflr5wxd0chbxg

[DC2-N1]$ docker service create -q -d --no-resolve-image --name noempty --constraint node.labels.empty!=x --constraint node.labels.disk!=ssd --mode global nginx:1.25
virt4o2cza1rl8kkvwbd4z0o2

[DC2-N1]$ docker service create -q -d --no-resolve-image --name byos --constraint node.platform.os==linux --constraint node.platform.arch==x86_64 --mode global nginx:1.25
z7cpmd74q6jtiz77idle483m7

[DC2-N1]$ docker service create -q -d --no-resolve-image --name amd --constraint node.platform.arch==amd64 nginx:1.25
j97ieseukga49nzeuthvq7431

[DC2-N1]$ docker service create -q -d --no-resolve-image --name engine --constraint engine.labels.x==y nginx:1.25
ehlyj2p59fba56i3jlresvz7g

[DC2-N1]$ docker service create -q -d --no-resolve-image --name ip --constraint node.ip==10.35.3.146 nginx:1.25
vqu5d7ig6gx44pq2urfkt3ugj

[DC2-N1]$ docker service create -q -d --no-resolve-image --name net --constraint node.ip!=10.35.3.144/31 --mode global nginx:1.25
w6g9271dg1mzcwka66x746rhk

[DC2-N1]$ docker service create -q -d --no-resolve-image --name unknown --constraint node.color==red nginx:1.25
7kr5zm7vgwhk6xyayn4riq3qj

settle
# last change after 5.6 s

[DC2-N1]$ docker service ls --format '{{.Name}} {{.Replicas}}'
amd 0/1
bylabel 1/1
byname 1/1
byos 3/3
engine 0/1
ip 1/1
net 2/2
noempty 2/2
unknown 0/1

[DC2-N1]$ docker service ps byname bylabel ip --format '{{.Name}} {{.Node}} {{.Error}}' --no-trunc
bylabel.1 DC2-N2 
byname.1 DC2-N2 
ip.1 DC2-N2 

sorted [DC2-N1]$ docker service ps noempty byos net --format '{{.Node}} {{.Error}}' --no-trunc
DC2-N3 
DC2-N1 
DC2-N2 
DC2-N3 
DC2-N2 
DC2-N3 
DC2-N1 

sorted [DC2-N1]$ docker service ps amd engine unknown --format '{{.Name}} {{.Node}} {{.DesiredState}} {{.Error}}' --no-trunc
amd.1  Running "no suitable node (scheduling constraints not satisfied on 3 nodes)"
engine.1  Running "no suitable node (scheduling constraints not satisfied on 3 nodes)"
unknown.1  Running "no suitable node (scheduling constraints not satisfied on 3 nodes)"

[DC2-N1]$ docker service create -d --constraint node.role nginx
Error response from daemon: rpc error: code = Unknown desc = constraint expected one operator from ==, !=
[exit 1]

[DC2-N1]$ docker service create -d --constraint node.role=manager nginx
Error response from daemon: rpc error: code = Unknown desc = constraint expected one operator from ==, !=
[exit 1]

[DC2-N1]$ docker service create -d --constraint '==x' nginx
Error response from daemon: rpc error: code = Unknown desc = key '' is invalid
[exit 1]

[DC2-N1]$ docker service create -d --constraint 'node.labels.a b==c' nginx
Error response from daemon: rpc error: code = Unknown desc = key 'node.labels.a b' is invalid
[exit 1]

[DC2-N1]$ docker service create -d --constraint node.ip==300.1.1.1 nginx
image nginx:latest could not be accessed on a registry to record
its digest. Each node will access nginx:latest independently,
possibly leading to different nodes running different
versions of the image.

3dv6js3lysy2cxvuy1ji4w7br

[DC2-N1]$ docker service update -q -d --constraint-rm node.labels.disk==SSD --constraint-add node.id==nobody bylabel
bylabel

[DC2-N1]$ docker service ps bylabel --filter desired-state=running --format '{{.Node}}'
