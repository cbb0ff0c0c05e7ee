import { useState } from 'react';
import { CLUSTER_CHOICES, type ClusterShape, clusterShapeText, hostsOf } from '../../../run/cluster-shape.ts';
import { RECORDING_LIMITS } from '../../../run/recording.ts';
import { useMessages } from '../../i18n/messages.ts';
import { openCluster } from '../../world/open.ts';
import { Button } from '../kit/Button.tsx';
import { Modal } from '../kit/Modal.tsx';
import css from './NewClusterDialog.module.css';

/** A cluster of another shape: one of a few that teach something, or as many nodes as one likes. */
export function NewClusterDialog({ onClose }: { readonly onClose: () => void }) {
  const m = useMessages();
  const [choice, setChoice] = useState<string>('quorum');
  const [own, setOwn] = useState<ClusterShape>({ managers: 3, workers: 9, loose: 0, zones: 0, course: false });
  const [seed, setSeed] = useState('course');
  const [course, setCourse] = useState(false);
  const chosen = CLUSTER_CHOICES.find(({ id }) => id === choice)?.shape ?? own;
  const shape = { ...chosen, course: chosen.course || (course && chosen.managers > 0) };
  const hosts = hostsOf(shape);
  const problem =
    hosts === 0
      ? m.clusters.none
      : shape.managers === 0 && (shape.workers > 0 || shape.zones > 0)
        ? m.clusters.noManager
        : hosts > RECORDING_LIMITS.hosts
          ? m.clusters.tooMany(hosts, RECORDING_LIMITS.hosts)
          : '';
  const address = `?cluster=${encodeURIComponent(clusterShapeText(shape)).replace('%2B', '%2b')}${seed === 'course' ? '' : `&seed=${encodeURIComponent(seed)}`}`;
  const number = (name: 'managers' | 'workers' | 'loose' | 'zones', label: string) => (
    <label className={css['number']}>
      <span>{label}</span>
      <input
        type="number"
        min={0}
        max={name === 'zones' ? 26 : 9999}
        value={own[name]}
        onChange={(event) => setOwn({ ...own, [name]: Math.max(0, Math.min(9999, Math.floor(event.target.valueAsNumber || 0))) })}
      />
    </label>
  );
  return (
    <Modal title={m.clusters.title} onClose={onClose} width={560}>
      <form
        className={css['body']}
        onSubmit={(event) => {
          event.preventDefault();
          if (problem !== '') return;
          openCluster(shape, seed);
          onClose();
        }}
      >
        <p className={css['lead']}>{m.clusters.lead}</p>
        <fieldset className={css['shapes']}>
          <legend>{m.clusters.shape}</legend>
          {CLUSTER_CHOICES.map(({ id }) => (
            <label key={id}>
              <input type="radio" name="shape" value={id} checked={choice === id} onChange={() => setChoice(id)} />
              {m.clusters[id]}
            </label>
          ))}
          <label>
            <input type="radio" name="shape" value="own" checked={choice === 'own'} onChange={() => setChoice('own')} />
            {m.clusters.own}
          </label>
          {choice === 'own' && (
            <div className={css['numbers']}>
              {number('managers', m.clusters.managers)}
              {number('workers', m.clusters.workers)}
              {number('loose', m.clusters.hosts)}
              {number('zones', m.clusters.zoneCount)}
            </div>
          )}
        </fieldset>
        {!chosen.course && chosen.managers > 0 && (
          <label className={css['check']}>
            <input type="checkbox" checked={course} onChange={(event) => setCourse(event.target.checked)} />
            {m.clusters.withStack}
          </label>
        )}
        <label className={css['seed']}>
          <span>{m.clusters.seed}</span>
          <input type="text" value={seed} maxLength={100} spellCheck={false} autoComplete="off" onChange={(event) => setSeed(event.target.value)} />
          <small>{m.clusters.seedHint}</small>
        </label>
        {problem === '' ? (
          <p className={css['link']}>
            {m.clusters.link}: <code>{address}</code>
          </p>
        ) : (
          <p className={css['bad']} role="alert">
            {problem}
          </p>
        )}
        <div className={css['buttons']}>
          <Button type="submit" look="primary" disabled={problem !== ''}>
            {m.clusters.create}
          </Button>
        </div>
      </form>
    </Modal>
  );
}
