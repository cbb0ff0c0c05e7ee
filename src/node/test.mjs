// npm test: everything that must hold, one step after another. The last line is `N passed, N failed`.
//   npm test                 all steps
//   npm test -- unit e2e     only these: types lint unused unit transcripts binary build journeys
import { spawn, spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, openSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { buildNode } from './build-node.mjs';
import { checkCases } from './check-cases.mjs';
import { ensureChromium } from './chromium.mjs';
import { ensureBuilt, ensureInstalled, root } from './prepare.mjs';

const wanted = new Set(process.argv.slice(2));
const totals = { passed: 0, failed: 0 };
const failures = [];
const skipped = [];

ensureInstalled();
mkdirSync(path.join(root, 'build'), { recursive: true });

const bin = (name) => {
  const { bin: entry } = JSON.parse(readFileSync(path.join(root, 'node_modules', name, 'package.json'), 'utf8'));
  return path.join(
    root,
    'node_modules',
    name,
    typeof entry === 'string' ? entry : entry[Object.keys(entry).find((key) => name.endsWith(key)) ?? Object.keys(entry)[0]],
  );
};
const node = (args, env = {}) => spawnSync(process.execPath, args, { cwd: root, stdio: 'inherit', env: { ...process.env, ...env } }).status === 0;

function count(name, passed, failed) {
  totals.passed += passed;
  totals.failed += failed;
  if (failed > 0) failures.push(`${name}: ${failed}`);
}

async function step(name, title, work) {
  if (wanted.size > 0 && !wanted.has(name)) return;
  const began = Date.now();
  console.log(`\n── ${title}`);
  await work();
  console.log(`   (${((Date.now() - began) / 1000).toFixed(1)} s)`);
}

/** Begins the transcripts with the docker binary; undefined when there is none. */
async function typeWithBinary() {
  if (spawnSync('sh', ['-c', 'command -v docker']).status !== 0) return undefined;
  const file = path.join(root, 'build/binary.txt');
  const output = openSync(file, 'w');
  const child = spawn(process.execPath, [await buildNode('conformance-docker'), '-j', '16'], { cwd: root, stdio: ['ignore', output, 'inherit'] });
  const status = new Promise((resolve) => child.on('close', resolve));
  return { end: async () => ({ status: await status, stdout: readFileSync(file, 'utf8') }) };
}

const check = (name, ok) => count(name, ok ? 1 : 0, ok ? 0 : 1);

await step('types', 'types: core without DOM and Node, worker, page, Node', () => {
  for (const project of ['core', 'worker', 'page', 'node']) check(`types ${project}`, node([bin('typescript'), '-p', `tsconfig.${project}.json`]));
});

await step('lint', 'lint and format', () => {
  check('lint', node([bin('oxlint'), '--type-aware', 'src', 'e2e']));
  check('format', node([bin('@biomejs/biome'), 'ci', '--max-diagnostics=10']));
});

await step('unused', 'unused code and packages', () => check('unused', node([bin('knip')])));

// The docker binary waits by this machine's clock: its transcripts go on beside the steps that follow.
const binary = wanted.size === 0 || wanted.has('binary') ? await typeWithBinary() : undefined;

await step('unit', 'unit tests, with the import table', () => {
  const file = path.join(root, 'build/unit.json');
  const ok = node([bin('vitest'), 'run', '--reporter=default', '--reporter=json', `--outputFile=${file}`]);
  const report = existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : { numPassedTests: 0, numFailedTests: 0 };
  count('unit', report.numPassedTests, Math.max(report.numFailedTests, ok ? 0 : 1));
  const passed = (report.testResults ?? []).flatMap((suite) => suite.assertionResults.filter((test) => test.status === 'passed').map((test) => test.title));
  const cases = checkCases(passed, JSON.parse(readFileSync(path.join(root, 'src/node/testdata/cases-not-applicable.json'), 'utf8')));
  for (const line of cases) console.log(`   ${line}`);
  count('behaviour cases', cases.length === 0 ? 1 : 0, cases.length);
});

await step('transcripts', 'transcripts of a real Swarm', async () => {
  const replay = await buildNode('replay');
  const own = path.join(root, 'src/node/testdata');
  const ledger = JSON.parse(readFileSync(path.join(own, 'differences.json'), 'utf8'));
  const shared = path.join(root, '../shared/conformance/cases');
  const folders = [path.join(own, 'cases')];
  if (existsSync(shared)) {
    const extra = readdirSync(shared).filter((file) => !existsSync(path.join(own, 'cases', file)));
    if (extra.length > 0) folders.push(...extra.map((file) => path.join(shared, file)));
  } else skipped.push("transcripts beside the project: there is no ../shared here; the project's own copies were replayed");
  const { stdout } = spawnSync(process.execPath, [path.join(own, 'compare.mjs'), '-q', '-j', '2', ...folders], {
    cwd: root,
    encoding: 'utf8',
    maxBuffer: 1 << 26,
    env: { ...process.env, REPLAY: `'${process.execPath}' '${replay}'` },
  });
  for (const match of stdout.matchAll(/^(?:ok {2}|DIFF) (\S+): (\d+) commands, (\d+) equal/gm)) {
    const [, file, commands, equal] = match;
    const different = Number(commands) - Number(equal);
    const allowed = ledger.different[file] ?? 0;
    if (different > allowed)
      console.log(
        `   ${file}: ${different} of ${commands} commands differ, ${allowed} are known: node src/node/testdata/compare.mjs src/node/testdata/cases/${file}`,
      );
    else if (different < allowed) console.log(`   ${file}: only ${different} differ now: lower its number in src/node/testdata/differences.json`);
    count(`transcript ${file}`, Number(equal), different === allowed ? 0 : Math.max(1, different - allowed));
  }
  const last = stdout.trim().split('\n').at(-1);
  console.log(`   ${last}`);
  if (!/^\d+ commands/.test(last ?? '')) check('transcripts', false);
});

await step('binary', 'the same transcripts typed with the docker binary against our engines', async () => {
  if (!binary) {
    skipped.push('transcripts with the docker binary: there is no docker on this machine');
    return;
  }
  const { stdout, status } = await binary.end();
  const last = stdout.trim().split('\n').at(-1) ?? '';
  const [, commands = '0', equal = '0'] = /^(\d+) commands, (\d+) equal$/.exec(last) ?? [];
  if (status !== 0) console.log(stdout.replace(/^ok .*\n/gm, ''));
  console.log(`   ${last}`);
  count('transcripts with the docker binary', Number(equal), status === 0 ? 0 : Math.max(1, Number(commands) - Number(equal)));
});

await step('build', 'production build', () => {
  ensureBuilt();
  check('build', true);
});

await step('journeys', 'browser journeys', () => {
  const chromium = ensureChromium();
  if (!chromium) {
    skipped.push('browser journeys: there is no Chromium (see above)');
    return;
  }
  const file = path.join(root, 'build/journeys.json');
  const ok = node([path.join(root, 'node_modules/@playwright/test/cli.js'), 'test'], { CHROMIUM_PATH: chromium, PLAYWRIGHT_JSON_OUTPUT_NAME: file });
  const stats = existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')).stats : { expected: 0, unexpected: 0, flaky: 0 };
  count('journeys', stats.expected, Math.max(stats.unexpected + stats.flaky, ok ? 0 : 1));
});

console.log('');
for (const line of skipped) console.log(`skipped: ${line}`);
for (const line of failures) console.log(`failed: ${line}`);
console.log(`${totals.passed} passed, ${totals.failed} failed`);
process.exitCode = totals.failed > 0 ? 1 : 0;
