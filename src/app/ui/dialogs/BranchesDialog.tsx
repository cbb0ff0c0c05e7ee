import { Check, Columns2, Pencil, Trash2 } from 'lucide-react';
import { useState } from 'react';
import { useMessages } from '../../i18n/messages.ts';
import { clockText } from '../../scene/format.ts';
import { openingWords } from '../../share/opening-words.ts';
import { type Branch, branchTree } from '../../time/branches.ts';
import { allBranches, deleteBranch, renameBranch, switchTo } from '../../world/branching.ts';
import { openRunFile } from '../../world/open.ts';
import { useSession } from '../../world/session.ts';
import { forgetWorkspace, loadWorkspace, otherWorkspaces } from '../../world/workspace.ts';
import { Button } from '../kit/Button.tsx';
import { Hint } from '../kit/Hint.tsx';
import { Modal } from '../kit/Modal.tsx';
import { branchName } from '../timeline/branch-name.ts';
import css from './BranchesDialog.module.css';

/** Every future that was left, and every run begun beside: to go back to, to name, to compare, to throw away. */
export function BranchesDialog({ onClose }: { readonly onClose: () => void }) {
  const m = useMessages();
  const [, redraw] = useState(0);
  const [problem, setProblem] = useState('');
  const again = (): void => redraw((count) => count + 1);
  const { branches, active } = allBranches();
  const others = otherWorkspaces();
  const show = (branch: Branch): void => {
    switchTo(branch.id);
    onClose();
  };
  return (
    <Modal title={m.branches.title} onClose={onClose} width={640}>
      <div className={css['body']}>
        <p className={css['lead']}>{m.branches.lead}</p>
        <ul className={css['list']}>
          {branchTree(branches).map(({ branch, depth }) => (
            <Row key={branch.id} branch={branch} depth={depth} active={branch.id === active} onShow={() => show(branch)} onChange={again} />
          ))}
        </ul>
        {others.length > 0 && (
          <section>
            <h3>{m.branches.elsewhere}</h3>
            {problem !== '' && <p role="alert">{problem}</p>}
            <ul className={css['list']}>
              {others.map((entry) => (
                <li key={entry.id} className={css['item']}>
                  <span className={css['name']}>{m.scenarioTitle(entry.title)}</span>
                  <span className={css['facts']}>{m.branches.keptAt(new Date(entry.at), entry.inputs)}</span>
                  <Button
                    onClick={() => {
                      const text = loadWorkspace(entry.id);
                      if (text === undefined) forgetWorkspace(entry.id);
                      else {
                        try {
                          openRunFile(text);
                        } catch (error) {
                          setProblem(openingWords(error));
                          return;
                        }
                      }
                      onClose();
                    }}
                  >
                    {m.branches.openThere}
                  </Button>
                  <Button
                    look="plain"
                    square
                    icon={<Trash2 />}
                    aria-label={`${m.branches.delete}: ${m.scenarioTitle(entry.title)}`}
                    onClick={() => {
                      forgetWorkspace(entry.id);
                      again();
                    }}
                  />
                </li>
              ))}
            </ul>
          </section>
        )}
      </div>
    </Modal>
  );
}

interface RowProps {
  readonly branch: Branch;
  readonly depth: number;
  readonly active: boolean;
  readonly onShow: () => void;
  readonly onChange: () => void;
}

function Row({ branch, depth, active, onShow, onChange }: RowProps) {
  const m = useMessages();
  const [naming, setNaming] = useState<string>();
  const name = branchName(m, branch);
  const put = (text: string): void => {
    renameBranch(branch.id, text);
    setNaming(undefined);
    onChange();
  };
  return (
    <li className={css['item']} data-active={active} style={{ paddingLeft: 10 + depth * 18 }} data-branch={branch.id}>
      {naming === undefined ? (
        <button type="button" className={css['name']} aria-current={active || undefined} onClick={onShow}>
          <span className={css['tick']}>{active && <Check size={14} />}</span>
          {name}
        </button>
      ) : (
        <input
          type="text"
          className={css['naming']}
          // The pencil was just pressed: who wants to name wants to type.
          autoFocus
          maxLength={80}
          value={naming}
          placeholder={name}
          aria-label={m.branches.rename}
          onChange={(event) => setNaming(event.target.value)}
          onBlur={() => put(naming)}
          onKeyDown={(event) => {
            if (event.key === 'Enter') put(naming);
            if (event.key === 'Escape') {
              event.stopPropagation();
              setNaming(undefined);
            }
          }}
        />
      )}
      <span className={css['facts']}>
        {m.branches.facts(clockText(branch.recording.now), branch.recording.inputs.filter(({ input }) => input.kind !== 'resize').length)}
      </span>
      {!active && (
        <Hint text={m.branches.compareWith}>
          <Button
            look="plain"
            square
            icon={<Columns2 />}
            aria-label={`${m.branches.compareWith}: ${name}`}
            onClick={() => useSession.setState({ dialog: 'compare', compared: branch.id })}
          />
        </Hint>
      )}
      <Hint text={m.branches.rename}>
        <Button look="plain" square icon={<Pencil />} aria-label={`${m.branches.rename}: ${name}`} onClick={() => setNaming(branch.name)} />
      </Hint>
      <Hint text={active ? m.branches.deleteActive : m.branches.delete}>
        <Button
          look="plain"
          square
          icon={<Trash2 />}
          disabled={active}
          aria-label={`${m.branches.delete}: ${name}`}
          onClick={() => {
            deleteBranch(branch.id);
            onChange();
          }}
        />
      </Hint>
    </li>
  );
}
