import { describe, expect, it } from 'vitest';
import type { Assessment, Cause } from '../../src/model/assessment.ts';
import { CAUSES } from '../../src/model/assessment.ts';
import type { Language } from '../../src/status/language.ts';
import { causeText } from '../../src/status/cause-text.ts';
import { buildDefinition, buildPeerGroup, OWN, regionSeries, type Cell } from '../support/builders.ts';
import { assessFigures, assessOwn, type Figures } from './assess-figures.ts';

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

  it('names a quarter as staff do', () => {
    expect(say('new-period', assessOwn({ '2025K1': 1, '2025K2': 2 }))).toBe('nye tall for 2. kvartal 2025');
  });

  it('says what Statistics Norway has revised', () => {
    expect(say('revision', assessOwn({ ...RISE, '2024': 99 }), assessOwn(RISE))).toBe('SSB har rettet 2024');
  });

  it('names every period that was revised', () => {
    const before = assessOwn(RISE);
    expect(say('revision', assessOwn({ '2022': 90, '2023': 99, '2024': 98 }), before)).toBe(
      'SSB har rettet 2023 og 2024',
    );
  });

  it('does not put the blame on Statistics Norway for a file of the municipality', () => {
    const imported: Omit<Figures, 'series'> = { dataset: { publication: { table: null } } };
    expect(say('revision', assessOwn({ ...RISE, '2024': 99 }, imported), assessOwn(RISE, imported))).toBe(
      'tallene for 2024 er rettet',
    );
  });

  it('tells figures of the comparison group from own ones', () => {
    const peer = { '2023': 100, '2024': 105 };
    expect(say('peer-revision', compared(RISE, { ...peer, '2023': 99 }), compared(RISE, peer))).toBe(
      'tallene for sammenlikningsgruppen er rettet (2023)',
    );
  });

  it('is the same sentence in English', () => {
    expect(say('revision', assessOwn({ ...RISE, '2024': 99 }), assessOwn(RISE), 'en')).toBe(
      'Statistics Norway has revised 2024',
    );
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
