import { describe, expect, it } from 'vitest';
import { createRuleRecorder, findRuleVersion, listRuleVersions } from '../../../src/store/assess/rule-versions.ts';
import { buildIndicator } from '../support/build-assessment.ts';
import { rows, temporaryStore } from '../support/temporary-database.ts';

describe('the version of a rule', () => {
  it('is the same as long as the fingerprint is', () => {
    const { store, record } = recorder();
    expect(record('a', 1)).toBe(record('a', 2));
    expect(listRuleVersions(store, 'job-growth')).toHaveLength(1);
  });

  it('is a new one when an earlier rule comes back, so that the rule of a day can be told', () => {
    const { store, record } = recorder();
    record('a', 1);
    record('b', 2);
    record('a', 3);
    const fingerprintAt = (asOf: string) => findRuleVersion(store, 'job-growth', { asOf })?.fingerprint;
    expect(fingerprintAt('2023-12-31T00:00:00Z')).toBeUndefined();
    expect(fingerprintAt('2024-01-01T12:00:00Z')).toBe('a');
    expect(fingerprintAt('2024-01-02T12:00:00Z')).toBe('b');
    expect(fingerprintAt('2024-01-03T12:00:00Z')).toBe('a');
    expect(listRuleVersions(store, 'job-growth').map(({ fingerprint }) => fingerprint)).toEqual(['a', 'b', 'a']);
  });

  it('keeps the whole definition', () => {
    const { store, record } = recorder();
    record('a', 1);
    expect(findRuleVersion(store, 'job-growth')?.definition).toEqual({ rule: 'a', peers: ['3203'] });
  });

  it('is none for an indicator never recorded', () => {
    expect(findRuleVersion(temporaryStore(), 'job-growth')).toBeNull();
  });

  it('brings the texts of the indicator up to date without being a new one', () => {
    const { store, record } = recorder();
    record('a', 1, 'Gammel tittel');
    record('a', 2, 'Ny tittel');
    expect(rows(store, 'SELECT id, title FROM indicator')).toEqual([{ id: 'job-growth', title: 'Ny tittel' }]);
  });
});

function recorder() {
  const store = temporaryStore();
  const record = (fingerprint: string, day: number, title = 'Tittel') =>
    createRuleRecorder(store)({
      indicator: buildIndicator({ title }),
      definition: { rule: fingerprint, peers: ['3203'] },
      fingerprint,
      recordedAt: `2024-01-0${day}T00:00:00Z`,
    });
  return { store, record };
}
