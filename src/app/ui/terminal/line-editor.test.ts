import { describe, expect, it } from 'vitest';
import { LineEditor, splitKeys } from './line-editor.ts';

/** A screen that understands just what the editor writes: rows of text, CR, LF, cursor up and right, erase below. */
class Screen {
  rows: string[] = [''];
  row = 0;
  column = 0;
  constructor(readonly columns: number) {}
  write(data: string): void {
    for (const part of data.match(/\u001b\[[0-9;]*[A-Za-z]|[\s\S]/g) ?? []) {
      const n = Number(/\d+/.exec(part)?.[0] ?? 1);
      if (part === '\r') this.column = 0;
      else if (part === '\n') this.row++;
      else if (/^\u001b\[\d*A$/.test(part)) this.row -= n;
      else if (/^\u001b\[\d*C$/.test(part)) this.column += n;
      else if (part === '\u001b[J') {
        this.rows.length = this.row + 1;
        this.rows[this.row] = (this.rows[this.row] ?? '').slice(0, this.column);
      } else if (part.startsWith('\u001b[') && part.endsWith('m')) continue;
      else {
        if (this.column === this.columns) {
          this.row++;
          this.column = 0;
        }
        const line = (this.rows[this.row] ?? '').padEnd(this.column);
        this.rows[this.row] = line.slice(0, this.column) + part + line.slice(this.column + 1);
        this.column++;
      }
      while (this.rows.length <= this.row) this.rows.push('');
    }
  }
  get text(): string {
    return this.rows
      .map((row) => row.trimEnd())
      .join('\n')
      .trimEnd();
  }
}

function terminal(columns = 40, words: readonly string[] = []) {
  const screen = new Screen(columns);
  const sent: string[] = [];
  const editor = new LineEditor(
    {
      write: (data) => screen.write(data),
      columns: () => columns,
      submit: (text) => sent.push(text),
      keys: (data) => sent.push(`keys:${data.charCodeAt(0)}`),
      complete: async (line, cursor) => ({
        from: line.lastIndexOf(' ', cursor - 1) + 1,
        words: words.filter((w) => w.startsWith(line.slice(line.lastIndexOf(' ', cursor - 1) + 1, cursor))),
      }),
      searchWord: () => 'search',
    },
    'N1',
  );
  return { screen, sent, editor };
}

describe('LineEditor', () => {
  it('shows a typed line once: the echo of the world is swallowed', () => {
    const { screen, sent, editor } = terminal();
    editor.output('', 'N1 ~ $ ');
    editor.input('docker');
    editor.input('\r');
    expect(sent).toEqual(['docker']);
    editor.output('N1 ~ $ docker\r\n');
    editor.output('Usage\r\n');
    editor.output('', 'N1 ~ $ ');
    expect(screen.text).toBe('N1 ~ $ docker\nUsage\nN1 ~ $');
  });

  it('keeps what is being typed below the output of a click', () => {
    const { screen, editor } = terminal();
    editor.output('', 'N1 ~ $ ');
    editor.input('half');
    editor.output('N1 ~ $ docker node ls\r\n');
    editor.output('ID\r\n');
    editor.output('', 'N1 ~ $ ');
    expect(screen.text).toBe('N1 ~ $ docker node ls\nID\nN1 ~ $ half');
  });

  it('edits in the middle of a line that wraps', () => {
    const { screen, sent, editor } = terminal(10);
    editor.output('', 'N1 ~ $ ');
    editor.input('abcdefgh');
    expect(screen.text).toBe('N1 ~ $ abc\ndefgh');
    editor.input('\u001b[D\u001b[D\u007f');
    expect(screen.text).toBe('N1 ~ $ abc\ndegh');
    editor.input('XY\r');
    expect(sent).toEqual(['abcdeXYgh']);
  });

  it('wraps exactly at the edge', () => {
    const { screen, editor } = terminal(10);
    editor.output('', 'N1 ~ $ ');
    editor.input('abc');
    editor.input('\u007f');
    expect(screen.text).toBe('N1 ~ $ ab');
    editor.input('cd');
    expect(screen.text).toBe('N1 ~ $ abc\nd');
  });

  it('recalls older lines and comes back to the draft', () => {
    const { screen, editor } = terminal();
    for (const line of ['one', 'two']) {
      editor.output('', 'N1 ~ $ ');
      editor.input(`${line}`);
      editor.input('\r');
      editor.output(`N1 ~ $ ${line}\r\n`);
    }
    editor.output('', 'N1 ~ $ ');
    editor.input('dra');
    editor.input('\u001b[A\u001b[A');
    expect(screen.text.split('\n').at(-1)).toBe('N1 ~ $ one');
    editor.input('\u001b[B\u001b[B');
    expect(screen.text.split('\n').at(-1)).toBe('N1 ~ $ dra');
  });

  it('finds lines backwards with Ctrl-R', () => {
    const { screen, sent, editor } = terminal(60);
    editor.output('N1 ~ $ docker node ls\r\n');
    editor.output('N1 ~ $ docker service ls\r\n');
    editor.output('', 'N1 ~ $ ');
    editor.input('\u0012');
    editor.input('node');
    expect(screen.text.split('\n').at(-1)).toBe("(search)`node': docker node ls");
    editor.input('\r');
    expect(sent).toEqual(['docker node ls']);
  });

  it('interrupts: a line at the prompt is dropped, a program gets the key', () => {
    const { sent, editor } = terminal();
    editor.output('', 'N1 ~ $ ');
    editor.input('abc\u0003');
    expect(sent).toEqual([]);
    editor.input('sleep 9');
    editor.input('\r');
    editor.input('\u0003');
    expect(sent).toEqual(['sleep 9', 'keys:3']);
  });

  it('gives a typed line to the program that asks, behind its question', () => {
    const { screen, sent, editor } = terminal();
    editor.output('', 'N1 ~ $ ');
    editor.input('prune');
    editor.input('\r');
    editor.output('N1 ~ $ prune\r\nSure? [y/N] ');
    editor.input('y');
    expect(screen.text).toBe('N1 ~ $ prune\nSure? [y/N] y');
    editor.input('\r');
    editor.output('y\r\nTotal: 0B\r\n');
    editor.output('', 'N1 ~ $ ');
    expect(sent).toEqual(['prune', 'y']);
    expect(screen.text).toBe('N1 ~ $ prune\nSure? [y/N] y\nTotal: 0B\nN1 ~ $');
  });

  it('runs pasted lines one after another and leaves the last to be finished', () => {
    const { sent, editor } = terminal();
    editor.output('', 'N1 ~ $ ');
    editor.paste('one\ntwo\nthr');
    expect(sent).toEqual(['one']);
    editor.output('N1 ~ $ one\r\n');
    editor.output('', 'N1 ~ $ ');
    expect(sent).toEqual(['one', 'two']);
    editor.output('N1 ~ $ two\r\n');
    editor.output('', 'N1 ~ $ ');
    editor.input('ee\r');
    expect(sent).toEqual(['one', 'two', 'three']);
  });

  it('completes: one word at once, what several share, the list on the second Tab', async () => {
    const { screen, editor } = terminal(40, ['docker', 'service', 'secret', 'swarm']);
    const settle = (): Promise<void> => new Promise((resolve) => setTimeout(resolve));
    editor.output('', 'N1 ~ $ ');
    editor.input('do\t');
    await settle();
    expect(screen.text).toBe('N1 ~ $ docker');
    editor.input('se\t');
    await settle();
    editor.input('\t');
    await settle();
    expect(screen.text).toBe('N1 ~ $ docker se\nservice  secret\nN1 ~ $ docker se');
  });

  it('holds keys back while a completion is being asked for', async () => {
    const { sent, editor } = terminal(40, ['service']);
    editor.output('', 'N1 ~ $ ');
    editor.input('docker serv\tls\r');
    editor.input('x');
    await new Promise((resolve) => setTimeout(resolve));
    expect(sent).toEqual(['docker service ls']);
  });

  it('deletes and moves by words', () => {
    const { sent, editor } = terminal();
    editor.output('', 'N1 ~ $ ');
    editor.input('docker service ls ');
    editor.input('\u0017\u0017');
    editor.input('node ls\u001bbps ');
    editor.input('\r');
    expect(sent).toEqual(['docker node ps ls']);
  });
});

describe('splitKeys', () => {
  it('tells sequences, control keys and text apart', () => {
    expect(splitKeys('ab\u001b[A\u0003\u001b[1;5Dé\u001bb')).toEqual(['ab', '\u001b[A', '\u0003', '\u001b[1;5D', 'é', '\u001bb']);
  });
});
