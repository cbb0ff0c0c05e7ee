/** Where a node begins: a byte offset in the template's text. */
interface At {
  readonly at: number;
}

/** What stands as an operand of a command. `text` is how the error texts show it. */
export type Operand =
  | (At & { readonly kind: 'dot' })
  | (At & { readonly kind: 'nil' })
  | (At & { readonly kind: 'bool'; readonly value: boolean })
  | (At & { readonly kind: 'string'; readonly value: string; readonly quoted: string })
  | (At & { readonly kind: 'number'; readonly text: string; readonly value: number; readonly isInt: boolean })
  | (At & { readonly kind: 'field'; readonly names: readonly string[] })
  | (At & { readonly kind: 'variable'; readonly names: readonly string[] })
  | (At & { readonly kind: 'identifier'; readonly name: string })
  | (At & { readonly kind: 'chain'; readonly of: Operand; readonly names: readonly string[] })
  | (At & { readonly kind: 'pipe'; readonly pipe: Pipe });

export interface Command extends At {
  readonly args: readonly Operand[];
}

export interface Pipe extends At {
  readonly variables: readonly string[];
  readonly assigns: boolean;
  readonly commands: readonly Command[];
}

export interface List extends At {
  readonly nodes: readonly TemplateNode[];
}

export type TemplateNode =
  | (At & { readonly kind: 'text'; readonly text: string })
  | (At & { readonly kind: 'action'; readonly pipe: Pipe })
  | (At & { readonly kind: 'if' | 'with' | 'range'; readonly pipe: Pipe; readonly body: List; readonly otherwise: List | undefined })
  | (At & { readonly kind: 'template'; readonly name: string; readonly quoted: string; readonly pipe: Pipe | undefined })
  | (At & { readonly kind: 'break' | 'continue' });

/** An operand as Go prints it in error texts. */
export function operandText(node: Operand): string {
  switch (node.kind) {
    case 'dot':
      return '.';
    case 'nil':
      return 'nil';
    case 'bool':
      return String(node.value);
    case 'string':
      return node.quoted;
    case 'number':
      return node.text;
    case 'field':
      return node.names.map((name) => `.${name}`).join('');
    case 'variable':
      return node.names.join('.');
    case 'identifier':
      return node.name;
    case 'chain':
      return `${node.of.kind === 'pipe' ? `(${pipeText(node.of.pipe)})` : operandText(node.of)}${node.names.map((name) => `.${name}`).join('')}`;
    case 'pipe':
      return pipeText(node.pipe);
  }
}

/** A command as Go prints it: words separated by single blanks, pipelines in parentheses. */
export function commandText(command: Command): string {
  return command.args.map((arg) => (arg.kind === 'pipe' ? `(${pipeText(arg.pipe)})` : operandText(arg))).join(' ');
}

export function pipeText(pipe: Pipe): string {
  const head = pipe.variables.length > 0 ? `${pipe.variables.join(', ')} ${pipe.assigns ? '=' : ':='} ` : '';
  return head + pipe.commands.map(commandText).join(' | ');
}
