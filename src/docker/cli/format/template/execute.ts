import { goQuote } from '../../../api/parse/go-number.ts';
import { acceptsNil, type Parameter, type TemplateFunction } from './functions.ts';
import { CallError, isTrue } from './go-compare.ts';
import { methodOf } from './go-methods.ts';
import { printResult, printValue } from './go-print.ts';
import { goType } from './go-type.ts';
import { dereference, elements, type GoValue, goBool, goFloat, goInt, goString, isNil, mapEntry, mapKeys, numberOf, structField, unwrap } from './go-value.ts';
import { type Command, commandText, type List, type Operand, operandText, type Pipe, pipeText, type TemplateNode } from './nodes.ts';
import type { ParsedTemplate } from './parse.ts';
import { TemplateError } from './template-error.ts';

/** How a template is run. */
export interface ExecuteOptions {
  /** A missing key of a map is an error (docker inspect's second try). */
  readonly missingKeyIsError: boolean;
  readonly functions: { readonly [name: string]: TemplateFunction };
}

/** No value was piped into a command. */
const nothing = Symbol('nothing');
type Piped = GoValue | undefined | typeof nothing;

class LoopControl extends Error {
  constructor(readonly control: 'break' | 'continue') {
    super(control);
  }
}

/** What an error text points at: a node, whose text is made when there is an error. */
type Place = Operand | Command | Pipe | Extract<TemplateNode, { kind: 'action' | 'template' }>;

function placeText(place: Place): string {
  if (!('kind' in place)) return 'commands' in place ? pipeText(place) : commandText(place);
  if (place.kind === 'action') return `{{${pipeText(place.pipe)}}}`;
  if (place.kind === 'template') return `{{template ${place.quoted}${place.pipe === undefined ? '' : ` ${pipeText(place.pipe)}`}}}`;
  return operandText(place);
}

const typeNames: { readonly [parameter in Parameter]: string } = {
  string: 'string',
  int: 'int',
  '[]string': '[]string',
  any: 'interface {}',
  value: 'reflect.Value',
};

class Execution {
  out = '';
  private place: Place | undefined;
  private readonly variables: { name: string; value: GoValue | undefined }[] = [];

  constructor(
    private readonly template: ParsedTemplate,
    private readonly treeName: string,
    private readonly options: ExecuteOptions,
    private readonly depth: number,
  ) {}

  run(list: List, dot: GoValue | undefined): void {
    this.variables.push({ name: '$', value: dot });
    this.walkList(dot, list);
  }

  private fail(message: string): never {
    const before = this.template.text.slice(0, this.place?.at ?? 0);
    const lineStart = before.lastIndexOf('\n') + 1;
    const column = new TextEncoder().encode(before.slice(lineStart)).length;
    const line = before.split('\n').length;
    throw new TemplateError(
      `template: ${this.template.name}:${line}:${column}: executing ${goQuote(this.treeName)} at <${this.place === undefined ? '' : placeText(this.place)}>: ${message}`,
      'execution',
      this.out,
    );
  }

  private walkList(dot: GoValue | undefined, list: List): void {
    for (const node of list.nodes) this.walk(dot, node);
  }

  private walk(dot: GoValue | undefined, node: TemplateNode): void {
    switch (node.kind) {
      case 'text':
        this.out += node.text;
        return;
      case 'action': {
        this.place = node;
        const value = this.pipeline(dot, node.pipe);
        if (node.pipe.variables.length === 0) {
          if (value?.type.kind === 'func') {
            this.place = node;
            this.fail(`can't print ${pipeText(node.pipe)} of type func()`);
          }
          this.out += printResult(value);
        }
        return;
      }
      case 'if':
      case 'with': {
        const mark = this.variables.length;
        const value = this.pipeline(dot, node.pipe);
        if (isTrue(value)) this.walkList(node.kind === 'with' ? value : dot, node.body);
        else if (node.otherwise !== undefined) this.walkList(dot, node.otherwise);
        this.variables.length = mark;
        return;
      }
      case 'range':
        this.walkRange(dot, node);
        return;
      case 'template': {
        this.place = node;
        const list = this.template.trees.get(node.name);
        if (list === undefined) this.fail(`template ${node.quoted} not defined`);
        if (this.depth > 1000) this.fail('exceeded maximum template depth (100000)');
        const value = node.pipe === undefined ? undefined : this.pipeline(dot, node.pipe);
        const inner = new Execution(this.template, node.name, this.options, this.depth + 1);
        try {
          inner.run(list, value);
        } catch (error) {
          if (error instanceof TemplateError) throw new TemplateError(error.message, error.kind, this.out + error.partial);
          throw error;
        }
        this.out += inner.out;
        return;
      }
      case 'break':
      case 'continue':
        throw new LoopControl(node.kind);
    }
  }

  private walkRange(dot: GoValue | undefined, node: TemplateNode & { kind: 'if' | 'with' | 'range' }): void {
    const mark = this.variables.length;
    const value = this.pipeline(dot, node.pipe);
    const [first, second] = node.pipe.variables;
    const inner = this.variables.length;
    let iterations = 0;
    const iterate = (index: GoValue, element: GoValue | undefined): boolean => {
      iterations += 1;
      const set = (name: string | undefined, one: GoValue | undefined): void => {
        if (name === undefined) return;
        if (node.pipe.assigns) this.assign(name, one);
        else this.variables.push({ name, value: one });
      };
      if (second !== undefined) {
        set(first, index);
        set(second, element);
      } else set(first, element);
      try {
        this.walkList(element, node.body);
      } catch (error) {
        if (!(error instanceof LoopControl)) throw error;
        if (error.control === 'break') return false;
      } finally {
        this.variables.length = inner;
      }
      return true;
    };
    const target = value === undefined ? undefined : value.type.kind === 'pointer' ? (dereference(value) ?? value) : unwrap(value);
    switch (target?.type.kind) {
      case undefined:
        break;
      case 'slice':
      case 'bytes':
        for (const [index, element] of elements(target).entries()) if (!iterate(goInt(index), unwrap(element))) break;
        break;
      case 'map':
        for (const key of mapKeys(target)) if (!iterate(goString(key), unwrap(mapEntry(target, key)))) break;
        break;
      case 'int':
      case 'uint':
      case 'duration':
        for (let index = 0; index < numberOf(target); index += 1) {
          const one: GoValue = { type: target.type, value: index };
          if (second !== undefined && iterations === 0) this.fail(`can't use ${printValue(target)} to iterate over more than one variable`);
          if (!iterate(one, one)) break;
        }
        break;
      default:
        this.fail(`range can't iterate over ${target === undefined ? '<nil>' : printValue(target)}`);
    }
    if (iterations === 0 && node.otherwise !== undefined) this.walkList(dot, node.otherwise);
    this.variables.length = mark;
  }

  private assign(name: string, value: GoValue | undefined): void {
    for (let index = this.variables.length - 1; index >= 0; index -= 1) {
      const variable = this.variables[index];
      if (variable?.name === name) {
        variable.value = value;
        return;
      }
    }
    this.fail(`undefined variable: ${name}`);
  }

  private pipeline(dot: GoValue | undefined, pipe: Pipe): GoValue | undefined {
    this.place = pipe;
    let value: Piped = nothing;
    for (const command of pipe.commands) value = unwrap(this.command(dot, command, value));
    const result = value === nothing ? undefined : value;
    // A range gives its variables their values itself.
    for (const name of pipe.variables) {
      if (pipe.assigns) this.assign(name, result);
      else this.variables.push({ name, value: result });
    }
    return result;
  }

  private command(dot: GoValue | undefined, command: Command, piped: Piped): GoValue | undefined {
    const first = command.args[0];
    if (first === undefined) return undefined;
    switch (first.kind) {
      case 'field':
        this.place = first;
        return this.fieldChain(dot, dot, first, first.names, command.args, piped);
      case 'variable':
        return this.variable(dot, first, command.args, piped);
      case 'chain':
        return this.chain(dot, first, command.args, piped);
      case 'identifier':
        this.place = first;
        return this.function(dot, first.name, command, command.args, piped);
      case 'pipe':
        this.notAFunction(command.args, piped);
        return this.pipeline(dot, first.pipe);
      default:
        this.place = first;
        this.notAFunction(command.args, piped);
        if (first.kind === 'nil') this.fail('nil is not a command');
        return this.constant(dot, first);
    }
  }

  private notAFunction(args: readonly Operand[], piped: Piped): void {
    const first = args[0];
    if (first === undefined || (args.length <= 1 && piped === nothing)) return;
    this.fail(`can't give argument to non-function ${first.kind === 'pipe' ? `(${operandText(first)})` : operandText(first)}`);
  }

  private constant(dot: GoValue | undefined, node: Operand): GoValue | undefined {
    switch (node.kind) {
      case 'dot':
        return dot;
      case 'bool':
        return goBool(node.value);
      case 'string':
        return goString(node.value);
      case 'number':
        return !node.isInt || (/[.eEpP]/.test(node.text) && !/^[-+]?0[xX]|^'/.test(node.text)) ? goFloat(node.value) : goInt(node.value);
      default:
        return undefined;
    }
  }

  private variable(dot: GoValue | undefined, node: Operand & { kind: 'variable' }, args: readonly Operand[], piped: Piped): GoValue | undefined {
    this.place = node;
    const [name = '', ...names] = node.names;
    let value: GoValue | undefined;
    for (const variable of this.variables) if (variable.name === name) value = variable.value;
    if (names.length === 0) {
      this.notAFunction(args, piped);
      return value;
    }
    return this.fieldChain(dot, value, node, names, args, piped);
  }

  private chain(dot: GoValue | undefined, node: Operand & { kind: 'chain' }, args: readonly Operand[], piped: Piped): GoValue | undefined {
    this.place = node;
    if (node.of.kind === 'nil') this.fail(`indirection through explicit nil in ${operandText(node)}`);
    const value = this.argument(dot, undefined, node.of);
    return this.fieldChain(dot, value, node, node.names, args, piped);
  }

  private fieldChain(
    dot: GoValue | undefined,
    receiver: GoValue | undefined,
    node: Operand,
    names: readonly string[],
    args: readonly Operand[],
    piped: Piped,
  ): GoValue | undefined {
    let current = receiver;
    for (const name of names.slice(0, -1)) current = this.field(dot, name, node, [], nothing, current);
    return this.field(dot, names[names.length - 1] ?? '', node, args, piped, current);
  }

  private field(
    dot: GoValue | undefined,
    name: string,
    node: Operand,
    args: readonly Operand[],
    piped: Piped,
    given: GoValue | undefined,
  ): GoValue | undefined {
    const receiver = unwrap(given);
    if (receiver === undefined) {
      if (this.options.missingKeyIsError) this.fail(`nil data; no entry for key ${goQuote(name)}`);
      return undefined;
    }
    const method = methodOf(receiver, name);
    if (method !== undefined) return this.call(dot, method, node, name, args, piped);
    const hasArgs = args.length > 1 || piped !== nothing;
    const target = dereference(receiver);
    if (target === undefined) {
      // A nil pointer: a field that the struct has is a nil dereference, any other is unknown.
      let { type } = receiver;
      while (type.kind === 'pointer') type = type.elem;
      if (structField({ type, value: {} }, name) !== undefined) this.fail(`nil pointer evaluating ${receiver.type.name}.${name}`);
      this.fail(`can't evaluate field ${name} in type ${receiver.type.name}`);
    }
    if (target.type.kind === 'struct') {
      const found = structField(target, name);
      if (found !== undefined) {
        if (hasArgs) this.fail(`${name} has arguments but cannot be invoked as function`);
        return found;
      }
    }
    if (target.type.kind === 'map') {
      if (hasArgs) this.fail(`${name} is not a method but has arguments`);
      const found = mapEntry(target, name);
      if (found === undefined && this.options.missingKeyIsError) this.fail(`map has no entry for key ${goQuote(name)}`);
      return found;
    }
    return this.fail(`can't evaluate field ${name} in type ${receiver.type.name}`);
  }

  private function(dot: GoValue | undefined, name: string, place: Place, args: readonly Operand[], piped: Piped): GoValue | undefined {
    const found = this.options.functions[name];
    if (found === undefined) this.fail(`${goQuote(name)} is not a defined function`);
    if (name === 'and' || name === 'or') return this.andOr(dot, name, args.slice(1), piped);
    if (name === 'call') return this.callFunction(dot, place, args.slice(1), piped);
    return this.call(dot, found, place, name, args, piped);
  }

  /** `and`, `or`: stop at the first operand that decides. */
  private andOr(dot: GoValue | undefined, name: 'and' | 'or', args: readonly Operand[], piped: Piped): GoValue | undefined {
    if (args.length === 0 && piped === nothing) this.fail(`wrong number of args for ${name}: want at least 1 got 0`);
    let value: GoValue | undefined;
    for (const arg of args) {
      value = unwrap(this.argument(dot, 'value', arg));
      if (isTrue(value) === (name === 'or')) return value;
    }
    return piped === nothing ? value : piped;
  }

  private callFunction(dot: GoValue | undefined, place: Place, args: readonly Operand[], piped: Piped): never {
    const first = args[0];
    if (first === undefined && piped === nothing) this.fail('wrong number of args for call: want at least 1 got 0');
    const value = first === undefined ? (piped === nothing ? undefined : piped) : unwrap(this.argument(dot, 'value', first));
    const name = first === undefined ? '' : operandText(first);
    this.place = place;
    if (value === undefined || isNil(value)) this.fail('error calling call: call of nil');
    this.fail(`error calling call: non-function ${name} of type ${value.type.name}`);
  }

  private call(dot: GoValue | undefined, callee: TemplateFunction, place: Place, name: string, args: readonly Operand[], piped: Piped): GoValue | undefined {
    const operands = args.slice(1);
    const count = operands.length + (piped === nothing ? 0 : 1);
    const { parameters, rest } = callee;
    if (rest !== undefined) {
      if (count < parameters.length) this.fail(`wrong number of args for ${name}: want at least ${parameters.length} got ${operands.length}`);
    } else if (count !== parameters.length) this.fail(`wrong number of args for ${name}: want ${parameters.length} got ${count}`);
    const values = operands.map((operand, index) => this.argument(dot, parameters[index] ?? rest, operand));
    if (piped !== nothing) values.push(this.fitting(piped, parameters[operands.length] ?? rest));
    try {
      return unwrap(callee.call(values));
    } catch (error) {
      if (!(error instanceof CallError)) throw error;
      this.place = place;
      return this.fail(`error calling ${name}: ${error.message}`);
    }
  }

  /** An operand as an argument. `parameter` undefined: of any type. */
  private argument(dot: GoValue | undefined, parameter: Parameter | undefined, node: Operand): GoValue | undefined {
    this.place = node;
    switch (node.kind) {
      case 'dot':
        return this.fitting(dot, parameter);
      case 'nil':
        if (parameter === undefined || acceptsNil(parameter)) return undefined;
        return this.fail(`cannot assign nil to ${typeNames[parameter]}`);
      case 'field':
        return this.fitting(this.fieldChain(dot, dot, node, node.names, [node], nothing), parameter);
      case 'variable':
        return this.fitting(this.variable(dot, node, [node], nothing), parameter);
      case 'pipe':
        return this.fitting(this.pipeline(dot, node.pipe), parameter);
      case 'identifier':
        return this.fitting(this.function(dot, node.name, node, [node], nothing), parameter);
      case 'chain':
        return this.fitting(this.chain(dot, node, [node], nothing), parameter);
      default:
        break;
    }
    if (parameter === 'string' && node.kind !== 'string') this.fail(`expected string; found ${operandText(node)}`);
    if (parameter === 'int' && (node.kind !== 'number' || !node.isInt)) this.fail(`expected integer; found ${operandText(node)}`);
    if (parameter === '[]string') this.fail(`can't handle ${operandText(node)} for arg of type []string`);
    if (parameter === 'int' && node.kind === 'number') return goInt(node.value);
    return this.constant(dot, node);
  }

  /** The value if the parameter takes it. */
  private fitting(given: GoValue | undefined, parameter: Parameter | undefined): GoValue | undefined {
    if (parameter === undefined || parameter === 'any' || parameter === 'value') return given;
    const value = unwrap(given);
    if (value === undefined) {
      if (acceptsNil(parameter)) return undefined;
      return this.fail(`invalid value; expected ${typeNames[parameter]}`);
    }
    const wanted = goType(parameter);
    if (value.type.name === wanted.name) return value;
    // A type that is declared as a list of the same elements is one (Go: assignability).
    if (value.type.kind === 'slice' && wanted.kind === 'slice' && value.type.elem.name === wanted.elem.name) return value;
    if (value.type.kind === 'pointer' && value.type.elem.name === wanted.name) {
      const target = dereference(value);
      if (target === undefined) this.fail(`dereference of nil pointer of type ${wanted.name}`);
      return target;
    }
    return this.fail(`wrong type for value; expected ${wanted.name}; got ${value.type.name}`);
  }
}

/** Runs a template on a value. Throws TemplateError with Go's text and what was written until then. */
export function executeTemplate(template: ParsedTemplate, data: GoValue, options: ExecuteOptions): string {
  const execution = new Execution(template, template.name, options, 0);
  execution.run(template.trees.get(template.name) ?? { at: 0, nodes: [] }, data);
  return execution.out;
}
