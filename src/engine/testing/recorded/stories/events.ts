import { Stage } from '../stage.ts';

/** What happens in a swarm of four and in one of a single host, heard by clients that listen. */
export async function events(): Promise<Stage> {
  const stage = new Stage('events', { managers: 3, workers: 1 });
  stage.knowNodes();
  stage.form('events.filter-bad');
  await stage.sh('docker service create -d --name rr --constraint node.hostname==DC2-N4 nginx:1.25');
  await stage.sh('docker service create -d --name web --constraint node.hostname==DC2-N2 nginx:latest');
  await stage.wait(3000);
  await stage.sh('docker node update --availability pause DC2-N1');
  await stage.sh('docker node update --availability pause DC2-N2');
  await stage.sh('docker node update --availability pause DC2-N3');
  const from = Math.floor(stage.unixNow / 1000);
  await stage.whileListening(['events.filter-type', 'events.worker', 'events.follower-manager'], async () => {
    await stage.sh('docker service rm rr web');
    await stage.sh('docker service create -d --name ev --replicas 2 --update-order start-first nginx:1.25');
    await stage.wait(600);
    await stage.sh('docker service update -d --image nginx:1.26 ev');
    await stage.wait(4000);
    await stage.sh('docker service scale -d ev=1');
    for (const change of ['availability drain', 'availability active', 'label-add x=1', 'label-rm x', 'role manager']) {
      await stage.sh(`docker node update --${change} DC2-N4`);
    }
    await stage.sh('echo x | docker config create evc -');
    await stage.sh('docker config rm evc');
    await stage.sh('echo x | docker secret create evs -');
    await stage.sh('docker secret rm evs');
    await stage.sh('docker network create -d overlay evn');
    await stage.sh('docker volume create evv');
    await stage.sh('docker volume rm evv');
    await stage.sh('docker service rm ev');
    await stage.wait(15_000);
  });
  await stage.whileListening(['events.since-until'], async () => undefined, {
    query: { since: String(from), until: String(Math.floor(stage.unixNow / 1000)) },
  });
  const single = await eventsOfOneHost();
  for (const [form, differences] of single.played) stage.played.set(form, differences);
  return stage;
}

/** The recorded swarm of one host, whose service is updated, rolled back and removed. */
async function eventsOfOneHost(): Promise<Stage> {
  const stage = new Stage('events of one host', undefined);
  stage.rehearse('swarm.init.full');
  await stage.sh('docker node update --availability active DC2-N1');
  await stage.wait(2000);
  const names = ['events', 'events.filter-scope-swarm-format-json', 'events.filter-event', 'events.filter-node', 'events.filter-container-label'];
  await stage.whileListening(names, async () => {
    await stage.sh('echo x | docker secret create evs -');
    await stage.sh('echo x | docker config create evc -');
    await stage.sh('docker network create -d overlay evn');
    await stage.sh('docker network create evb');
    await stage.sh('docker volume create evv');
    const settings = '--mount source=evv,target=/v --network evn --health-cmd true --health-interval 1s --update-parallelism 0';
    await stage.sh(`docker service create -d --name ev ${settings} busybox:latest sh -c 'trap "exit 0" TERM; while true; do sleep 1; done'`);
    await stage.wait(4000);
    await stage.sh('docker service scale -d ev=2');
    await stage.wait(2500);
    // A command runs in the container when that ends; in the recorded one it was a probe.
    await stage.sh(`docker exec -d ${stage.running('ev.1')} sleep 100`);
    await stage.sh('docker service update -d --env-add A=1 ev');
    await stage.wait(3800);
    await stage.sh('docker service rollback -d ev');
    await stage.wait(3000);
    const id = stage.running('ev.2');
    await stage.sh(`docker exec ${id} true`);
    await stage.sh(`docker kill ${id}`);
    await stage.sh('docker container prune -f');
    await stage.sh('docker service rm ev');
    await stage.wait(10_000);
    await stage.sh('docker secret rm evs');
    await stage.sh('docker config rm evc');
    await stage.sh('docker network rm evn evb');
    await stage.sh('docker volume rm evv');
    await stage.wait(500);
  });
  return stage;
}
