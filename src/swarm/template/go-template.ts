export { TemplateError } from './template-value.ts';

import { BUILT_INS } from './built-in-functions.ts';
import { type Expression, type Item, Reader, syntax } from './template-reader.ts';
import { isMap, printValue, TemplateError, type TemplateFunction, type TemplateValue, truth } from './template-value.ts';

/**
 * Expands a Go text template the way SwarmKit does (orchestrator.md §9): missing keys are errors. Covers what such
 * templates use: fields, `index`, `printf`, `print`, `len`, comparisons, `and`/`or`/`not`, `if`, `range`, `with`,
 * pipes, variables and the functions given. The error names the template `expansion`, as SwarmKit's does.
 */
export function expandTemplate(text: string, data: TemplateValue, functions: { readonly [name: string]: TemplateFunction } = {}): string | TemplateError {
  if (!text.includes('{{')) return text;
  try {
    const items = new Reader(text, { ...BUILT_INS, ...functions }).read();
    let output = '';
    new Evaluator(data, { ...BUILT_INS, ...functions }, (more) => (output += more)).run(items, data, new Map([['$', data]]));
    return output;
  } catch (fault) {
    if (fault instanceof TemplateError) return fault;
    throw fault;
  }
}

class Evaluator {
  constructor(
    private readonly data: TemplateValue,
    private readonly functions: { readonly [name: string]: TemplateFunction },
    private readonly write: (text: string) => void,
  ) {}

  run(items: readonly Item[], dot: TemplateValue, variables: Map<string, TemplateValue>): void {
    for (const item of items) {
      switch (item.kind) {
        case 'text':
          this.write(item.text);
          break;
        case 'action': {
          const value = this.value(item.value, dot, variables);
          if (item.assign === '') this.write(printValue(value));
          else variables.set(item.assign, value);
          break;
        }
        case 'range':
          this.range(item, dot, variables);
          break;
        case 'if':
        case 'with': {
          const value = this.value(item.value, dot, variables);
          const inner = new Map(variables);
          if (item.variables[0] !== undefined) inner.set(item.variables[0], value);
          this.run(truth(value) ? item.body : item.otherwise, item.kind === 'with' && truth(value) ? value : dot, inner);
        }
      }
    }
  }

  private range(item: Item & { readonly kind: 'if' | 'range' | 'with' }, dot: TemplateValue, variables: Map<string, TemplateValue>): void {
    const value = this.value(item.value, dot, variables);
    const pairs: (readonly [TemplateValue, TemplateValue])[] = Array.isArray(value)
      ? value.map((element: TemplateValue, i) => [i, element] as const)
      : isMap(value)
        ? Object.keys(value.entries)
            .sort()
            .map((key) => [key, value.entries[key] as TemplateValue] as const)
        : [];
    if (pairs.length === 0) this.run(item.otherwise, dot, variables);
    for (const [key, element] of pairs) {
      const inner = new Map(variables);
      const [first, second] = item.variables;
      if (second !== undefined && first !== undefined) inner.set(first, key).set(second, element);
      else if (first !== undefined) inner.set(first, element);
      this.run(item.body, element, inner);
    }
  }

  private value(expression: Expression, dot: TemplateValue, variables: ReadonlyMap<string, TemplateValue>): TemplateValue {
    switch (expression.kind) {
      case 'literal':
        return expression.value;
      case 'variable': {
        const value = expression.name === '$' ? this.data : variables.get(expression.name);
        if (value === undefined) throw syntax(`undefined variable "${expression.name}"`);
        return value;
      }
      case 'field': {
        let value = expression.root === 'dot' ? dot : this.value(expression.root, dot, variables);
        for (const name of expression.names) value = field(value, name, expression);
        return value;
      }
      case 'call': {
        const result = this.functions[expression.name]?.(expression.args.map((arg) => this.value(arg, dot, variables)));
        if (result === undefined || result instanceof TemplateError) {
          throw new TemplateError(
            `template: expansion:1:${expression.at}: executing "expansion" at <${callText(expression)}>: error calling ${expression.name}: ${result?.text ?? 'no value'}`,
          );
        }
        return result;
      }
    }
  }
}

function callText(expression: Expression & { readonly kind: 'call' }): string {
  const args = expression.args.map((arg) =>
    arg.kind === 'literal'
      ? typeof arg.value === 'string'
        ? JSON.stringify(arg.value)
        : String(arg.value)
      : arg.kind === 'field'
        ? arg.text
        : arg.kind === 'variable'
          ? arg.name
          : `(${callText(arg)})`,
  );
  const text = [expression.name, ...args].join(' ');
  return text.length > 20 ? `${text.slice(0, 20)}...` : text;
}

function field(value: TemplateValue, name: string, expression: { readonly text: string; readonly at: number }): TemplateValue {
  // Go gives a chain of fields the position of its second one (text/template/parse operand).
  const column = expression.at + Math.max(0, expression.text.indexOf('.', 1));
  const where = `template: expansion:1:${column}: executing "expansion" at <${expression.text}>`;
  if (typeof value === 'object' && 'kind' in value) {
    const members = value.kind === 'map' ? value.entries : value.fields;
    if (Object.hasOwn(members, name)) return members[name] as TemplateValue;
    throw new TemplateError(
      value.kind === 'map' ? `${where}: map has no entry for key "${name}"` : `${where}: can't evaluate field ${name} in type ${value.type}`,
    );
  }
  throw new TemplateError(
    `${where}: can't evaluate field ${name} in type ${typeof value === 'string' ? 'string' : typeof value === 'number' ? 'int' : typeof value === 'boolean' ? 'bool' : '[]string'}`,
  );
}
