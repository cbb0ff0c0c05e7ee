import { Stage } from '../stage.ts';

/** A service with every setting there is, its update, and what cannot be removed while it is used. */
export async function settings(): Promise<Stage> {
  const stage = new Stage('settings', { managers: 2, workers: 0 });
  await stage.joinLast();
  stage.knowNodes();
  stage.makeStubborn();
  stage.rehearse('swarm.update', 'swarm.update.external-ca', 'swarm.ca.rotate.detach');
  await stage.wait(30_000);
  await stage.moveLeaderTo('DC2-N3');
  await stage.sh('docker node update --label-add q=1 DC2-N4');
  await stage.sh('docker network create -d overlay net1');
  await stage.sh('docker network create -d overlay --attachable --subnet 10.50.0.0/16 --gateway 10.50.0.1 net2');
  await stage.sh('docker run -d --name plain --network net2 nginx:latest');
  // A rename that failed has left its slash behind (errors.tsv, `rename`).
  await stage.sh('docker rename plain renamed || true');
  for (const name of ['conf1', 'conf2']) await stage.sh(`echo hello config | docker config create ${name} -`);
  for (const name of ['sec1', 'sec2']) await stage.sh(`echo hello | docker secret create ${name} -`);
  // None of the recorded tasks was on the first host.
  await stage.sh('docker node update --availability pause DC2-N1');
  stage.forms('service.create.full', 'service.inspect.full', 'service.inspect.pretty', 'service.ls.filter.label');
  await stage.sh('docker service create -d --name web nginx:latest');
  await stage.wait(15_000);
  stage.form('service.ps.two', { anySlot: true });
  stage.forms('config.rm.in-use', 'secret.rm.in-use', 'network.rm.in-use', 'service.create.error.port-in-use', 'service.create.dnsrr');
  stage.forms('service.rollback.none', 'service.update.publish', 'service.update.endpoint-vip', 'service.update.network-add');
  stage.forms('service.update.full', 'service.inspect.after-update');
  return stage;
}
