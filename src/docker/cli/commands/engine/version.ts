import type { JsonObject } from '../../../../base/json.ts';
import { EngineUnreachable } from '../../../api/client.ts';
import { type CommandBody, CommandError } from '../../command.ts';
import { daemonMessage, EngineError, get } from '../../engine-call.ts';
import { typedValue } from '../../format/go-template.ts';
import { clientApiVersion, negotiate } from '../../negotiate.ts';
import { clientVersionJson } from './client-version.ts';
import { printSingle, singleTemplate } from './format-one.ts';

interface VersionAnswer {
  readonly Platform?: { readonly Name?: string };
  readonly Components?: readonly { readonly Name: string; readonly Version: string; readonly Details?: { readonly [key: string]: string } | null }[] | null;
  readonly Version?: string;
  readonly ApiVersion?: string;
  readonly MinAPIVersion?: string;
  readonly GitCommit?: string;
  readonly GoVersion?: string;
  readonly Os?: string;
  readonly Arch?: string;
  readonly BuildTime?: string;
}

const days = ['Sun', 'Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat'];
const months = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];

/** A build time as C prints times: `Fri May 30 12:07:16 2025`; anything that is no time stays as it is. */
function buildTime(text: string): string {
  const ms = Date.parse(text.replace(/(\.\d{3})\d+/, '$1'));
  if (Number.isNaN(ms)) return text;
  const date = new Date(ms);
  const two = (value: number): string => String(value).padStart(2, '0');
  const clock = `${two(date.getUTCHours())}:${two(date.getUTCMinutes())}:${two(date.getUTCSeconds())}`;
  return `${days[date.getUTCDay()] ?? ''} ${months[date.getUTCMonth()] ?? ''} ${String(date.getUTCDate()).padStart(2)} ${clock} ${date.getUTCFullYear()}`;
}

const line = (indent: string, name: string, value: string): string => `${indent}${`${name}:`.padEnd(19 - indent.length + 1)}${value}\n`;

function clientText(client: JsonObject, apiVersion: string): string {
  const word = (key: string): string => String(client[key]);
  const api = apiVersion === clientApiVersion ? apiVersion : `${apiVersion} (downgraded from ${clientApiVersion})`;
  const rows: readonly (readonly [string, string])[] = [
    ['Version', word('Version')],
    ['API version', api],
    ['Go version', word('GoVersion')],
    ['Git commit', word('GitCommit')],
    ['Built', word('BuildTime')],
    ['OS/Arch', `${word('Os')}/${word('Arch')}`],
    ['Context', word('Context')],
  ];
  return `Client:\n${rows.map(([name, value]) => line(' ', name, value)).join('')}`;
}

function serverText(answer: VersionAnswer): string {
  const platform = answer.Platform?.Name ?? '';
  let text = `\nServer:${platform === '' ? '' : ` ${platform}`}\n`;
  const components = answer.Components ?? [
    {
      Name: 'Engine',
      Version: answer.Version ?? '',
      Details: {
        ApiVersion: answer.ApiVersion ?? '',
        MinAPIVersion: answer.MinAPIVersion ?? '',
        GitCommit: answer.GitCommit ?? '',
        GoVersion: answer.GoVersion ?? '',
        Os: answer.Os ?? '',
        Arch: answer.Arch ?? '',
        BuildTime: answer.BuildTime ?? '',
        Experimental: 'false',
      },
    },
  ];
  for (const { Name: name, Version: version, Details: details } of components) {
    text += ` ${name}:\n${line('  ', 'Version', version)}`;
    if (name !== 'Engine') {
      for (const key of Object.keys(details ?? {}).sort()) text += line('  ', key, details?.[key] ?? '');
      continue;
    }
    const detail = (key: string): string => details?.[key] ?? '';
    text += line('  ', 'API version', `${detail('ApiVersion')}${detail('MinAPIVersion') === '' ? '' : ` (minimum version ${detail('MinAPIVersion')})`}`);
    text += line('  ', 'Go version', detail('GoVersion')) + line('  ', 'Git commit', detail('GitCommit')) + line('  ', 'Built', buildTime(detail('BuildTime')));
    text += line('  ', 'OS/Arch', `${detail('Os')}/${detail('Arch')}`) + line('  ', 'Experimental', detail('Experimental'));
  }
  return text;
}

/** `docker version`. The client's part is shown even when no engine answers. */
export const engineVersion: CommandBody = async (context, flags) => {
  const format = flags.string('format');
  const template = format === '' ? undefined : singleTemplate(format, 'version');
  const { apiVersion } = await negotiate(context);
  let answer: JsonObject | undefined;
  let failure: string | undefined;
  try {
    answer = await get<JsonObject>(context, '/version');
  } catch (error) {
    if (error instanceof EngineUnreachable) failure = error.message;
    else if (error instanceof EngineError) failure = daemonMessage(error);
    else throw error;
  }
  if (template !== undefined) {
    const server = answer === undefined ? null : withReadableBuildTimes(answer);
    const wrong = printSingle(
      context,
      template,
      typedValue('system.versionInfo', { Client: { ...clientVersionJson(context), ApiVersion: apiVersion }, Server: server }),
    );
    if (failure !== undefined) throw new CommandError(failure);
    if (wrong !== undefined) throw new CommandError(wrong);
    return 0;
  }
  context.stdout.write(clientText(clientVersionJson(context), apiVersion));
  if (answer !== undefined) context.stdout.write(serverText(answer as unknown as VersionAnswer));
  if (failure !== undefined) throw new CommandError(failure);
  return 0;
};

/** The build time of the components stands as a readable time in templates too; the engine's own one stays as it is. */
function withReadableBuildTimes(answer: JsonObject): JsonObject {
  const { Components: components } = answer as unknown as VersionAnswer;
  if (components === undefined || components === null) return answer;
  const readable = components.map(({ Details: details, ...rest }) => ({
    ...rest,
    Details: details?.['BuildTime'] === undefined ? (details ?? null) : { ...details, BuildTime: buildTime(details['BuildTime']) },
  }));
  return { ...answer, Components: readable };
}
