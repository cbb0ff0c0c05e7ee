import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { addressOfLink, readAddress } from './fetch-text.ts';

describe('readAddress', () => {
  it('takes http and https, without name, password and fragment', () => {
    expect(readAddress(' https://me:pw@raw.githubusercontent.com/a/b/main/stack.yml#x ')).toEqual({
      url: 'https://raw.githubusercontent.com/a/b/main/stack.yml',
      host: 'raw.githubusercontent.com',
      name: 'stack.yml',
      rewritten: false,
    });
    for (const text of ['', 'stack.yml', 'javascript:alert(1)', 'file:///etc/passwd', 'data:text/plain,x', 'https://'])
      expect(readAddress(text), text).toBeUndefined();
  });
  it('turns pages that show a file into the file', () => {
    const url = (text: string): string | undefined => readAddress(text)?.url;
    expect(url('https://github.com/o/r/blob/main/a/docker-compose.yml')).toBe('https://raw.githubusercontent.com/o/r/main/a/docker-compose.yml');
    expect(url('https://gist.github.com/me/abc')).toBe('https://gist.githubusercontent.com/me/abc/raw');
    expect(url('https://gitlab.com/o/r/-/blob/main/s.yml')).toBe('https://gitlab.com/o/r/-/raw/main/s.yml');
    expect(readAddress('https://example.org/x?y')?.name).toBe('stack.yml');
    expect(readAddress('https://example.org/a%20b.yaml')?.name).toBe('a b.yaml');
  });
});

describe('addressOfLink', () => {
  it('reads what links of Play with Docker hold', () => {
    expect(addressOfLink('https://raw.githubusercontent.com/a/b/main/docker-compose.yml')).toBe(
      'https://raw.githubusercontent.com/a/b/main/docker-compose.yml',
    );
    expect(addressOfLink('https://raw.githubusercontent.com/a/b/main')).toBe('https://raw.githubusercontent.com/a/b/main/stack.yml');
    expect(addressOfLink('/dockercloud/voting')).toBe('https://raw.githubusercontent.com/play-with-docker/stacks/master/dockercloud/voting/stack.yml');
  });
});

describe('the document that fetches', () => {
  it('runs just the script that its policy names', () => {
    const html = readFileSync('public/fetch.html', 'utf8');
    const script = /<script>([\s\S]*?)<\/script>/.exec(html)?.[1] ?? '';
    expect(html).toContain(`script-src 'sha256-${createHash('sha256').update(script).digest('base64')}'`);
  });
});
