import { clusterScenario } from '../cluster-shape.ts';
import type { LoggedInput } from '../input.ts';
import type { Shared } from '../link.ts';

const line = (at: number, text: string, host = 'DC2-N1'): LoggedInput => ({ at, input: { kind: 'line', host, text, from: 'terminal' } });
const fault = (at: number, host: string, name: 'power-off' | 'power-on'): LoggedInput => ({ at, input: { kind: 'fault', host, fault: name } });

/** Six nodes in two zones, six services, ten actions. */
export const busyShared = (): Shared => ({
  recording: {
    scenario: clusterScenario({ managers: 3, workers: 3, loose: 0, zones: 2, course: false }, 'rehearsal-7'),
    inputs: [
      line(21_340, 'docker service create -d --name gateway --replicas 3 -p 8080:80 --update-order start-first nginx:1.25'),
      line(33_018, 'docker service create -d --name catalogue --replicas 4 --network shop --limit-memory 128M httpd:2.4'),
      line(41_702, 'docker service create -d --name sessions --replicas 2 --constraint node.labels.zone==b redis:7'),
      line(55_555, 'docker service create -d --name reporter --mode global alpine sleep 1d'),
      line(61_203, 'docker service create -d --name billing --replicas 5 --placement-pref spread=node.labels.zone daviddavistx/webserver:1'),
      line(72_991, 'docker service create -d --name nightly --mode replicated-job --replicas 6 --max-concurrent 3 alpine sh -c "sleep 11; exit 0"'),
      fault(90_417, 'DC2-N5', 'power-off'),
      line(131_094, 'docker service scale gateway=7'),
      line(150_322, 'docker node update --availability drain DC2-N4'),
      line(171_938, 'docker service update -d --image nginx:1.27 --update-parallelism 2 --update-delay 5s gateway'),
      fault(190_777, 'DC2-N5', 'power-on'),
      line(203_118, 'sudo systemctl stop docker', 'DC2-N2'),
      line(244_907, 'docker service ps gateway'),
      line(260_009, 'sudo systemctl start docker', 'DC2-N2'),
      { at: 280_551, input: { kind: 'link', a: 'DC2-N1', b: 'DC2-N3', cut: true } },
      line(301_246, 'docker node update --availability active DC2-N4'),
    ],
    now: 333_333,
    moment: 210_000,
  },
  view: { s: 'service/9wthavt0ro2qv7k3dhounvrob', f: 'state:running zone:b', g: 'zone', p: 'eti' },
  files: [],
});

/** Sixty lines that no dictionary knows by heart. */
export const sixtyLines = (): string => {
  const service = (name: string, image: string, replicas: number, port: number): string =>
    `  ${name}:\n    image: registry.example.org/shop/${image}\n    deploy:\n      replicas: ${replicas}\n      placement:\n        constraints:\n          - node.labels.zone == ${name.charAt(0)}\n      resources:\n        limits:\n          memory: ${replicas * 48}M\n    ports:\n      - "${port}:80"\n    networks:\n      - inner\n`;
  return `version: "3.8"\nservices:\n${service('gateway', 'edge:4.2', 3, 8080)}${service('catalogue', 'books:1.19.3', 4, 8081)}${service('payments', 'till:0.9', 2, 8082)}${service('mailer', 'post:7', 1, 8083)}networks:\n  inner:\n`;
};
