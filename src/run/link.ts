import { deflateSync, inflateSync, strFromU8, strToU8 } from 'fflate';
import { fromBase64Url, toBase64Url } from '../base/base64url.ts';

/** Why the text after `#` cannot be opened. */
export type LinkProblem = 'damaged' | 'version' | 'too-long';

/** Links longer than this are refused: some places cut them. */
export const MAX_LINK_LENGTH = 30_000;

const MAX_TEXT_LENGTH = 1_000_000;

/** What recordings often contain; with it even short ones shrink. Part of version 1: never to be changed. */
const DICTIONARY = strToU8(
  '"DC2-N4","DC2-N5","DC2-N6","/root/docker-stack.yml","version: \\"3.8\\"\\nservices:\\n  web:\\n    image: daviddavistx/webserver:1\\n    deploy:\\n      mode: global\\n      replicas: 5\\n' +
    '      placement:\\n        constraints:\\n          - node.role == manager\\n      update_config:\\n        parallelism: 1\\n        delay: 10s\\n        order: start-first\\n' +
    '      resources:\\n        limits:\\n          cpus: \\"0.1\\"\\n          memory: 50M\\n        reservations:\\n      restart_policy:\\n        condition: on-failure\\n    ports:\\n      - \\"80:80\\"\\n' +
    '    networks:\\n      - webnet\\n    environment:\\n    volumes:\\n    healthcheck:\\nnetworks:\\n  webnet:\\nvolumes:\\nsecrets:\\nconfigs:\\n' +
    'sudo systemctl stop docker","sudo systemctl start docker","docker service create --name webapp1 --replicas=6 nginx:latest","docker service update --image nginx:1.26 --force' +
    'docker node update --availability drain DC2-N2","docker node update --availability active DC2-N3","docker service rm ","docker node ls","docker service ls","docker ps","docker stack deploy -c docker-stack.yml mystack","docker service ps mystack_web"' +
    ',"docker service scale mystack_web="f","DC2-N3","engine-stop"],["power-off"],["l","DC2-N1","docker {"v":1,"s":"course","i":[[',
);

/** A recording's text for the address after `#`: `v1.` + deflated, base64url. */
export function encodeLink(recording: string): string {
  return `v1.${toBase64Url(deflateSync(strToU8(recording), { level: 9, dictionary: DICTIONARY }))}`;
}

/** The recording in the text after `#`. */
export function decodeLink(fragment: string): { readonly recording: string } | { readonly problem: LinkProblem } {
  if (fragment.length > MAX_LINK_LENGTH) return { problem: 'too-long' };
  const match = /^v(\d+)\.([A-Za-z0-9_-]+)$/.exec(fragment);
  if (!match) return { problem: 'damaged' };
  if (match[1] !== '1') return { problem: 'version' };
  const bytes = fromBase64Url(match[2] as string);
  if (!bytes) return { problem: 'damaged' };
  try {
    // A fixed room: what inflates to more than a recording may be is not one of ours.
    const text = inflateSync(bytes, { dictionary: DICTIONARY, out: new Uint8Array(MAX_TEXT_LENGTH) });
    return { recording: strFromU8(text) };
  } catch {
    return { problem: 'damaged' };
  }
}
