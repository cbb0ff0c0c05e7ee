import { Stage } from '../stage.ts';

/** Services are created in many forms, listed, scaled and updated. */
export async function services(): Promise<Stage> {
  const stage = new Stage('services', { managers: 3, workers: 1 });
  stage.knowNodes();
  stage.makeStubborn();
  stage.rehearse('swarm.ca.rotate.detach');
  await stage.wait(30_000);
  stage.forms('service.ps.missing', 'service.inspect.missing', 'service.rm.missing', 'service.scale.missing', 'service.update.missing', 'service.logs.missing');
  stage.forms(
    'service.create.minimal.detach',
    'service.inspect.minimal',
    'service.ls.filter.name',
    'service.ps.filter-bad',
    'service.ps',
    'service.ps.no-resolve',
  );
  stage.forms('service.ps.quiet', 'service.ls.filter.id', 'service.ls.filter.bogus');
  stage.forms('service.create.no-name', 'service.create.no-resolve-image', 'service.create.progress.tty', 'service.create.progress.plain');
  stage.forms('service.create.progress.quiet', 'service.ps.filters', 'service.create.global.tty', 'service.ls.filter.mode', 'service.scale.global');
  stage.forms(
    'service.create.replicated-job.tty',
    'service.ps.job',
    'service.create.global-job.tty',
    'service.create.generic-resource',
    'service.update.generic',
  );
  stage.forms('service.create.unschedulable', 'service.ps.pending', 'service.create.no-such-image', 'service.create.replicas-zero', 'service.ps.failed-image');
  for (const what of ['bad-constraint', 'bad-constraint-op', 'bad-failure-action', 'bad-image', 'bad-mode', 'bad-name', 'bad-order', 'bad-pref', 'bad-ratio']) {
    stage.form(`service.create.error.${what}`);
  }
  for (const what of ['bad-restart', 'bad-template', 'bad-user-port', 'bind-relative', 'cpu-too-small', 'dnsrr-ingress', 'duplicate-mount', 'duplicate-name']) {
    stage.form(`service.create.error.${what}`);
  }
  await stage.sh('docker service create -d -p 8088:80 nginx');
  for (const what of ['duplicate-port', 'ingress-network', 'job-restart-any', 'job-update', 'local-network', 'long-name', 'mem-too-small', 'missing-config']) {
    stage.form(`service.create.error.${what}`);
  }
  for (const what of ['missing-network', 'missing-secret', 'negative-delay', 'replicas-global']) stage.form(`service.create.error.${what}`);
  await stage.wait(5000);
  stage.forms('service.create.error.host-network', 'service.ls', 'service.ls.format-json', 'service.ls.quiet');
  for (const form of ['node.ps.name', 'node.ps.two', 'node.ps.self', 'service.ps.filter-node-self']) stage.form(form, { placed: true });
  stage.forms('service.scale.detach', 'service.scale.tty', 'service.scale.two', 'service.scale.bad', 'service.scale.job', 'service.update.max-concurrent');
  stage.forms('service.update.force', 'service.update.no-change', 'service.update.image.tty', 'service.rollback.tty');
  stage.form('service.rollback.detach');
  await stage.wait(250);
  stage.forms('service.update.rollback-flag', 'service.update.rollback-conflict');
  await stage.wait(200);
  stage.forms('service.update.no-healthcheck', 'service.update.endpoint-mode', 'service.update.bad-image');
  await stage.wait(1800);
  stage.form('service.update.failing.tty', { anySlot: true });
  stage.form('service.inspect.update-paused');
  stage.form('service.ps.update-paused', { anySlot: true });
  stage.form('service.update.failing-rollback.tty', { anySlot: true });
  stage.form('service.inspect.rolled-back');
  stage.forms('service.rm', 'service.rm.two');
  return stage;
}
