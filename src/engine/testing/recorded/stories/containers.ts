import { Stage } from '../stage.ts';

/** Containers of a service and of `docker run`, looked at, entered and ended. */
export async function containers(): Promise<Stage> {
  const stage = new Stage('containers', { managers: 3, workers: 1 });
  stage.knowNodes();
  stage.makeStubborn();
  await stage.moveLeaderTo('DC2-N2');
  await stage.sh('docker network create -d overlay net1');
  await stage.sh('docker network create -d overlay --attachable --subnet 10.50.0.0/16 --gateway 10.50.0.1 net2');
  await stage.sh('docker service create -d --name silly_brattain -p 8088:80 --constraint node.hostname==DC2-N4 nginx');
  const command = "sh -c 'echo started; echo bad >&2; httpd -f -p 80'";
  const ports = '-p 8111:80 -p mode=host,published=8112,target=81';
  await stage.sh(
    `docker service create -d --name here --label x=y --container-label cc=dd --network net2 --restart-delay 1s --constraint node.hostname==DC2-N1 ${ports} nginx ${command}`,
  );
  await stage.wait(2000);
  stage.alias('92591927201b', stage.container('here.1'));
  stage.forms('ps', 'ps.all', 'ps.filters', 'ps.filter-bad', 'ps.filter-network', 'ps.format', 'ps.last', 'ps.quiet', 'ps.size', 'ps.worker');
  stage.forms('inspect.container', 'container.inspect.missing', 'port', 'logs', 'logs.follow', 'logs.missing', 'diff', 'cp');
  stage.form('logs.options', { query: { since: '0' } });
  stage.forms('exec', 'exec.detach', 'top', 'exec.no-such-command', 'exec.env-user-workdir', 'exec.exit-code', 'exec.missing', 'exec.stdin', 'exec.tty');
  stage.forms('attach', 'stats.no-stream', 'stats.stream', 'pause', 'unpause', 'kill.missing', 'stop.missing', 'rm.missing');
  stage.forms('run.foreground', 'run.exit-code', 'run.bad-command', 'run.no-image', 'run.tty', 'run.overlay-not-attachable', 'create', 'rm.created');
  stage.form('stop', { patienceMs: 12_000 });
  await stage.wait(2000);
  stage.alias('3410c37baa85', stage.running('here.1'));
  stage.forms('kill', 'service.ps.after-kill');
  await stage.wait(2000);
  stage.alias('5230ac7379f0', stage.running('here.1'));
  stage.forms('rm.running', 'rm.force', 'service.ps.after-kills');
  await stage.wait(2000);
  stage.forms('run.detach', 'rename', 'network.connect.ok', 'network.disconnect');
  await stage.sh('docker container prune -f');
  stage.forms('network.inspect.with-containers', 'system.df', 'system.df.verbose');
  stage.forms('stop.timeout-signal', 'start', 'restart', 'run.name-conflict', 'rm');
  return stage;
}
