import { Stage } from '../stage.ts';

/** Requests that no command line sends: wrong versions, broken bodies, wrong parameters. */
export async function byHand(): Promise<Stage> {
  const stage = new Stage('by hand', { managers: 3, workers: 1 });
  stage.knowNodes();
  stage.rehearse('swarm.update', 'swarm.update.external-ca', 'swarm.ca.rotate.detach');
  await stage.wait(30_000);
  await stage.sh('docker node update --label-add q=1 DC2-N4');
  // A container that was made and cannot start, for its port is taken.
  await stage.sh('docker network create -d overlay net2');
  await stage.sh('docker run -d -p 8112:81 busybox sleep 1000');
  const command = "sh -c 'echo started; echo bad >&2; httpd -f -p 80'";
  const ports = '-p 8111:80 -p mode=host,published=8112,target=81';
  await stage.sh(`docker service create -d --name here --container-label cc=dd --network net2 --constraint node.hostname==DC2-N1 ${ports} nginx ${command}`);
  await stage.wait(2000);
  stage.form('raw-requests', { prefixes: ['nqwwpe'], hosts: { 55: 'DC2-N4', 56: 'DC2-N4' } });
  return stage;
}
