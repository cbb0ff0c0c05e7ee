import { X } from 'lucide-react';
import { Tabs } from 'radix-ui';
import { type ReactNode, useState } from 'react';
import { useMessages } from '../../i18n/messages.ts';
import { select } from '../../world/session.ts';
import { Button } from '../kit/Button.tsx';
import css from './Inspector.module.css';

interface Props {
  /** Name of what is looked at; absent: the cluster, which has no head and cannot be closed. */
  readonly title?: string;
  /** What the tabs are about, for screen readers; the title unless told. */
  readonly name?: string;
  readonly lead?: ReactNode;
  readonly mark?: ReactNode;
  readonly tabs: readonly { readonly id: string; readonly name: string; readonly body: ReactNode }[];
}

/** The tab that was looked at last, by the kind of its neighbours: the next task opens at the same one. */
const lastTab = new Map<string, string>();

/** Tabs, and under them the name of what is looked at with its body. */
export function PanelTabs({ title, name, lead, mark, tabs }: Props) {
  const m = useMessages();
  const kind = tabs[0]?.id ?? '';
  const [tab, setTab] = useState(() => {
    const last = lastTab.get(kind);
    return tabs.some((each) => each.id === last) ? (last ?? kind) : kind;
  });
  const shown = tabs.some((each) => each.id === tab) ? tab : kind;
  return (
    <Tabs.Root
      className={css['tabs']}
      value={shown}
      onValueChange={(next) => {
        lastTab.set(kind, next);
        setTab(next);
      }}
    >
      <div className={css['bar']}>
        <Tabs.List className={css['list']} aria-label={name ?? title ?? ''}>
          {tabs.map((each) => (
            <Tabs.Trigger key={each.id} value={each.id} className={css['tab'] ?? ''}>
              {each.name}
            </Tabs.Trigger>
          ))}
        </Tabs.List>
        {title !== undefined && <Button look="plain" square icon={<X />} aria-label={m.act.close} onClick={() => select(undefined)} />}
      </div>
      {title !== undefined && (
        <div className={css['head']}>
          <h2 className={css['title']}>
            {mark}
            <span>{title}</span>
          </h2>
          <p className={css['lead']}>{lead}</p>
        </div>
      )}
      {tabs.map((each) => (
        <Tabs.Content key={each.id} value={each.id} className={css['body'] ?? ''}>
          {each.body}
        </Tabs.Content>
      ))}
    </Tabs.Root>
  );
}
