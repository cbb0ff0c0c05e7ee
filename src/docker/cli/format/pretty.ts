import { type CommandContext, CommandError } from '../command.ts';
import { failureText } from '../engine-call.ts';

/**
 * Prints objects in docker's human form (`inspect --pretty`): what was found first, then what went wrong; an empty line on
 * stdout when nothing was found. Throws CommandError.
 */
export async function printPretty(context: CommandContext, refs: readonly string[], render: (ref: string) => Promise<string>): Promise<number> {
  let text = '';
  const errors: string[] = [];
  for (const ref of refs) {
    try {
      text += `${await render(ref)}\n`;
    } catch (error) {
      errors.push(failureText(error));
    }
  }
  context.stdout.write(text === '' ? '\n' : text);
  if (errors.length > 0) throw new CommandError(errors.join('\n'));
  return 0;
}

/** The labels of `ls --format pretty`: the template is made for a map and finds a text there. */
export const PRETTY_LABELS = '{{- if .Labels }}\nLabels:\n{{- range $k, $v := .Labels }}\n - {{ $k }}\n{{- end }}{{ end }}';

/** The `Labels:` block: sorted, ` - k=v`, or ` - k` when the value is empty; nothing when there are none. */
export function labelBlock(title: string, labels: { readonly [key: string]: string } | null | undefined): string {
  const keys = Object.keys(labels ?? {}).sort();
  if (keys.length === 0) return '';
  return `${title}\n${keys.map((key) => ` - ${key}${(labels?.[key] ?? '') === '' ? '' : `=${labels?.[key]}`}\n`).join('')}`;
}
