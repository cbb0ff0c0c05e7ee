import type { Json } from '../../../base/json.ts';

/** How Go writes `< > &` and the two line separators inside JSON strings. */
function escapeHtml(text: string): string {
  return text.replace(/[<>&\u2028\u2029]/g, (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`);
}

/**
 * JSON text as Go writes it. `indent`: blanks a level, 0 for one line. `html`: `<`, `>`, `&` become `\u003c` … (json.Marshal);
 * without it they stay (the engine's answers, templates' `json`).
 */
export function goJsonText(value: Json | undefined, indent: number, html: boolean): string {
  const text = write(value ?? null, indent, 0);
  return html ? escapeHtml(text) : text.replace(/[\u2028\u2029]/g, (character) => `\\u${character.charCodeAt(0).toString(16)}`);
}

function write(value: Json, indent: number, depth: number): string {
  if (typeof value !== 'object' || value === null) {
    if (typeof value === 'string') return JSON.stringify(value);
    return String(value);
  }
  const line = indent === 0 ? '' : `\n${' '.repeat(indent * (depth + 1))}`;
  const end = indent === 0 ? '' : `\n${' '.repeat(indent * depth)}`;
  if (Array.isArray(value)) {
    const list = value as readonly Json[];
    return list.length === 0 ? '[]' : `[${list.map((item) => line + write(item, indent, depth + 1)).join(',')}${end}]`;
  }
  const entries = Object.entries(value).filter((entry): entry is [string, Json] => entry[1] !== undefined);
  if (entries.length === 0) return '{}';
  const colon = indent === 0 ? ':' : ': ';
  return `{${entries.map(([key, item]) => `${line}${JSON.stringify(key)}${colon}${write(item, indent, depth + 1)}`).join(',')}${end}}`;
}
