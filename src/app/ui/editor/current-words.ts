import { managerOf } from '../../actions/managers.ts';
import { useMirror } from '../../mirror/mirror-store.ts';
import { shortPath } from '../../world/file-name.ts';
import { useFiles } from '../../world/files.ts';
import { useWorld } from '../../world/world.ts';
import { type ClusterWords, clusterWords } from './cluster-words.ts';

const ASK_EVERY_MS = 10_000;
/** Completion waits no longer than this for the cluster: what it knows then is enough. */
const PATIENCE_MS = 300;

let images: readonly string[] = [];
let askedAt = Number.NEGATIVE_INFINITY;
let asking: Promise<void> = Promise.resolve();

/** What the present cluster and the open files offer to completion. */
export async function currentWords(): Promise<ClusterWords> {
  if (performance.now() - askedAt > ASK_EVERY_MS) {
    askedAt = performance.now();
    asking = askImages();
  }
  await Promise.race([asking, new Promise((resolve) => setTimeout(resolve, PATIENCE_MS))]);
  const files = useFiles.getState().files.filter((file) => !/\.ya?ml$/i.test(file.path));
  return clusterWords(
    useMirror.getState(),
    images,
    files.map((file) => shortPath(file.path)),
  );
}

/** The images that a manager has: what the shell itself would complete. */
async function askImages(): Promise<void> {
  const host = managerOf(useMirror.getState().hosts)?.id;
  const client = useWorld.getState().client;
  if (host === undefined || !client) return;
  const line = 'docker image inspect ';
  try {
    images = (await client.ask({ kind: 'complete', host, line, cursor: line.length })).words;
  } catch {
    // Nobody answers: the images in use are known anyway.
  }
}
