import type { StackSection } from '../../../docker/compose/schema-place.ts';
import { flowNames, type YamlEntry } from './yaml-entries.ts';

/** The names that a section defines, in their order. */
export function definedNames(entries: readonly YamlEntry[], section: StackSection): string[] {
  return unique(entries.flatMap(({ path, key }) => (path.length === 1 && path[0] === section && key !== undefined ? [key] : [])));
}

/** The names of a section that services use, in their order. */
export function usedNames(entries: readonly YamlEntry[], section: StackSection): string[] {
  if (section === 'services') return [];
  return unique(
    entries.flatMap(({ path, key, value }): readonly string[] => {
      if (path[0] !== 'services') return [];
      // `networks: [a]` · `- a` · `a:` · `source: a`
      if (path.length === 2) return key === section && value.startsWith('[') ? flowNames(value).flatMap((name) => volumeName(name, section)) : [];
      if (path[2] !== section) return [];
      if (path.length === 4 && key === undefined) return volumeName(flowNames(value)[0] ?? '', section);
      if (path.length === 3 && key !== undefined && section === 'networks') return [key];
      return path.length === 4 && key === 'source' && value !== '' ? volumeName(`${value}:`, section) : [];
    }),
  );
}

/** Of a volume's short form only the name in front; a path is no name. */
function volumeName(text: string, section: StackSection): readonly string[] {
  const name = section === 'volumes' ? (/^([\w.-]{2,}):/.exec(text)?.[1] ?? '') : text.replace(/:$/, '');
  return name === '' || /^[./~]/.test(name) ? [] : [name];
}

function unique(names: readonly string[]): string[] {
  return [...new Set(names)];
}
