import type { ArithmeticFor, Case, CompoundList, For, Select, TestExpression, While } from 'unbash';
import { Interrupted } from '../api/client.ts';
import { evaluate, evaluateText } from './expansion/arithmetic.ts';
import { Pattern } from './expansion/pattern.ts';
import { expandText, expandWords } from './expansion/words.ts';
import { Jump } from './jump.ts';
import { Regex } from './regex/regex.ts';
import type { CommandIo, ShellControl } from './shell-control.ts';
import { testExpression } from './test-command.ts';

/** `while`, `until`. */
export function runWhile(node: While, io: CommandIo, shell: ShellControl): Promise<number> {
  return loop(async () => ((await shell.list(node.clause, { ...io, tested: true })) === 0) === (node.kind === 'while'), node.body, io, shell);
}

/** `for name in words`; without `in`, over the arguments. */
export async function runFor(node: For, io: CommandIo, shell: ShellControl): Promise<number> {
  const words = node.wordlist ? await expandWords(node.wordlist, shell.expansion(io)) : [...shell.state.positional];
  let i = 0;
  const next = async (): Promise<boolean> => {
    const word = words[i++];
    if (word === undefined) return false;
    shell.state.variables.set(node.name.value, word);
    return true;
  };
  return loop(next, node.body, io, shell);
}

/** `for ((…; …; …))`. */
export async function runArithmeticFor(node: ArithmeticFor, io: CommandIo, shell: ShellControl): Promise<number> {
  const context = shell.expansion(io);
  if (node.initialize) await evaluate(node.initialize, context);
  let first = true;
  const next = async (): Promise<boolean> => {
    if (!first && node.update) await evaluate(node.update, context);
    first = false;
    return node.test === undefined || (await evaluate(node.test, context)) !== 0n;
  };
  return loop(next, node.body, io, shell);
}

/** `select name in words`: a numbered menu, and a number from the input. */
export async function runSelect(node: Select, io: CommandIo, shell: ShellControl): Promise<number> {
  const { variables, positional } = shell.state;
  const words = node.wordlist ? await expandWords(node.wordlist, shell.expansion(io)) : [...positional];
  const next = async (): Promise<boolean> => {
    words.forEach((word, i) => io.stderr.write(`${i + 1}) ${word}\n`));
    io.stderr.write(variables.get('PS3') ?? '#? ');
    const line = await io.stdin.readLine();
    variables.set('REPLY', line ?? '');
    variables.set(node.name.value, words[Number(line) - 1] ?? '');
    return line !== undefined;
  };
  return words.length === 0 ? 0 : loop(next, node.body, io, shell);
}

/** `case word in …`. */
export async function runCase(node: Case, io: CommandIo, shell: ShellControl): Promise<number> {
  const word = await expandText(node.word, shell.expansion(io));
  let status = 0;
  let falls = false;
  for (const item of node.items) {
    let fits = falls;
    for (const pattern of item.pattern) fits ||= Pattern.of(await expandText(pattern, shell.expansion(io), 'pattern')).matches(word);
    if (!fits) continue;
    status = await shell.list(item.body, io);
    falls = item.terminator === ';&';
    if (item.terminator !== ';&' && item.terminator !== ';;&') break;
  }
  return status;
}

/** `[[ … ]]`. */
export async function runTest(expression: TestExpression, io: CommandIo, shell: ShellControl): Promise<boolean> {
  const context = shell.expansion(io);
  switch (expression.type) {
    case 'TestLogical': {
      for (const operand of expression.operands)
        if ((await runTest(operand, io, shell)) !== (expression.operator === '&&')) return expression.operator === '||';
      return expression.operator === '&&';
    }
    case 'TestNot':
      return (await runTest(expression.operand, io, shell)) !== (expression.negations.length % 2 === 1);
    case 'TestGroup':
      return runTest(expression.expression, io, shell);
    case 'TestUnary':
      return testExpression([expression.operator, await expandText(expression.operand, context)], shell);
    case 'TestBinary': {
      const left = await expandText(expression.left, context);
      switch (expression.operator) {
        case '=~':
          return fits(left, await expandText(expression.right, context, 'regex'), shell);
        case '==':
        case '=':
          return Pattern.of(await expandText(expression.right, context, 'pattern')).matches(left);
        case '!=':
          return !Pattern.of(await expandText(expression.right, context, 'pattern')).matches(left);
        case '-eq':
        case '-ne':
        case '-lt':
        case '-le':
        case '-gt':
        case '-ge': {
          // Between double brackets both sides are arithmetic.
          const number = async (text: string): Promise<string> => String(await evaluateText(text, context));
          return testExpression([await number(left), expression.operator, await number(await expandText(expression.right, context))], shell);
        }
        default:
          return testExpression([left, expression.operator, await expandText(expression.right, context)], shell);
      }
    }
  }
}

/** `text =~ expression`: leaves what it found in BASH_REMATCH. */
function fits(text: string, source: string, shell: ShellControl): boolean {
  const match = new Regex(source, { extended: true }).exec(text);
  shell.state.variables.setElements(
    'BASH_REMATCH',
    (match?.groups ?? []).map((span, i) => [String(i), span ? text.slice(...span) : '']),
  );
  return match !== undefined;
}

async function loop(next: () => Promise<boolean>, body: CompoundList, io: CommandIo, shell: ShellControl): Promise<number> {
  let status = 0;
  while (await next()) {
    if (io.signal.aborted) throw new Interrupted();
    await shell.processes.pay('builtin', io.signal);
    try {
      status = await shell.list(body, io);
    } catch (error) {
      if (!(error instanceof Jump) || error.kind === 'return') throw error;
      if (error.levels > 1) throw new Jump(error.kind, error.status, error.levels - 1);
      if (error.kind === 'break') break;
    }
    if (shell.state.exited) break;
  }
  return status;
}
