import { Check } from 'lucide-react';
import { DropdownMenu } from 'radix-ui';
import { useEffect, useRef } from 'react';
import css from './Menu.module.css';
import { type MenuEntry, type OpenMenu, useMenu } from './menu-store.ts';

/** The menu that is open. */
export function MenuLayer() {
  const menu = useMenu((state) => state.menu);
  return menu ? <Opened menu={menu} /> : null;
}

function Opened({ menu }: { readonly menu: OpenMenu }) {
  const { x, y, width, height } = menu.anchor instanceof Element ? menu.anchor.getBoundingClientRect() : { ...menu.anchor, width: 0, height: 0 };
  const before = useRef<Element | null>(null);
  useEffect(() => {
    before.current = menu.anchor instanceof Element ? menu.anchor : document.activeElement;
  }, [menu]);
  const close = (): void => useMenu.setState((state) => (state.menu === menu ? { menu: undefined } : {}));
  return (
    <DropdownMenu.Root open modal={false} onOpenChange={(open) => !open && close()}>
      <DropdownMenu.Trigger asChild>
        <span aria-hidden="true" style={{ position: 'fixed', left: x, top: y, width, height, pointerEvents: 'none', visibility: 'hidden' }} />
      </DropdownMenu.Trigger>
      <DropdownMenu.Portal>
        <DropdownMenu.Content
          className={css['menu']}
          align={menu.align}
          sideOffset={5}
          collisionPadding={8}
          aria-label={menu.label}
          onCloseAutoFocus={(event) => {
            event.preventDefault();
            // What was chosen may have taken the focus itself.
            const nowhere = document.activeElement === null || document.activeElement === document.body;
            if (nowhere && before.current instanceof HTMLElement) before.current.focus();
          }}
        >
          {menu.entries.map((entry, i) => (
            <Entry key={`${i}${entry.kind}`} entry={entry} />
          ))}
        </DropdownMenu.Content>
      </DropdownMenu.Portal>
    </DropdownMenu.Root>
  );
}

function Entry({ entry }: { readonly entry: MenuEntry }) {
  switch (entry.kind) {
    case 'item':
      return (
        <DropdownMenu.Item className={`${css['item']} ${entry.danger ? css['danger'] : ''}`} onSelect={entry.onSelect} disabled={entry.disabled ?? false}>
          <span>{entry.icon}</span>
          <span>{entry.label}</span>
          {entry.keys === undefined ? <span /> : <kbd>{entry.keys}</kbd>}
          {entry.command !== undefined && <span className={css['command']}>{entry.command}</span>}
        </DropdownMenu.Item>
      );
    case 'choice':
      return (
        <>
          <DropdownMenu.Label className={css['label']}>{entry.label}</DropdownMenu.Label>
          <DropdownMenu.RadioGroup value={entry.value} onValueChange={entry.onChange}>
            {entry.options.map(([key, text]) => (
              <DropdownMenu.RadioItem key={key} value={key} className={css['item']}>
                <span>{key === entry.value && <Check />}</span>
                <span>{text}</span>
              </DropdownMenu.RadioItem>
            ))}
          </DropdownMenu.RadioGroup>
        </>
      );
    case 'toggle':
      return (
        <DropdownMenu.CheckboxItem className={css['item']} checked={entry.checked} onCheckedChange={entry.onChange}>
          <span>{entry.checked && <Check />}</span>
          <span>{entry.label}</span>
          {entry.keys === undefined ? <span /> : <kbd>{entry.keys}</kbd>}
        </DropdownMenu.CheckboxItem>
      );
    case 'label':
      return <DropdownMenu.Label className={css['label']}>{entry.text}</DropdownMenu.Label>;
    case 'line':
      return <DropdownMenu.Separator className={css['line']} />;
  }
}
