# title: Start, stop, kill, pause, wait, restart, rename, update, rm of one's own containers
# hosts: 1
# swarm: none
# tags: containers
# engine: 26.1.5
# runs: 1 (26.1.5)

[DC2-N1]$ docker run -d --name quick nginx
87ace4208992790b220c5d992086f525940c372dd98aee02090673429cf791ff

[DC2-N1]$ docker run -d --name slow alpine sleep 1000
bae7da0b797fb668ad2cdc9d70d8e7638026f42a772837f5611224ec2d61906e

[DC2-N1]$ docker stop quick
quick

[DC2-N1]$ docker stop quick
quick

[DC2-N1]$ docker ps -a --format '{{.Names}} {{.Status}}'
slow Up 3 seconds
quick Exited (0) 1 second ago

[DC2-N1]$ docker inspect quick --format '{{.State.Status}} {{.State.ExitCode}} {{.State.Running}} {{.State.Pid}} {{.State.Error}}'
exited 0 false 0 

[DC2-N1]$ docker stop -t 2 slow
slow

[DC2-N1]$ docker inspect slow --format '{{.State.Status}} {{.State.ExitCode}} {{.State.OOMKilled}}'
exited 137 false

[DC2-N1]$ docker start quick slow
quick
slow

[DC2-N1]$ docker start quick
quick

[DC2-N1]$ docker stop --time 1 slow
Flag --time has been deprecated, use --timeout instead
slow

[DC2-N1]$ docker stop --timeout 1 slow
slow

[DC2-N1]$ docker start slow
slow

[DC2-N1]$ docker stop -s SIGKILL slow
slow

[DC2-N1]$ docker inspect slow --format '{{.State.ExitCode}}'
137

[DC2-N1]$ docker start slow
slow

[DC2-N1]$ docker stop -s BOGUS slow
Error response from daemon: cannot stop container: slow: invalid signal: BOGUS
[exit 1]

[DC2-N1]$ docker kill slow
slow

[DC2-N1]$ docker kill slow
Error response from daemon: cannot kill container: slow: container bae7da0b797fb668ad2cdc9d70d8e7638026f42a772837f5611224ec2d61906e is not running
[exit 1]

[DC2-N1]$ docker inspect slow --format '{{.State.ExitCode}}'
137

[DC2-N1]$ docker kill -s TERM quick
quick

wait 1s

[DC2-N1]$ docker inspect quick --format '{{.State.Status}} {{.State.ExitCode}}'
exited 0

[DC2-N1]$ docker start quick
quick

[DC2-N1]$ docker kill -s HUP quick
quick

[DC2-N1]$ docker kill --signal 9 quick
quick

wait 1s

[DC2-N1]$ docker inspect quick --format '{{.State.Status}} {{.State.ExitCode}}'
exited 137

[DC2-N1]$ docker kill nosuch
Error response from daemon: cannot kill container: nosuch: No such container: nosuch
[exit 1]

[DC2-N1]$ docker kill -s bogus quick
Error response from daemon: cannot kill container: quick: invalid signal: bogus
[exit 1]

[DC2-N1]$ docker start quick
quick

[DC2-N1]$ docker pause quick
quick

[DC2-N1]$ docker ps --format '{{.Names}} {{.Status}} {{.State}}'
quick Up 1 second (Paused) paused

[DC2-N1]$ docker pause quick
Error response from daemon: Container 87ace4208992790b220c5d992086f525940c372dd98aee02090673429cf791ff is already paused
[exit 1]

[DC2-N1]$ docker stop -t 1 quick
quick

[DC2-N1]$ docker unpause quick
Error response from daemon: Container 87ace4208992790b220c5d992086f525940c372dd98aee02090673429cf791ff is not paused
[exit 1]

[DC2-N1]$ docker start quick
quick

[DC2-N1]$ docker unpause quick
Error response from daemon: Container 87ace4208992790b220c5d992086f525940c372dd98aee02090673429cf791ff is not paused
[exit 1]

[DC2-N1]$ docker pause nosuch
Error response from daemon: No such container: nosuch
[exit 1]

[DC2-N1]$ docker unpause nosuch
Error response from daemon: No such container: nosuch
[exit 1]

[DC2-N1]$ docker start slow
slow

[DC2-N1]$ docker pause slow
slow

[DC2-N1]$ docker kill slow
slow

[DC2-N1]$ docker inspect slow --format '{{.State.Status}} {{.State.Paused}} {{.State.ExitCode}}'
exited false 137

[DC2-N1]$ docker pause slow
Error response from daemon: container bae7da0b797fb668ad2cdc9d70d8e7638026f42a772837f5611224ec2d61906e is not running
[exit 1]

[DC2-N1]$ docker restart -t 0 slow
slow

[DC2-N1]$ docker restart -t 0 slow quick
slow
quick

[DC2-N1]$ docker restart -s INT -t 1 quick
quick

[DC2-N1]$ docker rename slow lazy

[DC2-N1]$ docker rename lazy lazy
Error response from daemon: Renaming a container with the same name as its current name
Error: failed to rename container named lazy
[exit 1]

[DC2-N1]$ docker rename nosuch x1
Error response from daemon: No such container: nosuch
Error: failed to rename container named nosuch
[exit 1]

[DC2-N1]$ docker rename lazy quick
Error response from daemon: Error when allocating new name: Conflict. The container name "/quick" is already in use by container "87ace4208992790b220c5d992086f525940c372dd98aee02090673429cf791ff". You have to remove (or rename) that container to be able to reuse that name.
Error: failed to rename container named lazy
[exit 1]

[DC2-N1]$ docker rename lazy
docker: 'docker rename' requires 2 arguments

Usage:  docker rename CONTAINER NEW_NAME

Run 'docker rename --help' for more information
[exit 1]

[DC2-N1]$ docker inspect lazy --format '{{.Name}}'
/lazy

[DC2-N1]$ docker update --memory 100m --memory-swap 200m --cpus 0.5 --restart on-failure:3 lazy
lazy

[DC2-N1]$ docker inspect lazy --format '{{.HostConfig.Memory}} {{.HostConfig.MemorySwap}} {{.HostConfig.NanoCpus}} {{.HostConfig.RestartPolicy.Name}} {{.HostConfig.RestartPolicy.MaximumRetryCount}}'
104857600 209715200 500000000 on-failure 3

[DC2-N1]$ docker update --pids-limit 20 --cpu-shares 256 lazy quick
lazy
quick

[DC2-N1]$ docker inspect lazy quick --format '{{.Name}} {{.HostConfig.PidsLimit}} {{.HostConfig.CpuShares}}'
/lazy 20 256
/quick 20 256

[DC2-N1]$ docker update lazy
you must provide one or more flags when using this command
[exit 1]

[DC2-N1]$ docker update nosuch --cpus 1
Error response from daemon: No such container: nosuch
[exit 1]

[DC2-N1]$ docker update --restart no lazy
lazy

[DC2-N1]$ docker update --memory 300m lazy
Error response from daemon: Cannot update container bae7da0b797fb668ad2cdc9d70d8e7638026f42a772837f5611224ec2d61906e: Memory limit should be smaller than already set memoryswap limit, update the memoryswap at the same time
[exit 1]

[DC2-N1]$ docker run -d --name w alpine sh -c 'sleep 2; exit 4'
docker: Error response from daemon: Invalid container name (w), only [a-zA-Z0-9][a-zA-Z0-9_.-] are allowed

Run 'docker run --help' for more information
[exit 125]

[DC2-N1]$ docker wait w
Error response from daemon: No such container: w
[exit 1]

[DC2-N1]$ docker wait w
Error response from daemon: No such container: w
[exit 1]

[DC2-N1]$ docker rm nosuch
Error response from daemon: No such container: nosuch
[exit 1]

[DC2-N1]$ docker rm -f nosuch
Error response from daemon: No such container: nosuch

[DC2-N1]$ docker rm w w
Error response from daemon: No such container: w
Error response from daemon: No such container: w
[exit 1]

[DC2-N1]$ docker run -d --name v -v /anon -v named:/n nginx
docker: Error response from daemon: Invalid container name (v), only [a-zA-Z0-9][a-zA-Z0-9_.-] are allowed

Run 'docker run --help' for more information
[exit 125]

[DC2-N1]$ docker volume ls -q --filter name=named

[DC2-N1]$ docker rm -f -v v
Error response from daemon: No such container: v

[DC2-N1]$ docker volume ls -q --filter name=named

[DC2-N1]$ docker rm -l quick
Error response from daemon: Conflict, cannot remove the default link name of the container
[exit 1]

[DC2-N1]$ docker rm --volumes --force quick
quick

[DC2-N1]$ docker rm
docker: 'docker rm' requires at least 1 argument

Usage:  docker rm [OPTIONS] CONTAINER [CONTAINER...]

See 'docker rm --help' for more information
[exit 1]

[DC2-N1]$ docker stop
docker: 'docker stop' requires at least 1 argument

Usage:  docker stop [OPTIONS] CONTAINER [CONTAINER...]

See 'docker stop --help' for more information
[exit 1]

[DC2-N1]$ docker start
docker: 'docker start' requires at least 1 argument

Usage:  docker start [OPTIONS] CONTAINER [CONTAINER...]

See 'docker start --help' for more information
[exit 1]

[DC2-N1]$ docker kill
docker: 'docker kill' requires at least 1 argument

Usage:  docker kill [OPTIONS] CONTAINER [CONTAINER...]

See 'docker kill --help' for more information
[exit 1]

[DC2-N1]$ docker pause
docker: 'docker pause' requires at least 1 argument

Usage:  docker pause CONTAINER [CONTAINER...]

See 'docker pause --help' for more information
[exit 1]

[DC2-N1]$ docker wait
docker: 'docker wait' requires at least 1 argument

Usage:  docker wait CONTAINER [CONTAINER...]

See 'docker wait --help' for more information
[exit 1]

[DC2-N1]$ docker rename
docker: 'docker rename' requires 2 arguments

Usage:  docker rename CONTAINER NEW_NAME

Run 'docker rename --help' for more information
[exit 1]

[DC2-N1]$ docker update
docker: 'docker update' requires at least 1 argument

Usage:  docker update [OPTIONS] CONTAINER [CONTAINER...]

See 'docker update --help' for more information
[exit 1]

[DC2-N1]$ docker restart
docker: 'docker restart' requires at least 1 argument

Usage:  docker restart [OPTIONS] CONTAINER [CONTAINER...]

See 'docker restart --help' for more information
[exit 1]

[DC2-N1]$ docker container prune -f
Total reclaimed space: 0B
