import type { Json, JsonObject } from '../../../../base/json.ts';
import { type GoType, goType } from './go-type.ts';
import { type GoValue, goBool, goInt, goString } from './go-value.ts';

/** What a field of a list row is worth: a text, a word, a number, or an API value (null: a nil pointer). */
export type FieldValue = string | boolean | number | { readonly json: Json; readonly go: GoValue } | null;

interface Listed<Row> {
  readonly typeName: string;
  readonly fields: { readonly [name: string]: { readonly value: (row: Row) => FieldValue } };
  readonly label?: (row: Row, key: string) => string;
}

function toGo(value: FieldValue): GoValue {
  if (typeof value === 'string') return goString(value);
  if (typeof value === 'boolean') return goBool(value);
  if (typeof value === 'number') return goInt(value);
  return value === null ? { type: goType('*ocispec.Platform'), value: null } : value.go;
}

const plain = (value: FieldValue): Json => (typeof value === 'object' && value !== null ? value.json : value);

/** One row: what templates ask it for is worked out when they ask. */
class RowObject<Row> {
  readonly label: ((key: string) => string) | undefined;

  constructor(
    private readonly list: Listed<Row>,
    private readonly row: Row,
  ) {
    const { label } = list;
    this.label = label === undefined ? undefined : (key) => label(row, key);
  }

  get(name: string): GoValue | undefined {
    const field = Object.hasOwn(this.list.fields, name) ? this.list.fields[name] : undefined;
    return field === undefined ? undefined : toGo(field.value(this.row));
  }

  json(): JsonObject {
    const { fields } = this.list;
    return Object.fromEntries(
      Object.keys(fields)
        .sort()
        .map((name) => [name, plain(fields[name]?.value(this.row) ?? null)]),
    );
  }
}

/** The rows of a list as templates see them: objects with methods. JSON has all of them, keys sorted. */
export function listRows<Row>(list: Listed<Row>): (row: Row) => GoValue {
  const type: GoType = { kind: 'row', name: list.typeName };
  return (row) => ({ type, value: null, row: new RowObject(list, row) });
}

/** The header of a table as templates see it: field names → words; `.Label "a.b_c"` → `b c`. */
export function headerRow(headers: { readonly [name: string]: string }): GoValue {
  return {
    type: goType('map[string]string'),
    value: headers,
    row: {
      get: () => undefined,
      label: (key) => (key.split('.').at(-1) ?? '').replace(/[-_]/g, ' '),
      json: () => headers,
    },
  };
}
