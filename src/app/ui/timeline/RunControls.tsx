import { Columns2, GitBranch, Redo2, RotateCcw, Sparkles, Undo2 } from 'lucide-react';
import { inputText } from '../../i18n/input-text.ts';
import { useMessages } from '../../i18n/messages.ts';
import { activeBranch, useBranches } from '../../time/branches.ts';
import { useTimeline } from '../../time/timeline-store.ts';
import { cleanSlate, lastDone, redo, reset, undo } from '../../world/branching.ts';
import { useSession } from '../../world/session.ts';
import { useWorld } from '../../world/world.ts';
import { Button } from '../kit/Button.tsx';
import { Hint } from '../kit/Hint.tsx';
import { branchName } from './branch-name.ts';
import css from './Timeline.module.css';

/** Taking back, doing again, beginning anew; and which of the branches is shown. */
export function RunControls() {
  const m = useMessages();
  const canTravel = useWorld((world) => world.client?.capabilities.timeTravel ?? false);
  const inputs = useTimeline((time) => time.inputs);
  const past = useTimeline((time) => time.moment !== undefined);
  const branches = useBranches((state) => state.branches.length);
  const undone = useBranches((state) => state.undone.length);
  const active = useBranches(activeBranch);
  if (!canTravel) return <div />;
  const last = lastDone(inputs).find(({ input }) => input.kind !== 'resize') ?? inputs[inputs.length - 1];
  const what = last ? m.branches.undoWhat(inputText(m, last.input)) : m.branches.undoNothing;
  return (
    <div className={css['controls']} role="group" aria-label={m.branches.controls}>
      <div className={css['row']}>
        <Hint text={past ? m.branches.undoPast : what} keys="Ctrl Z" side="top">
          <Button icon={<Undo2 />} disabled={!last || past} onClick={undo}>
            {m.branches.undo}
          </Button>
        </Hint>
        <Hint text={m.branches.redo} keys="Ctrl Shift Z" side="top">
          <Button square icon={<Redo2 />} aria-label={m.branches.redo} disabled={undone === 0} onClick={redo} />
        </Hint>
        <Hint text={m.branches.resetHint} side="top">
          <Button icon={<RotateCcw />} onClick={reset}>
            {m.branches.reset}
          </Button>
        </Hint>
        <Hint text={m.branches.cleanSlateHint} side="top">
          <Button icon={<Sparkles />} onClick={cleanSlate}>
            {m.branches.cleanSlate}
          </Button>
        </Hint>
      </div>
      <div className={css['row']}>
        <Hint text={m.branches.title} keys="H" side="top">
          <Button className={css['branch'] ?? ''} icon={<GitBranch />} onClick={() => useSession.setState({ dialog: 'branches' })}>
            <span>{active ? branchName(m, active) : ''}</span>
            {branches > 1 && <b>{m.branches.count(branches)}</b>}
          </Button>
        </Hint>
        <Hint text={m.compare.hint} keys="C" side="top">
          <Button icon={<Columns2 />} onClick={() => useSession.setState({ dialog: 'compare' })}>
            {m.compare.open}
          </Button>
        </Hint>
      </div>
    </div>
  );
}
