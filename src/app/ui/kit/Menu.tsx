import { Check } from 'lucide-react';
import { DropdownMenu } from 'radix-ui';
import type { ReactElement, ReactNode } from 'react';
import css from './Menu.module.css';

/** A menu under its trigger. */
export function Menu({ trigger, children, align = 'end' }: { readonly trigger: ReactElement; readonly children: ReactNode; readonly align?: 'start' | 'end' }) {
  return (
    <DropdownMenu.Root modal={false}>
      <DropdownMenu.Trigger asChild>{trigger}</DropdownMenu.Trigger>
      <DropdownMenu.Portal>
        <DropdownMenu.Content className={css['menu']} align={align} sideOffset={5} collisionPadding={8}>
          {children}
        </DropdownMenu.Content>
      </DropdownMenu.Portal>
    </DropdownMenu.Root>
  );
}

interface ItemProps {
  readonly label: string;
  readonly onSelect: () => void;
  readonly icon?: ReactNode;
  readonly keys?: string;
  readonly command?: string | undefined;
  readonly danger?: boolean;
  readonly disabled?: boolean;
}

/** One thing to do. */
export function MenuItem({ label, onSelect, icon, keys, command, danger = false, disabled = false }: ItemProps) {
  return (
    <DropdownMenu.Item className={`${css['item']} ${danger ? css['danger'] : ''}`} onSelect={onSelect} disabled={disabled}>
      <span>{icon}</span>
      <span>{label}</span>
      {keys === undefined ? <span /> : <kbd>{keys}</kbd>}
      {command !== undefined && <span className={css['command']}>{command}</span>}
    </DropdownMenu.Item>
  );
}

/** A choice among several. */
export function MenuChoice<V extends string>({
  label,
  value,
  options,
  onChange,
}: {
  readonly label: string;
  readonly value: V;
  readonly options: readonly (readonly [V, string])[];
  readonly onChange: (value: V) => void;
}) {
  return (
    <>
      <DropdownMenu.Label className={css['label']}>{label}</DropdownMenu.Label>
      <DropdownMenu.RadioGroup value={value} onValueChange={(next) => onChange(next as V)}>
        {options.map(([key, text]) => (
          <DropdownMenu.RadioItem key={key} value={key} className={css['item']}>
            <span>{key === value && <Check />}</span>
            <span>{text}</span>
          </DropdownMenu.RadioItem>
        ))}
      </DropdownMenu.RadioGroup>
    </>
  );
}

/** Something that is on or off. */
export function MenuToggle({
  label,
  checked,
  onChange,
  keys,
}: {
  readonly label: string;
  readonly checked: boolean;
  readonly onChange: (checked: boolean) => void;
  readonly keys?: string;
}) {
  return (
    <DropdownMenu.CheckboxItem className={css['item']} checked={checked} onCheckedChange={onChange}>
      <span>{checked && <Check />}</span>
      <span>{label}</span>
      {keys === undefined ? <span /> : <kbd>{keys}</kbd>}
    </DropdownMenu.CheckboxItem>
  );
}

/** A line between groups. */
export function MenuLine() {
  return <DropdownMenu.Separator className={css['line']} />;
}

/** A group's name. */
export function MenuLabel({ children }: { readonly children: ReactNode }) {
  return <DropdownMenu.Label className={css['label']}>{children}</DropdownMenu.Label>;
}
