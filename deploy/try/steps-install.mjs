import { copyFileSync } from 'node:fs';
import { join } from 'node:path';
import { until } from './machine.mjs';
import { linesOf } from './release.mjs';
import { expect, STATE } from './world.mjs';

const SETTINGS = '/etc/naeringspuls/config';

/** From nothing to the first page, and to the next version, by the command lines of README.md and docs/operate.md. */
export const INSTALLING = [
  ['a release is installed by the first two command lines of README.md', install],
  ['the service is started by the third, and its first run takes every table in', startFirst],
  ['doctor and status answer root from another folder, on the settings of the service', askElsewhere],
  ['what the service writes is closed to others', checkModes],
  ['an upgrade leaves changed settings as they are, and says what the new version has', upgrade],
];

async function install({ guest, releases: { before }, statbank, watcher }) {
  copyFileSync(before.file, join(guest.folder, 'root', before.name));
  const [unpack, make] = linesOf('README.md', 'Install on a server', before.version);
  await guest.sh(unpack);
  const said = await guest.sh(make);
  expect(said.includes(`Næringspuls ${before.version} is installed.`), `install.sh said: ${said}`);
  const variables = {
    SSB_API_URL: statbank.url,
    KLASS_API_URL: statbank.klassUrl,
    HEALTH_PORT: guest.port,
    HEARTBEAT_URL: watcher.url,
  };
  const text = Object.entries(variables).map((pair) => pair.join('='));
  await guest.sh(`printf '%s\\n' ${text.join(' ')} >> /etc/naeringspuls/environment`);
}

async function startFirst({ guest, releases: { before }, watcher }) {
  const [, , start, doctor] = linesOf('README.md', 'Install on a server', before.version);
  const { outcome } = await guest.after('run-finished', 300, () => guest.sh(start));
  expect(outcome === 'succeeded', `The first run ended ${outcome}.`);
  await guest.sh(doctor);
  await until('the day is backed up', 60, async () => (await guest.events('backup-drill')).length > 0);
  const sources = Number(await guest.sql('SELECT count(DISTINCT dataset_id) FROM series'));
  expect(sources >= 9, `Figures of ${sources} datasets are stored.`);
  expect(watcher.heard.length === 1 && watcher.heard[0].startsWith('/ping '), `Heard: ${watcher.heard.join('; ')}`);
  const { status } = await guest.ready();
  expect(status === 200, `/health/ready answers ${status}.`);
  return `${sources} datasets`;
}

async function askElsewhere({ guest }) {
  const found = await guest.sh('cd /srv && naeringspuls doctor');
  expect(found.includes(SETTINGS), `doctor does not name ${SETTINGS}: ${found}`);
  const { indicators } = JSON.parse(await guest.sh('cd /root && naeringspuls status --json'));
  const unknown = indicators.filter(({ status }) => status === undefined || status === 'unknown');
  expect(indicators.length > 0 && unknown.length === 0, `Without a status: ${JSON.stringify(unknown)}`);
  return `${indicators.length} indicators`;
}

async function checkModes({ guest }) {
  const said = await guest.sh(
    `cd ${STATE} && stat -c '%a %U %n' . naeringspuls.sqlite naeringspuls.html *-analyst.* backups/*`,
  );
  const lines = said.trim().split('\n');
  const open = lines.filter((line) => !/^(750 naeringspuls \.|640 naeringspuls .+)$/.test(line));
  expect(lines.length >= 6 && open.length === 0, `Of these files some are open to others, or another's: ${said}`);
}

async function upgrade(world) {
  const { guest, releases } = world;
  const { now } = releases;
  // A municipality's own changes: a number, and a comment.
  await guest.sh(`sed -i 's/^keepDaily: .*/keepDaily: 5 # ours/' ${SETTINGS}/backup.yaml`);
  const before = await guest.sh(`cd ${SETTINGS} && find . -type f -exec sha256sum {} + | sort`);
  copyFileSync(now.file, join(guest.folder, 'root', now.name));
  const [unpack, make, restart, doctor] = linesOf('docs/operate.md', 'Upgrade', now.version);
  await guest.sh(unpack);
  const said = await guest.sh(make);
  expect(/backup\.yaml\n +~ keepDaily: 3 -> \d+/.test(said), `install.sh does not say what is new: ${said}`);
  const { version } = await guest.after('daemon-started', 120, () => guest.sh(restart));
  expect(version === now.version, `The service started as ${version}.`);
  await guest.sh(doctor);
  const after = await guest.sh(`cd ${SETTINGS} && find . -type f -exec sha256sum {} + | sort`);
  expect(after === before, `The settings have changed: ${after}`);
  const held = await guest.sh('naeringspuls config diff');
  expect(/keepDaily: .*5/.test(held), `config diff does not name the municipality's own number: ${held}`);
  return `${releases.before.version} to ${now.version}`;
}
