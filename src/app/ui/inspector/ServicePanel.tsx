import { Slider } from 'radix-ui';
import { useState } from 'react';
import type { ServiceRecord } from '../../../run/view.ts';
import { perform } from '../../actions/action.ts';
import { canScale, scaleAction, serviceActions, updateImageAction } from '../../actions/service-actions.ts';
import { takesOrders } from '../../actions/takes-orders.ts';
import { useMessages } from '../../i18n/messages.ts';
import { useMirror } from '../../mirror/mirror-store.ts';
import { serviceLook } from '../../scene/palette.ts';
import { quirksOfService } from '../../scene/quirks.ts';
import { useWorld } from '../../world/world-store.ts';
import { Button } from '../kit/Button.tsx';
import { ActionRow } from './ActionRow.tsx';
import { Chapters } from './Chapters.tsx';
import { Facts } from './Facts.tsx';
import { Films } from './Films.tsx';
import css from './Inspector.module.css';
import { JsonView } from './JsonView.tsx';
import { LogsView } from './LogsView.tsx';
import { PanelTabs } from './PanelTabs.tsx';
import { QuirkNotes } from './QuirkNotes.tsx';
import { SpecFacts } from './SpecFacts.tsx';
import { TaskTree } from './TaskTree.tsx';

const NONE: readonly never[] = [];

/** Everything about a service. */
export function ServicePanel({ service }: { readonly service: ServiceRecord }) {
  const m = useMessages();
  const hosts = useMirror((mirror) => mirror.hosts);
  const tasks = useMirror((mirror) => mirror.byService.get(service.id)) ?? NONE;
  const colour = useMirror((mirror) => mirror.colours.get(service.id) ?? 0);
  const internals = useWorld((world) => world.client?.capabilities.internals ?? true);
  const facts = (
    <>
      <QuirkNotes quirks={quirksOfService(service, tasks, hosts)} />
      {canScale(service) && <Scale service={service} />}
      {takesOrders() && <UpdateImage service={service} />}
      <ActionRow actions={serviceActions(service, hosts, m)} />
      <Facts
        rows={[
          [m.inspector.mode, service.mode],
          [m.inspector.image, service.image, true],
          [m.inspector.ports, service.ports, true],
          [m.inspector.stack, service.stack],
          [m.inspector.constraints, service.constraints.join('\n'), true],
          [m.inspector.update, service.update ? `${service.update.state}${service.update.message === '' ? '' : `: ${service.update.message}`}` : ''],
          [m.inspector.id, service.id, true],
        ]}
      />
      <SpecFacts service={service} />
      <section>
        <h3>{m.inspector.whatHappened}</h3>
        <Chapters about={[service.name]} most={6} />
      </section>
    </>
  );
  return (
    <PanelTabs
      title={service.name}
      mark={<span className={css['swatch']} style={{ background: serviceLook(colour).colour }} />}
      lead={`${m.inspector.running(service.running, service.desired)} · ${service.image}`}
      tabs={[
        { id: 'service', name: m.inspector.service, body: facts },
        { id: 'tasks', name: m.inspector.tasks, body: <TaskTree tasks={tasks} /> },
        ...(internals ? [{ id: 'updates', name: m.inspector.updates, body: <Films service={service} /> }] : []),
        { id: 'logs', name: m.inspector.logs, body: <LogsView type="service" id={service.id} /> },
        { id: 'json', name: m.inspector.json, body: <JsonView type="service" id={service.id} version={service} /> },
      ]}
    />
  );
}

const SLIDER_MOST = 20;
const MOST_REPLICAS = 500;

function Scale({ service }: { readonly service: ServiceRecord }) {
  const m = useMessages();
  const hosts = useMirror((mirror) => mirror.hosts);
  const [wanted, setWanted] = useState(service.desired);
  // When the service itself has changed, what it wants now is what the slider shows.
  const [known, setKnown] = useState(service.desired);
  if (known !== service.desired) {
    setKnown(service.desired);
    setWanted(service.desired);
  }
  const scale = (replicas: number): void => {
    if (replicas !== service.desired) perform(scaleAction(service, replicas, hosts, m));
  };
  const limit = Math.max(SLIDER_MOST, service.desired + 10);
  return (
    <div className={css['scale']}>
      <span id="scale-label">{m.inspector.replicas}</span>
      <Slider.Root
        className={css['slider'] ?? ''}
        min={0}
        max={limit}
        value={[Math.min(limit, wanted)]}
        onValueChange={([value]) => setWanted(value ?? 0)}
        onValueCommit={([value]) => scale(value ?? 0)}
      >
        <Slider.Track className={css['sliderTrack'] ?? ''}>
          <Slider.Range className={css['sliderRange'] ?? ''} />
        </Slider.Track>
        <Slider.Thumb className={css['sliderThumb'] ?? ''} aria-label={m.inspector.replicas} />
      </Slider.Root>
      <input
        type="number"
        className={css['number']}
        min={0}
        max={MOST_REPLICAS}
        value={wanted}
        aria-label={m.inspector.replicas}
        onChange={(event) => setWanted(Math.max(0, Math.min(MOST_REPLICAS, Math.round(Number(event.target.value) || 0))))}
        onKeyDown={(event) => event.key === 'Enter' && scale(wanted)}
      />
      <Button disabled={wanted === service.desired} onClick={() => scale(wanted)}>
        {m.act.scale}
      </Button>
    </div>
  );
}

function UpdateImage({ service }: { readonly service: ServiceRecord }) {
  const m = useMessages();
  const hosts = useMirror((mirror) => mirror.hosts);
  const [image, setImage] = useState('');
  const ready = image.trim() !== '' && image.trim() !== service.image;
  return (
    <form
      className={css['image']}
      onSubmit={(event) => {
        event.preventDefault();
        if (!ready) return;
        perform(updateImageAction(service, image.trim(), hosts, m));
        setImage('');
      }}
    >
      <input
        type="text"
        spellCheck={false}
        autoComplete="off"
        value={image}
        placeholder={m.inspector.imageExample}
        aria-label={m.inspector.newImage}
        onChange={(event) => setImage(event.target.value)}
      />
      <Button type="submit" disabled={!ready}>
        {m.act.updateImage}
      </Button>
    </form>
  );
}
