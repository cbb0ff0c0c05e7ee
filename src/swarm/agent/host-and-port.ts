/** Host and port of an `http://host:port/…` address. */
export function hostAndPort(url: string): { readonly host: string; readonly port: number } {
  const match = /^(?:(\w+):\/\/)?([^/:?#]+)(?::(\d+))?/.exec(url);
  return { host: match?.[2] ?? '', port: Number(match?.[3] ?? (match?.[1] === 'https' ? 443 : 80)) };
}
