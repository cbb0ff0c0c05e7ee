import type { Json } from '../../../base/json.ts';
import { options, type ParsedOptions, type Program, type ProgramContext, refuse, resolvePath } from '../program.ts';
import type { WebAnswer } from '../shell.ts';

const LONG: { readonly [name: string]: string } = {
  silent: 's',
  'show-error': 'S',
  fail: 'f',
  location: 'L',
  include: 'i',
  insecure: 'k',
  verbose: 'v',
  head: 'I',
  'no-buffer': 'N',
  'remote-name': 'O',
  output: 'o',
  header: 'H',
  request: 'X',
  'max-time': 'm',
  data: 'd',
  'data-raw': 'd',
  'write-out': 'w',
  'unix-socket': 'U',
  'connect-timeout': 'C',
  retry: 'r',
  user: 'u',
  'user-agent': 'A',
  resolve: 'R',
  compressed: 'z',
  'retry-delay': 'D',
};

/** curl: a GET through the simulated mesh, or a request at the engine's socket. */
export const curl: Program = async (context, args) => {
  const parsed = options(context, 'curl', args, 'sSfLikvINOz46g', 'oHXmdwUCruARDe', LONG);
  if (!parsed) return 2;
  const [url] = parsed.rest;
  if (url === undefined) return refuse(context, "curl: (2) no URL specified\ncurl: try 'curl --help' or 'curl --manual' for more information\n", 2);
  const address = /^\w+:\/\//.test(url) ? url : `http://${url}`;
  const answer = parsed.values.has('U')
    ? await fromEngine(context, address, parsed)
    : await within(context, context.host.get(address), parsed.values.get('m') ?? parsed.values.get('C'));
  return report(context, address, answer, parsed);
};

/** wget: the same into a file. */
export const wget: Program = async (context, args) => {
  const parsed = options(
    context,
    'wget',
    args.map((arg) => (arg === '-qO-' ? '-qO-' : arg)),
    'qScNv',
    'OTtP',
    { quiet: 'q', spider: 'S', timeout: 'T', tries: 't', 'output-document': 'O', 'no-check-certificate': 'c', 'no-verbose': 'v' },
  );
  if (!parsed) return 2;
  const [url] = parsed.rest;
  if (url === undefined) return refuse(context, 'wget: missing URL\n');
  const address = /^\w+:\/\//.test(url) ? url : `http://${url}`;
  const answer = await within(context, context.host.get(address), parsed.values.get('T'));
  if (!answer.ok) return refuse(context, parsed.flags.has('q') ? '' : `wget: unable to connect: ${answer.text.replace(/^\(\d+\) /, '')}\n`, 4);
  if (answer.status >= 400) return refuse(context, parsed.flags.has('q') ? '' : `ERROR ${answer.status}.\n`, 8);
  if (parsed.flags.has('S')) return 0;
  const output = parsed.values.get('O') ?? fileName(address);
  if (output === '-') context.stdout.write(answer.text);
  else context.host.files.write(resolvePath(context.cwd, output), answer.text);
  return 0;
};

async function report(context: ProgramContext, address: string, answer: WebAnswer, { flags, values }: ParsedOptions): Promise<number> {
  const quiet = flags.has('s') && !flags.has('S');
  const failed = answer.ok && flags.has('f') && answer.status >= 400;
  const code = !answer.ok ? Number(/^\((\d+)\)/.exec(answer.text)?.[1] ?? 7) : failed ? 22 : 0;
  if (!quiet && (!answer.ok || failed)) context.stderr.write(`curl: ${answer.ok ? `(22) The requested URL returned error: ${answer.status}` : answer.text}\n`);
  const head = `HTTP/1.1 ${answer.status} ${REASONS[answer.status] ?? 'OK'}\r\nContent-Length: ${new TextEncoder().encode(answer.text).length}\r\n\r\n`.replace(
    /\r/g,
    '',
  );
  if (flags.has('v') && answer.ok)
    context.stderr.write(
      `> GET ${pathOf(address)} HTTP/1.1\n> Host: ${hostOf(address)}\n> User-Agent: curl/7.88.1\n> Accept: */*\n> \n${head.replace(/^(?=.)/gm, '< ')}`,
    );
  const text = !answer.ok || failed ? '' : flags.has('I') ? head : (flags.has('i') ? head : '') + answer.text;
  const output = values.get('o') ?? (flags.has('O') ? fileName(address) : undefined);
  if (output === undefined) context.stdout.write(text);
  else if (output !== '/dev/null' && code === 0) context.host.files.write(resolvePath(context.cwd, output), text);
  const format = values.get('w');
  if (format !== undefined) context.stdout.write(writtenOut(format, address, answer));
  return code;
}

const REASONS: { readonly [status: number]: string } = {
  200: 'OK',
  201: 'Created',
  204: 'No Content',
  301: 'Moved Permanently',
  302: 'Found',
  400: 'Bad Request',
  403: 'Forbidden',
  404: 'Not Found',
  500: 'Internal Server Error',
  502: 'Bad Gateway',
  503: 'Service Unavailable',
};

function writtenOut(format: string, address: string, answer: WebAnswer): string {
  const fields: { readonly [name: string]: string } = {
    http_code: answer.ok ? String(answer.status) : '000',
    response_code: answer.ok ? String(answer.status) : '000',
    url_effective: address,
    size_download: String(answer.ok ? new TextEncoder().encode(answer.text).length : 0),
    time_total: '0.004213',
    time_connect: '0.000412',
    remote_port: /:(\d+)/.exec(address.replace(/^\w+:\/\//, ''))?.[1] ?? '80',
    num_redirects: '0',
    content_type: 'text/html',
  };
  return format
    .replace(/%\{(\w+)\}/g, (whole, name: string) => (Object.hasOwn(fields, name) ? (fields[name] ?? '') : whole))
    .replace(/\\n/g, '\n')
    .replace(/\\t/g, '\t')
    .replace(/\\r/g, '\r');
}

/** A request at the engine, as its socket takes it. */
async function fromEngine(context: ProgramContext, address: string, { values, flags }: ParsedOptions): Promise<WebAnswer> {
  if (!/^(?:\/var)?\/run\/docker\.sock$/.test(values.get('U') ?? '') || !context.host.engineUp())
    return { ok: false, text: `(7) Couldn't connect to server`, status: 0 };
  const url = new URL(address.replace(/^(\w+:\/\/)\/+/, '$1localhost/').replace(/^http:\/(?!\/)/, 'http://localhost/'));
  const data = values.get('d');
  let body: Json | undefined;
  try {
    body = data === undefined ? undefined : (JSON.parse(data) as Json);
  } catch {
    return { ok: true, status: 400, text: `{"message":"invalid JSON: ${JSON.stringify(data).slice(1, 60)}"}\n` };
  }
  const path = url.pathname.replace(/^\/v\d+\.\d+(?=\/)/, '');
  const method = values.get('X') ?? (data === undefined ? (flags.has('I') ? 'HEAD' : 'GET') : 'POST');
  const answer = await context.host.client.request({
    method: method as 'GET',
    path,
    query: Object.fromEntries(url.searchParams),
    ...(body === undefined ? {} : { body }),
  });
  if (answer.stream) {
    let text = '';
    for await (const chunk of answer.stream) if ('text' in chunk) text += chunk.text;
    return { ok: true, status: answer.status, text };
  }
  return {
    ok: true,
    status: answer.status,
    text: answer.body === undefined ? '' : `${typeof answer.body === 'string' ? answer.body : JSON.stringify(answer.body)}\n`,
  };
}

async function within(context: ProgramContext, answer: Promise<WebAnswer>, seconds: string | undefined): Promise<WebAnswer> {
  const ms = Number(seconds) * 1000;
  if (!(ms > 0)) return answer;
  const waiting = new AbortController();
  const late = context.host.clock.sleep(ms, waiting.signal).then(
    (): WebAnswer => ({ ok: false, status: 0, text: `(28) Operation timed out after ${ms} milliseconds with 0 bytes received` }),
    (): WebAnswer => ({ ok: false, status: 0, text: '(28) Operation timed out' }),
  );
  try {
    return await Promise.race([answer, late]);
  } finally {
    waiting.abort();
  }
}

function pathOf(address: string): string {
  return address.replace(/^\w+:\/\/[^/]*/, '') || '/';
}

function hostOf(address: string): string {
  return /^\w+:\/\/([^/]*)/.exec(address)?.[1] ?? address;
}

function fileName(address: string): string {
  return pathOf(address).split('?')[0]?.split('/').at(-1) || 'index.html';
}
