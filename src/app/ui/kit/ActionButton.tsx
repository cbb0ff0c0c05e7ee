import type { ClickAction } from '../../actions/action.ts';
import { act } from '../../actions/ask-first.ts';
import { ActionIcon } from './ActionIcon.tsx';
import { Button } from './Button.tsx';
import { Hint } from './Hint.tsx';

/** A button that does something to the cluster; `hint` is what it stands for, unless it can't be done now. */
export function ActionButton({ action, hint }: { readonly action: ClickAction; readonly hint: string }) {
  return (
    <Hint text={action.disabled ?? hint} side="top">
      <Button
        look={action.danger ? 'danger' : 'framed'}
        icon={<ActionIcon id={action.id} />}
        aria-disabled={action.disabled !== undefined}
        onClick={() => act(action)}
      >
        {action.label}
      </Button>
    </Hint>
  );
}
