import type { Platform, ServiceSpec } from '../../../api/specs.ts';
import type { CommandContext } from '../../command.ts';
import { call, EngineError } from '../../engine-call.ts';
import { pinnedImage, taggedImage } from '../../image-reference.ts';

/** The header that sends registry credentials: those of somebody who is logged in nowhere. */
export const registryAuthHeader: { readonly [name: string]: string } = { 'X-Registry-Auth': 'e30=' };

interface DistributionAnswer {
  readonly Descriptor: { readonly digest: string };
  readonly Platforms?: readonly { readonly architecture?: string; readonly os?: string }[] | null;
}

/** The warning when no registry answered for an image: four lines and an empty one (spec/cli.md §10). */
function digestWarning(image: string): string {
  return (
    `image ${image} could not be accessed on a registry to record\n` +
    `its digest. Each node will access ${image} independently,\n` +
    'possibly leading to different nodes running different\n' +
    'versions of the image.\n'
  );
}

async function askRegistry(context: CommandContext, image: string, sendAuth: boolean): Promise<DistributionAnswer | undefined> {
  try {
    const headers = sendAuth ? { headers: registryAuthHeader } : {};
    return (await call(context, { method: 'GET', path: `/distribution/${image}/json`, ...headers })) as unknown as DistributionAnswer;
  } catch (error) {
    if (error instanceof EngineError) return undefined;
    throw error;
  }
}

/** A spec made ready to be sent. `warning` has no newline at its end but those it contains. */
export interface ResolvedSpec {
  readonly spec: ServiceSpec;
  readonly warning: string | undefined;
}

/**
 * What moby's client does with a service spec before it sends it: the image gets a default tag, and with `queryRegistry`
 * the registry is asked for its digest and platforms. Any refusal is only a warning.
 */
export async function resolveImage(
  context: CommandContext,
  spec: ServiceSpec,
  options: { readonly queryRegistry: boolean; readonly sendAuth: boolean },
): Promise<ResolvedSpec> {
  const { TaskTemplate: task } = spec;
  const image = taggedImage(task.ContainerSpec?.Image ?? '');
  const withImage = (name: string, platforms?: readonly Platform[]): ServiceSpec => ({
    ...spec,
    TaskTemplate: {
      ...task,
      ContainerSpec: { ...task.ContainerSpec, Image: name },
      ...(platforms === undefined || platforms.length === 0 ? {} : { Placement: { ...task.Placement, Platforms: platforms } }),
    },
  });
  if (!options.queryRegistry) return { spec: withImage(image), warning: undefined };
  const answer = await askRegistry(context, image, options.sendAuth);
  if (answer === undefined) return { spec: withImage(image), warning: digestWarning(image) };
  const { Descriptor: descriptor, Platforms: platforms } = answer;
  return {
    spec: withImage(
      pinnedImage(image, descriptor.digest),
      platforms?.map((platform) => ({
        // The nodes name their variant of arm, so that the bare word would match none of them.
        ...(platform.architecture === undefined || platform.architecture.toLowerCase() === 'arm' ? {} : { Architecture: platform.architecture }),
        ...(platform.os === undefined ? {} : { OS: platform.os }),
      })),
    ),
    warning: undefined,
  };
}
