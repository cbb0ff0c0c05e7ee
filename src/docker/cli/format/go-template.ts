import { executeTemplate } from './template/execute.ts';
import { functionNames, headerFunctions, templateFunctions } from './template/functions.ts';
import type { GoValue } from './template/go-value.ts';
import { parseTemplateText } from './template/parse.ts';
import { TemplateError } from './template/template-error.ts';

export { rawValue, typedValue } from './template/go-value.ts';
export { TemplateError };

/** A parsed Go template with docker's functions (gotemplate.md). */
export interface Template {
  /** The text it makes of a value. `missingKeyIsError`: a map without the key is an error. Throws TemplateError (kind `execution`). */
  execute(data: GoValue, options?: { readonly missingKeyIsError?: boolean }): string;
  /** The same, but an error just ends the text. `header`: with the functions that make a table's header. */
  executeAsFarAsPossible(data: GoValue, options?: { readonly header?: boolean }): string;
}

/** Parses a template; `name` stands in error texts (`template: NAME:1: …`). Throws TemplateError (kind `syntax`). */
export function parseTemplate(text: string, name = ''): Template {
  const parsed = parseTemplateText(name, text, functionNames);
  return {
    execute: (data, options = {}) => executeTemplate(parsed, data, { missingKeyIsError: options.missingKeyIsError === true, functions: templateFunctions }),
    executeAsFarAsPossible: (data, options = {}) => {
      try {
        return executeTemplate(parsed, data, { missingKeyIsError: false, functions: options.header === true ? headerFunctions : templateFunctions });
      } catch (error) {
        if (error instanceof TemplateError) return error.partial;
        throw error;
      }
    },
  };
}
