import type { JsonObject } from '../../../../base/json.ts';
import { EngineUnreachable } from '../../../api/client.ts';
import { type CommandBody, CommandError } from '../../command.ts';
import { daemonMessage, EngineError, get } from '../../engine-call.ts';
import { typedValue } from '../../format/go-template.ts';
import { binarySize } from '../../format/size.ts';
import { clientVersionJson } from './client-version.ts';
import { printSingle, singleTemplate } from './format-one.ts';
import { type SwarmInfoAnswer, swarmInfoLines } from './swarm-info.ts';

interface EngineInfo {
  readonly Containers?: number;
  readonly ContainersRunning?: number;
  readonly ContainersPaused?: number;
  readonly ContainersStopped?: number;
  readonly Images?: number;
  readonly ServerVersion?: string;
  readonly Driver?: string;
  readonly DriverStatus?: readonly (readonly [string, string])[] | null;
  readonly LoggingDriver?: string;
  readonly CgroupDriver?: string;
  readonly CgroupVersion?: string;
  readonly Plugins?: { readonly [kind: string]: readonly string[] | null };
  readonly CDISpecDirs?: readonly string[] | null;
  readonly Swarm?: SwarmInfoAnswer;
  readonly Runtimes?: { readonly [name: string]: unknown } | null;
  readonly DefaultRuntime?: string;
  readonly OSType?: string;
  readonly InitBinary?: string;
  readonly ContainerdCommit?: { readonly ID?: string };
  readonly RuncCommit?: { readonly ID?: string };
  readonly InitCommit?: { readonly ID?: string };
  readonly SecurityOptions?: readonly string[] | null;
  readonly KernelVersion?: string;
  readonly OperatingSystem?: string;
  readonly Architecture?: string;
  readonly NCPU?: number;
  readonly MemTotal?: number;
  readonly Name?: string;
  readonly ID?: string;
  readonly DockerRootDir?: string;
  readonly Debug?: boolean;
  readonly Labels?: readonly string[] | null;
  readonly ExperimentalBuild?: boolean;
  readonly RegistryConfig?: {
    readonly InsecureRegistryCIDRs?: readonly string[] | null;
    readonly IndexConfigs?: { readonly [name: string]: { readonly Name: string; readonly Secure: boolean } } | null;
  } | null;
  readonly LiveRestoreEnabled?: boolean;
  readonly Warnings?: readonly string[] | null;
}

/** `name=seccomp,profile=builtin` as the lines of `Security Options`. */
function securityLines(options: readonly string[]): readonly string[] {
  return options.flatMap((option) => {
    const parts = option.split(',').map((part) => part.split('='));
    const name = parts.find(([key]) => key === 'name')?.[1] ?? option;
    return [`  ${name}`, ...parts.filter(([key]) => key === 'profile').map(([, value]) => `   Profile: ${value ?? ''}`)];
  });
}

/** The server's part of `docker info` (docker CLI system/info.go prettyPrintServerInfo). */
function serverLines(info: EngineInfo): readonly string[] {
  const some = (name: string, value: string | undefined): readonly string[] => (value === undefined || value === '' ? [] : [` ${name}: ${value}`]);
  const words = (list: readonly string[] | null | undefined): string => (list ?? []).join(' ');
  const plugins = info.Plugins ?? {};
  const runtimes = Object.keys(info.Runtimes ?? {}).sort();
  const registry = info.RegistryConfig;
  const indexes = Object.values(registry?.IndexConfigs ?? {});
  const ranges = registry?.InsecureRegistryCIDRs ?? [];
  return [
    ` Containers: ${info.Containers ?? 0}`,
    `  Running: ${info.ContainersRunning ?? 0}`,
    `  Paused: ${info.ContainersPaused ?? 0}`,
    `  Stopped: ${info.ContainersStopped ?? 0}`,
    ` Images: ${info.Images ?? 0}`,
    ...some('Server Version', info.ServerVersion),
    ...some('Storage Driver', info.Driver),
    ...(info.DriverStatus ?? []).map(([key, value]) => `  ${key}: ${value}`),
    ...some('Logging Driver', info.LoggingDriver),
    ...some('Cgroup Driver', info.CgroupDriver),
    ...some('Cgroup Version', info.CgroupVersion),
    ' Plugins:',
    `  Volume: ${words(plugins['Volume'])}`,
    `  Network: ${words(plugins['Network'])}`,
    ...((plugins['Authorization'] ?? []).length > 0 ? [`  Authorization: ${words(plugins['Authorization'])}`] : []),
    `  Log: ${words(plugins['Log'])}`,
    ...((info.CDISpecDirs ?? []).length > 0 ? [' CDI spec directories:', ...(info.CDISpecDirs ?? []).map((folder) => `  ${folder}`)] : []),
    ...swarmInfoLines(info.Swarm ?? {}),
    ...(runtimes.length > 0 ? [` Runtimes: ${runtimes.join(' ')}`, ` Default Runtime: ${info.DefaultRuntime ?? ''}`] : []),
    ...(info.OSType === 'linux'
      ? [
          ` Init Binary: ${info.InitBinary ?? ''}`,
          ` containerd version: ${info.ContainerdCommit?.ID ?? ''}`,
          ` runc version: ${info.RuncCommit?.ID ?? ''}`,
          ` init version: ${info.InitCommit?.ID ?? ''}`,
          ...((info.SecurityOptions ?? []).length > 0 ? [' Security Options:', ...securityLines(info.SecurityOptions ?? [])] : []),
        ]
      : []),
    ...some('Kernel Version', info.KernelVersion),
    ...some('Operating System', info.OperatingSystem),
    ...some('OSType', info.OSType),
    ...some('Architecture', info.Architecture),
    ` CPUs: ${info.NCPU ?? 0}`,
    ` Total Memory: ${binarySize(info.MemTotal ?? 0)}`,
    ...some('Name', info.Name),
    ...some('ID', info.ID),
    ` Docker Root Dir: ${info.DockerRootDir ?? ''}`,
    ` Debug Mode: ${info.Debug === true}`,
    ...((info.Labels ?? []).length > 0 ? [' Labels:', ...(info.Labels ?? []).map((label) => `  ${label}`)] : []),
    ` Experimental: ${info.ExperimentalBuild === true}`,
    ...(indexes.length > 0 || ranges.length > 0
      ? [' Insecure Registries:', ...indexes.filter((index) => !index.Secure).map((index) => `  ${index.Name}`), ...ranges.map((range) => `  ${range}`)]
      : []),
    ` Live Restore Enabled: ${info.LiveRestoreEnabled === true}`,
    '',
  ];
}

/** `docker info`. What the client knows is shown even when no engine answers. */
export const engineInfo: CommandBody = async (context, flags) => {
  const format = flags.string('format');
  const client = clientVersionJson(context);
  let info: JsonObject | undefined;
  let failure: string | undefined;
  try {
    info = await get<JsonObject>(context, '/info');
  } catch (error) {
    if (error instanceof EngineUnreachable) failure = error.message;
    else if (error instanceof EngineError) failure = daemonMessage(error);
    else throw error;
  }
  if (format !== '') {
    if (failure !== undefined) context.stderr.write(`${failure}\n`);
    const template = singleTemplate(format, '');
    const shown = { ...client, Debug: false, Plugins: [], Warnings: null };
    const wrong = printSingle(
      context,
      template,
      typedValue('system.dockerInfo', { ...info, ...(failure === undefined ? {} : { ServerErrors: [failure] }), ClientInfo: shown }),
    );
    if (wrong !== undefined) throw new CommandError(wrong);
    return failure === undefined ? 0 : 1;
  }
  context.stdout.write(`Client:\n Version:    ${String(client['Version'])}\n Context:    ${String(client['Context'])}\n Debug Mode: false\n\nServer:\n`);
  if (info === undefined) throw new CommandError(failure ?? '');
  const answer = info as unknown as EngineInfo;
  context.stdout.write(`${serverLines(answer).join('\n')}\n`);
  for (const warning of answer.Warnings ?? []) context.stderr.write(`${warning}\n`);
  return 0;
};
