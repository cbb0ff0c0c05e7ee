// What of Monaco the page never uses, left out of the bundle: each of these modules becomes one whose exports are empty.
// They belong to the exact version of monaco-editor in package.json; the build fails when one of them is no longer there.
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';

const MONACO = 'node_modules/monaco-editor/esm/vs';

/** Modules (or folders) under `MONACO`, and why nothing of them is reached. */
const UNUSED = [
  // Two texts side by side: the panel is too narrow; what differs is marked in the text itself.
  'editor/browser/widget/diffEditor/diffEditorWidget.js',
  'editor/browser/widget/multiDiffEditor/multiDiffEditorWidget.js',
  // Drawing on a graphics card is an experiment that is off.
  'editor/browser/gpu/viewGpuContext.js',
  'editor/browser/viewParts/viewLinesGpu/viewLinesGpu.js',
  'editor/browser/viewParts/rulersGpu/rulersGpu.js',
  'editor/browser/viewParts/gpuMark/gpuMark.js',
  // YAML is coloured by its Monarch grammar.
  'editor/common/model/tokens/treeSitter/treeSitterSyntaxTokenBackend.js',
  // What hover and clipboard would do with colours, inlay hints, definitions and dropped pictures.
  'editor/contrib/colorPicker',
  'editor/contrib/inlayHints',
  'editor/contrib/gotoSymbol',
  'editor/contrib/dropOrPasteInto',
  // The page has its own palette and its own outline.
  'editor/standalone/browser/quickInput/standaloneQuickInputService.js',
  'base/browser/ui/tree',
];

/** Where a module must still do something: a part of the view without a picture. */
const INSTEAD = {
  'editor/browser/viewParts/minimap/minimap.js': `
    import { ViewPart } from '../../view/viewPart.js';
    export class Minimap extends ViewPart {
      node = document.createElement('div');
      getDomNode() { return { domNode: this.node }; }
      prepareRender() {}
      render() {}
    }`,
};

/** The icon font: `src/app/ui/editor/monaco/icons.css` draws the few icons that are seen. */
const ICON_FONT = 'base/browser/ui/codicons/codicon/codicon.css';

/** The names that a module of Monaco exports (its build writes all of them in one statement at the end). */
function exportsOf(text) {
  const names = [];
  for (const [, list] of text.matchAll(/\bexport \{([^}]*)\}/g))
    for (const part of list.split(','))
      if (part.trim())
        names.push(
          part
            .trim()
            .split(/\s+as\s+/)
            .at(-1),
        );
  return names;
}

/** A Vite plugin. */
export function slimMonaco(root) {
  const base = path.join(root, MONACO);
  for (const entry of [...UNUSED, ...Object.keys(INSTEAD), ICON_FONT])
    if (!existsSync(path.join(base, entry))) throw new Error(`slim-monaco: this version of monaco-editor has no ${entry}`);
  return {
    name: 'slim-monaco',
    apply: 'build',
    load(id) {
      const file = path.relative(base, id.replace(/\?.*$/, ''));
      if (file === ICON_FONT) return '';
      if (Object.hasOwn(INSTEAD, file)) return INSTEAD[file];
      if (file.startsWith('..') || !file.endsWith('.js') || !UNUSED.some((entry) => file === entry || file.startsWith(`${entry}/`))) return undefined;
      const names = exportsOf(readFileSync(id, 'utf8'));
      return `function Unused() {}\nUnused.get = () => undefined;\n${names.map((name) => (name === 'default' ? 'export default Unused;' : `export { Unused as ${name} };`)).join('\n')}\n`;
    },
  };
}
