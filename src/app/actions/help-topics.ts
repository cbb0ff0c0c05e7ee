import { editorWords } from '../i18n/editor-words.ts';
import type { Messages } from '../i18n/messages.ts';

/** Keys and what they do, in groups: the sheet of shortcuts, and what the list of all actions finds of it. */
export interface HelpGroup {
  readonly name: string;
  readonly rows: readonly (readonly [keys: string, text: string])[];
}

/** All keys of the page. */
export function helpGroups(m: Messages): readonly HelpGroup[] {
  const h = m.help;
  const e = editorWords().editor;
  return [
    {
      name: h.everywhere,
      rows: [
        ['Ctrl K · ⌘K', h.palette],
        ['/', h.filter],
        ['T', h.toTerminal],
        ['E', h.toEditor],
        ['G', h.toStage],
        ['F6 · Shift F6', h.nextPane],
        ['V', h.nextView],
        ['N', m.act.addNode],
        ['S', h.share],
        ['D', h.theme],
        ['P', m.top.present],
        ['O', h.settings],
        ['?', h.thisSheet],
        ['Esc', h.closes],
      ],
    },
    {
      name: h.ofTime,
      rows: [
        ['Space', h.pause],
        ['1 2 3', h.speeds],
        ['− +', h.slower],
        [', .', h.events],
        ['B', h.toNow],
        ['Page ↓ · Page ↑', h.steps],
        ['Ctrl Z · ⌘Z', m.branches.undo],
        ['Ctrl Shift Z', m.branches.redo],
        ['H', m.branches.title],
        ['C', m.compare.title],
      ],
    },
    {
      name: h.onStage,
      rows: [
        ['← ↑ ↓ →', h.move],
        ['Enter', h.select],
        ['Shift F10 · ☰', h.menu],
        ['M · Ctrl click', h.mark],
        ['Z X 0', h.size],
        ['L', h.legend],
        ['W', m.stage.asWords],
        [h.dragKeys, m.stage.tools.select],
        ['Enter · Shift Enter', h.nextFound],
      ],
    },
    {
      name: h.inTerminal,
      rows: [
        ['Tab', h.complete],
        ['↑ ↓', h.history],
        ['Ctrl R', h.search],
        ['Ctrl C', h.interrupt],
        ['Ctrl L', h.clear],
        ['Shift Tab', h.leave],
      ],
    },
    {
      name: h.inEditor,
      rows: [
        ['Ctrl Enter · ⌘Enter', h.deploy],
        ['Ctrl S · ⌘S', h.save],
        ['Ctrl Space', h.suggest],
        ['Ctrl .', e.fixes],
        ['F8', e.nextProblem],
        ['Ctrl F', e.find],
        ['Ctrl Shift O', e.outline],
        ['Shift Alt F', e.format],
        ['F2', e.rename],
        ['Ctrl Shift [ · ]', e.folds],
        ['Ctrl M', h.tabKey],
      ],
    },
  ];
}
