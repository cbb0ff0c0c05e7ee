import { type CommandContext, CommandError } from '../command.ts';
import { dockerSetting } from '../docker-config.ts';
import { parseTemplate, type Template, TemplateError } from './go-template.ts';
import { alignTable } from './table.ts';
import { type FieldValue, headerRow, listRows } from './template/row.ts';

/** One column of a list: what templates call `.Name`. */
export interface ListField<Row> {
  /** The word in the header of tables; absent: it has none, as if there were no such field. */
  readonly header?: string;
  readonly value: (row: Row) => FieldValue;
}

/** How a kind of object is listed. */
export interface ListDescription<Row> {
  /** The Go type that error texts name: `*node.nodeContext`. */
  readonly typeName: string;
  readonly fields: { readonly [name: string]: ListField<Row> };
  /** `.Label "key"`, where the list has it. */
  readonly label?: (row: Row, key: string) => string;
  /** The columns of the default table, in order. */
  readonly table: readonly string[];
  /** The field that `-q` prints; `ID` when absent. */
  readonly quietField?: string;
  /** The template of `--format raw`: whole, and with `-q`. Absent: `raw` is literal text. */
  readonly raw?: { readonly whole: string; readonly quiet: string };
  /** The template of `--format pretty`, which some lists share with their inspect. Absent: `pretty` is literal text. */
  readonly pretty?: string;
  /** The key of config.json that holds the default format. */
  readonly configKey?: string;
  /** What stands before Go's template errors; absent: `template parsing error: ` for both. */
  readonly errorPrefix?: { readonly syntax: string; readonly execution: string };
}

/** What the user asked for. */
export interface ListOptions {
  /** `--format`; empty: the default table. */
  readonly format: string;
  readonly quiet: boolean;
}

/** The template of a list before it is parsed: `\t` and `\n` are real, and a table has lost its prefix. */
interface PreparedFormat {
  readonly template: string;
  readonly table: boolean;
}

function prepare<Row>(list: ListDescription<Row>, format: string, quiet: boolean): PreparedFormat {
  const quietField = `{{.${list.quietField ?? 'ID'}}}`;
  const words = list.table.map((name) => `{{.${name}}}`).join('\t');
  if (format === 'table') return quiet ? { template: quietField, table: false } : { template: words, table: true };
  if (format === 'raw' && list.raw !== undefined) return { template: (quiet ? list.raw.quiet : list.raw.whole).replace(/^ +| +$/g, ''), table: false };
  if (format === 'pretty' && list.pretty !== undefined) return { template: list.pretty, table: false };
  if (format === 'json') return { template: '{{json .}}', table: false };
  const table = format.startsWith('table');
  const bare = (table ? format.slice('table'.length) : format).replace(/^ +| +$/g, '');
  return { template: bare.replaceAll('\\t', '\t').replaceAll('\\n', '\n'), table };
}

/**
 * The text of a list (docker CLI formatter.Context; spec/cli.md §5.1, gotemplate.md §1 and §2): default table, `table …`,
 * `json`, `raw` or a template for each row. Throws CommandError with Go's text for a bad template; then nothing is printed.
 */
export function formatList<Row>(context: CommandContext, list: ListDescription<Row>, rows: readonly Row[], options: ListOptions): string {
  const configured = list.configKey === undefined || options.quiet ? undefined : dockerSetting(context, list.configKey);
  const prepared = prepare(list, options.format === '' ? (configured ?? 'table') : options.format, options.quiet);
  const prefix = list.errorPrefix ?? { syntax: 'template parsing error: ', execution: 'template parsing error: ' };
  let template: Template;
  let body = '';
  try {
    template = parseTemplate(prepared.template);
    const seen = listRows(list);
    for (const row of rows) body += `${template.execute(seen(row))}\n`;
  } catch (error) {
    if (!(error instanceof TemplateError)) throw error;
    throw new CommandError((error.kind === 'syntax' ? prefix.syntax : prefix.execution) + error.message);
  }
  if (!prepared.table) return body;
  const headers = Object.fromEntries(Object.entries(list.fields).flatMap(([name, field]) => (field.header === undefined ? [] : [[name, field.header]])));
  const header = template.executeAsFarAsPossible(headerRow(headers), { header: true });
  return alignTable(`${header}\n${body}`);
}

/** Prints a list; see formatList. */
export function printList<Row>(context: CommandContext, list: ListDescription<Row>, rows: readonly Row[], options: ListOptions): void {
  context.stdout.write(formatList(context, list, rows, options));
}

/** Labels as a list shows them: `k=v,k2=v2`. Sorted as texts, so that `a.b=` stands before `a=`. */
export function labelsText(labels: { readonly [key: string]: string } | null | undefined): string {
  return Object.entries(labels ?? {})
    .map(([key, value]) => `${key}=${value}`)
    .sort()
    .join(',');
}

/** An id as lists show it: the first 12 characters after `sha256:` (moby stringid.TruncateID). */
export function shortId(id: string): string {
  return id.replace(/^[a-z0-9]+:/, '').slice(0, 12);
}

/** First letter upper, the rest lower (docker CLI command.PrettyPrint; spec/cli.md §5.6). */
export function capitalised(text: string): string {
  return text.length < 2 ? text.toLowerCase() : `${text.charAt(0).toUpperCase()}${text.slice(1).toLowerCase()}`;
}
