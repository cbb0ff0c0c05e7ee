import { describe, expect, it } from 'vitest';
import { type ImageMessage, ImageMessages, progressText } from './image-messages.ts';

function shown(messages: readonly ImageMessage[], columns?: number): { readonly out: string; readonly errors: readonly (string | undefined)[] } {
  let out = '';
  const sink = {
    write: (text: string) => {
      out += text;
    },
  };
  const view = new ImageMessages(sink, columns === undefined ? undefined : { columns });
  return { errors: messages.map((message) => view.show(message)), out };
}

describe('progress of a pull', () => {
  it('is a bar, what came and what there is', () => {
    expect(progressText({}, 200)).toBe('');
    expect(progressText({ current: 500, total: 1000 }, 200)).toBe(`[${'='.repeat(25)}>${' '.repeat(25)}]     500B/1kB`);
    expect(progressText({ current: 1000, total: 1000 }, 200)).toBe(`[${'='.repeat(50)}>]      1kB/1kB`);
    expect(progressText({ current: 500, total: 1000 }, 110)).toBe('    500B/1kB');
    expect(progressText({ current: 2000, total: 1000 }, 80)).toBe('     2kB');
    expect(progressText({ current: 500 }, 80)).toBe('    500B');
    expect(progressText({ current: 3, total: 4, units: 's' }, 80)).toBe('3/4 s');
  });

  it('has a line for each layer on a terminal, written over', () => {
    const { out } = shown(
      [
        { status: 'Pulling from nginx', id: '1.25' },
        { status: 'Pulling fs layer', progressDetail: {}, id: 'aa' },
        { status: 'Pulling fs layer', progressDetail: {}, id: 'bb' },
        { status: 'Downloading', progressDetail: { current: 1, total: 2 }, id: 'aa' },
        { status: 'Done' },
      ],
      80,
    );
    expect(out).toBe(
      '1.25: Pulling from nginx\n' +
        '\n\x1b[1A\x1b[2K\raa: Pulling fs layer \r\x1b[1B' +
        '\n\x1b[1A\x1b[2K\rbb: Pulling fs layer \r\x1b[1B' +
        '\x1b[2A\x1b[2K\raa: Downloading       1B/2B\r\x1b[2B' +
        'Done\n',
    );
  });

  it('has no bars elsewhere', () => {
    expect(
      shown([
        { status: 'Waiting', progressDetail: {}, id: 'aa' },
        { status: 'Downloading', progressDetail: { current: 1, total: 2 }, progress: '[>]', id: 'aa' },
        { stream: 'Step 1/2\n' },
        { aux: { ID: 'x' } },
      ]).out,
    ).toBe('aa: Waiting\nStep 1/2\n');
  });

  it('hands the error back', () => {
    expect(shown([{ errorDetail: { message: 'denied' }, error: 'denied' }])).toEqual({ out: '', errors: ['denied'] });
  });
});
