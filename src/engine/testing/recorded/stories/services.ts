import { Stage } from '../stage.ts';

/** Services are created in many forms, listed, scaled and updated. */
export async function services(): Promise<Stage> {
  const stage = new Stage('services', { managers: 3, workers: 1 });
  stage.knowNodes();
  await stage.sh('docker swarm update --task-history-limit 4');
  await stage.sh('docker network create -d overlay net1');
  stage.forms('service.ps.missing', 'service.inspect.missing', 'service.rm.missing', 'service.scale.missing', 'service.update.missing', 'service.logs.missing');
  stage.forms('service.create.minimal.detach', 'service.inspect.minimal', 'service.ls.filter.name', 'service.ps.filter-bad', 'service.ps', 'service.ps.no-resolve');
  stage.forms('service.ps.quiet', 'service.ls.filter.id', 'service.ls.filter.bogus');
  stage.forms('service.create.no-name', 'service.create.no-resolve-image', 'service.create.progress.tty', 'service.create.progress.plain', 'service.ps.filters');
  stage.forms('service.create.progress.quiet', 'service.create.global.tty', 'service.ls.filter.mode', 'service.scale.global', 'service.create.replicated-job.tty');
  stage.forms('service.ps.job', 'service.create.global-job.tty', 'service.create.generic-resource', 'service.update.generic', 'service.create.unschedulable');
  stage.forms('service.ps.pending', 'service.create.no-such-image', 'service.create.replicas-zero', 'service.ps.failed-image');
  for (const what of ['bad-constraint', 'bad-constraint-op', 'bad-failure-action', 'bad-image', 'bad-mode', 'bad-name', 'bad-order', 'bad-pref', 'bad-ratio']) {
    stage.form(`service.create.error.${what}`);
  }
  for (const what of ['bad-restart', 'bad-template', 'bad-user-port', 'bind-relative', 'cpu-too-small', 'dnsrr-ingress', 'duplicate-mount', 'duplicate-name']) {
    stage.form(`service.create.error.${what}`);
  }
  await stage.sh('docker service create -d -p 8088:80 nginx');
  for (const what of ['duplicate-port', 'host-network', 'ingress-network', 'job-restart-any', 'job-update', 'local-network', 'long-name', 'mem-too-small']) {
    stage.form(`service.create.error.${what}`);
  }
  for (const what of ['missing-config', 'missing-network', 'missing-secret', 'negative-delay', 'port-in-use', 'replicas-global']) stage.form(`service.create.error.${what}`);
  stage.forms('service.ls', 'service.ls.format-json', 'service.ls.quiet', 'node.ps.name', 'node.ps.two', 'node.ps.self', 'service.ps.filter-node-self');
  stage.forms('service.create.dnsrr', 'network.rm.in-use');
  stage.forms('service.scale.detach', 'service.scale.tty', 'service.scale.two', 'service.scale.bad', 'service.scale.job', 'service.update.max-concurrent');
  stage.forms('service.update.force', 'service.update.no-change', 'service.update.no-healthcheck', 'service.update.image.tty', 'service.rollback.tty');
  stage.forms('service.rollback.detach', 'service.update.rollback-flag', 'service.update.rollback-conflict', 'service.update.endpoint-mode', 'service.update.bad-image');
  stage.forms('service.update.failing.tty', 'service.inspect.update-paused', 'service.ps.update-paused', 'service.update.failing-rollback.tty', 'service.inspect.rolled-back');
  stage.forms('service.update.network-add', 'service.rollback.none', 'service.update.endpoint-vip', 'service.update.publish');
  stage.forms('service.rm', 'service.rm.two');
  return stage;
}
