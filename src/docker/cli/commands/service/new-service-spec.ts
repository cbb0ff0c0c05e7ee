import { splitShellWords } from '../../../api/parse/shell-words.ts';
import type { ContainerSpec, Placement, ResourceRequirements, ServiceSpec } from '../../../api/specs.ts';
import type { CommandContext, Flags } from '../../command.ts';
import { CommandError } from '../../command.ts';
import { capabilitiesOfNewService } from '../../options/capabilities.ts';
import { parseCredentialSpec } from '../../options/credential-spec.ts';
import { parseNameserver, parseSearchDomain } from '../../options/dns.ts';
import { completeEnv, mergeEnv } from '../../options/env.ts';
import { readEnvFiles } from '../../options/env-file.ts';
import { parseExtraHost } from '../../options/extra-host.ts';
import { parseGenericResources } from '../../options/generic-resources.ts';
import { keyValues } from '../../options/labels.ts';
import { parseMount } from '../../options/mount.ts';
import { parseNetworkAttachment } from '../../options/network-attachment.ts';
import { parseObjectReference } from '../../options/object-reference.ts';
import { accepted } from '../../options/option-error.ts';
import { parsePlacementPreference } from '../../options/placement-preference.ts';
import { parsePortSpec } from '../../options/port-spec.ts';
import { mergeUlimits, parseUlimit } from '../../options/ulimit.ts';
import { findAttachment, findConfigs, findSecrets, sortedAttachments } from './find-references.ts';
import { healthOfNewService, restartPolicyOf, updateConfigOf } from './service-config-flags.ts';
import { modeOfNewService } from './service-mode.ts';

/** The variables of `--env-file` and `--env`. Throws CommandError when a file is missing or malformed. */
function environment(context: CommandContext, flags: Flags): string[] {
  return mergeEnv([...readEnvFiles(context, flags.list('env-file'), context.env), ...flags.list('env').map((text) => completeEnv(text, context.env))]);
}

function resources(flags: Flags): ResourceRequirements {
  return {
    Limits: { NanoCPUs: flags.int('limit-cpu'), MemoryBytes: flags.int('limit-memory'), Pids: flags.int('limit-pids') },
    Reservations: {
      NanoCPUs: flags.int('reserve-cpu'),
      MemoryBytes: flags.int('reserve-memory'),
      GenericResources: parseGenericResources(flags.list('generic-resource')),
    },
  };
}

function placement(flags: Flags): Placement {
  return {
    Constraints: flags.list('constraint'),
    Preferences: flags.list('placement-pref').map(parsePlacementPreference),
    MaxReplicas: flags.int('replicas-max-per-node'),
  };
}

function container(context: CommandContext, flags: Flags, args: readonly string[]): ContainerSpec {
  const { add, drop } = capabilitiesOfNewService(flags.list('cap-add'), flags.list('cap-drop'));
  const [image = '', ...command] = args;
  return {
    Image: image,
    Labels: keyValues(flags.list('container-label')),
    Command: accepted(splitShellWords(flags.string('entrypoint'))),
    Args: command,
    Hostname: flags.string('hostname'),
    Dir: flags.string('workdir'),
    User: flags.string('user'),
    Groups: flags.list('group'),
    Init: flags.bool('init'),
    StopSignal: flags.string('stop-signal'),
    TTY: flags.bool('tty'),
    ReadOnly: flags.bool('read-only'),
    Mounts: flags.list('mount').map((text) => parseMount(text, (path) => context.files.resolve(path))),
    ...(flags.changed('stop-grace-period') ? { StopGracePeriod: flags.duration('stop-grace-period') } : {}),
    Hosts: flags.list('host').map(parseExtraHost),
    DNSConfig: {
      Nameservers: flags.list('dns').map(parseNameserver),
      Search: flags.list('dns-search').map(parseSearchDomain),
      Options: flags.list('dns-option'),
    },
    Isolation: flags.string('isolation'),
    Sysctls: keyValues(flags.list('sysctl')),
    CapabilityAdd: add,
    CapabilityDrop: drop,
    Ulimits: mergeUlimits(flags.list('ulimit').map(parseUlimit)),
    OomScoreAdj: flags.int('oom-score-adj'),
  };
}

/** Secrets, configs and the credential spec, which are looked up after all else was checked. */
async function withReferences(context: CommandContext, flags: Flags, spec: ContainerSpec): Promise<ContainerSpec> {
  const secrets = await findSecrets(
    context,
    flags.list('secret').map((text) => parseObjectReference('secret', text)),
  );
  const credential = parseCredentialSpec(flags.string('credential-spec'));
  const runtime = credential?.Config === undefined || credential.Config === '' ? [] : [credential.Config];
  const configs = await findConfigs(
    context,
    flags.list('config').map((text) => parseObjectReference('config', text)),
    runtime,
  );
  const configId = configs.find((config) => config.ConfigName === runtime[0])?.ConfigID;
  return {
    ...spec,
    ...(credential === undefined ? {} : { Privileges: { CredentialSpec: configId === undefined ? credential : { Config: configId } } }),
    Secrets: secrets,
    Configs: configs,
  };
}

/**
 * The spec that `docker service create` asks for (spec/cli.md §10), in the order of checks the real one has: env files,
 * health, mode, jobs, networks, resources, secrets, configs. The image is as typed. Throws CommandError or OptionError.
 */
export async function newServiceSpec(context: CommandContext, flags: Flags, args: readonly string[]): Promise<ServiceSpec> {
  const env = environment(context, flags);
  const health = healthOfNewService(flags);
  const mode = modeOfNewService(flags);
  const update = updateConfigOf(flags, 'update', undefined);
  const rollback = updateConfigOf(flags, 'rollback', undefined);
  const isJob = mode.ReplicatedJob !== undefined || mode.GlobalJob !== undefined;
  if (isJob && (update !== undefined || rollback !== undefined)) throw new CommandError('update and rollback configuration is not supported for jobs');
  const networks = [];
  for (const text of flags.list('network')) networks.push(await findAttachment(context, parseNetworkAttachment(text)));
  const needed = resources(flags);
  const restart = restartPolicyOf(flags, undefined);
  const driver = flags.string('log-driver');
  const bare = { ...container(context, flags, args), Env: env, ...(health === undefined ? {} : { Healthcheck: health }) };
  return {
    Name: flags.string('name'),
    Labels: keyValues(flags.list('label')),
    TaskTemplate: {
      ContainerSpec: await withReferences(context, flags, bare),
      Resources: needed,
      ...(restart === undefined ? {} : { RestartPolicy: restart }),
      Placement: placement(flags),
      Networks: sortedAttachments(networks),
      ...(driver === '' ? {} : { LogDriver: { Name: driver, Options: keyValues(flags.list('log-opt').map((text) => completeEnv(text, context.env))) } }),
      ForceUpdate: 0,
    },
    Mode: mode,
    ...(update === undefined ? {} : { UpdateConfig: update }),
    ...(rollback === undefined ? {} : { RollbackConfig: rollback }),
    EndpointSpec: {
      Mode: flags.string('endpoint-mode').toLowerCase() as 'vip' | 'dnsrr',
      Ports: flags.list('publish').flatMap(parsePortSpec),
    },
  };
}
