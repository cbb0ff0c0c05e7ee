import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Json } from '../../../base/json.ts';
import type { EngineRequest } from '../../../docker/api/client.ts';

/** Where recorded exchanges lie, beside the project. They are not part of it: tests that need them are skipped without. */
export const RECORDINGS = join(process.cwd(), '../shared/engine-api/exchanges');

export const hasRecordings = existsSync(RECORDINGS);

/** One request of the real command line and what the real engine answered. */
export interface RecordedExchange {
  readonly request: {
    readonly method: EngineRequest['method'];
    /** With the version: `/v1.50/services/create`. */
    readonly path: string;
    readonly query?: { readonly [key: string]: string };
    readonly headers: { readonly [name: string]: string };
    readonly body: Json;
    /** What the client typed into an upgraded connection. */
    readonly sent_after_upgrade?: string;
  };
  readonly response: { readonly status: number; readonly headers: { readonly [name: string]: string }; readonly body: Json };
  /** Milliseconds after the command began, and how long the answer took; null: until it was broken off. */
  readonly at_ms?: number;
  readonly took_ms?: number | null;
}

/** One form of a command: all that it asked an engine. */
export interface RecordedForm {
  readonly name: string;
  readonly command: string;
  readonly host: string;
  readonly interrupted?: boolean;
  readonly tty?: boolean;
  readonly exchanges: readonly RecordedExchange[];
}

/** Names of all recorded forms, sorted. */
export function recordedForms(): string[] {
  return readdirSync(RECORDINGS)
    .filter((file) => file.endsWith('.json'))
    .map((file) => file.slice(0, -'.json'.length))
    .sort();
}

/** Reads one form. Requests that were sent by hand have no host: they went to the first one. */
export function readForm(name: string): RecordedForm {
  const form = JSON.parse(readFileSync(join(RECORDINGS, `${name}.json`), 'utf8')) as Omit<RecordedForm, 'name' | 'host'> & { readonly host?: string };
  return { ...form, host: form.host ?? 'DC2-N1', name };
}
