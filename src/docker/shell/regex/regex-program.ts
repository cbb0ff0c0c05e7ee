import type { CodeRange } from '../character-class.ts';
import { ShellError } from '../shell-error.ts';
import type { RegexEdge, RegexNode } from './parse-regex.ts';

/** One step of a compiled expression. */
export type RegexStep =
  | { readonly kind: 'set'; readonly negated: boolean; readonly ranges: readonly CodeRange[] }
  | { readonly kind: 'edge'; readonly edge: RegexEdge }
  | { readonly kind: 'fork'; readonly first: number; second: number }
  | { readonly kind: 'jump'; to: number }
  | { readonly kind: 'save'; readonly slot: number }
  | { readonly kind: 'match' };

const MAX_STEPS = 20_000;

/** The steps that follow an expression's tree (Thompson's construction). @throws ShellError when they are too many */
export function compileRegex(root: RegexNode): readonly RegexStep[] {
  const steps: RegexStep[] = [];
  const emit = <S extends RegexStep>(step: S): S => {
    if (steps.length >= MAX_STEPS) throw new ShellError('Regular expression too big');
    steps.push(step);
    return step;
  };
  const fork = (): Extract<RegexStep, { kind: 'fork' }> => emit({ kind: 'fork', first: steps.length + 1, second: 0 });
  const choice = (items: readonly RegexNode[]): void => {
    const jumps = items.slice(0, -1).map((item) => {
      const here = fork();
      compile(item);
      const jump = emit({ kind: 'jump', to: 0 });
      here.second = steps.length;
      return jump;
    });
    for (const last of items.slice(-1)) compile(last);
    for (const jump of jumps) jump.to = steps.length;
  };
  const repeat = (item: RegexNode, least: number, most: number): void => {
    for (let i = 0; i < least; i++) compile(item);
    if (most === Number.POSITIVE_INFINITY) {
      const at = steps.length;
      const here = fork();
      compile(item);
      emit({ kind: 'jump', to: at });
      here.second = steps.length;
      return;
    }
    const forks = Array.from({ length: most - least }, () => {
      const here = fork();
      compile(item);
      return here;
    });
    for (const here of forks) here.second = steps.length;
  };
  const compile = (node: RegexNode): void => {
    switch (node.kind) {
      case 'set':
      case 'edge':
        emit(node);
        break;
      case 'sequence':
        for (const item of node.items) compile(item);
        break;
      case 'group':
        emit({ kind: 'save', slot: 2 * node.number });
        compile(node.item);
        emit({ kind: 'save', slot: 2 * node.number + 1 });
        break;
      case 'choice':
        choice(node.items);
        break;
      case 'repeat':
        repeat(node.item, node.least, node.most);
    }
  };
  emit({ kind: 'save', slot: 0 });
  compile(root);
  emit({ kind: 'save', slot: 1 });
  emit({ kind: 'match' });
  return steps;
}
