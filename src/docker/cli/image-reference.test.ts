import { describe, expect, it } from 'vitest';
import { pinnedImage, taggedImage } from './image-reference.ts';

const digest = `sha256:${'0'.repeat(64)}`;

describe('images of services', () => {
  it.each([
    ['nginx', 'nginx:latest'],
    ['docker.io/library/nginx:1', 'nginx:1'],
    ['localhost:5000/a/b', 'localhost:5000/a/b:latest'],
    [`nginx@${digest}`, `nginx@${digest}`],
    ['NGINX', 'NGINX'],
  ])('%s is sent as %s', (typed, sent) => {
    expect(taggedImage(typed)).toBe(sent);
  });
  it('takes the digest of a registry once', () => {
    expect(pinnedImage('nginx:1', digest)).toBe(`nginx:1@${digest}`);
    expect(pinnedImage(`nginx@${digest}`, `sha256:${'1'.repeat(64)}`)).toBe(`nginx@${digest}`);
  });
});
