import { describe, expect, it } from 'vitest';
import { announcesBreak, breakPeriodOf } from '../../src/contract/announced-break.ts';

describe('a note that announces a break', () => {
  it.each([
    'Brudd i tidsserien mellom 2014 og 2015.',
    'Fra og med 2025 er datakilden endret. Tallene er ikke sammenliknbare med tidligere år.',
    'Tallene er ikke direkte sammenlignbare.',
    'Tala er ikkje samanliknbare.',
    'Ny definisjon av sysselsatte.',
    'Nytt datagrunnlag fra 2025.',
    'Endret datakilde.',
    'There is a break in the time series.',
    'The figures are not comparable with earlier years.',
  ])('is %s', (note) => {
    expect(announcesBreak(note)).toBe(true);
  });

  it.each([
    'Tallene er avrundet til nærmeste hele hundre.',
    'Siste år er foreløpig.',
    'Grensejustering 1. januar 2024.',
    'Figures are comparable over time.',
  ])('is not %s', (note) => {
    expect(announcesBreak(note)).toBe(false);
  });
});

describe('the first period after it', () => {
  it.each([
    ['Fra og med 2025 er datakilden endret. Til 2024 var den en annen.', '2025', '2025'],
    ['Brudd mellom 2014 og 2015.', '2025', '2015'],
    ['Ny definisjon.', '2025', '2025'],
    ['Ny definisjon, revideres i 2030.', '2025', '2025'],
    ['Brudd fra 2024.', '2025K3', '2024K1'],
    ['Brudd fra 2024.', '2025M09', '2024M01'],
  ])('of «%s» in a table to %s is %s', (note, lastPeriod, period) => {
    expect(breakPeriodOf(note, lastPeriod)).toBe(period);
  });

  it('is unknown where the table names no period', () => {
    expect(breakPeriodOf('Brudd.', null)).toBeNull();
  });
});
