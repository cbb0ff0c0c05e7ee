import { namedTypes, structTypes } from '../api-types.ts';

/** One field of a Go struct. */
export interface StructField {
  /** The Go name; of an embedded struct the last part of its type's name. */
  readonly name: string;
  /** The key in JSON; undefined: not in JSON. */
  readonly key: string | undefined;
  readonly type: GoType;
  readonly omitEmpty: boolean;
  readonly embedded: boolean;
}

/** A Go type, as far as templates can tell. `name` is how error texts spell it. */
export type GoType =
  | {
      readonly kind: 'string' | 'bool' | 'int' | 'uint' | 'float' | 'time' | 'duration' | 'file-mode' | 'bytes' | 'any' | 'row' | 'func' | 'header';
      readonly name: string;
    }
  | { readonly kind: 'pointer' | 'slice' | 'map'; readonly name: string; readonly elem: GoType }
  | StructType;

export interface StructType {
  readonly kind: 'struct';
  readonly name: string;
  readonly fields: readonly StructField[];
}

const basics: { readonly [name: string]: GoType } = Object.fromEntries(
  [
    ['string', 'string'],
    ['bool', 'bool'],
    ...['int', 'int8', 'int16', 'int32', 'int64'].map((name) => [name, 'int']),
    ...['uint', 'uint8', 'uint16', 'uint32', 'uint64'].map((name) => [name, 'uint']),
    ['float32', 'float'],
    ['float64', 'float'],
    ['json.Number', 'string'],
    ['time.Time', 'time'],
    ['time.Duration', 'duration'],
    ['os.FileMode', 'file-mode'],
    ['[]byte', 'bytes'],
    ['interface {}', 'any'],
    ['func', 'func'],
  ].map(([name, kind]) => [name, { kind, name: name === '[]byte' ? '[]uint8' : name === 'os.FileMode' ? 'fs.FileMode' : name } as GoType]),
);

const cache = new Map<string, GoType>();

/** The type written so: `*swarm.ContainerSpec`, `map[string]string`, `[]swarm.PortConfig`, `swarm.NodeRole`. */
export function goType(text: string): GoType {
  const known = cache.get(text);
  if (known !== undefined) return known;
  const type = readType(text);
  cache.set(text, type);
  return type;
}

function readType(text: string): GoType {
  const basic = basics[text];
  if (basic !== undefined) return basic;
  if (text.startsWith('*')) return container('pointer', text, text.slice(1));
  if (text.startsWith('[]')) return container('slice', text, text.slice(2));
  if (text.startsWith('map[string]')) return container('map', text, text.slice('map[string]'.length));
  const under = namedTypes[text];
  if (under !== undefined) return renamed(goType(under), text);
  return struct(text);
}

/** A type declared on top of another one: it keeps the kind and has its own name. */
function renamed(type: GoType, name: string): GoType {
  if (type.kind === 'struct') return { ...type, name };
  return type.kind === 'pointer' || type.kind === 'slice' || type.kind === 'map' ? { kind: type.kind, name, elem: type.elem } : { kind: type.kind, name };
}

function container(kind: 'pointer' | 'slice' | 'map', name: string, elem: string): GoType {
  // The element is looked up on demand: types may contain themselves.
  return {
    kind,
    name,
    get elem(): GoType {
      return goType(elem);
    },
  };
}

function struct(name: string): StructType {
  let fields: readonly StructField[] | undefined;
  return {
    kind: 'struct',
    name,
    get fields(): readonly StructField[] {
      fields ??= readFields(structTypes[name] ?? '');
      return fields;
    },
  };
}

/** `Name type`, `Name=key type`, `Name=- type`, `@embedded.Type`, each with a `?` at its end when empty values are left out; separated by `;`. */
function readFields(text: string): readonly StructField[] {
  return text
    .split(';')
    .map((part) => part.trim())
    .filter((part) => part !== '')
    .map((part) => {
      const omitEmpty = part.endsWith('?');
      const bare = omitEmpty ? part.slice(0, -1) : part;
      if (bare.startsWith('@')) {
        const type = goType(bare.slice(1));
        return { name: bare.slice(bare.lastIndexOf('.') + 1), key: undefined, type, omitEmpty, embedded: true };
      }
      const blank = bare.indexOf(' ');
      const [name = '', key] = bare.slice(0, blank).split('=');
      return { name, key: key === '-' ? undefined : (key ?? name), type: goType(bare.slice(blank + 1)), omitEmpty, embedded: false };
    });
}
