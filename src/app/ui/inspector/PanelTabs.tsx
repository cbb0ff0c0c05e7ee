import { X } from 'lucide-react';
import { Tabs } from 'radix-ui';
import type { ReactNode } from 'react';
import { useMessages } from '../../i18n/messages.ts';
import { select } from '../../world/session.ts';
import { Button } from '../kit/Button.tsx';
import css from './Inspector.module.css';

interface Props {
  readonly title: string;
  readonly lead: ReactNode;
  readonly mark?: ReactNode;
  readonly tabs: readonly { readonly id: string; readonly name: string; readonly body: ReactNode }[];
}

/** Tabs, and under them the name of what is looked at with its body. */
export function PanelTabs({ title, lead, mark, tabs }: Props) {
  const m = useMessages();
  return (
    <Tabs.Root className={css['tabs']} defaultValue={tabs[0]?.id ?? ''}>
      <div className={css['bar']}>
        <Tabs.List className={css['list']} aria-label={title}>
          {tabs.map((tab) => (
            <Tabs.Trigger key={tab.id} value={tab.id} className={css['tab'] ?? ''}>
              {tab.name}
            </Tabs.Trigger>
          ))}
        </Tabs.List>
        <Button look="plain" square icon={<X />} aria-label={m.act.close} onClick={() => select(undefined)} />
      </div>
      <div className={css['head']}>
        <h2 className={css['title']}>
          {mark}
          <span>{title}</span>
        </h2>
        <p className={css['lead']}>{lead}</p>
      </div>
      {tabs.map((tab) => (
        <Tabs.Content key={tab.id} value={tab.id} className={css['body'] ?? ''}>
          {tab.body}
        </Tabs.Content>
      ))}
    </Tabs.Root>
  );
}
