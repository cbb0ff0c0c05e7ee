import { Stage } from '../stage.ts';

/** Configs, secrets, networks and volumes, before there is a service. */
export async function objects(): Promise<Stage> {
  const stage = new Stage('objects', { managers: 3, workers: 1 });
  stage.knowNodes();
  stage.forms(
    'config.create',
    'config.create.stdin-label',
    'config.create.template',
    'config.create.duplicate',
    'config.create.bad-name',
    'config.create.empty',
  );
  stage.forms('config.create.no-file', 'config.ls', 'config.ls.quiet', 'config.ls.filter-name', 'config.ls.filter-label', 'config.ls.filter-bad');
  stage.forms('config.inspect', 'config.inspect.pretty', 'config.inspect.missing', 'config.rm', 'config.rm.missing');
  stage.forms('secret.create', 'secret.create.stdin-label', 'secret.create.template', 'secret.create.duplicate', 'secret.create.driver', 'secret.ls');
  stage.forms('secret.ls.filter', 'secret.inspect', 'secret.inspect.pretty', 'secret.inspect.missing', 'secret.rm', 'secret.rm.missing');
  stage.forms(
    'network.create.overlay',
    'network.create.overlay.full',
    'network.create.overlay.internal',
    'network.create.overlay.ipv6',
    'network.create.bridge',
  );
  stage.forms('network.create.scope-swarm', 'network.create.config-only', 'network.create.duplicate', 'network.create.bridge.duplicate');
  stage.forms('network.create.bad-driver', 'network.create.overlap', 'network.create.bad-subnet', 'network.create.ingress.second', 'network.ls');
  stage.forms('network.ls.filters', 'network.ls.filter-bad', 'network.inspect', 'network.inspect.bridge', 'network.inspect.missing', 'network.rm.missing');
  stage.forms('network.rm.predefined', 'network.rm', 'network.connect');
  stage.forms('volume.create', 'volume.create.same', 'volume.create.full', 'volume.create.anonymous', 'volume.create.conflict', 'volume.create.bad-name');
  stage.forms('volume.create.cluster', 'volume.ls', 'volume.ls.filter', 'volume.inspect', 'volume.inspect.missing', 'volume.rm', 'volume.rm.missing');
  stage.forms('volume.rm.force-missing', 'volume.rm.in-use', 'volume.prune');
  return stage;
}
