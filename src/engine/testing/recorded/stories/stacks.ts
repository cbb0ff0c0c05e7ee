import { Stage } from '../stage.ts';

/** Stacks are deployed in all ways, listed and removed. */
export async function stacks(): Promise<Stage> {
  const stage = new Stage('stacks', { managers: 2, workers: 0 });
  await stage.joinLast();
  stage.knowNodes();
  stage.makeStubborn();
  stage.rehearse('swarm.update', 'swarm.update.external-ca', 'swarm.ca.rotate.detach');
  await stage.wait(30_000);
  await stage.moveLeaderTo('DC2-N3');
  await stage.sh('docker node update --label-add q=1 DC2-N4');
  await stage.sh('echo x | docker secret create sec1 -');
  stage.forms('stack.config', 'stack.config.missing-file', 'stack.deploy.bad-file', 'stack.ls.empty', 'stack.ps.missing', 'stack.rm.missing');
  stage.form('stack.services.missing');
  // Only the global one of the recorded services had a task on the first host.
  await stage.sh('docker node update --availability pause DC2-N1');
  stage.form('stack.deploy');
  await stage.wait(100);
  await stage.sh('docker node update --availability active DC2-N1');
  stage.forms('stack.services', 'stack.services.filter', 'stack.services.format-json', 'stack.ls', 'stack.ls.format', 'service.inspect.stack');
  stage.forms('network.inspect.stack', 'stack.ps', 'stack.ps.filters', 'stack.ps.quiet');
  await stage.wait(5000);
  stage.forms('stack.deploy.again-unchanged', 'stack.deploy.prune', 'stack.deploy.no-detach.tty');
  stage.forms('stack.deploy.no-detach.plain', 'stack.deploy.with-registry-auth', 'stack.deploy.stdin');
  stage.forms('stack.deploy.external-network-missing', 'stack.deploy.external-secret-missing', 'stack.deploy.ignored-options', 'stack.deploy.bad-name');
  await stage.wait(10_000);
  stage.forms('stack.rm', 'stack.rm.no-detach', 'stack.rm.two');
  return stage;
}
