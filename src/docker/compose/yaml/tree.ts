import type { Mark } from './cursor.ts';
import { Scanner } from './scanner.ts';
import type { ScalarStyle, Token, TokenKind } from './token.ts';
import { parserFault, YamlFault } from './yaml-fault.ts';

interface NodePlace {
  readonly start: Mark;
  end: Mark;
}

/** A YAML node with its place in the text. `tag` is empty when none was written; `tag:yaml.org,2002:` is shortened to `!!`. */
export interface ScalarNode extends NodePlace {
  readonly kind: 'scalar';
  readonly tag: string;
  readonly text: string;
  readonly style: ScalarStyle;
}

export interface SequenceNode extends NodePlace {
  readonly kind: 'sequence';
  readonly tag: string;
  readonly items: YamlNode[];
}

export interface MappingNode extends NodePlace {
  readonly kind: 'mapping';
  readonly tag: string;
  readonly entries: { readonly key: YamlNode; readonly value: YamlNode }[];
}

export interface AliasNode extends NodePlace {
  readonly kind: 'alias';
  readonly name: string;
  readonly target: YamlNode;
}

export type YamlNode = ScalarNode | SequenceNode | MappingNode | AliasNode;

const ends: readonly TokenKind[] = ['version-directive', 'tag-directive', 'document-start', 'document-end', 'stream-end'];

/** Levels of nesting that are read: enough for any file that was meant, and no danger to the stack of what runs this. */
const deepest = 500;

/** The first document of a YAML text as a tree; undefined when there is none. Throws `YamlFault` with Go's text. */
export function parseYamlTree(text: string): YamlNode | undefined {
  return new TreeParser(new Scanner(text)).document();
}

/** The grammar of gopkg.in/yaml.v3 (parserc.go): it looks at the tokens in the same order, so that it meets the same fault first. */
class TreeParser {
  private readonly anchors = new Map<string, YamlNode>();
  private readonly handles = new Map<string, string>();
  private depth = 0;

  constructor(private readonly tokens: Scanner) {}

  document(): YamlNode | undefined {
    this.tokens.skip();
    const first = this.tokens.peek();
    if (first.kind === 'stream-end') return undefined;
    this.directives();
    if (!ends.includes(first.kind)) return this.node(true, false);
    const start = this.tokens.peek();
    if (start.kind !== 'document-start') throw parserFault('did not find expected <document start>', undefined, start.start);
    this.tokens.skip();
    const next = this.tokens.peek();
    return ends.includes(next.kind) ? empty(next.start) : this.node(true, false);
  }

  private directives(): void {
    let version = false;
    for (let token = this.tokens.peek(); token.kind === 'version-directive' || token.kind === 'tag-directive'; token = this.tokens.peek()) {
      if (token.kind === 'version-directive') {
        if (version) throw parserFault('found duplicate %YAML directive', undefined, token.start);
        if (token.text !== '1.1') throw parserFault('found incompatible YAML document', undefined, token.start);
        version = true;
      } else {
        if (this.handles.has(token.text)) throw parserFault('found duplicate %TAG directive', undefined, token.start);
        this.handles.set(token.text, token.suffix);
      }
      this.tokens.skip();
    }
    if (!this.handles.has('!')) this.handles.set('!', '!');
    if (!this.handles.has('!!')) this.handles.set('!!', 'tag:yaml.org,2002:');
  }

  private node(inBlock: boolean, mayBeIndentless: boolean): YamlNode {
    this.depth += 1;
    if (this.depth > deepest) throw this.tooDeep();
    const node = this.content(inBlock, mayBeIndentless);
    this.depth -= 1;
    return node;
  }

  /** Go's fault if it has one with the rest of the text; else ours, as Go would read on for a while. */
  private tooDeep(): YamlFault {
    const { start } = this.tokens.peek();
    while (!ends.includes(this.tokens.peek().kind)) this.tokens.skip();
    return new YamlFault(`exceeded max depth of ${deepest} (docker goes deeper)`, start);
  }

  private content(inBlock: boolean, mayBeIndentless: boolean): YamlNode {
    let token = this.tokens.peek();
    if (token.kind === 'alias') return this.alias(token);
    const { start } = token;
    let end = start;
    let anchor: Token | undefined;
    let tagToken: Token | undefined;
    while ((token.kind === 'anchor' && anchor === undefined) || (token.kind === 'tag' && tagToken === undefined)) {
      if (token.kind === 'anchor') anchor = token;
      else tagToken = token;
      end = token.end;
      this.tokens.skip();
      token = this.tokens.peek();
    }
    const tag = tagToken === undefined ? '' : this.resolveTag(tagToken, start);
    const named = <Node extends YamlNode>(node: Node): Node => {
      if (anchor !== undefined) this.anchors.set(anchor.text, node);
      return node;
    };
    if (mayBeIndentless && token.kind === 'block-entry') return this.indentlessSequence(named({ kind: 'sequence', tag, items: [], start, end }));
    switch (token.kind) {
      case 'scalar':
        this.tokens.skip();
        return named({ kind: 'scalar', tag, text: token.text, style: token.style, start, end: token.end });
      case 'flow-sequence-start':
        return this.flowSequence(named({ kind: 'sequence', tag, items: [], start, end: token.end }));
      case 'flow-mapping-start':
        return this.flowMapping(named({ kind: 'mapping', tag, entries: [], start, end: token.end }));
      case 'block-sequence-start':
        if (inBlock) return this.blockSequence(named({ kind: 'sequence', tag, items: [], start, end: token.end }));
        break;
      case 'block-mapping-start':
        if (inBlock) return this.blockMapping(named({ kind: 'mapping', tag, entries: [], start, end: token.end }));
        break;
      default:
        break;
    }
    if (anchor !== undefined || tag !== '') return named({ ...empty(start), tag, end });
    throw parserFault('did not find expected node content', start, token.start);
  }

  private alias(token: Token): YamlNode {
    this.tokens.skip();
    const target = this.anchors.get(token.text);
    if (target === undefined) throw new YamlFault(`unknown anchor '${token.text}' referenced`, token.start);
    return { kind: 'alias', name: token.text, target, start: token.start, end: token.end };
  }

  private resolveTag(token: Token, start: Mark): string {
    if (token.text === '') return shorten(token.suffix);
    const prefix = this.handles.get(token.text);
    if (prefix === undefined) throw parserFault('found undefined tag handle', start, token.start);
    return shorten(`${prefix}${token.suffix}`);
  }

  private blockSequence(node: SequenceNode): YamlNode {
    const context = this.tokens.peek().start;
    this.tokens.skip();
    for (let token = this.tokens.peek(); token.kind === 'block-entry'; token = this.tokens.peek()) {
      this.tokens.skip();
      const next = this.afterEntry(token);
      node.items.push(next.kind === 'block-entry' || next.kind === 'block-end' ? empty(token.end) : this.node(true, false));
    }
    const last = this.tokens.peek();
    if (last.kind !== 'block-end') throw parserFault("did not find expected '-' indicator", context, last.start);
    this.tokens.skip();
    return closed(node, node.items.at(-1));
  }

  /** The token behind a dash. When a comment stands above the dash, Go looks twice, and of two faults tells the second one. */
  private afterEntry(entry: Token): Token {
    if (!this.tokens.isCommented(entry)) return this.tokens.peek();
    try {
      return this.tokens.peek();
    } catch (first) {
      this.tokens.peek();
      throw first;
    }
  }

  private indentlessSequence(node: SequenceNode): YamlNode {
    for (let token = this.tokens.peek(); token.kind === 'block-entry'; token = this.tokens.peek()) {
      this.tokens.skip();
      const next = this.afterEntry(token);
      const none = next.kind === 'block-entry' || next.kind === 'key' || next.kind === 'value' || next.kind === 'block-end';
      node.items.push(none ? empty(token.end) : this.node(true, false));
    }
    return closed(node, node.items.at(-1));
  }

  private blockMapping(node: MappingNode): YamlNode {
    const context = this.tokens.peek().start;
    this.tokens.skip();
    for (;;) {
      const token = this.tokens.peek();
      if (token.kind === 'block-end') break;
      if (token.kind !== 'key') throw parserFault('did not find expected key', context, token.start);
      this.tokens.skip();
      const key = this.atPairEnd() ? empty(token.end) : this.node(true, true);
      const colon = this.tokens.peek();
      let value: YamlNode = empty(colon.start);
      if (colon.kind === 'value') {
        this.tokens.skip();
        value = this.atPairEnd() ? empty(colon.end) : this.node(true, true);
      }
      node.entries.push({ key, value });
    }
    this.tokens.skip();
    return closed(node, node.entries.at(-1)?.value);
  }

  private atPairEnd(): boolean {
    const { kind } = this.tokens.peek();
    return kind === 'key' || kind === 'value' || kind === 'block-end';
  }

  private flowSequence(node: SequenceNode): YamlNode {
    const context = this.tokens.peek().start;
    this.tokens.skip();
    let first = true;
    for (;;) {
      let token = this.tokens.peek();
      if (token.kind === 'flow-sequence-end') break;
      if (!first) {
        if (token.kind !== 'flow-entry') throw parserFault("did not find expected ',' or ']'", context, token.start);
        this.tokens.skip();
        token = this.tokens.peek();
        if (token.kind === 'flow-sequence-end') break;
      }
      first = false;
      node.items.push(token.kind === 'key' ? this.pairInSequence(token) : this.node(false, false));
    }
    node.end = this.tokens.peek().end;
    this.tokens.skip();
    return node;
  }

  private pairInSequence(keyToken: Token): YamlNode {
    this.tokens.skip();
    const atEnd = (token: Token): boolean => token.kind === 'flow-entry' || token.kind === 'flow-sequence-end';
    let token = this.tokens.peek();
    let key: YamlNode = empty(token.end);
    // libyaml steps over the token that ends an empty key here, whatever it is.
    if (token.kind === 'value' || atEnd(token)) this.tokens.skip();
    else key = this.node(false, false);
    token = this.tokens.peek();
    let value: YamlNode = empty(token.start);
    if (token.kind === 'value') {
      this.tokens.skip();
      const next = this.tokens.peek();
      value = atEnd(next) ? empty(next.start) : this.node(false, false);
    }
    return { kind: 'mapping', tag: '', entries: [{ key, value }], start: keyToken.start, end: value.end };
  }

  private flowMapping(node: MappingNode): YamlNode {
    const context = this.tokens.peek().start;
    this.tokens.skip();
    const atEnd = (token: Token): boolean => token.kind === 'flow-entry' || token.kind === 'flow-mapping-end';
    let first = true;
    for (;;) {
      let token = this.tokens.peek();
      if (token.kind === 'flow-mapping-end') break;
      if (!first) {
        if (token.kind !== 'flow-entry') throw parserFault("did not find expected ',' or '}'", context, token.start);
        this.tokens.skip();
        token = this.tokens.peek();
        if (token.kind === 'flow-mapping-end') break;
      }
      first = false;
      if (token.kind !== 'key') {
        const lone = this.node(false, false);
        node.entries.push({ key: lone, value: empty(this.tokens.peek().start) });
        continue;
      }
      this.tokens.skip();
      const next = this.tokens.peek();
      const key = next.kind === 'value' || atEnd(next) ? empty(next.start) : this.node(false, false);
      const colon = this.tokens.peek();
      let value: YamlNode = empty(colon.start);
      if (colon.kind === 'value') {
        this.tokens.skip();
        const after = this.tokens.peek();
        value = atEnd(after) ? empty(after.start) : this.node(false, false);
      }
      node.entries.push({ key, value });
    }
    node.end = this.tokens.peek().end;
    this.tokens.skip();
    return node;
  }
}

function empty(place: Mark): ScalarNode {
  return { kind: 'scalar', tag: '', text: '', style: 'plain', start: place, end: place };
}

function closed<Node extends YamlNode>(node: Node, last: YamlNode | undefined): Node {
  if (last !== undefined) node.end = last.end;
  return node;
}

function shorten(tag: string): string {
  const prefix = 'tag:yaml.org,2002:';
  return tag.startsWith(prefix) ? `!!${tag.slice(prefix.length)}` : tag;
}
