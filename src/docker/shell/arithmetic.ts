import type { ArithmeticExpression } from 'unbash';
import type { ShellState } from './state.ts';

/** Something in `$((…))` that is not arithmetic; the text is bash's. */
export class ArithmeticError extends Error {
  override readonly name = 'ArithmeticError';
}

/** The value of an arithmetic expression, as a whole number. Assignments change the shell's variables. */
export function evaluate(expression: ArithmeticExpression, state: ShellState): number {
  switch (expression.type) {
    case 'ArithmeticWord':
      return wordValue(expression.value, state);
    case 'ArithmeticGroup':
      return evaluate(expression.expression, state);
    case 'ArithmeticTernary':
      return evaluate(expression.test, state) !== 0 ? evaluate(expression.consequent, state) : evaluate(expression.alternate, state);
    case 'ArithmeticUnary':
      return unary(expression, state);
    case 'ArithmeticBinary':
      return binary(expression, state);
    case 'ArithmeticCommandExpansion':
      throw new ArithmeticError('command substitution is not supported inside $((…)) here: put it into a variable first');
  }
}

function wordValue(text: string, state: ShellState, depth = 0): number {
  const trimmed = text.trim().replace(/^\$\{?(\w+)\}?$/, '$1');
  if (trimmed === '') return 0;
  if (/^\d+$/.test(trimmed)) return trimmed.length > 1 && trimmed.startsWith('0') ? Number.parseInt(trimmed, 8) : Number(trimmed);
  if (/^0[xX][0-9a-fA-F]+$/.test(trimmed)) return Number.parseInt(trimmed, 16);
  if (/^[A-Za-z_]\w*$/.test(trimmed) && depth < 8) return wordValue(state.variables.get(trimmed) ?? '0', state, depth + 1);
  if (/^-\d+$/.test(trimmed)) return Number(trimmed);
  throw new ArithmeticError(`${trimmed}: syntax error: operand expected (error token is "${trimmed}")`);
}

function unary(expression: Extract<ArithmeticExpression, { type: 'ArithmeticUnary' }>, state: ShellState): number {
  const value = evaluate(expression.operand, state);
  switch (expression.operator) {
    case '-':
      return -value;
    case '!':
      return value === 0 ? 1 : 0;
    case '~':
      return ~value;
    case '++':
    case '--': {
      const next = value + (expression.operator === '++' ? 1 : -1);
      assign(expression.operand, next, state);
      return expression.prefix ? next : value;
    }
    default:
      return value;
  }
}

function binary({ operator, left, right }: Extract<ArithmeticExpression, { type: 'ArithmeticBinary' }>, state: ShellState): number {
  if (operator === '&&') return evaluate(left, state) !== 0 && evaluate(right, state) !== 0 ? 1 : 0;
  if (operator === '||') return evaluate(left, state) !== 0 || evaluate(right, state) !== 0 ? 1 : 0;
  if (operator === '=') return assign(left, evaluate(right, state), state);
  if (/^(?:[-+*/%]|<<|>>|[&|^])=$/.test(operator)) return assign(left, operate(operator.slice(0, -1), evaluate(left, state), evaluate(right, state)), state);
  return operate(operator, evaluate(left, state), evaluate(right, state));
}

function operate(operator: string, a: number, b: number): number {
  switch (operator) {
    case '+':
      return a + b;
    case '-':
      return a - b;
    case '*':
      return a * b;
    case '**':
      return a ** b;
    case '/':
    case '%':
      if (b === 0) throw new ArithmeticError('division by 0 (error token is "0")');
      return operator === '/' ? Math.trunc(a / b) : a % b;
    case '<<':
      return a << b;
    case '>>':
      return a >> b;
    case '&':
      return a & b;
    case '|':
      return a | b;
    case '^':
      return a ^ b;
    case '==':
      return a === b ? 1 : 0;
    case '!=':
      return a !== b ? 1 : 0;
    case '<':
      return a < b ? 1 : 0;
    case '<=':
      return a <= b ? 1 : 0;
    case '>':
      return a > b ? 1 : 0;
    case '>=':
      return a >= b ? 1 : 0;
    case ',':
      return b;
    default:
      throw new ArithmeticError(`${operator}: syntax error: invalid arithmetic operator`);
  }
}

function assign(target: ArithmeticExpression, value: number, state: ShellState): number {
  if (target.type !== 'ArithmeticWord') throw new ArithmeticError('attempted assignment to non-variable');
  state.variables.set(target.value.trim(), String(value));
  return value;
}
