import type { Statbank } from '../../statbank/server.ts';
import type { Happening } from '../service/keep-until.ts';

/** When the figures come that are taken in while somebody takes the write lock. */
export const LOCKED_FROM = '2026-09-15T06:00:00.000Z';

const MANUFACTURING = { UtslpTilLuft: '2', UtslpEnergivare: 'VT0', UtslpKomp: 'A10' };
const EVERY_ENTERPRISE = { Kjonn: 'F', OrgFormer: '_T', NACE2007: '00-99', AntAnsatte: '99', AntEtabl: '00' };
const BERGEN = { Region: '4601' };
const DRAMMEN = { Region: '3301' };

/**
 * What happens at the source in a year: publications in June and February, one with a cell withheld and filled in later,
 * and one in which a code has ended; a revision; a zero of the own place and one of a peer, both mended after a week; a table
 * that is closed and goes on under another number, and one beside which a twin goes on; and three days in April without an
 * answer.
 */
export function yearAtSource(statbank: Statbank): readonly Happening[] {
  const revise = (at: string, ...cell: Parameters<Statbank['reviseCell']>): Happening => ({
    at,
    happen: () => statbank.reviseCell(...cell),
  });
  return [
    { at: '2026-04-14T05:00:00.000Z', happen: () => statbank.setMode('server-error') },
    { at: '2026-04-16T10:00:00.000Z', happen: () => statbank.setMode('normal') },
    {
      at: '2026-06-05T06:00:00.000Z',
      happen: () => statbank.publishYear('13931', '2025', [{ categories: MANUFACTURING, value: ':' }]),
    },
    revise('2026-06-19T06:00:00.000Z', '13931', MANUFACTURING, '2025', 10_128),
    { at: '2026-07-15T06:00:00.000Z', happen: () => statbank.replaceTable('10309', '15309') },
    revise('2026-08-18T05:00:00.000Z', '14623', { ...EVERY_ENTERPRISE, ...DRAMMEN }, '2025', 0),
    revise('2026-08-25T05:00:00.000Z', '14623', { ...EVERY_ENTERPRISE, ...DRAMMEN }, '2025', 972),
    revise(LOCKED_FROM, '06445', DRAMMEN, '2025', 70.4),
    revise('2026-11-05T05:00:00.000Z', '06445', BERGEN, '2025', 0),
    revise('2026-11-12T05:00:00.000Z', '06445', BERGEN, '2025', 69.4),
    { at: '2027-01-20T07:00:00.000Z', happen: () => statbank.addTwin('09429', '15429', '2026') },
    { at: '2027-02-11T07:00:00.000Z', happen: () => statbank.publishYear('14623', '2026') },
    {
      at: '2027-02-25T07:00:00.000Z',
      happen: () => {
        statbank.publishYear('07984', '2026');
        statbank.publishYear('13470', '2026');
        statbank.publishYear('06445', '2026');
        statbank.relabel('06445', 'Region', '5501', 'Tromsø (2024-2025)');
      },
    },
  ];
}
