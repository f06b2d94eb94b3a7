import { describe, expect, it } from 'vitest';
import type { RecordedAcceptance } from '../../../src/model/plan/acceptance.ts';
import type { Cell } from '../../support/builders.ts';
import { buildDefinition, buildSeries, INPUT, OWN } from '../../support/builders.ts';
import { assessFigures, assessOwn } from '../../status/assess-figures.ts';

// What stands beside a verdict without changing it: corrections and what a person has let in.

const remarksOf = (...given: Parameters<typeof assessOwn>) => assessOwn(...given).remarks;
const corrected = (value: number | null, published = 111.5): Cell => ({
  ...{ value, obsStatus: 'E', correction: { published, reason: 'Feil, jf. notat.', reference: 'sak 1' } },
});
const accepted = (fields: Partial<RecordedAcceptance>): RecordedAcceptance => ({
  ...{ zeros: null, finding: 'f', acceptedBy: 'Kari', acceptedAt: '2026-03-02T08:15:00Z', publicationId: 1 },
  ...fields,
});

describe('a correction', () => {
  it('is told with what was published, why, and by which reference', () => {
    expect(remarksOf({ '2023': 100, '2024': corrected(110) })).toEqual([
      'Kommunen har rettet tallet for 2024 fra 111,5 til 110: Feil, jf. notat (sak 1).',
    ]);
  });

  it('is told by its quarter as staff read it', () => {
    const definition = buildDefinition({ step: { unit: 'quarter', count: 1 } });
    expect(remarksOf({ '2024K1': 100, '2024K2': corrected(110) }, { definition })[0]).toContain('2. kvartal 2024');
  });

  it('is told once, of however many cells it is', () => {
    const series = ['a', 'b'].map((Trade) =>
      buildSeries({ Contents: 'n', Trade, Region: OWN }, { '2023': 1, '2024': corrected(110) }),
    );
    const definition = buildDefinition({ inputs: [{ ...INPUT, terms: [{ Trade: ['a', 'b'] }] }] });
    expect(assessFigures({ definition, series }).remarks).toHaveLength(1);
  });

  it('is not told of a period that the rule does not read, nor of one that left no number', () => {
    expect(remarksOf({ '2022': corrected(90), '2023': 100, '2024': 110 })).toEqual([]);
    expect(remarksOf({ '2022': 90, '2023': corrected(null), '2024': 110 })).toEqual([]);
  });

  it('stands in the source line too', () => {
    expect(assessOwn({ '2023': 100, '2024': corrected(110) }).sentence).toMatch(
      / Kilde: Statistisk sentralbyrå, tabell 01234, med kommunens rettelse\.$/,
    );
  });
});

describe('what a person let in', () => {
  const cells: Record<string, Cell> = { '2023': 100, '2024': { value: 0, publicationId: 2 } };
  const series = { ...cells, '2022': { value: 5, publicationId: 3 } };
  const told = (fields: Partial<RecordedAcceptance>, given: Record<string, Cell> = cells) =>
    assessFigures({
      acceptances: [accepted(fields)],
      series: [
        buildSeries({ Contents: 'n', Region: OWN }, given),
        buildSeries({ Contents: 'n', Region: '0201' }, { '2024': 9 }),
      ],
    }).remarks;

  it('is told of a publication that a figure came with', () => {
    const said = ['Tallene er godtatt for hånd 2. mars 2026, selv om de var holdt tilbake.'];
    expect([told({ publicationId: 1 }), told({ publicationId: 2 })]).toEqual([said, said]);
    expect([told({ publicationId: 3 }, series), told({ publicationId: 9 })]).toEqual([[], []]);
  });

  it('is told of a zero in a period that the rule reads', () => {
    const zeros = (period: string) => told({ zeros: { place: 'Moss', period }, publicationId: 1 });
    expect(zeros('2024')).toEqual(['0 for Moss i 2024 er godtatt for hånd 2. mars 2026.']);
    expect([zeros('2023'), zeros('2025')]).toEqual([[], []]);
    const country = told({ zeros: { place: '0', period: '2024' }, publicationId: 1 });
    expect(country).toEqual(['0 for Norge i 2024 er godtatt for hånd 2. mars 2026.']);
  });
});
