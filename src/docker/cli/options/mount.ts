import { parseByteSize } from '../../api/parse/byte-size.ts';
import type { Mount } from '../../api/specs.ts';
import { parseCsvRecord } from './csv.ts';
import { cut } from './cut.ts';
import { parseBool, parseUint } from './go-integer.ts';
import { accepted, OptionError } from './option-error.ts';

interface Draft {
  type: string;
  source: string;
  target: string;
  readOnly: boolean;
  consistency: string;
  bind: { propagation?: string; nonRecursive?: boolean; readOnlyNonRecursive?: boolean; readOnlyForceRecursive?: boolean } | undefined;
  volume: { noCopy: boolean; labels: Map<string, string>; driver: string; options: Map<string, string>; subpath: string } | undefined;
  imageSubpath: string | undefined;
  tmpfs: { size?: number; mode?: number } | undefined;
}

function flag(key: string, value: string): boolean {
  const parsed = parseBool(value);
  if (parsed === undefined) throw new OptionError(`invalid value for ${key}: ${value}`);
  return parsed;
}

function number(key: string, value: string, parse: (text: string) => number): number {
  try {
    return parse(value);
  } catch (error) {
    if (!(error instanceof OptionError)) throw error;
    throw new OptionError(`invalid value for ${key}: ${value}`);
  }
}

/** Options of volumes come as a pair in one value; without a key they are dropped. */
function put(map: Map<string, string>, pair: string): void {
  const { before, after } = cut(pair, '=');
  if (before !== '') map.set(before, after);
}

function setField(draft: Draft, key: string, value: string, field: string, resolvePath: (path: string) => string): void {
  const bind = (): NonNullable<Draft['bind']> => (draft.bind ??= {});
  const volume = (): NonNullable<Draft['volume']> => (draft.volume ??= { noCopy: false, labels: new Map(), driver: '', options: new Map(), subpath: '' });
  const tmpfs = (): NonNullable<Draft['tmpfs']> => (draft.tmpfs ??= {});
  switch (key) {
    case 'type':
      draft.type = value.toLowerCase();
      return;
    case 'source':
    case 'src':
      draft.source = value.startsWith('.') ? resolvePath(value) : value;
      return;
    case 'target':
    case 'dst':
    case 'destination':
      draft.target = value;
      return;
    case 'readonly':
    case 'ro':
      draft.readOnly = flag(key, value);
      return;
    case 'consistency':
      draft.consistency = value.toLowerCase();
      return;
    case 'bind-propagation':
      bind().propagation = value.toLowerCase();
      return;
    case 'bind-nonrecursive':
      bind().nonRecursive = flag(key, value);
      return;
    case 'bind-recursive':
      if (value === 'disabled') bind().nonRecursive = true;
      else if (value === 'writable') bind().readOnlyNonRecursive = true;
      else if (value === 'readonly') bind().readOnlyForceRecursive = true;
      else if (value !== 'enabled') throw new OptionError(`invalid value for ${key}: ${value} (must be "enabled", "disabled", "writable", or "readonly")`);
      return;
    case 'volume-subpath':
      volume().subpath = value;
      return;
    case 'volume-nocopy':
      volume().noCopy = flag(key, value);
      return;
    case 'volume-label':
      put(volume().labels, value);
      return;
    case 'volume-driver':
      volume().driver = value;
      return;
    case 'volume-opt':
      put(volume().options, value);
      return;
    case 'image-subpath':
      draft.imageSubpath = value;
      return;
    case 'tmpfs-size':
      tmpfs().size = number(key, value, (size) => accepted(parseByteSize(size)));
      return;
    case 'tmpfs-mode':
      tmpfs().mode = number(key, value, (text) => parseUint(text, 8, 32));
      return;
    default:
      throw new OptionError(`unexpected key '${key}' in '${field}'`);
  }
}

function check(draft: Draft): void {
  if (draft.type === '') throw new OptionError('type is required');
  if (draft.target === '') throw new OptionError('target is required');
  const mixed = (prefix: string): OptionError => new OptionError(`cannot mix '${prefix}-*' options with mount type '${draft.type}'`);
  if (draft.volume !== undefined && draft.type !== 'volume') throw mixed('volume');
  if (draft.imageSubpath !== undefined && draft.type !== 'image') throw mixed('image');
  if (draft.bind !== undefined && draft.type !== 'bind') throw mixed('bind');
  if (draft.tmpfs !== undefined && draft.type !== 'tmpfs') throw mixed('tmpfs');
  const requires = (value: string, other: string): OptionError =>
    new OptionError(`option 'bind-recursive=${value}' requires '${other}' to be specified in conjunction`);
  if (draft.bind?.readOnlyNonRecursive === true && !draft.readOnly) throw requires('writable', 'readonly');
  if (draft.bind?.readOnlyForceRecursive === true) {
    if (!draft.readOnly) throw requires('readonly', 'readonly');
    if (draft.bind.propagation !== 'rprivate') throw requires('readonly', 'bind-propagation=rprivate');
  }
}

/**
 * One `--mount` value (spec/cli.md §10; docker CLI opts/mount.go): a CSV record of `key=value`. A source that starts with
 * `.` is made absolute by `resolvePath`. Throws OptionError.
 */
export function parseMount(text: string, resolvePath: (path: string) => string): Mount {
  const draft: Draft = {
    type: 'volume',
    source: '',
    target: '',
    readOnly: false,
    consistency: '',
    bind: undefined,
    volume: undefined,
    imageSubpath: undefined,
    tmpfs: undefined,
  };
  for (const field of parseCsvRecord(text)) {
    const { before, after, found } = cut(field, '=');
    const key = before.toLowerCase();
    if (found) setField(draft, key, after, field, resolvePath);
    else if (['readonly', 'ro', 'volume-nocopy', 'bind-nonrecursive'].includes(key)) setField(draft, key, 'true', field, resolvePath);
    else throw new OptionError(`invalid field '${field}' must be a key=value pair`);
  }
  check(draft);
  const { bind, volume, tmpfs } = draft;
  return {
    Type: draft.type,
    ...(draft.source === '' ? {} : { Source: draft.source }),
    Target: draft.target,
    ...(draft.readOnly ? { ReadOnly: true } : {}),
    ...(draft.consistency === '' ? {} : { Consistency: draft.consistency }),
    ...(bind === undefined
      ? {}
      : {
          BindOptions: {
            ...(bind.propagation === undefined || bind.propagation === '' ? {} : { Propagation: bind.propagation }),
            ...(bind.nonRecursive === true ? { NonRecursive: true } : {}),
            ...(bind.readOnlyNonRecursive === true ? { ReadOnlyNonRecursive: true } : {}),
            ...(bind.readOnlyForceRecursive === true ? { ReadOnlyForceRecursive: true } : {}),
          },
        }),
    ...(volume === undefined
      ? {}
      : {
          VolumeOptions: {
            ...(volume.noCopy ? { NoCopy: true } : {}),
            ...(volume.labels.size === 0 ? {} : { Labels: Object.fromEntries(volume.labels) }),
            // The CLI creates the driver with the other volume options, so it is sent even when empty.
            DriverConfig: {
              ...(volume.driver === '' ? {} : { Name: volume.driver }),
              ...(volume.options.size === 0 ? {} : { Options: Object.fromEntries(volume.options) }),
            },
            ...(volume.subpath === '' ? {} : { Subpath: volume.subpath }),
          },
        }),
    ...(draft.imageSubpath === undefined ? {} : { ImageOptions: draft.imageSubpath === '' ? {} : { Subpath: draft.imageSubpath } }),
    ...(tmpfs === undefined
      ? {}
      : {
          TmpfsOptions: {
            ...(tmpfs.size === undefined || tmpfs.size === 0 ? {} : { SizeBytes: tmpfs.size }),
            ...(tmpfs.mode === undefined || tmpfs.mode === 0 ? {} : { Mode: tmpfs.mode }),
          },
        }),
  };
}
