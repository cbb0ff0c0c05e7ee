import { deflateSync, inflateSync, strFromU8, strToU8 } from 'fflate';
import { fromBase64Url, toBase64Url } from '../base/base64url.ts';
import { DICTIONARY_1 } from './link-dictionary-1.ts';
import { DICTIONARY_2 } from './link-dictionary-2.ts';
import { type PassedLimit, packRecording, type Recording, RecordingProblem, unpackRecording } from './recording.ts';

/** How a run was looked at, by short names: `s` selection (`host/DC2-N1`), `f` filter, `v` and `g` the stage's view and grouping. */
export type LinkView = { readonly [name: string]: string };

/** What a link carries: a run, how it was looked at, and files of the editor that the hosts have not got. */
export interface Shared {
  readonly recording: Recording;
  readonly view: LinkView;
  readonly files: readonly { readonly path: string; readonly content: string }[];
}

/** Why the text after `#` cannot be opened. */
export interface LinkProblem {
  readonly reason: 'damaged' | 'version' | 'too-long' | 'limit';
  readonly limit?: PassedLimit;
}

/** Links longer than this are refused: some places cut them. */
export const MAX_LINK_LENGTH = 30_000;

const MAX_TEXT_LENGTH = 1_000_000;
const LONGEST_VIEW_WORD = 300;
const MOST_VIEW_WORDS = 20;
const MOST_FILES = 50;

/** A run for the address after `#`: `v2.`, deflated JSON in base64url, `.` and four characters by which damage is noticed. */
export function encodeLink({ recording, view, files }: Shared): string {
  const extras = {
    ...(Object.keys(view).length > 0 ? { w: view } : {}),
    ...(files.length > 0 ? { d: files.map(({ path, content }) => [path, content]) } : {}),
  };
  const bytes = strToU8(JSON.stringify({ ...packRecording(recording), ...extras }));
  return `v2.${toBase64Url(deflateSync(bytes, { level: 9, dictionary: DICTIONARY_2 }))}.${checkOf(bytes)}`;
}

/** What is in the text after `#`, of any version up to ours. */
export function decodeLink(fragment: string): Shared | { readonly problem: LinkProblem } {
  if (fragment.length > MAX_LINK_LENGTH) return { problem: { reason: 'too-long' } };
  const match = /^v(\d{1,6})\.([A-Za-z0-9_-]+)(?:\.([A-Za-z0-9_-]{4}))?$/.exec(fragment);
  if (!match) return { problem: { reason: /^v(?:[3-9]|\d{2,6})\./.test(fragment) ? 'version' : 'damaged' } };
  const [, version, data = '', check] = match;
  if (version !== '1' && version !== '2') return { problem: { reason: 'version' } };
  const bytes = inflate(data, version === '1' ? DICTIONARY_1 : DICTIONARY_2);
  if (!bytes || (version === '2' && check !== checkOf(bytes))) return { problem: { reason: 'damaged' } };
  try {
    const json: unknown = JSON.parse(strFromU8(bytes));
    return { recording: unpackRecording(json), view: viewOf(json), files: filesOf(json) };
  } catch (error) {
    if (!(error instanceof RecordingProblem)) return { problem: { reason: 'damaged' } };
    if (error.reason === 'limit' || error.reason === 'version') return { problem: { reason: error.reason, ...(error.limit ? { limit: error.limit } : {}) } };
    return { problem: { reason: 'damaged' } };
  }
}

let room: Uint8Array | undefined;

function inflate(data: string, dictionary: Uint8Array): Uint8Array | undefined {
  const bytes = fromBase64Url(data);
  if (!bytes) return undefined;
  try {
    // A fixed room: what inflates to more than a recording may be is not one of ours.
    room ??= new Uint8Array(MAX_TEXT_LENGTH);
    return inflateSync(bytes, { dictionary, out: room }).slice();
  } catch {
    return undefined;
  }
}

/** Four base64url characters that change with almost any damage (FNV-1a, its 32 bits folded to 24). */
function checkOf(bytes: Uint8Array): string {
  let hash = 0x811c9dc5;
  for (const byte of bytes) hash = Math.imul(hash ^ byte, 0x01000193);
  const folded = (hash ^ (hash >>> 24)) & 0xffffff;
  return toBase64Url(Uint8Array.of(folded >> 16, (folded >> 8) & 255, folded & 255));
}

function viewOf(json: unknown): LinkView {
  const view = (json as { readonly w?: unknown }).w;
  if (typeof view !== 'object' || view === null) return {};
  const words = Object.entries(view).filter(([name, value]) => name.length < 20 && typeof value === 'string' && value.length <= LONGEST_VIEW_WORD);
  return Object.fromEntries(words.slice(0, MOST_VIEW_WORDS)) as LinkView;
}

function filesOf(json: unknown): Shared['files'] {
  const files = (json as { readonly d?: unknown }).d;
  if (!Array.isArray(files)) return [];
  return files.slice(0, MOST_FILES).flatMap((file: unknown) => {
    const [path, content] = Array.isArray(file) ? (file as unknown[]) : [];
    return typeof path === 'string' && path.length < LONGEST_VIEW_WORD && typeof content === 'string' ? [{ path, content }] : [];
  });
}
