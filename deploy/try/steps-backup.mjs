import { expect, STATE } from './world.mjs';

/** A backup of the service is tried, and put in the place of a database that is damaged. */
export const RESTORING = [
  ['the service has tried its newest backup: the drill', drill],
  ['a backup takes the place of a damaged database in one command, and the service goes on', restore],
];

async function drill({ guest }) {
  const slot = await guest.sql("SELECT settled_at FROM job_slot WHERE job = 'backup drill'");
  expect(slot !== '', 'No backup has been tried.');
  const newest = (await guest.sh(`ls ${STATE}/backups | tail -1`)).trim();
  await guest.sh(`naeringspuls restore --verify ${STATE}/backups/${newest}`);
}

async function restore({ guest }) {
  const backup = `${STATE}/figures.sqlite`;
  await guest.sh(`naeringspuls backup ${backup}`);
  const figures = await guest.sql('SELECT count(*) FROM observation');
  await guest.sh(`naeringspuls restore ${backup}`, { code: 5 });
  await guest.sh('systemctl stop naeringspuls');
  const database = `${STATE}/naeringspuls.sqlite`;
  await guest.sh(`dd if=/dev/zero of=${database} bs=4096 count=8 conv=notrunc`);
  await guest.sh(`naeringspuls restore ${backup}`);
  const { status } = await guest
    .after('daemon-started', 120, () => guest.sh('systemctl start naeringspuls'))
    .then(() => guest.ready());
  expect(status === 200, `/health/ready answers ${status}.`);
  const then = await guest.sql('SELECT count(*) FROM observation');
  expect(then === figures, `There were ${figures} figures, and are ${then}.`);
  const said = await guest.sh(`cd ${STATE} && stat -c '%a %U' naeringspuls.sqlite && ls -d *before-restore*`);
  expect(said.startsWith('640 naeringspuls'), `The database put back is ${said}`);
  return `${figures} figures`;
}
