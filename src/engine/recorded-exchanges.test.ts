import { it } from 'vitest';
import { STORIES } from './testing/recorded/stories/index.ts';

it('tries', async () => {
  const only = process.env['STORY'];
  for (const story of STORIES) {
    if (only !== undefined && story.name !== only) continue;
    const t = Date.now();
    const stage = await story();
    const bad = [...stage.played].filter(([, d]) => d.length > 0);
    console.log(
      `== ${story.name}: ${stage.played.size - bad.length} of ${stage.played.size} equal, ${Date.now() - t} ms, virtual ${stage.run.now}\n` +
        bad
          .map(
            ([n, d]) =>
              `-- ${n}\n${d
                .slice(0, 8)
                .map((x) => '   ' + x.slice(0, 700))
                .join('\n')}`,
          )
          .join('\n'),
    );
  }
}, 600_000);
