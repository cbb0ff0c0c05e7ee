/** Evaluates what stands in `$((…))`: integers, variables, + - * / % comparisons, && || ! and parentheses; 0 for nonsense. */
export function evaluateArithmetic(text: string, variable: (name: string) => string): number {
  const tokens = text.match(/\d+|[A-Za-z_]\w*|==|!=|<=|>=|&&|\|\||[-+*/%<>!()]/g) ?? [];
  let i = 0;
  const levels: readonly (readonly string[])[] = [['||'], ['&&'], ['==', '!='], ['<', '>', '<=', '>='], ['+', '-'], ['*', '/', '%']];

  const level = (n: number): number => {
    const operators = levels[n];
    if (!operators) return unary();
    let left = level(n + 1);
    for (let operator = tokens[i]; operator !== undefined && operators.includes(operator); operator = tokens[i]) {
      i++;
      left = apply(operator, left, level(n + 1));
    }
    return left;
  };
  const unary = (): number => {
    const token = tokens[i++];
    if (token === undefined) return 0;
    if (token === '-') return -unary();
    if (token === '+') return unary();
    if (token === '!') return unary() === 0 ? 1 : 0;
    if (token === '(') {
      const value = level(0);
      i++;
      return value;
    }
    return Math.trunc(Number(/^\d/.test(token) ? token : variable(token))) || 0;
  };
  return level(0);
}

function apply(operator: string, a: number, b: number): number {
  switch (operator) {
    case '+':
      return a + b;
    case '-':
      return a - b;
    case '*':
      return a * b;
    case '/':
      return b === 0 ? 0 : Math.trunc(a / b);
    case '%':
      return b === 0 ? 0 : a % b;
    case '||':
      return a !== 0 || b !== 0 ? 1 : 0;
    case '&&':
      return a !== 0 && b !== 0 ? 1 : 0;
    case '==':
      return a === b ? 1 : 0;
    case '!=':
      return a !== b ? 1 : 0;
    case '<':
      return a < b ? 1 : 0;
    case '>':
      return a > b ? 1 : 0;
    case '<=':
      return a <= b ? 1 : 0;
    default:
      return a >= b ? 1 : 0;
  }
}
