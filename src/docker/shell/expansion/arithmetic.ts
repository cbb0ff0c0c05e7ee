import type { ArithmeticExpression } from 'unbash';
import { ShellError } from '../shell-error.ts';
import type { ExpansionContext } from './context.ts';
import { parameter } from './parameters.ts';

/** How deep names may stand for expressions of names. */
const MAX_DEPTH = 32;

/** The value of an arithmetic expression, in 64 bits. Assignments change the shell's variables. @throws ShellError */
export async function evaluate(expression: ArithmeticExpression, context: ExpansionContext, depth = 0): Promise<bigint> {
  switch (expression.type) {
    case 'ArithmeticWord':
      return wordValue(await textOf(expression, context), context, depth);
    case 'ArithmeticGroup':
      return evaluate(expression.expression, context, depth);
    case 'ArithmeticTernary':
      return (await evaluate(expression.test, context, depth)) !== 0n
        ? evaluate(expression.consequent, context, depth)
        : evaluate(expression.alternate, context, depth);
    case 'ArithmeticUnary':
      return unary(expression, context, depth);
    case 'ArithmeticBinary':
      return binary(expression, context, depth);
    case 'ArithmeticCommandExpansion':
      return wordValue(expression.script ? await context.capture(expression.script) : '', context, depth);
  }
}

/** The same for an expression whose `text` a complaint shows first; it ends the line unless it is a command of its own. @throws ShellError */
export async function evaluateShown(expression: ArithmeticExpression | undefined, text: string, context: ExpansionContext, ends: boolean): Promise<bigint> {
  if (!expression) {
    if (text.trim() === '') return 0n;
    throw new ShellError(`${text.trimStart()}: syntax error: operand expected (error token is "${text.trim().slice(-1)}")`, 1, ends);
  }
  try {
    return await evaluate(expression, context);
  } catch (error) {
    if (!(error instanceof ShellError) || error.ends) throw error;
    throw new ShellError(`${text.trimStart()}: ${error.message}`, error.status, ends);
  }
}

/** The value of a text that is an expression: an array's index, `let`, a variable's value. @throws ShellError */
export async function evaluateText(text: string, context: ExpansionContext, depth = 0): Promise<bigint> {
  const trimmed = text.trim();
  if (/^-?\d+$/.test(trimmed)) return wordValue(trimmed, context, depth);
  if (trimmed === '') return 0n;
  if (depth > MAX_DEPTH) throw new ShellError(`expression recursion level exceeded (error token is "${trimmed}")`);
  const parsed = context.parse(`((${trimmed}))`);
  const command = parsed.commands[0]?.command;
  if (parsed.errors?.length || parsed.commands.length !== 1 || command?.type !== 'ArithmeticCommand' || !command.expression) throw syntaxError(trimmed);
  return evaluate(command.expression, context, depth);
}

async function textOf(word: Extract<ArithmeticExpression, { type: 'ArithmeticWord' }>, context: ExpansionContext): Promise<string> {
  if (word.parts) return (await context.parts(word.parts)).trim();
  return word.value.trim();
}

async function wordValue(text: string, context: ExpansionContext, depth: number): Promise<bigint> {
  const word = text.trim();
  if (word === '') return 0n;
  if (/^0[0-7]+$/.test(word)) return wrap(BigInt(`0o${word.slice(1)}`));
  if (/^\d{1,400}$/.test(word)) {
    if (/^0\d/.test(word)) throw new ShellError(`value too great for base (error token is "${word}")`);
    return wrap(BigInt(word));
  }
  if (/^0[xX][0-9a-fA-F]{1,400}$/.test(word)) return wrap(BigInt(word));
  const based = /^(\d{1,2})#([0-9a-zA-Z]{1,400})$/.exec(word);
  if (based) return inBase(word, Number(based[1]), based[2] ?? '');
  if (/^-\d{1,400}$/.test(word)) return wrap(BigInt(word));
  const positional = /^\$\{?(\d+|[?#$!])\}?$/.exec(word);
  if (positional) return evaluateText(parameter(positional[1] ?? '', context.state) ?? '0', context, depth + 1);
  const place = placeOf(word);
  if (!place) {
    if (depth > MAX_DEPTH || !/[^\w]/.test(word)) throw syntaxError(word);
    return evaluateText(word, context, depth + 1);
  }
  const value = place.index === undefined ? parameter(place.name, context.state) : context.state.variables.element(place.name, await keyOf(place, context));
  if (value === undefined && context.state.options.nounset) throw new ShellError(`${word}: unbound variable`, 127, true);
  return value === undefined ? 0n : evaluateText(value, context, depth + 1);
}

/** `name`, `$name` or `name[index]`. */
function placeOf(word: string): { readonly name: string; readonly index: string | undefined } | undefined {
  const match = /^(?:\$\{?)?([A-Za-z_]\w*)(?:\[(.+)\])?\}?$/s.exec(word);
  return match ? { name: match[1] ?? '', index: match[2] } : undefined;
}

async function keyOf(place: { readonly name: string; readonly index: string | undefined }, context: ExpansionContext): Promise<string> {
  const index = place.index ?? '0';
  return context.state.variables.kind(place.name) === 'map' ? index : String(await evaluateText(index, context));
}

function inBase(word: string, base: number, digits: string): bigint {
  let value = 0n;
  for (const digit of digits) {
    const n = /\d/.test(digit) ? Number(digit) : /[a-z]/.test(digit) || base <= 36 ? digit.toLowerCase().charCodeAt(0) - 87 : digit.charCodeAt(0) - 29;
    if (base < 2 || base > 62 || n >= base) throw new ShellError(`value too great for base (error token is "${word}")`);
    value = wrap(value * BigInt(base) + BigInt(n));
  }
  return value;
}

async function unary(expression: Extract<ArithmeticExpression, { type: 'ArithmeticUnary' }>, context: ExpansionContext, depth: number): Promise<bigint> {
  const value = await evaluate(expression.operand, context, depth);
  switch (expression.operator) {
    case '-':
      return wrap(-value);
    case '!':
      return value === 0n ? 1n : 0n;
    case '~':
      return ~value;
    case '++':
    case '--': {
      const next = wrap(value + (expression.operator === '++' ? 1n : -1n));
      await assign(expression.operand, next, context);
      return expression.prefix ? next : value;
    }
    default:
      return value;
  }
}

async function binary(
  { operator, left, right }: Extract<ArithmeticExpression, { type: 'ArithmeticBinary' }>,
  context: ExpansionContext,
  depth: number,
): Promise<bigint> {
  const value = (side: ArithmeticExpression): Promise<bigint> => evaluate(side, context, depth);
  if (operator === '&&') return (await value(left)) !== 0n && (await value(right)) !== 0n ? 1n : 0n;
  if (operator === '||') return (await value(left)) !== 0n || (await value(right)) !== 0n ? 1n : 0n;
  if (operator === '=') return assign(left, await value(right), context);
  if (/^(?:[-+*/%]|<<|>>|[&|^])=$/.test(operator)) return assign(left, operate(operator.slice(0, -1), await value(left), await value(right)), context);
  return operate(operator, await value(left), await value(right));
}

function operate(operator: string, a: bigint, b: bigint): bigint {
  const truth = (is: boolean): bigint => (is ? 1n : 0n);
  switch (operator) {
    case '+':
      return wrap(a + b);
    case '-':
      return wrap(a - b);
    case '*':
      return wrap(a * b);
    case '**':
      return power(a, b);
    case '/':
    case '%':
      if (b === 0n) throw new ShellError('division by 0 (error token is "0")');
      return operator === '/' ? wrap(a / b) : a % b;
    case '<<':
      return wrap(a << (b & 63n));
    case '>>':
      return a >> (b & 63n);
    case '&':
      return a & b;
    case '|':
      return a | b;
    case '^':
      return a ^ b;
    case '==':
      return truth(a === b);
    case '!=':
      return truth(a !== b);
    case '<':
      return truth(a < b);
    case '<=':
      return truth(a <= b);
    case '>':
      return truth(a > b);
    case '>=':
      return truth(a >= b);
    case ',':
      return b;
    default:
      throw new ShellError(`syntax error: invalid arithmetic operator (error token is "${operator}")`);
  }
}

function power(base: bigint, exponent: bigint): bigint {
  if (exponent < 0n) throw new ShellError(`exponent less than 0 (error token is "${exponent}")`);
  let result = 1n;
  let square = base;
  for (let rest = exponent; rest > 0n; rest >>= 1n) {
    if (rest & 1n) result = wrap(result * square);
    square = wrap(square * square);
  }
  return result;
}

async function assign(target: ArithmeticExpression, value: bigint, context: ExpansionContext): Promise<bigint> {
  const place = target.type === 'ArithmeticWord' ? placeOf(target.value.trim()) : undefined;
  if (!place) throw new ShellError('attempted assignment to non-variable');
  const { variables } = context.state;
  if (place.index === undefined) variables.set(place.name, String(value));
  else variables.setElement(place.name, await keyOf(place, context), String(value));
  return value;
}

function wrap(value: bigint): bigint {
  return BigInt.asIntN(64, value);
}

function syntaxError(text: string): ShellError {
  return new ShellError(`syntax error: operand expected (error token is "${text}")`);
}
