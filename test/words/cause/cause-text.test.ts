import { describe, expect, it } from 'vitest';
import type { Assessment, Cause } from '../../../src/model/plan/assessment.ts';
import { CAUSES } from '../../../src/model/plan/assessment.ts';
import type { Language } from '../../../src/model/language.ts';
import { causeText } from '../../../src/words/cause/cause-text.ts';
import { buildDefinition, buildPeerGroup, OWN, regionSeries, type Cell } from '../../support/builders.ts';
import { assessFigures, assessOwn, type Figures } from '../../status/assess-figures.ts';

const RISE = { '2022': 90, '2023': 100, '2024': 110 };

function say(cause: Cause, now: Assessment, before: Assessment | null = null, language: Language = 'nb'): string {
  return causeText({ ...now, cause }, before, language);
}

function compared(own: Record<string, Cell>, peer: Record<string, Cell>): Assessment {
  return assessFigures({
    definition: buildDefinition({
      peers: 'rivals',
      rule: { id: 'growth-lead', against: 'pooled', tolerance: { absolute: 0 } },
    }),
    group: buildPeerGroup({ A: ['0201'] }),
    series: regionSeries({ [OWN]: own, '0201': peer }),
  });
}

describe('causeText', () => {
  it('names the period of new figures', () => {
    expect(say('new-period', assessOwn({ ...RISE, '2025': 120 }))).toBe('nye tall for 2025');
  });

  it('names the latest period, though its figure is missing', () => {
    const withoutNewest = compared({ '2022': 90, '2023': 100, '2024': null }, { '2023': 1, '2024': 1 });
    expect([withoutNewest.period, say('new-period', withoutNewest)]).toEqual(['2024', '2024 er publisert']);
  });

  it('names no period where there is none', () => {
    expect(say('new-period', assessOwn({}))).toBe('nye tall');
  });

  it('names a quarter as staff do', () => {
    expect(say('new-period', assessOwn({ '2025K1': 1, '2025K2': 2 }))).toBe('2. kvartal 2025 er publisert');
  });

  it('says what Statistics Norway has revised', () => {
    expect(say('revision', assessOwn({ ...RISE, '2024': 99 }), assessOwn(RISE))).toBe(
      'SSB har rettet tallene for 2024',
    );
  });

  it('names every period that was revised', () => {
    const before = assessOwn(RISE);
    expect(say('revision', assessOwn({ '2022': 90, '2023': 99, '2024': 98 }), before)).toBe(
      'SSB har rettet tallene for 2023 og 2024',
    );
  });

  it('does not put the blame on Statistics Norway for a file of the municipality', () => {
    const imported: Omit<Figures, 'series'> = { dataset: { publication: { table: null } } };
    expect(say('revision', assessOwn({ ...RISE, '2024': 99 }, imported), assessOwn(RISE, imported))).toBe(
      'tallene for 2024 er rettet',
    );
  });

  it('names a period in which only the symbol of a missing figure is another', () => {
    const withheld = (symbol: string): Cell => ({ value: null, obsStatus: 'Q', symbol });
    const before = assessOwn({ ...RISE, '2023': withheld(':') });
    expect(say('revision', assessOwn({ ...RISE, '2023': withheld('c') }), before)).toBe(
      'SSB har rettet tallene for 2023',
    );
  });

  it('names periods in order of time, whichever peer was revised first', () => {
    const peers = (a2024: number, b2023: number) =>
      assessFigures({
        definition: buildDefinition({ peers: 'rivals' }),
        group: buildPeerGroup({ A: ['0201'], B: ['0202'] }),
        series: regionSeries({
          [OWN]: RISE,
          '0201': { '2023': 1, '2024': a2024 },
          '0202': { '2023': b2023, '2024': 1 },
        }),
      });
    expect(say('peer-revision', peers(2, 2), peers(1, 1))).toContain('(2023 og 2024)');
  });

  it('names own periods only when own figures were revised, and peers’ only when theirs were', () => {
    const before = compared(RISE, { '2023': 100, '2024': 105 });
    const now = compared({ ...RISE, '2024': 111 }, { '2023': 101, '2024': 105 });
    expect(say('revision', now, before)).toBe('SSB har rettet tallene for 2024');
    expect(say('peer-revision', now, before)).toContain('(2023)');
  });

  it('says when figures come from another source', () => {
    expect(say('source-switched', assessOwn(RISE))).toBe('tallene hentes nå fra en annen kilde');
  });

  it('tells figures of the comparison group from own ones', () => {
    const peer = { '2023': 100, '2024': 105 };
    expect(say('peer-revision', compared(RISE, { ...peer, '2023': 99 }), compared(RISE, peer))).toBe(
      'tallene for sammenlikningsgruppen er rettet (2023)',
    );
  });

  it('is the same sentence in English', () => {
    expect(say('revision', assessOwn({ ...RISE, '2024': 99 }), assessOwn(RISE), 'en')).toBe(
      'Statistics Norway has revised the figures for 2024',
    );
  });

  it('names both sources of a switch', () => {
    const other = assessOwn(RISE, { dataset: { publication: { table: '99999', coverage: 'county' }, regions: null } });
    expect(say('source-switched', other, assessOwn(RISE))).toBe(
      'tallene hentes nå fra Statistisk sentralbyrå, tabell 99999, fylkestall (før: Statistisk sentralbyrå, tabell 01234, kommunetall)',
    );
  });

  it('says of what is withdrawn that it is the latest period, or which figures before', () => {
    const gone: Cell = { value: null, obsStatus: 'O', symbol: 'withdrawn', taken: true };
    const later = assessOwn({ ...RISE, '2025': 120 });
    expect(say('withdrawn', assessOwn(RISE), later)).toBe('kilden har ikke lenger tall etter 2024');
    expect(say('withdrawn', assessOwn({ ...RISE, '2023': gone }), assessOwn(RISE))).toBe(
      'kilden har ikke lenger tallene for 2023',
    );
    const peer = { '2023': 100, '2024': 105 };
    expect(say('withdrawn', compared(RISE, { ...peer, '2023': gone }), compared(RISE, peer))).toBe(
      'kilden har ikke lenger tallene for 2023',
    );
  });

  it('gives the reason and the reference of the corrections that are new, or of those there are', () => {
    const corrected = (value: number, reason: string, reference: string): Cell => ({
      ...{ value, obsStatus: 'E', correction: { published: 1, reason, reference } },
    });
    const first = { ...RISE, '2023': corrected(101, 'Feil, jf. notat.', 'sak 1') };
    const both = { ...first, '2024': corrected(111, 'Dobbelttelling.', 'sak 2') };
    expect(say('correction', assessOwn(first), assessOwn(RISE))).toBe(
      'kommunen har rettet tallene for 2023: Feil, jf. notat (sak 1)',
    );
    expect(say('correction', assessOwn(both), assessOwn(first))).toBe(
      'kommunen har rettet tallene for 2024: Dobbelttelling (sak 2)',
    );
    const again = { ...first, '2024': corrected(111, 'Feil, jf. notat.', 'sak 1') };
    expect(say('correction', assessOwn(again), assessOwn(first))).toBe(
      'kommunen har rettet tallene for 2024: Feil, jf. notat (sak 1)',
    );
    expect(say('correction', assessOwn(RISE), assessOwn(first))).toBe('kommunen har rettet 2023');
  });

  it('says when a source has gone silent', () => {
    expect(say('source-switched', assessFigures({ series: [], definition: buildDefinition({ inputs: [] }) }))).toBe(
      'kilden har ikke lenger tall',
    );
  });

  it.each(['nb', 'en'] as const)('has words of its own for every cause (%s)', (language) => {
    const words = CAUSES.map((cause) => say(cause, assessOwn(RISE), null, language));
    expect(new Set(words).size).toBe(CAUSES.length);
  });
});
