import { conf, language } from 'monaco-editor/languages/definitions/yaml/yaml';
import { monaco } from './monaco.ts';

/** `$NAME`, `${NAME}`, `${NAME:-other}`: what docker puts in before it reads the file. */
const VARIABLE = /\$(?:\{[^}]*\}?|[A-Za-z_][A-Za-z0-9_]*)/;

/** The part of a text in front of the next variable, comment or end; in flow collections also of their signs. */
const PLAIN = /(?:\$\$|.)+?(?=\s+#|\$[{A-Za-z_]|$)/;
const IN_OBJECT = /(?:\$\$|[^},$])+|\$/;
const IN_ARRAY = /(?:\$\$|[^\],$])+|\$/;

/** How the source of those rules ends. */
const ENDS = '(?![ \\t]*\\S+)';

/**
 * Monaco's YAML, there from the first letter on (Monaco itself would fetch it later, and show the file without colours until
 * then), with three additions: variables that docker puts in, anchors on a line of their own colour, and numbers that a comment
 * follows.
 * Not before an editor was made: that one decides what Monaco keeps.
 */
export function registerYaml(): void {
  monaco.languages.register({ id: 'yaml', extensions: ['.yaml', '.yml'] });
  monaco.languages.setLanguageConfiguration('yaml', conf);
  const { root = [], object = [], array = [], doubleQuotedString = [], ...others } = language.tokenizer;
  const variable: monaco.languages.IMonarchLanguageRule = [VARIABLE, 'variable'];
  const last = (rules: monaco.languages.IMonarchLanguageRule[], words: RegExp): monaco.languages.IMonarchLanguageRule[] => [
    ...rules.slice(0, -1),
    variable,
    [words, { cases: { '@keywords': 'keyword', '@default': 'string' } }],
  ];
  monaco.languages.setMonarchTokensProvider('yaml', {
    ...language,
    start: 'root',
    tokenizer: {
      ...others,
      root: last(root.map(beforeComment), PLAIN),
      object: last(object, IN_OBJECT),
      array: last(array, IN_ARRAY),
      doubleQuotedString: [variable, [/(?:\$\$|[^\\"$])+|\$/, 'string'], ...doubleQuotedString.slice(1)],
    },
  });
}

/** Monaco's rules for numbers want nothing behind one: a comment is as good as nothing. */
function beforeComment(rule: monaco.languages.IMonarchLanguageRule): monaco.languages.IMonarchLanguageRule {
  const [pattern, ...action] = Array.isArray(rule) ? rule : [];
  if (!(pattern instanceof RegExp) || !pattern.source.endsWith(ENDS)) return rule;
  return [new RegExp(`${pattern.source.slice(0, -ENDS.length)}(?=[ \\t]*$|[ \\t]+#)`), ...action] as unknown as monaco.languages.IMonarchLanguageRule;
}
