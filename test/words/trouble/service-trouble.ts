import type { Trouble } from '../../../src/model/trouble.ts';
import type { SERVICE_TROUBLES } from '../../../src/words/trouble/service/service-trouble.ts';

const WHYS = ['away', 'full', 'closed', 'other'] as const;
/** In the log, in English. */
const SAID = 'The log says what the system said.';
const FOLDER = { folder: '/etc/municipalities/vinje', municipality: 'Vinje' };
const AT = '2026-03-03T10:00:00.000Z';

type Kind = (typeof SERVICE_TROUBLES)[number];

/** Examples of what may be wrong with the service itself, by kind. */
export const SERVICE_TROUBLE: { readonly [One in Kind]: readonly Extract<Trouble, { kind: One }>[] } = {
  'backup-failed': [
    ...WHYS.map(
      (why) => ({ kind: 'backup-failed', folder: '/data/backups', isSecond: false, why, said: SAID }) as const,
    ),
    { kind: 'backup-failed', folder: '/mnt/backup', isSecond: true, why: 'away', said: SAID },
  ],
  'page-failed': WHYS.map((why) => ({ kind: 'page-failed', file: '/srv/www/page.html', why, said: SAID }) as const),
  'workbook-failed': [{ kind: 'workbook-failed', file: '/data/analyst.xlsx', why: 'closed', said: SAID }],
  delivery: [0, 1, 2].map(
    (givenUp) => ({ kind: 'delivery', channel: 'email', since: AT, givenUp, said: SAID }) as const,
  ),
  'copy-failed': [{ kind: 'copy-failed', file: '/data/naeringspuls-analyst.sqlite', why: 'closed', said: SAID }],
  'settings-refused': [
    { kind: 'settings-refused', ...FOLDER, isServed: true, isToldToOthers: false, said: SAID },
    { kind: 'settings-refused', ...FOLDER, isServed: false, isToldToOthers: true, said: SAID },
    { kind: 'settings-refused', ...FOLDER, municipality: null, isServed: false, isToldToOthers: true, said: SAID },
  ],
  'work-failed': [
    { kind: 'work-failed', ...FOLDER, isServed: true, isToldToOthers: false, why: 'full', said: SAID },
    { kind: 'work-failed', ...FOLDER, isServed: false, isToldToOthers: true, why: 'closed', said: SAID },
  ],
  'drill-failed': [{ kind: 'drill-failed', file: '/data/backups/naeringspuls-2026-03-03.sqlite', said: SAID }],
};
