import type { ServiceSpec } from '../../../api/specs.ts';
import type { CommandContext } from '../../command.ts';
import { call } from '../../engine-call.ts';
import { encodeServiceSpec } from './encode-service-spec.ts';
import { registryAuthHeader, resolveImage } from './resolve-image.ts';

interface Answer {
  readonly ID?: string;
  readonly Warnings?: readonly string[] | null;
}

/** How a spec is sent. `queryRegistry`: ask for the image's digest first; `sendAuth`: send credentials along. */
export interface SendOptions {
  readonly queryRegistry: boolean;
  readonly sendAuth: boolean;
}

async function send(
  context: CommandContext,
  path: string,
  query: { readonly [key: string]: string },
  spec: ServiceSpec,
  options: SendOptions,
): Promise<Answer> {
  const resolved = await resolveImage(context, spec, options);
  const headers = options.sendAuth ? { headers: registryAuthHeader } : {};
  const answer = (await call(context, { method: 'POST', path, query, ...headers, body: encodeServiceSpec(resolved.spec) })) as unknown as Answer | null;
  for (const warning of [...(answer?.Warnings ?? []), ...(resolved.warning === undefined ? [] : [resolved.warning])]) context.stderr.write(`${warning}\n`);
  return answer ?? {};
}

/** `POST /services/create`; prints warnings, resolves to the new id. Throws EngineError. */
export async function sendNewService(context: CommandContext, spec: ServiceSpec, options: SendOptions): Promise<string> {
  const answer = await send(context, '/services/create', {}, spec, options);
  return answer.ID ?? '';
}

/** `POST /services/{id}/update` of the version that was read; prints warnings. `query` adds to the version. Throws EngineError. */
export async function sendServiceUpdate(
  context: CommandContext,
  service: { readonly ID: string; readonly Version: { readonly Index?: number } },
  spec: ServiceSpec,
  query: { readonly [key: string]: string },
  options: SendOptions,
): Promise<void> {
  await send(context, `/services/${service.ID}/update`, { ...query, version: String(service.Version.Index ?? 0) }, spec, options);
}
