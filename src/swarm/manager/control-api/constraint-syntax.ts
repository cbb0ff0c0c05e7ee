const KEY = /^[a-z_][a-z0-9\-_.]+$/i;
const VALUE = /^[a-z0-9:\-_\s.*()?+[\]\\^$|/]+$/i;

/** What is wrong with the first unreadable placement constraint (orchestrator.md §3.5); undefined when all can be read. */
export function constraintFault(constraints: readonly string[]): string | undefined {
  for (const constraint of constraints) {
    const operator = constraint.includes('==') ? '==' : constraint.includes('!=') ? '!=' : undefined;
    if (!operator) return 'constraint expected one operator from ==, !=';
    const at = constraint.indexOf(operator);
    const key = constraint.slice(0, at).trim();
    const value = constraint.slice(at + operator.length).trim();
    if (!KEY.test(key)) return `key '${key}' is invalid`;
    if (!VALUE.test(value)) return `value '${value}' is invalid`;
  }
  return undefined;
}
