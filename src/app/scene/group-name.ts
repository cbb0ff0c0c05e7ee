import type { Messages } from '../i18n/messages.ts';

/** The name of a way of grouping. */
export function groupName(m: Messages, by: string): string {
  if (by === '') return m.stage.groups.none;
  if (by === 'role' || by === 'stack') return m.stage.groups[by];
  return by.slice(by.indexOf(':') + 1);
}
