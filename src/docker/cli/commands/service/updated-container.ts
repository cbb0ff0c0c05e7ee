import { splitShellWords } from '../../../api/parse/shell-words.ts';
import type { ContainerSpec } from '../../../api/specs.ts';
import type { CommandContext, Flags } from '../../command.ts';
import { updatedCapabilities } from '../../options/capabilities.ts';
import { cut } from '../../options/cut.ts';
import { parseNameserver, parseSearchDomain } from '../../options/dns.ts';
import { completeEnv } from '../../options/env.ts';
import { parseExtraHost } from '../../options/extra-host.ts';
import { parseMount } from '../../options/mount.ts';
import { accepted } from '../../options/option-error.ts';
import { mergeUlimits, parseUlimit } from '../../options/ulimit.ts';
import { mergeDns, mergeEnvironment, mergeHosts, mergeMap, mergeMounts, mergeSorted } from './merge-lists.ts';
import { anyChanged } from './service-config-flags.ts';

/** Fields that a flag simply replaces. */
function scalars(flags: Flags): ContainerSpec {
  const text = (flag: string, field: string): ContainerSpec => (flags.changed(flag) ? { [field]: flags.string(flag) } : {});
  const words = (flag: string, field: string): ContainerSpec => (flags.changed(flag) ? { [field]: accepted(splitShellWords(flags.string(flag))) } : {});
  const yesNo = (flag: string, field: string): ContainerSpec => (flags.changed(flag) ? { [field]: flags.bool(flag) } : {});
  return {
    ...text('image', 'Image'),
    ...words('args', 'Args'),
    ...words('entrypoint', 'Command'),
    ...text('workdir', 'Dir'),
    ...text('user', 'User'),
    ...text('hostname', 'Hostname'),
    ...yesNo('init', 'Init'),
    ...text('isolation', 'Isolation'),
    ...(flags.changed('oom-score-adj') ? { OomScoreAdj: flags.int('oom-score-adj') } : {}),
    ...(flags.changed('stop-grace-period') ? { StopGracePeriod: flags.duration('stop-grace-period') } : {}),
    ...yesNo('tty', 'TTY'),
    ...yesNo('read-only', 'ReadOnly'),
    ...text('stop-signal', 'StopSignal'),
  };
}

function dns(flags: Flags, present: ContainerSpec): ContainerSpec {
  const names = ['dns', 'dns-option', 'dns-search'].flatMap((flag) => [`${flag}-add`, `${flag}-rm`]);
  if (!anyChanged(flags, ...names)) return {};
  return {
    DNSConfig: {
      Nameservers: mergeDns(flags, 'dns', present.DNSConfig?.Nameservers, flags.list('dns-add').map(parseNameserver)),
      Search: mergeDns(flags, 'dns-search', present.DNSConfig?.Search, flags.list('dns-search-add').map(parseSearchDomain)),
      Options: mergeDns(flags, 'dns-option', present.DNSConfig?.Options, flags.list('dns-option-add')),
    },
  };
}

function capabilities(flags: Flags, present: ContainerSpec): ContainerSpec {
  if (!anyChanged(flags, 'cap-add', 'cap-drop')) return {};
  const before = { add: present.CapabilityAdd ?? [], drop: present.CapabilityDrop ?? [] };
  const { add, drop } = updatedCapabilities(before, flags.list('cap-add'), flags.list('cap-drop'));
  return { CapabilityAdd: add, CapabilityDrop: drop };
}

/**
 * A container spec with the flags of `service update` (spec/cli.md §11), but for health, secrets, configs and the credential
 * spec. Mounts and ulimits are sorted even when no flag touches them, as in the real one. Throws CommandError.
 */
export function updatedContainer(context: CommandContext, flags: Flags, present: ContainerSpec): ContainerSpec {
  const removedUlimits = flags.list('ulimit-rm').map((text) => cut(text, '=').before);
  const resolve = (path: string): string => context.files.resolve(path);
  return {
    ...present,
    ...scalars(flags),
    Labels: mergeMap(present.Labels, flags.list('container-label-rm'), flags.list('container-label-add')),
    Env: mergeEnvironment(
      present.Env,
      flags.list('env-rm'),
      flags.list('env-add').map((text) => completeEnv(text, context.env)),
    ),
    Mounts: mergeMounts(
      present.Mounts,
      flags.list('mount-add').map((text) => parseMount(text, resolve)),
      flags.list('mount-rm'),
    ),
    Sysctls: mergeMap(present.Sysctls, flags.list('sysctl-rm'), flags.list('sysctl-add'), true),
    Ulimits: mergeUlimits([...(present.Ulimits ?? []).filter((limit) => !removedUlimits.includes(limit.Name)), ...flags.list('ulimit-add').map(parseUlimit)]),
    ...(anyChanged(flags, 'group-add', 'group-rm') ? { Groups: mergeSorted(present.Groups, flags.list('group-add'), flags.list('group-rm')) } : {}),
    ...dns(flags, present),
    ...(anyChanged(flags, 'host-add', 'host-rm')
      ? { Hosts: mergeHosts(present.Hosts, flags.list('host-rm'), flags.list('host-add').map(parseExtraHost)) }
      : {}),
    ...capabilities(flags, present),
  };
}
