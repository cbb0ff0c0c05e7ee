import { describe, expect, it } from 'vitest';
import { recordingsPresent } from '../testing/recorded-exchange.ts';
import { type Outcome, replay } from '../testing/replay.ts';
import { readdirSync } from 'node:fs';
const names = readdirSync('../shared/engine-api/exchanges').map((f)=>f.replace('.json','')).filter((f)=>/^(secret|config|network|volume|image|images|events|system|pull|push|on-worker.config|on-worker.secret|on-worker.network|no-swarm.config|no-swarm.secret|no-swarm.network)\b/.test(f));
describe.skipIf(!recordingsPresent)('x', () => {
  it.each(names)('%s', async (name) => {
    const { recorded, ours } = await replay(name);
    expect(ours).toEqual(recorded);
  });
});
