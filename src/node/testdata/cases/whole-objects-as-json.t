# title: Every kind of object, whole, as inspect shows it
# hosts: 2
# swarm: 1m1w
# tags: inspect
# engine: 26.1.5
# runs: 1 (26.1.5)

[DC2-N1]$ docker network create -d overlay --attachable --label n=1 --subnet 10.20.0.0/24 --gateway 10.20.0.1 --ip-range 10.20.0.128/25 -o x=y net1
ymnj87ifceq6t60zhz17a5d7m

[DC2-N1]$ echo hello | docker secret create --label a=b sec1 -
0gc1q68ko8yg9g3y5k6mqiams

[DC2-N1]$ docker secret inspect sec1
[
    {
        "ID": "0gc1q68ko8yg9g3y5k6mqiams",
        "Version": {
            "Index": 18
        },
        "CreatedAt": "2026-11-28T00:48:26.496743912Z",
        "UpdatedAt": "2026-11-28T00:48:26.496743912Z",
        "Spec": {
            "Name": "sec1",
            "Labels": {
                "a": "b"
            }
        }
    }
]

[DC2-N1]$ echo hello | docker config create --label a=b --template-driver golang conf1 -
k1yaqyea1zrg7snspn4i9cf6f

[DC2-N1]$ docker config inspect conf1
[
    {
        "ID": "k1yaqyea1zrg7snspn4i9cf6f",
        "Version": {
            "Index": 19
        },
        "CreatedAt": "2026-11-28T00:48:27.164397152Z",
        "UpdatedAt": "2026-11-28T00:48:27.164397152Z",
        "Spec": {
            "Name": "conf1",
            "Labels": {
                "a": "b"
            },
            "Data": "aGVsbG8K",
            "Templating": {
                "Name": "golang"
            }
        }
    }
]

[DC2-N1]$ docker service create -q -d --no-resolve-image --name web --replicas 1 --constraint node.role==manager --network net1 --secret sec1 --config conf1 -p 8080:80 --label l=1 --container-label cl=2 --env A=1 --limit-cpu .5 --reserve-memory 20m --update-delay 3s --mount source=vol1,target=/v nginx:1.25
kfvqxy6o9eh3afsh6e9bmm28u

settle
# last change after 6.9 s

[DC2-N1]$ docker service inspect web
[
    {
        "ID": "kfvqxy6o9eh3afsh6e9bmm28u",
        "Version": {
            "Index": 21
        },
        "CreatedAt": "2026-11-28T00:48:27.94927282Z",
        "UpdatedAt": "2026-11-28T00:48:27.95412309Z",
        "Spec": {
            "Name": "web",
            "Labels": {
                "l": "1"
            },
            "TaskTemplate": {
                "ContainerSpec": {
                    "Image": "nginx:1.25",
                    "Labels": {
                        "cl": "2"
                    },
                    "Env": [
                        "A=1"
                    ],
                    "Init": false,
                    "Mounts": [
                        {
                            "Type": "volume",
                            "Source": "vol1",
                            "Target": "/v"
                        }
                    ],
                    "StopGracePeriod": 10000000000,
                    "DNSConfig": {},
                    "Secrets": [
                        {
                            "File": {
                                "Name": "sec1",
                                "UID": "0",
                                "GID": "0",
                                "Mode": 292
                            },
                            "SecretID": "0gc1q68ko8yg9g3y5k6mqiams",
                            "SecretName": "sec1"
                        }
                    ],
                    "Configs": [
                        {
                            "File": {
                                "Name": "conf1",
                                "UID": "0",
                                "GID": "0",
                                "Mode": 292
                            },
                            "ConfigID": "k1yaqyea1zrg7snspn4i9cf6f",
                            "ConfigName": "conf1"
                        }
                    ],
                    "Isolation": "default"
                },
                "Resources": {
                    "Limits": {
                        "NanoCPUs": 500000000
                    },
                    "Reservations": {
                        "MemoryBytes": 20971520
                    }
                },
                "RestartPolicy": {
                    "Condition": "any",
                    "Delay": 5000000000,
                    "MaxAttempts": 0
                },
                "Placement": {
                    "Constraints": [
                        "node.role==manager"
                    ]
                },
                "Networks": [
                    {
                        "Target": "ymnj87ifceq6t60zhz17a5d7m"
                    }
                ],
                "ForceUpdate": 0,
                "Runtime": "container"
            },
            "Mode": {
                "Replicated": {
                    "Replicas": 1
                }
            },
            "UpdateConfig": {
                "Parallelism": 1,
                "Delay": 3000000000,
                "FailureAction": "pause",
                "Monitor": 5000000000,
                "MaxFailureRatio": 0,
                "Order": "stop-first"
            },
            "RollbackConfig": {
                "Parallelism": 1,
                "FailureAction": "pause",
                "Monitor": 5000000000,
                "MaxFailureRatio": 0,
                "Order": "stop-first"
            },
            "EndpointSpec": {
                "Mode": "vip",
                "Ports": [
                    {
                        "Protocol": "tcp",
                        "TargetPort": 80,
                        "PublishedPort": 8080,
                        "PublishMode": "ingress"
                    }
                ]
            }
        },
        "Endpoint": {
            "Spec": {
                "Mode": "vip",
                "Ports": [
                    {
                        "Protocol": "tcp",
                        "TargetPort": 80,
                        "PublishedPort": 8080,
                        "PublishMode": "ingress"
                    }
                ]
            },
            "Ports": [
                {
                    "Protocol": "tcp",
                    "TargetPort": 80,
                    "PublishedPort": 8080,
                    "PublishMode": "ingress"
                }
            ],
            "VirtualIPs": [
                {
                    "NetworkID": "yhiwiibsbkdwbso3378skp5f9",
                    "Addr": "10.0.0.4/24"
                },
                {
                    "NetworkID": "ymnj87ifceq6t60zhz17a5d7m",
                    "Addr": "10.20.0.128/24"
                }
            ]
        }
    }
]

let T = [DC2-N1]$ docker service ps -q web

[DC2-N1]$ docker inspect --type task $T
[
    {
        "ID": "kpc420qrri5tqeekbndsdg7yb",
        "Version": {
            "Index": 28
        },
        "CreatedAt": "2026-11-28T00:48:27.969797756Z",
        "UpdatedAt": "2026-11-28T00:48:34.439060441Z",
        "Labels": {},
        "Spec": {
            "ContainerSpec": {
                "Image": "nginx:1.25",
                "Labels": {
                    "cl": "2"
                },
                "Env": [
                    "A=1"
                ],
                "Init": false,
                "Mounts": [
                    {
                        "Type": "volume",
                        "Source": "vol1",
                        "Target": "/v"
                    }
                ],
                "DNSConfig": {},
                "Secrets": [
                    {
                        "File": {
                            "Name": "sec1",
                            "UID": "0",
                            "GID": "0",
                            "Mode": 292
                        },
                        "SecretID": "0gc1q68ko8yg9g3y5k6mqiams",
                        "SecretName": "sec1"
                    }
                ],
                "Configs": [
                    {
                        "File": {
                            "Name": "conf1",
                            "UID": "0",
                            "GID": "0",
                            "Mode": 292
                        },
                        "ConfigID": "k1yaqyea1zrg7snspn4i9cf6f",
                        "ConfigName": "conf1"
                    }
                ],
                "Isolation": "default"
            },
            "Resources": {
                "Limits": {
                    "NanoCPUs": 500000000
                },
                "Reservations": {
                    "MemoryBytes": 20971520
                }
            },
            "Placement": {
                "Constraints": [
                    "node.role==manager"
                ]
            },
            "Networks": [
                {
                    "Target": "ymnj87ifceq6t60zhz17a5d7m"
                }
            ],
            "ForceUpdate": 0
        },
        "ServiceID": "kfvqxy6o9eh3afsh6e9bmm28u",
        "Slot": 1,
        "NodeID": "ik1604yo9qoad5kjoe6e63qes",
        "Status": {
            "Timestamp": "2026-11-28T00:48:34.330586092Z",
            "State": "running",
            "Message": "started",
            "ContainerStatus": {
                "ContainerID": "8fe98a46c04e52b9c5a5d3dff8b237ccec61b524ae603f99e7aa6e07f7b3cf72",
                "PID": 8895,
                "ExitCode": 0
            },
            "PortStatus": {}
        },
        "DesiredState": "running",
        "NetworksAttachments": [
            {
                "Network": {
                    "ID": "yhiwiibsbkdwbso3378skp5f9",
                    "Version": {
                        "Index": 5
                    },
                    "CreatedAt": "2026-11-28T00:48:24.379703625Z",
                    "UpdatedAt": "2026-11-28T00:48:24.510873658Z",
                    "Spec": {
                        "Name": "ingress",
                        "Labels": {},
                        "DriverConfiguration": {},
                        "Ingress": true,
                        "IPAMOptions": {
                            "Driver": {}
                        },
                        "Scope": "swarm"
                    },
                    "DriverState": {
                        "Name": "overlay",
                        "Options": {
                            "com.docker.network.driver.overlay.vxlanid_list": "4096"
                        }
                    },
                    "IPAMOptions": {
                        "Driver": {
                            "Name": "default"
                        },
                        "Configs": [
                            {
                                "Subnet": "10.0.0.0/24",
                                "Gateway": "10.0.0.1"
                            }
                        ]
                    }
                },
                "Addresses": [
                    "10.0.0.5/24"
                ]
            },
            {
                "Network": {
                    "ID": "ymnj87ifceq6t60zhz17a5d7m",
                    "Version": {
                        "Index": 17
                    },
                    "CreatedAt": "2026-11-28T00:48:25.977963586Z",
                    "UpdatedAt": "2026-11-28T00:48:25.984650729Z",
                    "Spec": {
                        "Name": "net1",
                        "Labels": {
                            "n": "1"
                        },
                        "DriverConfiguration": {
                            "Name": "overlay",
                            "Options": {
                                "x": "y"
                            }
                        },
                        "Attachable": true,
                        "IPAMOptions": {
                            "Driver": {
                                "Name": "default"
                            },
                            "Configs": [
                                {
                                    "Subnet": "10.20.0.0/24",
                                    "Range": "10.20.0.128/25",
                                    "Gateway": "10.20.0.1"
                                }
                            ]
                        },
                        "Scope": "swarm"
                    },
                    "DriverState": {
                        "Name": "overlay",
                        "Options": {
                            "com.docker.network.driver.overlay.vxlanid_list": "4097",
                            "x": "y"
                        }
                    },
                    "IPAMOptions": {
                        "Driver": {
                            "Name": "default"
                        },
                        "Configs": [
                            {
                                "Subnet": "10.20.0.0/24",
                                "Range": "10.20.0.128/25",
                                "Gateway": "10.20.0.1"
                            }
                        ]
                    }
                },
                "Addresses": [
                    "10.20.0.129/24"
                ]
            }
        ],
        "Volumes": null
    }
]

[DC2-N1]$ docker service update -q -d --no-resolve-image --image nginx:1.26 --env-add B=2 web
web

settle
# last change after 17.8 s

[DC2-N1]$ docker service inspect web
[
    {
        "ID": "kfvqxy6o9eh3afsh6e9bmm28u",
        "Version": {
            "Index": 42
        },
        "CreatedAt": "2026-11-28T00:48:27.94927282Z",
        "UpdatedAt": "2026-11-28T00:49:02.961154215Z",
        "Spec": {
            "Name": "web",
            "Labels": {
                "l": "1"
            },
            "TaskTemplate": {
                "ContainerSpec": {
                    "Image": "nginx:1.26",
                    "Labels": {
                        "cl": "2"
                    },
                    "Env": [
                        "A=1",
                        "B=2"
                    ],
                    "Init": false,
                    "Mounts": [
                        {
                            "Type": "volume",
                            "Source": "vol1",
                            "Target": "/v"
                        }
                    ],
                    "StopGracePeriod": 10000000000,
                    "DNSConfig": {},
                    "Secrets": [
                        {
                            "File": {
                                "Name": "sec1",
                                "UID": "0",
                                "GID": "0",
                                "Mode": 292
                            },
                            "SecretID": "0gc1q68ko8yg9g3y5k6mqiams",
                            "SecretName": "sec1"
                        }
                    ],
                    "Configs": [
                        {
                            "File": {
                                "Name": "conf1",
                                "UID": "0",
                                "GID": "0",
                                "Mode": 292
                            },
                            "ConfigID": "k1yaqyea1zrg7snspn4i9cf6f",
                            "ConfigName": "conf1"
                        }
                    ],
                    "Isolation": "default"
                },
                "Resources": {
                    "Limits": {
                        "NanoCPUs": 500000000
                    },
                    "Reservations": {
                        "MemoryBytes": 20971520
                    }
                },
                "RestartPolicy": {
                    "Condition": "any",
                    "Delay": 5000000000,
                    "MaxAttempts": 0
                },
                "Placement": {
                    "Constraints": [
                        "node.role==manager"
                    ]
                },
                "Networks": [
                    {
                        "Target": "ymnj87ifceq6t60zhz17a5d7m"
                    }
                ],
                "ForceUpdate": 0,
                "Runtime": "container"
            },
            "Mode": {
                "Replicated": {
                    "Replicas": 1
                }
            },
            "UpdateConfig": {
                "Parallelism": 1,
                "Delay": 3000000000,
                "FailureAction": "pause",
                "Monitor": 5000000000,
                "MaxFailureRatio": 0,
                "Order": "stop-first"
            },
            "RollbackConfig": {
                "Parallelism": 1,
                "FailureAction": "pause",
                "Monitor": 5000000000,
                "MaxFailureRatio": 0,
                "Order": "stop-first"
            },
            "EndpointSpec": {
                "Mode": "vip",
                "Ports": [
                    {
                        "Protocol": "tcp",
                        "TargetPort": 80,
                        "PublishedPort": 8080,
                        "PublishMode": "ingress"
                    }
                ]
            }
        },
        "PreviousSpec": {
            "Name": "web",
            "Labels": {
                "l": "1"
            },
            "TaskTemplate": {
                "ContainerSpec": {
                    "Image": "nginx:1.25",
                    "Labels": {
                        "cl": "2"
                    },
                    "Env": [
                        "A=1"
                    ],
                    "Init": false,
                    "Mounts": [
                        {
                            "Type": "volume",
                            "Source": "vol1",
                            "Target": "/v"
                        }
                    ],
                    "DNSConfig": {},
                    "Secrets": [
                        {
                            "File": {
                                "Name": "sec1",
                                "UID": "0",
                                "GID": "0",
                                "Mode": 292
                            },
                            "SecretID": "0gc1q68ko8yg9g3y5k6mqiams",
                            "SecretName": "sec1"
                        }
                    ],
                    "Configs": [
                        {
                            "File": {
                                "Name": "conf1",
                                "UID": "0",
                                "GID": "0",
                                "Mode": 292
                            },
                            "ConfigID": "k1yaqyea1zrg7snspn4i9cf6f",
                            "ConfigName": "conf1"
                        }
                    ],
                    "Isolation": "default"
                },
                "Resources": {
                    "Limits": {
                        "NanoCPUs": 500000000
                    },
                    "Reservations": {
                        "MemoryBytes": 20971520
                    }
                },
                "Placement": {
                    "Constraints": [
                        "node.role==manager"
                    ]
                },
                "Networks": [
                    {
                        "Target": "ymnj87ifceq6t60zhz17a5d7m"
                    }
                ],
                "ForceUpdate": 0,
                "Runtime": "container"
            },
            "Mode": {
                "Replicated": {
                    "Replicas": 1
                }
            },
            "UpdateConfig": {
                "Parallelism": 1,
                "Delay": 3000000000,
                "FailureAction": "pause",
                "Monitor": 5000000000,
                "MaxFailureRatio": 0,
                "Order": "stop-first"
            },
            "EndpointSpec": {
                "Mode": "vip",
                "Ports": [
                    {
                        "Protocol": "tcp",
                        "TargetPort": 80,
                        "PublishedPort": 8080,
                        "PublishMode": "ingress"
                    }
                ]
            }
        },
        "Endpoint": {
            "Spec": {
                "Mode": "vip",
                "Ports": [
                    {
                        "Protocol": "tcp",
                        "TargetPort": 80,
                        "PublishedPort": 8080,
                        "PublishMode": "ingress"
                    }
                ]
            },
            "Ports": [
                {
                    "Protocol": "tcp",
                    "TargetPort": 80,
                    "PublishedPort": 8080,
                    "PublishMode": "ingress"
                }
            ],
            "VirtualIPs": [
                {
                    "NetworkID": "yhiwiibsbkdwbso3378skp5f9",
                    "Addr": "10.0.0.4/24"
                },
                {
                    "NetworkID": "ymnj87ifceq6t60zhz17a5d7m",
                    "Addr": "10.20.0.128/24"
                }
            ]
        },
        "UpdateStatus": {
            "State": "completed",
            "StartedAt": "2026-11-28T00:48:45.272870019Z",
            "CompletedAt": "2026-11-28T00:49:02.961139443Z",
            "Message": "update completed"
        }
    }
]

[DC2-N1]$ docker volume inspect vol1 --format '{{.Name}} {{.Driver}} {{.Scope}} {{json .Labels}} {{json .Options}}'
vol1 local local null null

[DC2-N1]$ docker node update --label-add zone=a DC2-N2
DC2-N2

[DC2-N1]$ docker node inspect DC2-N2 --format '{{json .Spec}} {{json .Status}} {{json .ManagerStatus}}'
{"Labels":{"zone":"a"},"Role":"worker","Availability":"active"} {"State":"ready","Addr":"10.35.3.146"} null

[DC2-N1]$ docker node inspect DC2-N1 --format '{{json .Spec}} {{json .Status}} {{json .ManagerStatus}}'
{"Labels":{},"Role":"manager","Availability":"active"} {"State":"ready","Addr":"10.35.3.145"} {"Leader":true,"Reachability":"reachable","Addr":"10.35.3.145:2377"}

[DC2-N1]$ docker node inspect DC2-N2 --format '{{json .Description.Platform}} {{json .Description.Engine.EngineVersion}} {{json .Description.Engine.Labels}} {{.Description.Resources.NanoCPUs}}'
{"Architecture":"x86_64","OS":"linux"} "26.1.5+dfsg1" null 2000000000

[DC2-N1]$ docker network inspect ingress --format '{{json .IPAM}} {{json .Options}} {{json .Labels}} {{.Ingress}} {{.Internal}} {{.Attachable}} {{.EnableIPv6}} {{json .ConfigFrom}} {{.ConfigOnly}}'
{"Driver":"default","Options":null,"Config":[{"Subnet":"10.0.0.0/24","Gateway":"10.0.0.1"}]} {"com.docker.network.driver.overlay.vxlanid_list":"4096"} {} true false false false {"Network":""} false

[DC2-N1]$ docker network inspect docker_gwbridge --format '{{json .IPAM.Config}} {{json .Options}} {{.Scope}} {{.Driver}}'
[{"Subnet":"172.18.0.0/16","Gateway":"172.18.0.1"}] {"com.docker.network.bridge.enable_icc":"false","com.docker.network.bridge.enable_ip_masquerade":"true","com.docker.network.bridge.name":"docker_gwbridge"} local bridge

[DC2-N1]$ docker service create -q -d --no-resolve-image --name job --mode replicated-job --replicas 2 --max-concurrent 1 busybox true
m5wgyh9buy9d3e5sjmiuzjnzc

settle
# last change after 11.5 s

[DC2-N1]$ docker service inspect job
[
    {
        "ID": "m5wgyh9buy9d3e5sjmiuzjnzc",
        "Version": {
            "Index": 44
        },
        "CreatedAt": "2026-11-28T00:49:14.608895944Z",
        "UpdatedAt": "2026-11-28T00:49:14.608895944Z",
        "Spec": {
            "Name": "job",
            "Labels": {},
            "TaskTemplate": {
                "ContainerSpec": {
                    "Image": "busybox:latest",
                    "Args": [
                        "true"
                    ],
                    "Init": false,
                    "StopGracePeriod": 10000000000,
                    "DNSConfig": {},
                    "Isolation": "default"
                },
                "Resources": {
                    "Limits": {},
                    "Reservations": {}
                },
                "RestartPolicy": {
                    "Condition": "any",
                    "Delay": 5000000000,
                    "MaxAttempts": 0
                },
                "Placement": {},
                "ForceUpdate": 0,
                "Runtime": "container"
            },
            "Mode": {
                "ReplicatedJob": {
                    "MaxConcurrent": 1,
                    "TotalCompletions": 2
                }
            },
            "UpdateConfig": {
                "Parallelism": 1,
                "FailureAction": "pause",
                "Monitor": 5000000000,
                "MaxFailureRatio": 0,
                "Order": "stop-first"
            },
            "RollbackConfig": {
                "Parallelism": 1,
                "FailureAction": "pause",
                "Monitor": 5000000000,
                "MaxFailureRatio": 0,
                "Order": "stop-first"
            },
            "EndpointSpec": {
                "Mode": "vip"
            }
        },
        "Endpoint": {
            "Spec": {}
        },
        "JobStatus": {
            "JobIteration": {},
            "LastExecution": "2026-11-28T00:49:14.608863756Z"
        }
    }
]

[DC2-N1]$ docker service create -q -d --no-resolve-image --name agent --mode global --endpoint-mode dnsrr --network net1 nginx:1.25
zy6p5rpfizjj75jmn5iepoecc

settle
# last change after 7.7 s

[DC2-N1]$ docker service inspect agent
[
    {
        "ID": "zy6p5rpfizjj75jmn5iepoecc",
        "Version": {
            "Index": 60
        },
        "CreatedAt": "2026-11-28T00:49:34.720449917Z",
        "UpdatedAt": "2026-11-28T00:49:34.720449917Z",
        "Spec": {
            "Name": "agent",
            "Labels": {},
            "TaskTemplate": {
                "ContainerSpec": {
                    "Image": "nginx:1.25",
                    "Init": false,
                    "StopGracePeriod": 10000000000,
                    "DNSConfig": {},
                    "Isolation": "default"
                },
                "Resources": {
                    "Limits": {},
                    "Reservations": {}
                },
                "RestartPolicy": {
                    "Condition": "any",
                    "Delay": 5000000000,
                    "MaxAttempts": 0
                },
                "Placement": {},
                "Networks": [
                    {
                        "Target": "ymnj87ifceq6t60zhz17a5d7m"
                    }
                ],
                "ForceUpdate": 0,
                "Runtime": "container"
            },
            "Mode": {
                "Global": {}
            },
            "UpdateConfig": {
                "Parallelism": 1,
                "FailureAction": "pause",
                "Monitor": 5000000000,
                "MaxFailureRatio": 0,
                "Order": "stop-first"
            },
            "RollbackConfig": {
                "Parallelism": 1,
                "FailureAction": "pause",
                "Monitor": 5000000000,
                "MaxFailureRatio": 0,
                "Order": "stop-first"
            },
            "EndpointSpec": {
                "Mode": "dnsrr"
            }
        },
        "Endpoint": {
            "Spec": {}
        }
    }
]

[DC2-N1]$ docker inspect web --format '{{json .Endpoint}}'
{"Spec":{"Mode":"vip","Ports":[{"Protocol":"tcp","TargetPort":80,"PublishedPort":8080,"PublishMode":"ingress"}]},"Ports":[{"Protocol":"tcp","TargetPort":80,"PublishedPort":8080,"PublishMode":"ingress"}],"VirtualIPs":[{"NetworkID":"yhiwiibsbkdwbso3378skp5f9","Addr":"10.0.0.4/24"},{"NetworkID":"ymnj87ifceq6t60zhz17a5d7m","Addr":"10.20.0.128/24"}]}

[DC2-N1]$ docker service inspect web agent job --format '{{.Spec.Name}} {{json .Spec.Mode}}'
web {"Replicated":{"Replicas":1}}
agent {"Global":{}}
job {"ReplicatedJob":{"MaxConcurrent":1,"TotalCompletions":2}}

[DC2-N1]$ docker swarm update --task-history-limit 2
Swarm updated.

[DC2-N1]$ docker info --format '{{json .Swarm.Cluster.Spec}}'
{"Name":"default","Labels":{},"Orchestration":{"TaskHistoryRetentionLimit":2},"Raft":{"SnapshotInterval":10000,"KeepOldSnapshots":0,"LogEntriesForSlowFollowers":500,"ElectionTick":10,"HeartbeatTick":1},"Dispatcher":{"HeartbeatPeriod":5000000000},"CAConfig":{"NodeCertExpiry":7776000000000000},"TaskDefaults":{},"EncryptionConfig":{"AutoLockManagers":false}}
