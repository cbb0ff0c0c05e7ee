import type { ConfigReference, ContainerSpec, SecretReference } from '../../../api/specs.ts';
import type { CommandContext, Flags } from '../../command.ts';
import { parseCredentialSpec } from '../../options/credential-spec.ts';
import { parseObjectReference } from '../../options/object-reference.ts';
import { findConfigs, findSecrets } from './find-references.ts';

async function updatedSecrets(context: CommandContext, flags: Flags, present: readonly SecretReference[]): Promise<SecretReference[]> {
  const removed = flags.list('secret-rm');
  const kept = present.filter((secret) => !removed.includes(secret.SecretName));
  return [
    ...kept,
    ...(await findSecrets(
      context,
      flags.list('secret-add').map((text) => parseObjectReference('secret', text)),
    )),
  ];
}

/** Configs for the engine's own use stay only while the credential spec they are for does. */
async function updatedConfigs(context: CommandContext, flags: Flags, present: ContainerSpec): Promise<ConfigReference[]> {
  const named = flags.changed('credential-spec') ? (parseCredentialSpec(flags.string('credential-spec'))?.Config ?? '') : '';
  const inUse = flags.changed('credential-spec') ? '' : (present.Privileges?.CredentialSpec?.Config ?? '');
  const removed = flags.list('config-rm');
  const kept = (present.Configs ?? []).filter((config) =>
    config.Runtime === undefined ? !removed.includes(config.ConfigName) : config.ConfigName === named || config.ConfigID === inUse,
  );
  const requests = flags.list('config-add').map((text) => parseObjectReference('config', text));
  return [...kept, ...(await findConfigs(context, requests, named === '' ? [] : [named]))];
}

/**
 * Secrets, configs and the credential spec with the flags of `service update`: removal by name, then additions appended
 * without a look at present targets (spec/cli.md §11). Throws CommandError.
 */
export async function updatedReferences(context: CommandContext, flags: Flags, present: ContainerSpec): Promise<ContainerSpec> {
  const secrets = await updatedSecrets(context, flags, present.Secrets ?? []);
  const configs = await updatedConfigs(context, flags, present);
  const next = { ...present, Secrets: secrets, Configs: configs };
  if (!flags.changed('credential-spec')) return next;
  const credential = parseCredentialSpec(flags.string('credential-spec'));
  if (credential === undefined) return present.Privileges === undefined ? next : { ...next, Privileges: { ...present.Privileges, CredentialSpec: null } };
  const id = configs.find((config) => config.ConfigName === credential.Config)?.ConfigID;
  return { ...next, Privileges: { ...present.Privileges, CredentialSpec: id === undefined ? credential : { Config: id } } };
}
