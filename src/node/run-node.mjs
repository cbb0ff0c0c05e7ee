// Runs a Node entry of the project: node src/node/run-node.mjs NAME ARGS…
import { pathToFileURL } from 'node:url';
import { buildNode } from './build-node.mjs';

const [name, ...args] = process.argv.slice(2);
const file = await buildNode(name);
process.argv = [process.argv[0], file, ...args];
await import(pathToFileURL(file).href);
