import { Stage } from '../stage.ts';

/** What two services write, and objects of all kinds found by name or id. */
export async function looking(): Promise<Stage> {
  const stage = new Stage('looking', { managers: 3, workers: 1 });
  stage.knowNodes();
  stage.makeStubborn();
  stage.rehearse('swarm.update', 'swarm.update.external-ca', 'swarm.ca.rotate.detach');
  await stage.wait(30_000);
  const script = 'i=0; while true; do i=$((i+1)); echo out $i; echo err $i >&2; sleep 1; done';
  // The recorded tasks were on the first two hosts by chance.
  await stage.sh('docker node update --availability pause DC2-N3');
  await stage.sh(
    `docker service create -d --name chat --container-label cl=v --replicas 2 --constraint node.hostname!=DC2-N4 busybox:latest sh -c '${script}'`,
  );
  await stage.wait(4000);
  stage.alias('yhtrm4g7wtfue2rqf0oehz3nd', stage.task('chat', 'DC2-N1'));
  stage.alias('tl7os71rlbwjdjm53ke7wnbvm', stage.task('chat', 'DC2-N2'));
  const chatter = /^\S+Z (?=com\.)|(?:out|err) \d+$/g;
  const lines = { chatter, anySlot: true };
  for (const what of ['', '.follow', '.no-trunc', '.no-task-ids', '.raw', '.tail', '.task']) stage.form(`service.logs${what}`, lines);
  stage.form('service.logs.since-timestamps-details', { ...lines, query: { since: '0' } });
  for (const what of ['task', 'service', 'node', 'missing', 'type-service', 'type-task']) stage.form(`inspect.${what}`, { anySlot: true });
  await stage.sh("docker service create -d --name ttyl --tty busybox:latest sh -c 'while true; do echo hi; sleep 1; done'");
  stage.form('service.logs.tty-service');
  return stage;
}
