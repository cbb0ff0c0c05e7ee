import { Stage } from '../stage.ts';

/** One image under seven names, as the recorded hosts had it; and networks that nobody uses. */
export async function images(): Promise<Stage> {
  const stage = new Stage('images', { managers: 3, workers: 1 });
  stage.knowNodes();
  const kept = ['alpine:latest', 'nginx:1.25', 'nginx:1.26', 'nginx:alpine', 'nginx:latest', 'redis:3.0.6', 'redis:latest'];
  const tags = (await stage.sh("docker image ls --format '{{.Repository}}:{{.Tag}}'")).split('\n');
  for (const tag of tags) if (!kept.includes(tag)) await stage.sh(`docker rmi ${tag}`);
  stage.forms('images', 'images.filter', 'image.inspect', 'image.history', 'image.inspect.missing', 'image.tag', 'image.rm', 'image.rm.in-use');
  stage.rehearse('network.create.overlay', 'network.create.overlay.full', 'network.create.overlay.ipv6', 'network.create.bridge', 'network.create.scope-swarm');
  await stage.sh('docker network create -d overlay net9');
  stage.form('network.prune');
  return stage;
}
