import { forEachChild, type ParsedScript, parse, type SyntaxNode } from 'unbash';
import { Interrupted } from '../api/client.ts';
import { completeLine } from './complete.ts';
import { Interpreter } from './interpreter.ts';
import type { HostShell, ShellHost, ShellIo } from './shell.ts';
import { newShellState } from './state.ts';

/** Lines longer than this are refused: no keyboard and no paste of sense makes them. */
export const MAX_LINE_LENGTH = 1_000_000;

/** The parser's complaints that more input may mend. */
const UNFINISHED =
  /unterminated|expected 'done'|expected 'fi'|expected 'esac'|expected '\}'|expected '\)'|expected command after '(?:\||\|\||&&|then|do|else|\|&)'|here-?doc/i;

/** A bash-like shell on a host: variables, working directory and functions stay from line to line. */
export function createShell(host: ShellHost): HostShell {
  const interpreter = new Interpreter(host, newShellState(host.name), parse);
  const { state } = interpreter;
  return {
    prompt: () => `${host.name} ${state.cwd === '/root' ? '~' : state.cwd.replace(/^\/root\//, '~/')} $ `,
    incomplete: (text) => text.length <= MAX_LINE_LENGTH && (/(?:^|[^\\])(?:\\\\)*\\$/.test(text) || unfinished(parse(text))),
    complete: (line, cursor) => completeLine(interpreter, line, cursor),
    run: async (text: string, io: ShellIo) => {
      if (text.length > MAX_LINE_LENGTH) {
        io.stderr.write(`bash: line too long: ${text.length} characters, at most ${MAX_LINE_LENGTH} are taken\n`);
        return (state.status = 2);
      }
      try {
        const script = parse(text);
        const error = script.errors?.[0];
        if (error) {
          io.stderr.write(`bash: syntax error: ${error.message}\n`);
          return (state.status = 2);
        }
        state.status = await interpreter.script(script, io);
        if (state.exited) {
          state.exited = false;
          io.stdout.write('logout\n');
        }
        return state.status;
      } catch (error) {
        if (error instanceof Interrupted || io.signal.aborted) return (state.status = 130);
        io.stderr.write(`bash: ${error instanceof Error ? error.message : String(error)}\n`);
        return (state.status = 1);
      }
    },
  };
}

function unfinished(script: ParsedScript): boolean {
  return (script.errors?.some((error) => UNFINISHED.test(error.message)) ?? false) || openHereDocument(script);
}

function openHereDocument(node: SyntaxNode): boolean {
  if (node.type === 'HereDoc' && !node.closing) return true;
  let open = false;
  forEachChild(node, (child) => {
    open ||= openHereDocument(child);
  });
  return open;
}
