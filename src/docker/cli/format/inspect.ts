import type { Json } from '../../../base/json.ts';
import { type CommandContext, CommandError } from '../command.ts';
import { failureText } from '../engine-call.ts';
import { goJsonText } from './go-json.ts';
import { parseTemplate, rawValue, type Template, TemplateError, typedValue } from './go-template.ts';
import { toJson } from './template/to-json.ts';

/** What to inspect, and how. */
export interface InspectRequest {
  /** What was typed, in order. */
  readonly refs: readonly string[];
  /** The object as the engine sends it. Throws EngineError, CommandError: what ends the whole (after what was found before). */
  readonly fetch: (ref: string) => Promise<InspectedObject>;
  /** `--format`; empty: JSON. */
  readonly format: string;
  /** The exit status of a template's syntax error: 64 in `docker inspect` and those of networks and volumes. */
  readonly syntaxStatus?: number;
}

/** One object to show. */
export interface InspectedObject {
  readonly json: Json;
  /** The Go type as which it is decoded (`swarm.Node`); undefined: templates see raw JSON. */
  readonly typeName: string | undefined;
  /** Whether the engine's own JSON is shown and used when a template fails on the type (`docker inspect`); else it is encoded again. */
  readonly keepsRaw: boolean;
}

function renderOne(template: Template, object: InspectedObject): string {
  if (object.typeName !== undefined) {
    try {
      return template.execute(typedValue(object.typeName, object.json));
    } catch (error) {
      if (!(error instanceof TemplateError) || !object.keepsRaw) throw error;
    }
  }
  return template.execute(rawValue(object.json), { missingKeyIsError: true });
}

const jsonOf = (object: InspectedObject): Json =>
  object.keepsRaw || object.typeName === undefined ? object.json : toJson(typedValue(object.typeName, object.json));

/**
 * Prints objects as `inspect` commands do (docker CLI command/inspect; gotemplate.md §1): an indented JSON array, compact
 * JSON for the format `json`, else the template once for each. What was found is printed before what went wrong. Throws
 * CommandError.
 */
export async function printInspect(context: CommandContext, request: InspectRequest): Promise<number> {
  const { format } = request;
  let template: Template | undefined;
  if (format !== '' && format !== 'json') {
    try {
      template = parseTemplate(format);
    } catch (error) {
      if (!(error instanceof TemplateError)) throw error;
      throw new CommandError(`template parsing error: ${error.message}`, request.syntaxStatus ?? 1);
    }
  }
  const found: InspectedObject[] = [];
  const errors: string[] = [];
  let text = '';
  for (const ref of request.refs) {
    try {
      const object = await request.fetch(ref);
      if (template !== undefined) text += `${renderOne(template, object)}\n`;
      found.push(object);
    } catch (error) {
      errors.push(error instanceof TemplateError ? `template parsing error: ${error.message}` : failureText(error));
    }
  }
  if (template !== undefined) context.stdout.write(text === '' ? '\n' : text);
  else if (format === 'json')
    context.stdout.write(
      `${goJsonText(
        found.map(jsonOf),
        0,
        found.every((object) => !object.keepsRaw),
      )}\n`,
    );
  else
    context.stdout.write(
      `${goJsonText(
        found.map(jsonOf),
        4,
        found.every((object) => !object.keepsRaw),
      )}\n`,
    );
  if (errors.length > 0) throw new CommandError(errors.join('\n'));
  return 0;
}
