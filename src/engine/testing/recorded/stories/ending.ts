import { Stage } from '../stage.ts';

/** The key that unlocked the recorded swarm. */
const KEY = 'SWMKEY-1-P8CKAWA0eKn6AUyuUwqjpPTiwsTDovP/wfWAjk94R+w';

/** The leader is elsewhere; the swarm is locked, served by a registry, taken apart and formed anew. */
export async function ending(): Promise<Stage> {
  const stage = new Stage('ending', { managers: 3, workers: 1 });
  stage.knowNodes();
  stage.makeStubborn();
  stage.rehearse('swarm.update', 'swarm.update.external-ca', 'swarm.ca.rotate.detach');
  await stage.wait(30_000);
  await stage.moveLeaderTo('DC2-N2');
  await stage.sh('docker node update --label-add q=1 DC2-N4');
  stage.forms('node.update.labels-two', 'network.rm.ingress');
  await stage.sh('docker swarm update --autolock=true');
  stage.alias(KEY, await stage.sh('docker swarm unlock-key -q'));
  await stage.fault('DC2-N1', 'engine-stop');
  await stage.wait(3000);
  await stage.fault('DC2-N1', 'engine-start');
  await stage.wait(5000);
  for (const what of ['info', 'node-ls', 'service-ls', 'swarm-init', 'swarm-leave', 'unlock.bad-key', 'unlock.malformed', 'unlock'])
    stage.form(`locked.${what}`);
  await stage.wait(3000);
  stage.forms('locked.unlock.again', 'locked.after.node-ls');
  await stage.sh('docker swarm update --autolock=false');
  await stage.wait(30_000);
  stage.forms('pull.offline', 'search', 'login', 'pull', 'pull.up-to-date', 'pull.unknown-tag', 'pull.quiet', 'push', 'run.pulls-first');
  await stage.sh('docker network create -d overlay --attachable net2');
  await stage.sh('docker run -d --name plain --network net2 nginx:latest');
  await stage.sh('docker kill plain');
  await onlyOnFirst(stage, true);
  stage.forms('service.create.registry-answers', 'service.inspect.with-digest', 'service.create.registry-unknown-tag');
  await stage.wait(250);
  stage.forms('service.update.image.registry-answers', 'service.ls.with-digest', 'service.ps.with-digest');
  // The recorded list was made before the new task had a container.
  await stage.sh('docker service rm reg reg2');
  stage.forget('8l0lzgjeh8vhcofcg5t63db60');
  stage.forget('v4a0xjwhbmgi714vy6c7cto2b');
  await stage.wait(15_000);
  await stage.sh('docker service create -d --name reg 127.0.0.1:5000/nginx:1.25');
  await stage.wait(2000);
  await stage.sh('docker run -d --name gone busybox:latest true');
  await stage.sh('docker wait gone');
  stage.forms('ps.all.exited', 'wait', 'stop.already-stopped', 'start.attach', 'attach.not-running', 'inspect.exited', 'exec.not-running');
  stage.forms('kill.not-running', 'pause.not-running');
  await stage.sh('docker service rm reg');
  await stage.wait(15_000);
  const chatter = "sh -c 'while true; do echo hi; sleep 1; done'";
  await stage.sh(`docker service create -d --name ttyl --tty busybox ${chatter}`);
  await stage.wait(4000);
  stage.form('service.logs.tty-raw');
  await stage.sh("docker service create -d --name hc --health-cmd 'true' --health-interval 1s busybox sleep 1000");
  await stage.wait(1800);
  stage.alias('a0fac0d7bc74', stage.running('hc.1'));
  stage.forms('ps.healthy', 'inspect.container.health');
  await stage.sh('docker service rm ttyl hc');
  await onlyOnFirst(stage, false);
  await stage.wait(15_000);
  stage.forms('service.create.max-replicas');
  await stage.wait(2000);
  stage.form('service.ls.max-replicas');
  stage.form('service.ps.max-replicas', { anySlot: true });
  stage.forms('service.create.no-resources', 'service.ps.no-resources', 'service.create.host-port-twice-a');
  stage.form('service.ps.host-port', { anySlot: true });
  await stage.sh('docker service rm mx big hp');
  await stage.sh('docker volume create vol1');
  await stage.wait(15_000);
  stage.form('container.prune');
  await stage.sh('docker network rm net2');
  stage.forms('system.prune', 'volume.prune.all', 'image.prune', 'builder.prune');
  stage.form('swarm.leave.manager-refused');
  // On the recorded machine the worker took its time to find the new leader.
  await stage.fault('DC2-N4', 'cut');
  stage.form('node.demote.leader');
  await stage.wait(5000);
  stage.forms('swarm.leave.manager-refused.two');
  await stage.sh('docker node demote DC2-N3');
  await stage.wait(5000);
  stage.forms('node.ls.after-leader-demoted', 'node.demote.last', 'swarm.leave.manager-refused.last');
  stage.form('swarm.init.force-new-cluster');
  await stage.fault('DC2-N4', 'heal');
  await stage.wait(10_000);
  await stage.sh('docker node promote DC2-N4');
  await stage.wait(3000);
  stage.forms('swarm.leave.force', 'swarm.leave.force.manager');
  await stage.wait(2000);
  stage.forms('swarm.init.full', 'info.after-init-full', 'node.inspect.after-init-full', 'network.inspect.ingress-own-pool');
  return stage;
}

/** Lets tasks only come to the first host, where the recorded ones were by chance; or to all again. */
async function onlyOnFirst(stage: Stage, only: boolean): Promise<void> {
  for (const host of ['DC2-N2', 'DC2-N3', 'DC2-N4']) await stage.sh(`docker node update --availability ${only ? 'pause' : 'active'} ${host}`);
}
