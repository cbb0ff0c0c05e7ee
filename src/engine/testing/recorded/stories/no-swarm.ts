import { Stage } from '../stage.ts';

/** Hosts that are in no swarm. */
export async function noSwarm(): Promise<Stage> {
  const stage = new Stage('no swarm', undefined);
  stage.forms('info.no-swarm', 'ping.debug-info-format-swarm', 'version');
  for (const what of [
    'config-ls',
    'network-create-d-overlay-x-',
    'node-inspect-self',
    'node-ls',
    'secret-ls',
    'service-create-nginx',
    'service-ls',
    'stack-ls',
  ]) {
    stage.form(`no-swarm.${what}`);
  }
  for (const what of ['ca', 'join-token-worker', 'leave', 'unlock-key', 'update-task-history-limit-']) stage.form(`no-swarm.swarm-${what}`);
  stage.forms('swarm.unlock.not-locked', 'swarm.init.advertise-not-local', 'swarm.init.bad-advertise');
  return stage;
}
