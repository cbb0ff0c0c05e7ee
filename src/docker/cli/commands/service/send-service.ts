import type { ServiceSpec } from '../../../api/specs.ts';
import type { CommandContext } from '../../command.ts';
import { post, registryAuthHeader } from './ask.ts';
import { encodeServiceSpec } from './encode-service-spec.ts';
import { resolveImage } from './resolve-image.ts';

interface Answer {
  readonly ID?: string;
  readonly Warnings?: readonly string[] | null;
}

/** How a spec is sent. `queryRegistry`: ask for the image's digest first; `sendAuth`: send credentials along. */
export interface SendOptions {
  readonly queryRegistry: boolean;
  readonly sendAuth: boolean;
}

function warn(context: CommandContext, answer: Answer, own: string | undefined): void {
  for (const warning of [...(answer.Warnings ?? []), ...(own === undefined ? [] : [own])]) context.stderr.write(`${warning}\n`);
}

/** `POST /services/create`; prints warnings, resolves to the new id. Throws CommandError with the engine's text. */
export async function sendNewService(context: CommandContext, spec: ServiceSpec, options: SendOptions): Promise<string> {
  const resolved = await resolveImage(context, spec, options);
  const answer = await post<Answer>(context, '/services/create', encodeServiceSpec(resolved.spec), {}, options.sendAuth ? registryAuthHeader : {});
  warn(context, answer, resolved.warning);
  return answer.ID ?? '';
}

/** `POST /services/{id}/update` of the version that was read; prints warnings. `query` adds to the version. */
export async function sendServiceUpdate(
  context: CommandContext,
  service: { readonly ID: string; readonly Version: { readonly Index?: number } },
  spec: ServiceSpec,
  query: { readonly [key: string]: string },
  options: SendOptions,
): Promise<void> {
  const resolved = await resolveImage(context, spec, options);
  const answer = await post<Answer>(
    context,
    `/services/${service.ID}/update`,
    encodeServiceSpec(resolved.spec),
    { ...query, version: String(service.Version.Index ?? 0) },
    options.sendAuth ? registryAuthHeader : {},
  );
  warn(context, answer, resolved.warning);
}
