// npm start: installs and builds what is missing, then serves the page.
import { ensureBuilt, ensureInstalled, root } from './prepare.mjs';

ensureInstalled();
ensureBuilt();
const port = Number(process.env.PORT ?? 5173);
if (!Number.isInteger(port) || port < 1 || port > 65535) {
  console.error(`PORT must be a number from 1 to 65535, not "${process.env.PORT}".`);
  process.exit(1);
}
const { preview } = await import('vite');
try {
  await preview({ root, configFile: false, logLevel: 'warn', base: './', preview: { port, strictPort: true, host: 'localhost' } });
  console.log(`Swarmarium is at http://localhost:${port}  (Ctrl-C stops it)`);
} catch (error) {
  console.error(`Port ${port} cannot be used: ${error instanceof Error ? error.message : error}\nTry another one: PORT=8080 npm start`);
  process.exit(1);
}
