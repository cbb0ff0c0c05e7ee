import type { Json } from '../../../../base/json.ts';
import { type CommandBody, type CommandContext, CommandError } from '../../command.ts';
import { forEachChunk } from '../../copy-stream.ts';
import { openStream } from '../../engine-call.ts';
import { filterQuery, readFilters } from '../../filters.ts';
import { parseTemplate, type Template, TemplateError, typedValue } from '../../format/go-template.ts';
import { OptionError } from '../../options/option-error.ts';
import { parseTimestamp } from '../../options/timestamp.ts';

/** One event as `GET /events` sends it. */
export interface EventAnswer {
  readonly Type: string;
  readonly Action: string;
  readonly Actor: { readonly ID: string; readonly Attributes?: { readonly [key: string]: string } | null };
  /** Seconds since 1970. */
  readonly time?: number;
  /** Nanoseconds since 1970. Too long for a double: its decimal form is what counts. */
  readonly timeNano?: number;
}

/** The template of `--format`, tried on an empty event as docker does; undefined when none was asked for. Throws CommandError. */
function readFormat(format: string): Template | undefined {
  if (format === '') return undefined;
  try {
    const template = parseTemplate(format === 'json' ? '{{json .}}' : format);
    template.execute(typedValue('*events.Message', {}));
    return template;
  } catch (error) {
    if (error instanceof TemplateError) throw new CommandError(`Error parsing format: ${error.message}`, 64);
    throw error;
  }
}

/** When an event happened, in UTC with nine decimals and a blank; empty when it does not say. */
function eventTime({ time, timeNano }: EventAnswer): string {
  if (!timeNano && !time) return '';
  const digits = timeNano ? String(timeNano).padStart(10, '0') : `${time ?? 0}000000000`;
  const seconds = new Date(Number(digits.slice(0, -9)) * 1000).toISOString().slice(0, -'.000Z'.length);
  return `${seconds}.${digits.slice(-9)}Z `;
}

/** One event as a line: time, kind, what happened, id, attributes sorted by key (docker CLI system/events.go). */
export function eventLine(event: EventAnswer): string {
  const attributes = Object.entries(event.Actor.Attributes ?? {})
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([key, value]) => `${key}=${value}`);
  return `${eventTime(event)}${event.Type} ${event.Action} ${event.Actor.ID}${attributes.length === 0 ? '' : ` (${attributes.join(', ')})`}\n`;
}

function bounds(context: CommandContext, name: 'since' | 'until', text: string): { readonly [key: string]: string } {
  if (text === '') return {};
  try {
    return { [name]: parseTimestamp(text, context.clock.now()) };
  } catch (error) {
    if (error instanceof OptionError) throw new CommandError(error.message);
    throw error;
  }
}

/** `docker events`: a line for each event until `--until` has come or Ctrl-C (spec/cli.md §15). */
export const systemEvents: CommandBody = async (context, flags) => {
  const template = readFormat(flags.string('format'));
  const query = {
    ...filterQuery(readFilters(flags.list('filter'))),
    ...bounds(context, 'since', flags.string('since')),
    ...bounds(context, 'until', flags.string('until')),
  };
  const stream = await openStream(context, { method: 'GET', path: '/events', query });
  await forEachChunk(context, stream, (chunk) => {
    if (chunk.kind !== 'json') return;
    const event: Json = chunk.value;
    if (template === undefined) {
      context.stdout.write(eventLine(event as unknown as EventAnswer));
      return;
    }
    try {
      context.stdout.write(`${template.execute(typedValue('events.Message', event))}\n`);
    } catch (error) {
      if (error instanceof TemplateError) throw new CommandError(error.message);
      throw error;
    }
  });
  return 0;
};
