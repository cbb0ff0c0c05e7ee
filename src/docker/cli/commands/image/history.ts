import { platformJson } from '../../../api/parse/platform.ts';
import type { CommandBody } from '../../command.ts';
import { get } from '../../engine-call.ts';
import { ago } from '../../format/age.ts';
import { type ListDescription, printList, shortId } from '../../format/list.ts';
import { shortSize } from '../../format/size.ts';
import { ellipsis } from '../../format/text-width.ts';
import { readPlatform } from './platform-flag.ts';

/** One layer as `GET /images/{name}/history` gives it. */
interface LayerAnswer {
  readonly Id: string;
  /** Seconds since 1970. */
  readonly Created: number;
  readonly CreatedBy: string;
  readonly Size: number;
  readonly Comment: string;
}

/** Layers from before 2000 have no age. */
const firstSensibleSecond = Date.UTC(2000, 0, 1) / 1000;

/** `docker history IMAGE` (docker CLI image/formatter_history.go). */
export const imageHistory: CommandBody = async (context, flags, args) => {
  const human = flags.bool('human');
  const noTrunc = flags.bool('no-trunc');
  const now = context.clock.now();
  const platform = flags.string('platform') === '' ? {} : { platform: platformJson(readPlatform(flags.string('platform'), 'invalid platform: ')) };
  const layers = await get<readonly LayerAnswer[] | null>(context, `/images/${args[0] ?? ''}/history`, platform);
  const createdAt = ({ Created: created }: LayerAnswer): string => new Date(created * 1000).toISOString().replace('.000Z', 'Z');
  const createdSince = (layer: LayerAnswer): string => (layer.Created <= firstSensibleSecond ? '' : ago(layer.Created * 1000, now));
  const createdBy = ({ CreatedBy: text }: LayerAnswer): string => text.replaceAll('\t', ' ');
  const list: ListDescription<LayerAnswer> = {
    typeName: '*image.historyContext',
    fields: {
      ID: { header: 'IMAGE', value: ({ Id }) => (noTrunc ? Id : shortId(Id)) },
      CreatedSince: { header: 'CREATED', value: (layer) => (human ? createdSince(layer) : createdAt(layer)) },
      CreatedAt: { header: 'CREATED AT', value: createdAt },
      CreatedBy: { header: 'CREATED BY', value: (layer) => (noTrunc ? createdBy(layer) : ellipsis(createdBy(layer), 45)) },
      Size: { header: 'SIZE', value: ({ Size: size }) => (human ? shortSize(size) : String(size)) },
      Comment: { header: 'COMMENT', value: ({ Comment: comment }) => comment },
    },
    table: ['ID', human ? 'CreatedSince' : 'CreatedAt', 'CreatedBy', 'Size', 'Comment'],
  };
  printList(context, list, layers ?? [], { format: flags.string('format'), quiet: flags.bool('quiet') });
  return 0;
};
