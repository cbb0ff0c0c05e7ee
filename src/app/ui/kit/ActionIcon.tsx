import {
  ArrowDownToLine,
  ArrowUpFromLine,
  CirclePlay,
  CircleStop,
  LogIn,
  LogOut,
  Pause,
  Play,
  Plug,
  Power,
  PowerOff,
  RotateCw,
  Skull,
  Trash2,
  Undo2,
  Unplug,
} from 'lucide-react';

const ICONS: { readonly [verb: string]: React.ReactNode } = {
  'engine-stop': <CircleStop />,
  'engine-start': <CirclePlay />,
  'power-off': <PowerOff />,
  'power-on': <Power />,
  cut: <Unplug />,
  heal: <Plug />,
  drain: <ArrowDownToLine />,
  pause: <Pause />,
  activate: <Play />,
  promote: <ArrowUpFromLine />,
  demote: <ArrowDownToLine />,
  leave: <LogOut />,
  init: <LogIn />,
  'join-worker': <LogIn />,
  'join-manager': <LogIn />,
  remove: <Trash2 />,
  'remove-host': <Trash2 />,
  force: <RotateCw />,
  rollback: <Undo2 />,
  kill: <Skull />,
};

/** The icon of an action, by the verb at the end of its id. */
export function ActionIcon({ id }: { readonly id: string }) {
  return ICONS[id.slice(id.lastIndexOf('/') + 1)] ?? null;
}
