import { describe, expect, it } from 'vitest';
import type { TableStanding } from '../../../src/model/data/source-description.ts';
import { type SourceFinding, sourceRemark } from '../../../src/words/remark/source-remark.ts';

const NOTE = { kind: 'note', table: '07984', text: 'Ny\ndatakilde.', mandatory: true, on: null } as const;
const CLOSED: TableStanding = {
  ...{ kind: 'closed', table: '07984', lastPeriod: '2025', seenAt: '2027-01-28T07:22:00.000Z' },
  successor: { table: '15555', label: 'Sysselsatte (SN2025)', lastPeriod: '2026' },
};

describe('what is said of a table beside an indicator', () => {
  it.each<readonly [SourceFinding, string, string]>([
    [
      NOTE,
      'Merknad fra SSB som skal leses sammen med tallene, tabell 07984: «Ny datakilde.»',
      'Note from Statistics Norway that belongs with the figures, table 07984: «Ny datakilde.»',
    ],
    [
      { ...NOTE, mandatory: false, on: 'region 3301' },
      'Ny merknad fra SSB, tabell 07984 (region 3301): «Ny datakilde.»',
      'New note from Statistics Norway, table 07984 (region 3301): «Ny datakilde.»',
    ],
    [
      { kind: 'label', table: '07984', code: '58-63', variable: 'næring', before: 'A', after: 'B' },
      'Tabell 07984 kaller nå 58-63 (næring) «B»; før het det «A».',
      'Table 07984 now calls 58-63 (næring) «B»; it was «A».',
    ],
    [
      { kind: 'standing', standing: CLOSED },
      'Tabell 07984 er avsluttet hos SSB og får ikke nye tall. Siste periode er 2025. Den ser ut til å fortsette i tabell 15555 («Sysselsatte (SN2025)»).',
      'Table 07984 is closed at Statistics Norway and gets no new figures. Its last period is 2025. It seems to go on in table 15555 («Sysselsatte (SN2025)»).',
    ],
    [
      { kind: 'standing', standing: { ...CLOSED, kind: 'gone', lastPeriod: null, successor: null } },
      'Tabell 07984 finnes ikke lenger hos SSB.',
      'Table 07984 is no longer at Statistics Norway.',
    ],
    [
      { kind: 'standing', standing: { ...CLOSED, kind: 'standing-still', lastPeriod: null, successor: null } },
      'Tabell 07984 står stille hos SSB, mens en annen tabell har nyere tall.',
      'Table 07984 stands still at Statistics Norway, while another has later figures.',
    ],
    [
      { kind: 'symbol', table: '06445', symbol: '?' },
      'SSB bruker symbolet «?» i tabell 06445, og ingen har forklart hva det betyr.',
      'Statistics Norway uses the symbol «?» in table 06445, and nobody has explained what it means.',
    ],
  ])('%o', (finding, nb, en) => {
    expect([sourceRemark(finding, 'nb'), sourceRemark(finding, 'en')]).toEqual([nb, en]);
  });
});
