import { fromBase64 } from '../../base/base64.ts';
import type { ContainerSpec, Labels, Mount, NodeDescription } from '../../docker/api/specs.ts';
import type { Config, Secret, Task } from '../objects/objects.ts';
import { templateContext } from './context.ts';
import { expandTemplate } from './go-template.ts';
import { TemplateError, type TemplateValue } from './template-value.ts';

/** The parts of a container spec that may hold templates, expanded for one task (swarmkit template/expand.go); or why that fails. */
export function expandContainerSpec(task: Task, description: NodeDescription | undefined): ContainerSpec | TemplateError {
  const spec = task.spec.ContainerSpec ?? {};
  if (!holdsTemplate(spec.Hostname) && !holdsTemplate(spec.Env) && !holdsTemplate(spec.Mounts)) return spec;
  const context = templateContext(task, description);
  const mounts: Mount[] = [];
  for (const mount of spec.Mounts ?? []) {
    const expanded = expandMount(mount, context);
    if (expanded instanceof TemplateError) return new TemplateError(`expanding mounts failed: ${expanded.text}`);
    mounts.push(expanded);
  }
  const hostname = expandTemplate(spec.Hostname ?? '', context);
  if (hostname instanceof TemplateError) return new TemplateError(`expanding hostname failed: ${hostname.text}`);
  const env = expandEnv(spec.Env ?? [], context);
  if (env instanceof TemplateError) return new TemplateError(`expanding env failed: ${env.text}`);
  return {
    ...spec,
    ...(spec.Mounts ? { Mounts: mounts } : {}),
    ...(spec.Hostname === undefined ? {} : { Hostname: hostname }),
    ...(spec.Env ? { Env: env } : {}),
  };
}

/** Most specs hold none, and are all the same for the tasks of a service. */
function holdsTemplate(part: ContainerSpec['Hostname' | 'Env' | 'Mounts']): boolean {
  return part !== undefined && part.length > 0 && JSON.stringify(part).includes('{{');
}

function expandMount(mount: Mount, context: TemplateValue): Mount | TemplateError {
  const source = expandTemplate(mount.Source ?? '', context);
  if (source instanceof TemplateError) return new TemplateError(`expanding mount source ${JSON.stringify(mount.Source ?? '')}: ${source.text}`);
  const target = expandTemplate(mount.Target ?? '', context);
  if (target instanceof TemplateError) return new TemplateError(`expanding mount target ${JSON.stringify(mount.Target ?? '')}: ${target.text}`);
  const volume = mount.VolumeOptions;
  const labels = expandMap(volume?.Labels ?? {}, context);
  if (labels instanceof TemplateError) return new TemplateError(`expanding volume labels: ${labels.text}`);
  const options = expandMap(volume?.DriverConfig?.Options ?? {}, context);
  if (options instanceof TemplateError) return new TemplateError(`expanding volume driver config: ${options.text}`);
  return {
    ...mount,
    ...(mount.Source === undefined ? {} : { Source: source }),
    ...(mount.Target === undefined ? {} : { Target: target }),
    ...(volume
      ? {
          VolumeOptions: {
            ...volume,
            ...(volume.Labels ? { Labels: labels } : {}),
            ...(volume.DriverConfig ? { DriverConfig: { ...volume.DriverConfig, ...(volume.DriverConfig.Options ? { Options: options } : {}) } } : {}),
          },
        }
      : {}),
  };
}

function expandMap(map: Labels, context: TemplateValue): Labels | TemplateError {
  const result: Record<string, string> = {};
  for (const [key, text] of Object.entries(map)) {
    const value = expandTemplate(text, context);
    if (value instanceof TemplateError) return new TemplateError(`expanding ${JSON.stringify(key)}: ${value.text}`);
    result[key] = value;
  }
  return result;
}

/** Only what stands right of the first `=` is a template. */
function expandEnv(env: readonly string[], context: TemplateValue): string[] | TemplateError {
  const result: string[] = [];
  for (const entry of env) {
    const equals = entry.indexOf('=');
    const value = equals < 0 ? '' : expandTemplate(entry.slice(equals + 1), context);
    if (value instanceof TemplateError) return new TemplateError(`expanding env ${JSON.stringify(entry)}: ${value.text}`);
    result.push(equals < 0 ? entry : `${entry.slice(0, equals)}=${value}`);
  }
  return result;
}

/** The secrets and configs that a task was given. */
export interface Dependencies {
  secret(id: string): Secret | undefined;
  config(id: string): Config | undefined;
}

/** Where a secret's file lies inside the container. */
export function secretPath(name: string): string {
  return name.startsWith('/') ? name : `/run/secrets/${name}`;
}

/** Where a config's file lies inside the container. */
export function configPath(name: string): string {
  return name.startsWith('/') ? name : `/${name}`;
}

/**
 * The files of a task's secrets and configs, payload templates expanded (swarmkit template/getter.go); or why that
 * fails, which is seen when the container starts (transcript templates-in-payloads.t). The node's description is not known to payloads.
 */
export function payloadFiles(task: Task, spec: ContainerSpec, have: Dependencies): { readonly path: string; readonly text: string }[] | TemplateError {
  if (!spec.Secrets?.length && !spec.Configs?.length) return [];
  const context = templateContext(task, undefined, '*template.PayloadContext');
  const files: { path: string; text: string }[] = [];
  const secretText = (id: string): string => payload(have.secret(id)?.spec.Data ?? have.secret(`${id}.${task.id}`)?.spec.Data);
  const configText = (id: string): string => payload(have.config(id)?.spec.Data);
  const functions = {
    secret: ([target]: readonly TemplateValue[]): TemplateValue | TemplateError => {
      const reference = spec.Secrets?.find((secret) => secret.File?.Name === target);
      return reference ? secretText(reference.SecretID) : new TemplateError(`secret target ${String(target)} not found`);
    },
    config: ([target]: readonly TemplateValue[]): TemplateValue | TemplateError => {
      const reference = spec.Configs?.find((config) => config.File?.Name === target);
      return reference ? configText(reference.ConfigID) : new TemplateError(`config target ${String(target)} not found`);
    },
    env: ([name]: readonly TemplateValue[]): TemplateValue =>
      (spec.Env ?? []).find((entry) => entry.startsWith(`${String(name)}=`))?.slice(String(name).length + 1) ?? '',
  };
  const expand = (kind: 'secret' | 'config', id: string, text: string, driver: string | undefined): string | TemplateError => {
    if (driver === undefined || driver === '') return text;
    const result = driver === 'golang' ? expandTemplate(text, context, functions) : new TemplateError('unrecognized template type');
    return result instanceof TemplateError
      ? new TemplateError(`unable to get ${kind} from ${kind} store: failed to expand templated ${kind} ${id}: ${result.text}`)
      : result;
  };
  for (const { SecretID, File } of spec.Secrets ?? []) {
    const text = expand('secret', SecretID, secretText(SecretID), have.secret(SecretID)?.spec.Templating?.Name);
    if (text instanceof TemplateError) return text;
    if (File) files.push({ path: secretPath(File.Name), text });
  }
  for (const { ConfigID, File } of spec.Configs ?? []) {
    const text = expand('config', ConfigID, configText(ConfigID), have.config(ConfigID)?.spec.Templating?.Name);
    if (text instanceof TemplateError) return text;
    if (File) files.push({ path: configPath(File.Name), text });
  }
  return files;
}

/** A payload's text: base64 of UTF-8; what is not UTF-8 keeps one character per byte. */
function payload(data: string | undefined): string {
  const bytes = fromBase64(data ?? '') ?? new Uint8Array();
  return utf8(bytes);
}

function utf8(bytes: Uint8Array): string {
  let text = '';
  for (let i = 0; i < bytes.length; ) {
    const b = bytes[i] ?? 0;
    const length = b < 0x80 ? 1 : b >= 0xf0 ? 4 : b >= 0xe0 ? 3 : b >= 0xc0 ? 2 : 0;
    if (length === 0 || i + length > bytes.length) return latin1(bytes);
    let code = length === 1 ? b : b & (0xff >> (length + 1));
    for (let k = 1; k < length; k++) code = (code << 6) | ((bytes[i + k] ?? 0) & 0x3f);
    text += String.fromCodePoint(Math.min(code, 0x10ffff));
    i += length;
  }
  return text;
}

function latin1(bytes: Uint8Array): string {
  let text = '';
  for (const byte of bytes) text += String.fromCharCode(byte);
  return text;
}
