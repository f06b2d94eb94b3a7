import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { execFileSync } from 'node:child_process';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { bootMachine, makeMachine, whyNoMachine } from './machine.mjs';
import { makeBefore, makeRelease } from './release.mjs';
import { RESTORING } from './steps-backup.mjs';
import { INSTALLING } from './steps-install.mjs';
import { LIVING } from './steps-service.mjs';
import { createGuest, holdPort, startStatbank, startWatcher } from './world.mjs';

// `npm run try:systemd -- <report> [<machine>]`, as root: installs the release that `npm run release` makes on a Debian that
// systemd-nspawn boots, follows README.md and docs/operate.md there, and writes what it saw to <report>. <machine> is a
// folder where the empty Debian is kept for the next time; it is made when it is not there. A quarter of an hour.
// It ends with 0 when all went as it should, 1 when a step failed, 2 for wrong use, 77 where no machine can be booted.
const NO_MACHINE = 77;

const [report, kept, ...more] = process.argv.slice(2);
if (report === undefined || more.length > 0) end(2, 'Name the file for the report: npm run try:systemd -- report.txt');
const why = whyNoMachine();
if (why !== null) end(NO_MACHINE, why);

const folder = mkdtempSync(join(tmpdir(), 'naeringspuls-try-'));
const lines = [];
const stops = [() => removeFolder(folder)];
let failed = 0;
try {
  const root = join(folder, 'machine');
  const base = kept ?? root;
  if (!existsSync(base)) await step('an empty Debian is made', () => makeMachine(base));
  if (base !== root) execFileSync('cp', ['-a', base, root]);
  const now = makeRelease(folder);
  const releases = { now, before: makeBefore(now, folder) };
  const machine = await bootMachine(root);
  stops.unshift(() => machine.stop());
  const statbank = await startStatbank();
  stops.unshift(() => statbank.stop());
  const watcher = await startWatcher();
  stops.unshift(() => watcher.stop());
  const { port, release } = await holdPort();
  await release();
  const world = { guest: createGuest(machine, port), releases, statbank, watcher };
  await describe(world, now);
  for (const [title, act] of [...INSTALLING, ...LIVING, ...RESTORING]) await step(title, () => act(world));
} catch (error) {
  failed += 1;
  say(`FAILED: ${error.message}`);
} finally {
  for (const stop of stops) await stop();
}
say(failed === 0 ? 'All went as it should.' : `${failed} of these failed.`);
writeFileSync(report, `${lines.join('\n')}\n`);
process.exitCode = failed === 0 ? 0 : 1;

/** Does one thing and says how it went, and how long it took. What follows is tried all the same. */
async function step(title, act) {
  const since = Date.now();
  const took = () => `${Math.round((Date.now() - since) / 1000)} s`;
  try {
    const seen = await act();
    say(`ok: ${title} (${[seen, took()].filter(Boolean).join('; ')})`);
  } catch (error) {
    failed += 1;
    say(`FAILED: ${title} (${took()})\n${error.message}`);
  }
}

async function describe({ guest }, { version }) {
  const commit = execFileSync('git', ['rev-parse', '--short', 'HEAD'], { encoding: 'utf8' }).trim();
  const [systemd] = (await guest.sh('systemctl --version')).split('\n');
  const debian = (await guest.sh('cat /etc/debian_version')).trim();
  say(`Næringspuls ${version} (${commit}) on ${new Date().toISOString().slice(0, 10)}`);
  say(`Debian ${debian}, ${systemd}, Node ${process.version} in systemd-nspawn`);
}

function say(line) {
  console.log(line);
  lines.push(line);
}

/** Never while something is mounted in it: what is mounted would be removed too. */
function removeFolder(path) {
  if (readFileSync('/proc/mounts', 'utf8').includes(` ${path}`)) say(`Left as it is, with mounts in it: ${path}`);
  else rmSync(path, { recursive: true, force: true });
}

function end(code, sentence) {
  console.error(sentence);
  process.exit(code);
}
