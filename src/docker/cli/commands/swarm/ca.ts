import { type CommandBody, type CommandContext, CommandError } from '../../command.ts';
import { get } from '../../engine-call.ts';
import { waitForRootRotation } from './root-rotation.ts';
import { type SwarmAnswer, updateSwarm } from './swarm-answers.ts';
import { mergedCaConfig } from './swarm-spec-flags.ts';

function printRoot(context: CommandContext, swarm: SwarmAnswer): void {
  const root = swarm.TLSInfo?.TrustRoot ?? '';
  if (root === '') throw new CommandError('No CA information available');
  context.stdout.write(`${root.trim()}\n`);
}

/** `docker swarm ca`: prints the root certificate, or replaces it. */
export const swarmCa: CommandBody = async (context, flags) => {
  const swarm = await get<SwarmAnswer>(context, '/swarm');
  if (!flags.bool('rotate')) {
    for (const name of ['ca-cert', 'ca-key', 'cert-expiry', 'external-ca']) {
      if (flags.changed(name)) throw new CommandError(`\`--${name}\` flag requires the \`--rotate\` flag to update the CA`);
    }
    printRoot(context, swarm);
    return 0;
  }
  const certificate = flags.string('ca-cert');
  const key = flags.string('ca-key');
  if (flags.changed('external-ca') && !flags.changed('ca-cert')) {
    throw new CommandError(
      "rotating to an external CA requires the `--ca-cert` flag to specify the external CA's cert - to add an external CA with the current root CA certificate, use the `update` command instead",
    );
  }
  if (flags.changed('ca-cert') && !flags.changed('external-ca') && !flags.changed('ca-key')) {
    throw new CommandError('the --ca-cert flag requires that a --ca-key flag and/or --external-ca flag be provided as well');
  }
  const config = mergedCaConfig(context, swarm.Spec.CAConfig, flags);
  await updateSwarm(context, swarm, {
    ...swarm.Spec,
    CAConfig: {
      ...config,
      ...(certificate === '' ? {} : { SigningCACert: certificate }),
      ...(key === '' ? {} : { SigningCAKey: key }),
      // A root that was given is reason enough to rotate.
      ForceRotate: (config.ForceRotate ?? 0) + (certificate === '' && key === '' ? 1 : 0),
    },
  });
  if (flags.bool('detach')) return 0;
  if (flags.bool('quiet')) {
    await waitForRootRotation({ ...context, stdout: { write: () => undefined } });
    return 0;
  }
  await waitForRootRotation(context);
  printRoot(context, await get<SwarmAnswer>(context, '/swarm'));
  return 0;
};
