// Parts of Monaco that it ships without types: only what the page uses of them.
declare module 'monaco-editor/editor/common/diff/linesDiffComputers' {
  interface LineRange {
    readonly startLineNumber: number;
    readonly endLineNumberExclusive: number;
  }
  export const linesDiffComputers: {
    getDefault(): {
      computeDiff(
        original: readonly string[],
        modified: readonly string[],
        options: { readonly ignoreTrimWhitespace: boolean; readonly maxComputationTimeMs: number; readonly computeMoves: boolean },
      ): { readonly changes: readonly { readonly original: LineRange; readonly modified: LineRange }[] };
    };
  };
}
declare module 'monaco-editor/editor/contrib/snippet/browser/snippetController2';
declare module 'monaco-editor/editor/contrib/suggest/browser/suggestController';
declare module 'monaco-editor/languages/definitions/yaml/yaml' {
  import type { languages } from 'monaco-editor';
  export const conf: languages.LanguageConfiguration;
  export const language: languages.IMonarchLanguage & { readonly tokenizer: { readonly [state: string]: languages.IMonarchLanguageRule[] } };
}
