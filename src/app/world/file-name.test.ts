import { describe, expect, it } from 'vitest';
import { absolutePath, baseName, freeName, nameProblem, shortPath, stackNameFor } from './file-name.ts';

describe('names of files', () => {
  it('are relative to /root, or absolute', () => {
    expect(absolutePath(' a/b.yml ')).toBe('/root/a/b.yml');
    expect(absolutePath('/etc/x')).toBe('/etc/x');
    expect(shortPath('/root/a/b.yml')).toBe('a/b.yml');
    expect(shortPath('/etc/x')).toBe('/etc/x');
    expect(baseName('/root/a/b.yml')).toBe('b.yml');
  });
  it('may hold emoji, blanks and right-to-left letters, and nothing that is no name', () => {
    for (const name of ['🐳.yml', 'my stack.yml', 'קובץ.yml', 'a/b/c.env', '/root/x.yml']) expect(nameProblem(name, []), name).toBeUndefined();
    expect(nameProblem('  ', [])).toBe('empty');
    expect(nameProblem('a\u0000b', [])).toBe('control');
    expect(nameProblem('a\nb', [])).toBe('control');
    for (const name of ['../x', 'a//b', 'a/', './a', '/']) expect(nameProblem(name, []), name).toBe('folder');
    expect(nameProblem('x'.repeat(201), [])).toBe('too-long');
    expect(nameProblem('a.yml', ['/root/a.yml'])).toBe('taken');
  });
});

describe('freeName', () => {
  it('keeps a name from outside, without its folders, and counts on when it is taken', () => {
    expect(freeName('C:\\fakepath\\stack.yml', [])).toBe('stack.yml');
    expect(freeName('a.yml', ['/root/a.yml', '/root/a-2.yml'])).toBe('a-3.yml');
    expect(freeName('.env', ['/root/.env'])).toBe('.env-2');
    expect(freeName('\u0000/', [])).toBe('stack.yml');
  });
});

describe('stackNameFor', () => {
  it('is what docker takes', () => {
    expect(
      ['voting.yml', '/root/x/voting.stack.yaml', 'docker-compose.yml', '/root/docker-stack.yml', '🐳.yml', 'São Paulo.yml', '_a.yml'].map(stackNameFor),
    ).toEqual(['voting', 'voting', 'stack', 'mystack', 'stack', 'sao-paulo', 'a']);
  });
});
