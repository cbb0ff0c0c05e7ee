# title: What a stack file's rarer keys become
# hosts: 2
# swarm: 1m1w
# tags: stack, inspect
# engine: 26.1.5
# runs: 1 (26.1.5)

file s.yml <<EOF
version: "3.8"
x-env: &env
  A: "1"
  B: two words
x-deploy: &deploy
  restart_policy: {condition: on-failure, delay: 2s, max_attempts: 3, window: 1m30s}
  resources:
    limits: {cpus: "0.5", memory: 64M, pids: 20}
    reservations:
      cpus: "0.25"
      memory: 16M
      generic_resources:
        - discrete_resource_spec: {kind: gpu, value: 1}
services:
  one:
    image: nginx:1.25
    hostname: "{{.Service.Name}}-{{.Task.Slot}}"
    user: "1000:50"
    working_dir: /srv
    init: true
    read_only: true
    tty: true
    stdin_open: true
    stop_signal: SIGQUIT
    stop_grace_period: 1m5s
    cap_add: [NET_ADMIN, sys_time]
    cap_drop: [ALL]
    dns: [1.1.1.1, 9.9.9.9]
    dns_search: ex.org
    extra_hosts: ["a:1.2.3.4", "b=5.6.7.8"]
    sysctls: {net.core.somaxconn: 1024}
    ulimits: {nofile: {soft: 10, hard: 20}, nproc: 5}
    tmpfs: [/t1, "/t2:size=1m,mode=755"]
    environment: {<<: *env, C: }
    labels: [l.one=1, l.two]
    logging: {driver: json-file, options: {max-size: 1m}}
    healthcheck: {test: "exit 0", interval: 5s, timeout: 2s, retries: 4, start_period: 1s}
    entrypoint: ["sh", "-c"]
    command: sleep 1000
    ports:
      - "80"
      - "8080-8081:80-81/tcp"
      - {target: 90, published: 9090, protocol: udp, mode: host}
    volumes:
      - data:/data:nocopy
      - /anon
      - {type: tmpfs, target: /t3, tmpfs: {size: 1048576}}
      - {type: bind, source: /tmp, target: /b, read_only: true, bind: {propagation: rslave}}
      - {type: volume, source: named, target: /n, volume: {nocopy: true}}
    deploy:
      <<: *deploy
      replicas: 0
      labels: {d: e}
      placement:
        constraints: [node.role == manager, "node.labels.a!=b"]
        preferences: [{spread: node.labels.zone}]
        max_replicas_per_node: 3
      update_config: {parallelism: 2, delay: 3s, failure_action: rollback, monitor: 4s, max_failure_ratio: 0.2, order: start-first}
      rollback_config: {parallelism: 0, delay: 1s, failure_action: continue, monitor: 2s, max_failure_ratio: 0.1, order: stop-first}
  two:
    image: busybox
    network_mode: host
    healthcheck: {disable: true}
    isolation: default
    deploy: {mode: global, endpoint_mode: dnsrr, restart_policy: {condition: none}}
  three:
    image: busybox
    command: ["sh", "-c", "sleep 1; exit 0"]
    deploy: {mode: replicated-job, replicas: 2}
volumes:
  data: {driver: local, driver_opts: {type: tmpfs, device: tmpfs}, labels: {v: w}}
  named: {name: "the_real_name"}
EOF

[DC2-N1]$ docker stack deploy --detach=true --resolve-image never -c s.yml big
services.one.deploy.resources.limits Additional property pids is not allowed
[exit 1]

[DC2-N1]$ docker service inspect big_one --format '{{json .Spec.TaskTemplate.ContainerSpec}}'

Error: no such service: big_one
[exit 1]

[DC2-N1]$ docker service inspect big_one --format '{{json .Spec.TaskTemplate.Resources}} {{json .Spec.TaskTemplate.RestartPolicy}} {{json .Spec.TaskTemplate.Placement}} {{json .Spec.TaskTemplate.LogDriver}}'

Error: no such service: big_one
[exit 1]

[DC2-N1]$ docker service inspect big_one --format '{{json .Spec.UpdateConfig}} {{json .Spec.RollbackConfig}} {{json .Spec.EndpointSpec}} {{json .Spec.Labels}}'

Error: no such service: big_one
[exit 1]

[DC2-N1]$ docker service inspect --pretty big_one
Error: no such service: big_one
[exit 1]

[DC2-N1]$ docker service inspect big_two --format '{{json .Spec.TaskTemplate}} {{json .Spec.Mode}} {{json .Spec.EndpointSpec}}'

Error: no such service: big_two
[exit 1]

[DC2-N1]$ docker service inspect big_three --format '{{json .Spec.TaskTemplate}} {{json .Spec.Mode}}'

Error: no such service: big_three
[exit 1]

settle
# last change after 0.0 s

sorted [DC2-N1]$ docker stack services big
Nothing found in stack: big

sorted [DC2-N1]$ docker stack ps big --format '{{.Image}} {{.DesiredState}} {{.CurrentState}} {{.Error}}'
nothing found in stack: big
[exit 1]

[DC2-N1]$ docker stack config -c s.yml
services.one.deploy.resources.limits Additional property pids is not allowed
[exit 1]

[DC2-N1]$ docker stack rm big
Nothing found in stack: big
