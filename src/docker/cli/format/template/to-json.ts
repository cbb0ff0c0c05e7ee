import type { Json } from '../../../../base/json.ts';
import { boolOf, elements, fieldValue, type GoValue, isNil, mapEntry, mapKeys, members, numberOf, shortFloat, stringOf, unwrap } from './go-value.ts';

/** Whether `omitempty` leaves a value out: false, 0, "", nil, an empty list or map; never a struct. */
function isEmpty(value: GoValue): boolean {
  switch (value.type.kind) {
    case 'string':
      return stringOf(value) === '';
    case 'bool':
      return !boolOf(value);
    case 'int':
    case 'uint':
    case 'float':
    case 'duration':
    case 'file-mode':
      return numberOf(value) === 0;
    case 'bytes':
      return stringOf(value) === '';
    case 'slice':
      return elements(value).length === 0;
    case 'map':
      return mapKeys(value).length === 0;
    case 'pointer':
    case 'any':
      return isNil(value);
    default:
      return false;
  }
}

/** What encoding/json makes of a value: fields in the struct's order, unknown members gone, `omitempty` honoured, map keys sorted. */
export function toJson(value: GoValue | undefined): Json {
  if (value === undefined) return null;
  const { type } = value;
  switch (type.kind) {
    case 'string':
      return type.name === 'json.Number' ? Number(stringOf(value)) : stringOf(value);
    case 'bool':
      return boolOf(value);
    case 'int':
    case 'uint':
    case 'duration':
    case 'file-mode':
      return numberOf(value);
    case 'float':
      return type.name === 'float32' ? shortFloat(numberOf(value)) : numberOf(value);
    case 'time':
      return typeof value.value === 'string' ? value.value : '0001-01-01T00:00:00Z';
    case 'bytes':
      return isNil(value) ? null : stringOf(value);
    case 'slice':
      return isNil(value) ? null : elements(value).map(toJson);
    case 'map':
    case 'header':
      return isNil(value) ? null : Object.fromEntries(mapKeys(value).map((key) => [key, toJson(mapEntry(value, key))]));
    case 'pointer':
      return isNil(value) ? null : toJson({ type: type.elem, value: value.value });
    case 'any':
      return toJson(unwrap(value));
    case 'struct': {
      const object: { [key: string]: Json | undefined } = {};
      for (const field of type.fields) {
        const inner = fieldValue(value, field);
        if (field.embedded) Object.assign(object, members(toJson(inner)));
        else if (field.key !== undefined && !(field.omitEmpty && isEmpty(inner))) object[field.key] = toJson(inner);
      }
      return object;
    }
    case 'row':
      return value.row?.json() ?? {};
    case 'func':
      return null;
  }
}
