type Kind = { readonly type: string; readonly fields: { readonly [name: string]: Kind } } | 'text' | 'labels';

const PLATFORM: Kind = { type: 'template.Platform', fields: { Architecture: 'text', OS: 'text' } };
const CONTEXT: Kind = {
  type: '*template.Context',
  fields: {
    Service: { type: 'struct { ID string; Name string; Labels map[string]string }', fields: { ID: 'text', Name: 'text', Labels: 'labels' } },
    Node: { type: 'struct { ID string; Hostname string; Platform template.Platform }', fields: { ID: 'text', Hostname: 'text', Platform: PLATFORM } },
    Task: { type: 'struct { ID string; Name string; Slot string }', fields: { ID: 'text', Name: 'text', Slot: 'text' } },
  },
};

const FUNCTIONS = new Set([
  'and', 'break', 'call', 'continue', 'else', 'end', 'eq', 'false', 'ge', 'gt', 'html', 'if', 'index', 'join', 'js', 'le', 'len', 'lt', 'ne', 'nil',
  'not', 'or', 'print', 'printf', 'println', 'range', 'slice', 'true', 'urlquery', 'with', 'define', 'block', 'template',
]);

/**
 * Expands a template with dummy values as the control API does before it accepts a service (orchestrator.md §9): the
 * error text of Go's text/template, or undefined. Service labels are not known at this time, so a label field fails.
 */
export function templateFault(text: string): string | undefined {
  const actions: { readonly body: string; readonly at: number }[] = [];
  for (let open = text.indexOf('{{'); open >= 0; ) {
    const close = text.indexOf('}}', open + 2);
    if (close < 0) return 'template: expansion:1: unclosed action';
    actions.push({ body: text.slice(open + 2, close), at: open + 2 });
    open = text.indexOf('{{', close + 2);
  }
  for (const { body } of actions) {
    if (body.trim() === '') return 'template: expansion:1: missing value for command';
    for (const word of words(body)) {
      if (/^[a-z]\w*$/i.test(word.text) && !FUNCTIONS.has(word.text)) return `template: expansion:1: function "${word.text}" not defined`;
    }
  }
  let scoped = 0;
  for (const { body, at } of actions) {
    const list = words(body);
    const first = list[0]?.text ?? '';
    // Inside range and with the dot is another value, which only an expansion could know.
    const inner = scoped > 0;
    if (first === 'range' || first === 'with') scoped++;
    else if (first === 'if' && scoped > 0) scoped++;
    else if (first === 'end' && scoped > 0) scoped--;
    if (inner) continue;
    for (const word of list) {
      const fault = word.text.startsWith('.') && word.text.length > 1 ? fieldFault(word.text, at + word.at) : undefined;
      if (fault) return fault;
    }
  }
  return undefined;
}

/** The words of an action outside of quotes, with their places in it. */
function words(body: string): { readonly text: string; readonly at: number }[] {
  const found: { readonly text: string; readonly at: number }[] = [];
  for (const match of body.matchAll(/"(?:[^"\\]|\\.)*"|`[^`]*`|'(?:[^'\\]|\\.)*'|[^\s()|,=:"'`]+/g)) {
    if (!/^["'`]/.test(match[0])) found.push({ text: match[0], at: match.index });
  }
  return found;
}

/** Follows `.A.B` through the context; `at` is its place in the whole text. */
function fieldFault(chain: string, at: number): string | undefined {
  const names = chain.slice(1).split('.');
  // Go names the place of the second field when there is more than one.
  const column = names.length > 1 ? at + 1 + (names[0] ?? '').length : at;
  const fault = (reason: string): string => `template: expansion:1:${column}: executing "expansion" at <${chain}>: ${reason}`;
  let kind: Kind = CONTEXT;
  for (const name of names) {
    if (kind === 'labels') return fault(`map has no entry for key "${name}"`);
    if (kind === 'text') return fault(`can't evaluate field ${name} in type string`);
    const next: Kind | undefined = kind.fields[name];
    if (next === undefined) return fault(`can't evaluate field ${name} in type ${kind.type}`);
    kind = next;
  }
  return undefined;
}
