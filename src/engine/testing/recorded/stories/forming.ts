import { Stage } from '../stage.ts';

/** A swarm is formed of four hosts, configured, and its nodes are changed. */
export async function forming(): Promise<Stage> {
  const stage = new Stage('forming', undefined);
  stage.forms('swarm.join.no-listener', 'swarm.init', 'swarm.join-token.worker', 'swarm.join-token.manager', 'swarm.join-token.worker.quiet');
  stage.forms('swarm.join-token.rotate.worker', 'swarm.join-token.rotate.manager.quiet', 'swarm.join-token.bad-role', 'swarm.unlock-key.no-autolock');
  stage.forms('swarm.init.already', 'network.inspect.gwbridge');
  stage.forms('swarm.join.bad-token-format', 'swarm.join.wrong-ca-digest', 'swarm.join.wrong-secret');
  stage.forms('swarm.join.worker', 'swarm.join.already', 'swarm.join.manager', 'swarm.join.drained', 'network.inspect.verbose');
  for (const what of ['config-ls', 'network-create-d-overlay-x', 'node-inspect-self', 'node-ls', 'node-ps-self', 'node-update-role-manager', 'secret-ls']) {
    stage.form(`on-worker.${what}`);
  }
  for (const what of ['create-nginx', 'inspect-x', 'ls', 'ps-x', 'rm-x']) stage.form(`on-worker.service-${what}`);
  for (const what of ['stack-ls', 'swarm-join-token-worker', 'swarm-unlock-key', 'swarm-update-task-history-limit']) stage.form(`on-worker.${what}`);
  stage.forms('info.worker', 'network.ls.worker', 'info.format-swarm', 'info.manager', 'plugin.ls', 'swarm.update', 'swarm.update.no-flag');
  stage.forms('swarm.update.bad-cert-expiry', 'swarm.update.bad-heartbeat', 'swarm.update.external-ca', 'swarm.update.autolock', 'swarm.unlock-key');
  stage.forms('swarm.unlock-key.quiet', 'swarm.unlock-key.rotate', 'swarm.update.autolock-off', 'swarm.ca');
  await stage.sh('docker node update --availability active DC2-N3');
  stage.form('swarm.ca.rotate', { patienceMs: 20_000 });
  stage.form('swarm.ca.rotate.detach');
  stage.forms('swarm.leave.manager-refused.three');
  await stage.wait(15_000);
  for (const form of [
    '',
    '.filter.membership',
    '.filter.name',
    '.filter.role',
    '.filter.bogus',
    '.filter.label',
    '.filter.node.label',
    '.format-json',
    '.quiet',
    '.follower',
  ]) {
    stage.form(`node.ls${form}`);
  }
  stage.form('node.ls.filter.id', { prefixes: ['v14ech'] });
  stage.form('node.inspect.prefix', { prefixes: ['cjoe'] });
  stage.forms('node.inspect.self', 'node.inspect.name', 'node.inspect.pretty', 'node.inspect.missing', 'node.update.label-add');
  stage.forms(
    'node.update.label-rm',
    'node.update.label-rm.missing',
    'node.update.drain',
    'node.update.pause',
    'node.update.active',
    'node.update.bad-availability',
  );
  stage.forms('node.update.bad-role', 'node.update.missing', 'node.promote', 'node.promote.already', 'node.promote.missing', 'node.ls.after-promote');
  stage.forms(
    'node.demote',
    'node.demote.already',
    'node.update.role-worker',
    'node.rm.not-down',
    'node.rm.manager',
    'node.rm.force-manager',
    'node.rm.missing',
  );
  stage.forms('node.ps.missing', 'swarm.leave.worker');
  await stage.wait(20_000);
  stage.forms('node.ls.one-down', 'node.rm');
  return stage;
}
