// The import table (imports.json): who may import whom. Used by npm test and by its own unit test.
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';

const IMPORT =
  /(?:^|\n)\s*(import|export)\s+(type\s+)?(?:[^'";]*?\sfrom\s+)?['"]([^'"]+)['"]|\bimport\(\s*['"]([^'"]+)['"]\s*\)|new URL\(\s*['"](\.[^'"]+)['"]/g;

/** The imports of a source text: `{ target, typeOnly }`, in order. */
export function importsOf(text) {
  const code = text.replace(/\/\*[\s\S]*?\*\//g, '').replace(/(^|\s)\/\/[^\n]*/g, '$1');
  const found = [];
  for (const match of code.matchAll(IMPORT)) {
    const target = match[3] ?? match[4] ?? match[5];
    const named = /\{([^}]*)\}/.exec(match[0]);
    const allTypes = named !== null && named[1].trim() !== '' && named[1].split(',').every((n) => n.trim() === '' || n.trim().startsWith('type '));
    found.push({ target, typeOnly: match[2] !== undefined || allTypes });
  }
  return found;
}

/** Whether a table's entry allows a package; `*` at the end stands for any rest. */
const allowsPackage = (allowed, name) => allowed.some((entry) => (entry.endsWith('*') ? name.startsWith(entry.slice(0, -1)) : entry === name));

/** The table's line that a file belongs to: the longest folder that holds it. */
export function folderOf(file, table) {
  return Object.keys(table.folders)
    .filter((folder) => file === folder || file.startsWith(`${folder}/`))
    .sort((a, b) => b.length - a.length)[0];
}

/** Checks one file's text; returns sentences that say what is wrong and what would be right. */
export function checkFile(file, text, table) {
  const own = folderOf(file, table);
  if (own === undefined) return [`${file}: no line of imports.json covers this file`];
  const line = table.folders[own];
  const problems = [];
  for (const { target, typeOnly } of importsOf(text)) {
    if (!target.startsWith('.')) {
      if (!allowsPackage(line.packages, target)) problems.push(`${file}: ${own} may not import the package ${target}`);
      continue;
    }
    const resolved = path.posix.normalize(path.posix.join(path.posix.dirname(file), target.replace(/\?.*$/, '')));
    if (folderOf(resolved, table) === own) continue;
    const covers = (entry) => resolved === entry || resolved.startsWith(`${entry}/`);
    const allowed = line.may.some((entry) => (entry.startsWith('types:') ? typeOnly && covers(entry.slice(6)) : covers(entry)));
    if (!allowed) problems.push(`${file}: ${own} may not import ${resolved}${typeOnly ? ' (type)' : ''}; it may import ${line.may.join(', ') || 'nothing'}`);
  }
  return problems;
}

/** Checks every source of the project that is not a test. */
export function checkTree(root) {
  const table = JSON.parse(readFileSync(path.join(root, 'imports.json'), 'utf8'));
  const problems = [];
  const walk = (folder) => {
    for (const entry of readdirSync(path.join(root, folder), { withFileTypes: true })) {
      const file = `${folder}/${entry.name}`;
      if (entry.isDirectory()) {
        if (entry.name !== 'testdata' && entry.name !== 'testing') walk(file);
      } else if (/\.tsx?$/.test(entry.name) && !/\.test\.tsx?$/.test(entry.name))
        problems.push(...checkFile(file, readFileSync(path.join(root, file), 'utf8'), table));
    }
  };
  if (existsSync(path.join(root, 'src'))) walk('src');
  return problems;
}
