import { X } from 'lucide-react';
import { useMessages } from '../../i18n/messages.ts';
import { useStage } from '../../world/stage-state.ts';
import { Button } from '../kit/Button.tsx';
import { useSections } from '../stage/use-sections.ts';
import css from './StageTree.module.css';
import { StageTree } from './StageTree.tsx';

/** The stage in words beside the picture. */
export function WordsPanel() {
  const m = useMessages();
  const view = useStage((stage) => (stage.view === 'services' ? 'services' : 'nodes'));
  const group = useStage((stage) => stage.group[view] ?? '');
  const sections = useSections(view, group);
  return (
    <aside className={css['panel']} aria-label={m.stage.asWords}>
      <header className={css['head']}>
        <h2>{m.stage.asWords}</h2>
        <Button look="plain" square icon={<X />} aria-label={m.act.close} onClick={() => useStage.setState({ words: false })} />
      </header>
      <StageTree sections={sections} className={css['tree'] ?? ''} />
    </aside>
  );
}
