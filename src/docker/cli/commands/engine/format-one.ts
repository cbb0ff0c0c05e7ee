import { type CommandContext, CommandError } from '../../command.ts';
import { parseTemplate, type Template, TemplateError } from '../../format/go-template.ts';
import type { GoValue } from '../../format/template/go-value.ts';

/** The template of `info` or `version`; `json` means all of it. Throws CommandError with status 64 for bad syntax. */
export function singleTemplate(format: string, name: string): Template {
  try {
    return parseTemplate(format === 'json' ? '{{json .}}' : format, name);
  } catch (error) {
    if (error instanceof TemplateError) throw new CommandError(`template parsing error: ${error.message}`, 64);
    throw error;
  }
}

/** Prints the template's text and a newline, also when it failed halfway; resolves to what went wrong. */
export function printSingle(context: CommandContext, template: Template, data: GoValue): string | undefined {
  try {
    context.stdout.write(`${template.execute(data)}\n`);
    return undefined;
  } catch (error) {
    if (!(error instanceof TemplateError)) throw error;
    context.stdout.write(`${error.partial}\n`);
    return error.message;
  }
}
