import type { DeclaredBreak } from '../../model/plan/settings.ts';

/** Employment in the registers has come from the employers' own reports (a-ordningen) since 2015. */
const EMPLOYERS_REPORTS = {
  period: '2015',
  reason: 'ny datakilde (a-ordningen); SSB opplyser at 4. kvartal 2015 ikke kan sammenliknes med tidligere år',
};

const from = (table: string) => `https://www.ssb.no/statbank/table/${table}`;

/** Breaks of the source that hold for every municipality; corrections.yaml may declare others in their place. */
export const KNOWN_BREAKS: readonly DeclaredBreak[] = [
  { dataset: 'employed-total', ...EMPLOYERS_REPORTS, reference: from('07984') },
  { dataset: 'employed-by-industry', ...EMPLOYERS_REPORTS, reference: from('07984') },
  { dataset: 'employed-by-industry-rounded', ...EMPLOYERS_REPORTS, reference: from('13470') },
  { dataset: 'employment-rate', ...EMPLOYERS_REPORTS, reference: from('06445') },
];
