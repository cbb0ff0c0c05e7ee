/** A value of a template: text, numbers, truth, maps (`labels`), lists and structs, whose fields are fixed. */
export type TemplateValue = string | number | boolean | readonly TemplateValue[] | TemplateMap | TemplateStruct;

export interface TemplateMap {
  readonly kind: 'map';
  readonly entries: { readonly [key: string]: TemplateValue };
}

export interface TemplateStruct {
  readonly kind: 'struct';
  /** Its Go type, for error texts. */
  readonly type: string;
  readonly fields: { readonly [name: string]: TemplateValue };
}

/** A function of a template: a value, or an error to report. */
export type TemplateFunction = (args: readonly TemplateValue[]) => TemplateValue | TemplateError;

/** Why a template cannot be read or run, in the words of Go's text/template. */
export class TemplateError {
  constructor(readonly text: string) {}
}

/** Tells maps from structs, lists and plain values. */
export function isMap(value: TemplateValue): value is TemplateMap {
  return typeof value === 'object' && 'kind' in value && value.kind === 'map';
}

/** Whether a value counts as true: Go's zero values do not. */
export function truth(value: TemplateValue): boolean {
  if (Array.isArray(value)) return value.length > 0;
  if (isMap(value)) return Object.keys(value.entries).length > 0;
  return typeof value === 'object' ? true : Boolean(value);
}

/** A value as Go's fmt prints it. */
export function printValue(value: TemplateValue): string {
  if (Array.isArray(value)) return `[${value.map(printValue).join(' ')}]`;
  if (isMap(value)) {
    const keys = Object.keys(value.entries).sort();
    return `map[${keys.map((key) => `${key}:${printValue(value.entries[key] as TemplateValue)}`).join(' ')}]`;
  }
  if (typeof value === 'object')
    return `{${Object.values((value as TemplateStruct).fields)
      .map(printValue)
      .join(' ')}}`;
  return String(value);
}
