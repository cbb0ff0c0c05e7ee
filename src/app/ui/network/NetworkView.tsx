import { useMemo, useRef } from 'react';
import { countAnswers } from '../../scene/answers.ts';
import { AskPanel } from './AskPanel.tsx';
import { Machines } from './Machines.tsx';
import { NetworkBand } from './NetworkBand.tsx';
import css from './NetworkView.module.css';
import { useNetworkWords } from './network-words.ts';
import { RequestPath } from './RequestPath.tsx';
import { useNetworks } from './use-networks.ts';
import { useRequests } from './use-requests.ts';

/** Machines with their open ports, every network with who is on it, and requests as they find their way. */
export function NetworkView() {
  const w = useNetworkWords();
  const networks = useNetworks();
  const requests = useRequests();
  const picture = useRef<HTMLDivElement>(null);
  const answers = useMemo(() => countAnswers(requests), [requests]);
  if (!networks) return <p className={css['none']}>{w.loading}</p>;
  return (
    <div className={css['view']} role="group" aria-label={w.title}>
      <div ref={picture} className={css['picture']}>
        <Machines networks={networks} />
        {networks.map((network) => (
          <NetworkBand key={network.id} network={network} answers={answers} />
        ))}
        <RequestPath picture={picture} request={requests[0]} />
      </div>
      <AskPanel networks={networks} requests={requests} answers={answers} />
    </div>
  );
}
