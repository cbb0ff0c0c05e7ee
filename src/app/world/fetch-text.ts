import { MAX_FILE_LENGTH } from './files.ts';
import { sizeText } from './size-text.ts';
import { textOfBytes } from './text-of-bytes.ts';

/** Why no text came from an address. */
export type FetchProblem = 'unreachable' | 'blocked' | 'slow' | 'status' | 'too-big' | 'not-text' | 'web-page' | 'insecure' | 'bad-address';

export type Fetched = { readonly text: string } | { readonly problem: FetchProblem; readonly detail: string };

/** An address as it will be asked. */
export interface Address {
  readonly url: string;
  readonly host: string;
  /** The last part of its path: what the file is called. */
  readonly name: string;
  /** Whether the address of a page was turned into that of the file it shows. */
  readonly rewritten: boolean;
}

const TIMEOUT_MS = 15_000;
const LOCAL = /^(localhost|127\.0\.0\.1|\[::1\])$/;

/**
 * Reads an address as a person gives it. Addresses of pages that show a file (GitHub, Gist, GitLab) become those of the file:
 * old links often hold them. Undefined: it is none that can be asked.
 */
export function readAddress(text: string): Address | undefined {
  let url: URL;
  try {
    url = new URL(text.trim());
  } catch {
    return undefined;
  }
  if (url.protocol !== 'https:' && url.protocol !== 'http:') return undefined;
  url.username = '';
  url.password = '';
  url.hash = '';
  const before = url.href;
  const [, owner = '', repository = '', rest = ''] = /^\/([^/]+)\/([^/]+)\/(?:blob|raw)\/(.+)$/.exec(url.pathname) ?? [];
  if (url.hostname === 'github.com' && rest !== '') url = new URL(`https://raw.githubusercontent.com/${owner}/${repository}/${rest}`);
  else if (url.hostname === 'gist.github.com') url = new URL(`https://gist.githubusercontent.com${url.pathname.replace(/\/(raw\/?)?$/, '')}/raw`);
  else if (url.pathname.includes('/-/blob/')) url.pathname = url.pathname.replace('/-/blob/', '/-/raw/');
  const last = url.pathname.split('/').findLast((part) => part !== '') ?? '';
  const name = /\.ya?ml$/i.test(last) ? decoded(last) : 'stack.yml';
  return { url: url.href, host: url.host, name, rewritten: url.href !== before };
}

/**
 * The address of the stack file that a link of Play with Docker asks for (its `handlers/new_session.go`): a folder means its
 * stack.yml, a path without a host one of its own examples.
 */
export function addressOfLink(stack: string): string {
  const whole = /\.ya?ml$/i.test(stack.replace(/[?#].*$/, '')) ? stack : `${stack.replace(/\/$/, '')}/stack.yml`;
  return whole.startsWith('/') ? `https://raw.githubusercontent.com/play-with-docker/stacks/master${whole}` : whole;
}

/** Asks one address for a text, in a frame that can reach nothing of the page. Only after the user has said so. */
export async function fetchText(address: Address): Promise<Fetched> {
  if (location.protocol === 'https:' && address.url.startsWith('http:') && !LOCAL.test(new URL(address.url).hostname))
    return { problem: 'insecure', detail: '' };
  const frame = document.createElement('iframe');
  frame.setAttribute('sandbox', 'allow-scripts');
  frame.hidden = true;
  frame.src = './fetch.html';
  try {
    return await askFrame(frame, address.url);
  } finally {
    frame.remove();
  }
}

function askFrame(frame: HTMLIFrameElement, url: string): Promise<Fetched> {
  return new Promise((resolve) => {
    const finish = (fetched: Fetched): void => {
      clearTimeout(timer);
      removeEventListener('message', listen);
      resolve(fetched);
    };
    const listen = ({ source, data }: MessageEvent<unknown>): void => {
      if (source !== frame.contentWindow || typeof data !== 'object' || data === null) return;
      const answer = data as { kind?: unknown; reason?: unknown; detail?: unknown; size?: unknown; bytes?: unknown; type?: unknown };
      if (answer.kind === 'ready') frame.contentWindow?.postMessage({ url, limit: MAX_FILE_LENGTH, timeoutMs: TIMEOUT_MS }, '*');
      else if (answer.kind === 'bytes' && answer.bytes instanceof Uint8Array) finish(textOrProblem(answer.bytes, String(answer.type)));
      else if (answer.kind === 'failed') {
        const detail = typeof answer.size === 'number' ? sizeText(answer.size) : String(answer.detail ?? '');
        finish({ problem: answer.reason as FetchProblem, detail });
      }
    };
    addEventListener('message', listen);
    const timer = setTimeout(() => finish({ problem: 'slow', detail: '' }), TIMEOUT_MS + 3000);
    document.body.append(frame);
  });
}

function textOrProblem(bytes: Uint8Array, type: string): Fetched {
  const read = textOfBytes(bytes);
  if ('problem' in read) return { problem: 'not-text', detail: '' };
  if (/^text\/html/i.test(type) || /^\s*<(!doctype|html)\b/i.test(read.text)) return { problem: 'web-page', detail: '' };
  return read;
}

function decoded(part: string): string {
  try {
    return decodeURIComponent(part);
  } catch {
    return part;
  }
}
