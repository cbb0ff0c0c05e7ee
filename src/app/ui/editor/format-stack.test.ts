import { describe, expect, it } from 'vitest';
import { COURSE_STACK } from '../../../run/default-scenario.ts';
import { formatStack } from './format-stack.ts';

const text = (source: string): string => {
  const formatted = formatStack(source);
  return formatted.kind === 'formatted' ? formatted.text : formatted.kind;
};

describe('formatStack', () => {
  it('indents by two and keeps comments, quotes, numbers, anchors and blank lines', () => {
    expect(
      text(
        '# head\nx-a: &a\n    b:   1   # note\n\n\n\nservices:\n    web:\n      <<: *a\n      image:  "nginx"\n\n      # ports\n      ports: \n      - 8080:80\n      mode: 0440\n      e:\n      c: { a: 1,b: [ x ] }\n',
      ),
    ).toBe(
      '# head\nx-a: &a\n  b: 1 # note\n\nservices:\n  web:\n    <<: *a\n    image: "nginx"\n\n    # ports\n    ports:\n      - 8080:80\n    mode: 0440\n    e:\n    c: {a: 1, b: [x]}\n',
    );
  });
  it('leaves what is fine, and what cannot be read', () => {
    expect(formatStack(COURSE_STACK).kind).toBe('unchanged');
    expect(formatStack('services:\n\tweb:\n').kind).toBe('refused');
    expect(formatStack('a: 1\na: 2\n').kind).toBe('refused');
    expect(formatStack('').kind).toBe('refused');
  });
  it('keeps the texts that a file holds', () => {
    expect(text('x-t:   |\n  a  \n\n\n\n  b\n')).toBe('x-t: |\n  a  \n\n\n\n  b\n');
  });
  it('reads CRLF and a byte order mark', () => {
    expect(text('\ufeffa:   1\r\nb: 2\r\n')).toBe('a: 1\nb: 2\n');
  });
});
