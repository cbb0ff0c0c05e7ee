import { goQuote } from '../../../api/parse/go-number.ts';
import { syntaxError, type Token, tokenize } from './lexer.ts';
import type { Command, List, Operand, Pipe, TemplateNode } from './nodes.ts';
import { operandText } from './nodes.ts';
import { unquoteCharacter, unquoteString } from './unquote.ts';

/** A parsed template with the ones it defines, by name. */
export interface ParsedTemplate {
  readonly name: string;
  readonly text: string;
  readonly trees: ReadonlyMap<string, List>;
}

type Ending = { readonly kind: 'end' } | { readonly kind: 'else'; readonly chain: 'if' | 'with' | undefined };

class Parser {
  readonly trees = new Map<string, List>();
  private position = 0;
  private variables: string[] = ['$'];
  private rangeDepth = 0;
  private readonly tokens: readonly Token[];

  constructor(
    private readonly name: string,
    readonly text: string,
    private readonly functions: ReadonlySet<string>,
  ) {
    this.tokens = tokenize(text);
  }

  parse(): void {
    const nodes: TemplateNode[] = [];
    for (;;) {
      const token = this.peek();
      if (token.kind === 'eof') break;
      if (token.kind === 'left-delim') {
        const save = this.position;
        this.next();
        const word = this.nextNonSpace();
        if (word.kind === 'keyword' && word.text === 'define') {
          this.parseDefinition();
          continue;
        }
        this.position = save;
      }
      const node = this.textOrAction();
      if ('ending' in node) this.fail(`unexpected ${node.text}`);
      else if (node.node !== undefined) nodes.push(node.node);
    }
    this.trees.set(this.name, { at: 0, nodes });
  }

  private parseDefinition(): void {
    const token = this.nextNonSpace();
    if (token.kind !== 'string' && token.kind !== 'raw-string') this.unexpected(token, 'define clause');
    const name = unquoteString(token.text) ?? '';
    const close = this.nextNonSpace();
    if (close.kind !== 'right-delim') this.unexpected(close, 'define clause');
    const saved = this.variables;
    const depth = this.rangeDepth;
    this.variables = ['$'];
    this.rangeDepth = 0;
    const { list, ending, text } = this.itemList();
    if (ending.kind !== 'end') this.fail(`unexpected ${text} in define clause`);
    this.variables = saved;
    this.rangeDepth = depth;
    this.trees.set(name, list);
  }

  private fail(message: string, line = this.lastLine()): never {
    throw syntaxError(this.name, line, message);
  }
  private lastLine(): number {
    return this.tokens[Math.max(0, this.position - 1)]?.line ?? 1;
  }

  private peek(): Token {
    const token = this.tokens[this.position] ?? this.tokens[this.tokens.length - 1];
    return token ?? { kind: 'eof', text: '', at: 0, line: 1 };
  }
  private next(): Token {
    const token = this.peek();
    if (this.position < this.tokens.length) this.position += 1;
    return token;
  }
  private nextNonSpace(): Token {
    let token = this.next();
    while (token.kind === 'space') token = this.next();
    return token;
  }
  private peekNonSpace(): Token {
    while (this.peek().kind === 'space') this.next();
    return this.peek();
  }

  private unexpected(token: Token, context: string): never {
    if (token.kind === 'error') this.fail(token.text, token.line);
    const shown =
      token.kind === 'eof'
        ? 'EOF'
        : token.kind === 'keyword' || token.kind === 'dot' || token.kind === 'nil'
          ? `<${token.text}>`
          : goQuote(token.text.length > 10 ? token.text.slice(0, 10) : token.text) + (token.text.length > 10 ? '...' : '');
    this.fail(`unexpected ${shown} in ${context}`, token.line);
  }

  private itemList(): { readonly list: List; readonly ending: Ending; readonly text: string } {
    const nodes: TemplateNode[] = [];
    const at = this.peek().at;
    for (;;) {
      const token = this.peek();
      if (token.kind === 'eof') {
        this.next();
        this.fail('unexpected EOF', token.line);
      }
      const one = this.textOrAction();
      if ('ending' in one) return { list: { at, nodes }, ending: one.ending, text: one.text };
      if (one.node !== undefined) nodes.push(one.node);
    }
  }

  private textOrAction(): { readonly node: TemplateNode | undefined } | { readonly ending: Ending; readonly text: string } {
    const token = this.next();
    if (token.kind === 'text') return { node: { kind: 'text', at: token.at, text: token.text } };
    if (token.kind !== 'left-delim') this.unexpected(token, 'input');
    return this.action();
  }

  private action(): { readonly node: TemplateNode | undefined } | { readonly ending: Ending; readonly text: string } {
    const token = this.nextNonSpace();
    if (token.kind === 'keyword') {
      switch (token.text) {
        case 'end': {
          const close = this.nextNonSpace();
          if (close.kind !== 'right-delim') this.unexpected(close, 'end');
          return { ending: { kind: 'end' }, text: '{{end}}' };
        }
        case 'else': {
          const follow = this.peekNonSpace();
          if (follow.kind === 'keyword' && (follow.text === 'if' || follow.text === 'with'))
            return { ending: { kind: 'else', chain: follow.text }, text: '{{else}}' };
          const close = this.nextNonSpace();
          if (close.kind !== 'right-delim') this.unexpected(close, 'else');
          return { ending: { kind: 'else', chain: undefined }, text: '{{else}}' };
        }
        case 'if':
        case 'with':
        case 'range':
          return { node: this.control(token.text) };
        case 'break':
        case 'continue': {
          const close = this.nextNonSpace();
          if (close.kind !== 'right-delim') this.unexpected(close, `{{${token.text}}}`);
          if (this.rangeDepth === 0) this.fail(`{{${token.text}}} outside {{range}}`);
          return { node: { kind: token.text, at: token.at } };
        }
        case 'template':
          return { node: this.templateCall() };
        case 'block':
          return { node: this.block() };
        default:
          this.unexpected(token, 'command');
      }
    }
    this.position -= 1;
    const at = this.peek().at;
    const pipe = this.pipeline('command', 'right-delim');
    return { node: { kind: 'action', at, pipe } };
  }

  private control(kind: 'if' | 'with' | 'range'): TemplateNode {
    const scope = this.variables.length;
    const pipe = this.pipeline(kind, 'right-delim');
    if (kind === 'range') this.rangeDepth += 1;
    const { list: body, ending } = this.itemList();
    if (kind === 'range') this.rangeDepth -= 1;
    let otherwise: List | undefined;
    if (ending.kind === 'else') {
      if (ending.chain !== undefined && ending.chain === kind) {
        // `{{else if}}` is `{{else}}{{if}}` with one end for both.
        this.nextNonSpace();
        const nested = this.control(ending.chain);
        otherwise = { at: pipe.at, nodes: [nested] };
      } else {
        if (ending.chain !== undefined) this.unexpected(this.nextNonSpace(), 'else');
        const rest = this.itemList();
        if (rest.ending.kind !== 'end') this.fail(`expected end; found ${rest.text}`);
        otherwise = rest.list;
      }
    }
    this.variables.length = scope;
    return { kind, at: pipe.at, pipe, body, otherwise };
  }

  private templateName(context: string): { readonly name: string; readonly quoted: string; readonly at: number } {
    const token = this.nextNonSpace();
    if (token.kind !== 'string' && token.kind !== 'raw-string') this.unexpected(token, context);
    const name = unquoteString(token.text) ?? '';
    return { name, quoted: goQuote(name), at: token.at };
  }

  private templateCall(): TemplateNode {
    const { name, quoted, at } = this.templateName('template clause');
    let pipe: Pipe | undefined;
    if (this.nextNonSpace().kind !== 'right-delim') {
      this.position -= 1;
      pipe = this.pipeline('template clause', 'right-delim');
    }
    return { kind: 'template', at, name, quoted, pipe };
  }

  private block(): TemplateNode {
    const { name, quoted, at } = this.templateName('block clause');
    const pipe = this.pipeline('block clause', 'right-delim');
    const saved = this.variables;
    this.variables = ['$'];
    const { list, ending, text } = this.itemList();
    if (ending.kind !== 'end') this.fail(`unexpected ${text} in block clause`);
    this.variables = saved;
    this.trees.set(name, list);
    return { kind: 'template', at, name, quoted, pipe };
  }

  private pipeline(context: string, end: 'right-delim' | 'right-paren'): Pipe {
    const first = this.peekNonSpace();
    const variables: string[] = [];
    let assigns = false;
    for (;;) {
      const variable = this.peekNonSpace();
      if (variable.kind !== 'variable') break;
      const save = this.position;
      this.next();
      const operator = this.peekNonSpace();
      if (operator.kind === 'assign' || operator.kind === 'declare') {
        assigns = operator.kind === 'assign';
        this.next();
        variables.push(variable.text);
        if (!assigns) this.variables.push(variable.text);
        else if (!this.variables.includes(variable.text)) this.fail(`undefined variable ${goQuote(variable.text)}`);
        break;
      }
      if (operator.kind === 'other' && operator.text === ',') {
        this.next();
        variables.push(variable.text);
        this.variables.push(variable.text);
        if (context === 'range' && variables.length < 2) {
          const kind = this.peekNonSpace().kind;
          if (kind === 'variable' || kind === 'right-delim' || kind === 'right-paren') continue;
          this.fail('range can only initialize variables');
        }
        this.fail(`too many declarations in ${context}`);
      }
      this.position = save;
      break;
    }
    const commands: Command[] = [];
    for (;;) {
      const token = this.nextNonSpace();
      if (token.kind === end) {
        this.checkPipeline(commands, context);
        return { at: first.at, variables, assigns, commands };
      }
      switch (token.kind) {
        case 'bool':
        case 'char':
        case 'dot':
        case 'field':
        case 'identifier':
        case 'number':
        case 'nil':
        case 'raw-string':
        case 'string':
        case 'variable':
        case 'left-paren':
          this.position -= 1;
          commands.push(this.command());
          break;
        default:
          this.unexpected(token, context);
      }
    }
  }

  private checkPipeline(commands: readonly Command[], context: string): void {
    if (commands.length === 0) this.fail(`missing value for ${context}`);
    for (const [index, command] of commands.entries()) {
      const first = command.args[0];
      if (index > 0 && first !== undefined && ['bool', 'dot', 'nil', 'number', 'string'].includes(first.kind)) {
        this.fail(`non executable command in pipeline stage ${index + 1}`);
      }
    }
  }

  private command(): Command {
    const at = this.peekNonSpace().at;
    const args: Operand[] = [];
    for (;;) {
      this.peekNonSpace();
      const operand = this.operand();
      if (operand !== undefined) args.push(operand);
      const token = this.next();
      if (token.kind === 'space') continue;
      if (token.kind === 'right-delim' || token.kind === 'right-paren') this.position -= 1;
      else if (token.kind !== 'pipe') this.unexpected(token, 'operand');
      break;
    }
    if (args.length === 0) this.fail('empty command');
    return { at, args };
  }

  private operand(): Operand | undefined {
    const node = this.term();
    if (node === undefined) return undefined;
    if (this.peek().kind !== 'field') return node;
    const at = this.peek().at;
    const names: string[] = [];
    while (this.peek().kind === 'field') names.push(this.next().text.slice(1));
    switch (node.kind) {
      case 'field':
        return { kind: 'field', at, names: [...node.names, ...names] };
      case 'variable':
        return { kind: 'variable', at, names: [...node.names, ...names] };
      case 'bool':
      case 'string':
      case 'number':
      case 'nil':
      case 'dot':
        this.fail(`unexpected . after term ${goQuote(operandText(node))}`);
        break;
      default:
        return { kind: 'chain', at, of: node, names };
    }
  }

  private term(): Operand | undefined {
    const token = this.nextNonSpace();
    const { at } = token;
    switch (token.kind) {
      case 'identifier':
        if (!this.functions.has(token.text)) this.fail(`function ${goQuote(token.text)} not defined`);
        return { kind: 'identifier', at, name: token.text };
      case 'dot':
        return { kind: 'dot', at };
      case 'nil':
        return { kind: 'nil', at };
      case 'variable':
        if (!this.variables.includes(token.text)) this.fail(`undefined variable ${goQuote(token.text)}`);
        return { kind: 'variable', at, names: [token.text] };
      case 'field':
        return { kind: 'field', at, names: [token.text.slice(1)] };
      case 'bool':
        return { kind: 'bool', at, value: token.text === 'true' };
      case 'char': {
        const value = unquoteCharacter(token.text);
        if (value === undefined) this.fail(`malformed character constant: ${token.text}`);
        return { kind: 'number', at, text: token.text, value, isInt: true };
      }
      case 'number':
        return this.numberNode(token);
      case 'left-paren':
        return { kind: 'pipe', at, pipe: this.pipeline('parenthesized pipeline', 'right-paren') };
      case 'string':
      case 'raw-string': {
        const value = unquoteString(token.text);
        if (value === undefined) this.fail('invalid syntax');
        return { kind: 'string', at, value, quoted: token.text };
      }
      case 'error':
        this.fail(token.text, token.line);
        break;
      default:
        this.position -= 1;
        return undefined;
    }
  }

  private numberNode(token: Token): Operand {
    const text = token.text.replaceAll('_', '').toLowerCase();
    const sign = text.startsWith('-') ? -1 : 1;
    const digits = text.replace(/^[-+]/, '');
    let value: number;
    let isInt = true;
    if (/^0[xbo]/.test(digits)) value = Number(digits);
    else if (/^0[0-7]+$/.test(digits)) value = Number.parseInt(digits, 8);
    else {
      value = Number(digits);
      isInt = /^\d+$/.test(digits);
    }
    if (digits === '' || Number.isNaN(value)) this.fail(`bad number syntax: ${goQuote(token.text)}`);
    // A whole number is an integer however it is written.
    if (Number.isInteger(value)) isInt = true;
    return { kind: 'number', at: token.at, text: token.text, value: value * sign, isInt };
  }
}

/** Parses a template. Throws TemplateError with Go's text (gotemplate.md §7). */
export function parseTemplateText(name: string, text: string, functions: ReadonlySet<string>): ParsedTemplate {
  const parser = new Parser(name, text, functions);
  parser.parse();
  return { name, text, trees: parser.trees };
}
