const MIB = 1024 ** 2;
const GIB = 1024 ** 3;

/** `00:03:42` of virtual milliseconds; hours go on beyond 99. */
export function clockText(ms: number): string {
  // Before the beginning: a real swarm is older than the page that looks at it.
  if (ms <= -1000) return `−${clockText(-ms)}`;
  const seconds = Math.floor(Math.max(0, ms) / 1000);
  const two = (n: number): string => String(n).padStart(2, '0');
  return `${two(Math.floor(seconds / 3600))}:${two(Math.floor(seconds / 60) % 60)}:${two(seconds % 60)}`;
}

/** `03:42`, with hours only when there are any: for lists. */
export function shortClock(ms: number): string {
  if (ms <= -1000) return `−${shortClock(-ms)}`;
  const text = clockText(ms);
  return text.startsWith('00:') ? text.slice(3) : text;
}

/** A stretch of time as docker writes durations, without what is nothing: `1m30s`, `500ms`, `0s`. */
export function durationText(ms: number): string {
  if (ms < 1000) return ms === 0 ? '0s' : `${Math.round(ms)}ms`;
  const seconds = Math.round(ms / 100) / 10;
  const [h, min, s] = [Math.floor(seconds / 3600), Math.floor(seconds / 60) % 60, Math.round((seconds % 60) * 10) / 10];
  return `${h > 0 ? `${h}h` : ''}${min > 0 ? `${min}m` : ''}${s > 0 ? `${s}s` : ''}`;
}

/** CPUs of nano CPUs: `0.1`, `2`. */
export function cpuText(nanoCpus: number): string {
  return String(Math.round(nanoCpus / 1e7) / 100);
}

/** Memory in binary units as people say them: `50 MiB`, `23.6 GiB`. */
export function memoryText(bytes: number): string {
  if (bytes >= GIB) return `${Math.round((bytes / GIB) * 10) / 10} GiB`;
  return `${Math.round(bytes / MIB)} MiB`;
}

/** `webserver:1` of `daviddavistx/webserver:1`: the last part of the path, as the visualizer shows it. */
export function shortImage(image: string): string {
  return image.slice(image.lastIndexOf('/') + 1);
}

/** The tag of an image, `latest` where none is written. */
export function imageTag(image: string): string {
  const short = shortImage(image);
  const colon = short.indexOf(':');
  return colon < 0 ? 'latest' : short.slice(colon + 1);
}

/** Service and slot of a task's name: `mystack_web` and `.3`; of a global task `agent` and nothing. */
export function nameParts(name: string, slot: number): { readonly service: string; readonly slot: string } {
  const dot = name.lastIndexOf('.');
  return dot < 0 ? { service: name, slot: '' } : { service: name.slice(0, dot), slot: slot > 0 ? name.slice(dot) : '' };
}

const OF_SLOT = /^(.+\.\d+)\.[a-z0-9]{25}$/;
const OF_NODE = /^(.+?\.[a-z0-9]{8})[a-z0-9]{17}(?:\.[a-z0-9]{25})?$/;

/** A task's or its container's name where there is little room: `web.3` of `web.3.<id>`, `agent.4dd679l4…` of a global one. */
export function taskText(name: string): string {
  const slot = OF_SLOT.exec(name)?.[1];
  const node = OF_NODE.exec(name)?.[1];
  return slot ?? (node === undefined ? name : `${node}…`);
}
