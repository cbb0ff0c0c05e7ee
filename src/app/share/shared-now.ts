import type { Shared } from '../../run/link.ts';
import type { Recording } from '../../run/recording.ts';
import { useTimeline } from '../time/timeline-store.ts';
import { draftsOf } from '../world/files.ts';
import { type Selection, shownPanels, useSession } from '../world/session.ts';
import { useSettings } from '../world/settings.ts';
import { useStage } from '../world/stage-state.ts';
import { useWorld } from '../world/world.ts';

/** What a link of this moment carries: the run with the moment that is looked at, how it is looked at, and files that the hosts have not got. Undefined before there is a run. */
export function sharedNow(withView: boolean): Shared | undefined {
  const run = useWorld.getState().client?.recording();
  if (!run) return undefined;
  const { moment } = useTimeline.getState();
  const recording: Recording = moment === undefined ? run : { ...run, moment };
  return { recording, view: withView ? viewNow() : {}, files: draftsOf(recording) };
}

function viewNow(): Shared['view'] {
  const { selection, filter } = useSession.getState();
  const { view: shown, group } = useStage.getState();
  const by = group[shown];
  const panels = shownPanels(useSettings.getState().panels, useSession.getState().panels);
  const open = Object.entries(panels).flatMap(([panel, shown]) => (shown ? [panel.charAt(0)] : []));
  return {
    ...(shown === 'nodes' ? {} : { v: shown }),
    ...(by ? { g: by.slice(0, 300) } : {}),
    ...(selection ? { s: selectionText(selection) } : {}),
    ...(filter.trim() === '' ? {} : { f: filter.slice(0, 300) }),
    ...(open.length === Object.keys(panels).length ? {} : { p: open.join('') }),
  };
}

function selectionText(selection: NonNullable<Selection>): string {
  return `${selection.kind}/${selection.id}`;
}
