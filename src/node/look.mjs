// npm run look: serves the page and shows the swarm of a real engine in it. It only reads.
import { pathToFileURL } from 'node:url';
import { parseArgs } from 'node:util';
import { buildNode } from './build-node.mjs';
import { ensureBuilt, ensureInstalled, root } from './prepare.mjs';

const USAGE = `usage: npm run look -- [--docker unix:///var/run/docker.sock | tcp://MANAGER:2375] [--port 5174]

Shows the swarm of a manager's engine in the page, as it is and as it changes. It only reads: every request is a GET, values of
variables and contents of configs are left out, and it listens on loopback only. Without --docker: DOCKER_HOST, else the local socket.`;

let options;
try {
  ({ values: options } = parseArgs({
    options: { docker: { type: 'string' }, port: { type: 'string', default: '5174' }, help: { type: 'boolean', short: 'h' } },
  }));
} catch (error) {
  console.error(`${error.message}\n\n${USAGE}`);
  process.exit(2);
}
if (options.help) {
  console.log(USAGE);
  process.exit();
}
const port = Number(options.port);
if (!Number.isInteger(port) || port < 1 || port > 65535) {
  console.error(`--port must be a number from 1 to 65535, not "${options.port}".`);
  process.exit(2);
}
ensureInstalled();
ensureBuilt();
const { lookAgent } = await import(pathToFileURL(await buildNode('look-agent')).href);
const address = options.docker ?? process.env.DOCKER_HOST ?? 'unix:///var/run/docker.sock';
let handle;
try {
  handle = lookAgent(address);
} catch (error) {
  console.error(`--docker ${address}: ${error.message}`);
  process.exit(2);
}
const { preview } = await import('vite');
const agent = {
  name: 'live-agent',
  configurePreviewServer: (server) =>
    void server.middlewares.use((request, response, next) => {
      if (!handle(request, response)) next();
    }),
};
try {
  await preview({ root, configFile: false, logLevel: 'warn', base: './', plugins: [agent], preview: { port, strictPort: true, host: 'localhost' } });
  console.log(`The swarm of ${address} is at http://localhost:${port}/?live  (read-only; Ctrl-C stops it)`);
} catch (error) {
  console.error(`Port ${port} cannot be used: ${error instanceof Error ? error.message : error}\nTry another one: npm run look -- --port 8080`);
  process.exit(1);
}
