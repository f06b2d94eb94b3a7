import { setTimeout as sleep } from 'node:timers/promises';
import { until } from './machine.mjs';
import { expect, holdPort, STATE } from './world.mjs';

const BACKUP = '/etc/naeringspuls/config/backup.yaml';
const FIGURES = 'SELECT count(*) FROM observation';
/** RestartSec of the unit, and time to start. */
const BACK_WITHIN_S = 180;

/** What becomes of a service that is killed, told to read its settings, kept from its port, or on a full disk. */
export const LIVING = [
  ['killed in the middle of a run (SIGKILL), it comes back by itself, and nothing is lost', kill],
  ['systemctl reload: settings that hold are used, others are refused and named', reload],
  ['after a reboot it is up again; with HEALTH_PORT taken it works, warns, and takes the port once it is free', reboot],
  ['journald has the priority of each line', priorities],
  ['a full disk: not ready, said in the log and to the watcher outside, and over with room', fillDisk],
];

async function kill({ guest, statbank }) {
  const figures = Number(await guest.sql(FIGURES));
  const pid = await guest.pid();
  await statbank.control('publish-year', { table: '07984', period: '2026' });
  await statbank.control('mode', { mode: 'slow', settings: { only: '/data' } });
  await guest.passDay();
  await guest.after('run-started', 60, () => guest.sh('systemctl reload naeringspuls'));
  await sleep(1000);
  const killed = Date.now();
  const { outcome } = await guest.after('run-finished', BACK_WITHIN_S, async () => {
    await guest.sh('systemctl kill --signal=KILL naeringspuls');
    await statbank.control('mode', { mode: 'normal' });
  });
  expect(outcome === 'succeeded', `The run after the kill ended ${outcome}.`);
  const broken = await guest.sql("SELECT count(*) FROM job_run WHERE outcome = 'interrupted'");
  expect((await guest.pid()) !== pid && broken === '1', `It was killed in the middle of ${broken} runs.`);
  expect((await guest.sql('PRAGMA integrity_check')) === 'ok', 'The database is damaged.');
  const then = Number(await guest.sql(FIGURES));
  expect(then > figures, `There were ${figures} figures, and are ${then}.`);
  return `back after ${secondsSince(killed)} s; ${figures} figures before, ${then} after`;
}

async function reload({ guest }) {
  const pid = await guest.pid();
  const command = 'systemctl reload naeringspuls';
  await guest.after('settings-reloaded', 60, () =>
    guest.sh(`sed -i 's/^keepDaily: .*/keepDaily: 6/' ${BACKUP} && ${command}`),
  );
  const { err } = await guest.after('settings-refused', 60, () =>
    guest.sh(`sed -i 's/^keepDaily: .*/keepDaily: many/' ${BACKUP} && ${command}`),
  );
  expect(JSON.stringify(err).includes('backup.yaml'), `The refusal does not name the file: ${JSON.stringify(err)}`);
  const { status } = await guest.ready();
  expect(status === 200 && (await guest.pid()) === pid, `It did not go on: /health/ready answers ${status}.`);
  await guest.after('settings-reloaded', 60, () =>
    guest.sh(`sed -i 's/^keepDaily: .*/keepDaily: 5/' ${BACKUP} && ${command}`),
  );
}

async function reboot({ guest }) {
  await guest.sh('systemctl stop naeringspuls');
  const held = await holdPort(guest.port);
  const { priority } = await guest.after('health-unanswered', 180, () => guest.reboot());
  expect(priority === 4, `It was said with priority ${priority}.`);
  expect(await guest.isActive(), 'It is not active with its port taken.');
  await guest.sh('naeringspuls status');
  await guest.after('health-answered', 150, () => held.release());
  const { status } = await guest.ready();
  expect(status === 200, `/health/ready answers ${status}.`);
}

async function priorities({ guest }) {
  const lines = await guest.events();
  const levels = { info: 6, warn: 4, error: 3 };
  const wrong = lines.filter(({ level, priority }) => levels[level] !== priority);
  expect(lines.length > 0 && wrong.length === 0, `With another priority than their level: ${JSON.stringify(wrong[0])}`);
  const warned = await guest.sh('journalctl --unit=naeringspuls --priority=warning --output=cat --no-pager');
  expect(warned.includes('health-unanswered'), `journalctl --priority=warning shows: ${warned}`);
}

async function fillDisk(world) {
  const { guest } = world;
  await guest.sh('systemctl stop naeringspuls');
  // A disk of its own, with what is there and eight megabytes of room.
  await guest.sh(
    `cp -a ${STATE} kept && mount -t tmpfs -o size=$(($(du -sk kept | cut -f1) + 8192))k tmpfs ${STATE} && cp -a kept/. ${STATE}`,
  );
  try {
    return await runOnFullDisk(world);
  } finally {
    await guest.sh('systemctl stop naeringspuls');
    await guest.sh(`rm -rf kept ${STATE}/filling && cp -a ${STATE} kept && umount ${STATE} && cp -a kept/. ${STATE}`);
    await guest.after('daemon-started', 120, () => guest.sh('systemctl start naeringspuls'));
  }
}

async function runOnFullDisk({ guest, statbank, watcher }) {
  await guest.after('health-answered', 120, () => guest.sh('systemctl start naeringspuls'));
  await statbank.control('publish-year', { table: '06445', period: '2026' });
  await guest.passDay();
  await guest.sh(`cat /dev/zero > ${STATE}/filling`, { code: 1 });
  const heard = watcher.heard.length;
  const failed = await guest.after('schedule-failed', 120, () => guest.sh('systemctl reload naeringspuls'));
  expect(failed.priority === 3 && failed.err.message.includes('full'), `It said: ${JSON.stringify(failed)}`);
  const { status, checks } = await guest.ready();
  expect(status === 503, `/health/ready answers ${status} on a full disk: ${JSON.stringify(checks)}`);
  const told = () => watcher.heard.slice(heard).some((one) => /^\/ping\/fail .*full/.test(one));
  await until('the watcher outside has heard of it', 60, told);
  const since = Date.now();
  const { outcome } = await guest.after('run-finished', 420, () => guest.sh(`rm ${STATE}/filling`));
  const after = await guest.ready();
  expect(outcome === 'succeeded' && after.status === 200, `Then the run ended ${outcome}, ready ${after.status}.`);
  expect((await guest.sql('PRAGMA integrity_check')) === 'ok', 'The database is damaged.');
  return `the run was made ${secondsSince(since)} s after there was room`;
}

const secondsSince = (at) => Math.round((Date.now() - at) / 1000);
