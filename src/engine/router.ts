import { assert } from '../base/assert.ts';
import type { EngineRequest } from '../docker/api/client.ts';
import { Call, COMMON_HEADERS, MAX_API_MINOR, MIN_API_MINOR } from './call.ts';
import type { EngineCall, ReplySink } from './engine.ts';

/** Answers one kind of request. */
export type Handler = (call: Call) => void;

/** A path that requests are compared with. */
interface Pattern {
  readonly expression: RegExp;
  readonly names: readonly string[];
}

interface Route {
  readonly method: EngineRequest['method'];
  readonly pattern: Pattern;
  readonly handle: Handler;
}

/** The engines of thousands of hosts have the same routes: each path is made into an expression once. */
const PATTERNS = new Map<string, Pattern>();

/** Finds the handler of a request by method and path, after the version has been checked. */
export class Router {
  /** Whether all routes have been added: until then no path is unknown. */
  complete = false;
  private readonly sources: (() => void)[] = [];
  private readonly routes: Route[] = [];

  /** Lets `add` add routes when a request is the first that may need them: most of thousands of engines are never asked. */
  addLater(add: () => void): void {
    this.sources.push(add);
  }

  /** Adds a route, e.g. `/nodes/{id}/update`; `{name*}` may hold slashes. Earlier routes go first. */
  add(method: EngineRequest['method'], path: string, handle: Handler): void {
    this.routes.push({ method, pattern: patternOf(path), handle });
  }

  /** Whether a route takes the request. */
  knows(request: EngineRequest): boolean {
    return this.all().some((route) => route.method === request.method && route.pattern.expression.test(request.path));
  }

  /** Routes a request; a path that nobody knows, or with another method, is 404 (recordings' README §1). */
  handle(request: EngineRequest, sink: ReplySink): EngineCall {
    const minor = apiMinor(request.apiVersion);
    for (const route of this.all()) {
      const match = route.method === request.method ? route.pattern.expression.exec(request.path) : null;
      if (!match) continue;
      const params = Object.fromEntries(route.pattern.names.map((name, i) => [name, unescapePath(match[i + 1] ?? '')]));
      const call = new Call(request, params, minor, sink);
      if (versionIsFine(call, request.apiVersion, minor)) route.handle(call);
      return call;
    }
    assert(this.complete, `the engine was asked for ${request.path} before it was given all of its routes`);
    const call = new Call(request, {}, minor, sink);
    call.refuseEarly(404, { message: 'page not found' }, { 'Content-Type': 'application/json' });
    return call;
  }

  private all(): readonly Route[] {
    for (const add of this.sources.splice(0)) add();
    return this.routes;
  }
}

function patternOf(path: string): Pattern {
  const known = PATTERNS.get(path);
  if (known) return known;
  const names: string[] = [];
  const expression = path.replace(/\{(\w+)(\*?)\}/g, (_whole, name: string, many: string) => {
    names.push(name);
    return many ? '(.+)' : '([^/]+)';
  });
  const pattern = { expression: new RegExp(`^${expression}$`), names };
  PATTERNS.set(path, pattern);
  return pattern;
}

function apiMinor(version: string | undefined): number {
  const match = /^(\d+)\.(\d+)$/.exec(version ?? '');
  if (!match) return MAX_API_MINOR;
  return Number(match[1]) === 1 ? Number(match[2]) : Number(match[1]) > 1 ? 1000 : 0;
}

function versionIsFine(call: Call, version: string | undefined, minor: number): boolean {
  const { 'Docker-Experimental': _experimental, ...headers } = COMMON_HEADERS;
  if (minor > MAX_API_MINOR) {
    const message = `client version ${version} is too new. Maximum supported API version is 1.${MAX_API_MINOR}`;
    call.refuseEarly(400, { message }, { ...headers, 'Content-Type': 'application/json' });
    return false;
  }
  if (minor < MIN_API_MINOR) {
    const text = `client version ${version} is too old. Minimum supported API version is 1.${MIN_API_MINOR}, please upgrade your client to a newer version\n`;
    call.refuseEarly(400, text, { ...headers, 'Content-Type': 'text/plain; charset=utf-8' });
    return false;
  }
  return true;
}

function unescapePath(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
