import type { YamlNode } from './yaml/tree.ts';

/** Where a value stands in a file: its key, if it has one, and the value itself. */
export interface Located {
  readonly key: YamlNode | undefined;
  readonly value: YamlNode;
  /** How many parts of the path were found. */
  readonly depth: number;
}

/** Finds the place of a path in a file's tree, or of as much of it as is there; follows aliases and merge keys. */
export function locate(root: YamlNode, path: readonly string[]): Located {
  let found: Located = { key: undefined, value: root, depth: 0 };
  for (const part of path) {
    const next = step(found.value, part);
    if (next === undefined) return found;
    found = { key: next.key, value: next.value, depth: found.depth + 1 };
  }
  return found;
}

interface Step {
  readonly key: YamlNode | undefined;
  readonly value: YamlNode;
}

function step(node: YamlNode, part: string): Step | undefined {
  switch (node.kind) {
    case 'alias':
      return step(node.target, part);
    case 'sequence': {
      const value = /^\d+$/.test(part) ? node.items[Number(part)] : undefined;
      return value === undefined ? undefined : { key: undefined, value };
    }
    case 'mapping': {
      const own = node.entries.find((entry) => entry.key.kind === 'scalar' && entry.key.text === part);
      if (own !== undefined) return own;
      const merged = node.entries.find((entry) => entry.key.kind === 'scalar' && entry.key.text === '<<')?.value;
      if (merged === undefined) return undefined;
      for (const source of merged.kind === 'sequence' ? merged.items : [merged]) {
        const inherited = step(source, part);
        if (inherited !== undefined) return inherited;
      }
      return undefined;
    }
    case 'scalar':
      return undefined;
  }
}
