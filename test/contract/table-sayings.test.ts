import { describe, expect, it } from 'vitest';
import { newLabels, standingNotes } from '../../src/contract/table-sayings.ts';
import type { SourceDescription, SourceNote } from '../../src/model/data/source-description.ts';

const note = (text: string): SourceNote => ({ text, textEn: null, mandatory: false, variable: null, category: null });

interface Said {
  readonly notes?: readonly string[];
  readonly label?: string;
}

/** What a table said in the years from 2020 on: its notes, and its label of the code a. */
function history(...said: readonly Said[]) {
  return said.map(({ notes = [], label }, year) => {
    const categories = label === undefined ? [] : [{ code: 'a', label, unit: null, decimals: null }];
    const description: SourceDescription = {
      ...{ title: 'T', discontinued: false, lastPeriod: null, source: null, nextUpdate: null },
      variables: [{ code: 'G', label: 'gruppe', isWhole: false, categories }],
      notes: notes.map(note),
    };
    return { describedAt: String(2020 + year), description };
  });
}

describe('notes that stand on a table', () => {
  const standing = (...said: readonly Said[]) =>
    standingNotes(history(...said)).map(({ note: { text }, isNew, since }) => [text, isNew, since]);

  it('are those of its last description, with since when, and new where they were not there from the first', () => {
    expect(standing({ notes: ['a'] }, { notes: ['a', 'b'] })).toEqual([
      ['a', false, '2020'],
      ['b', true, '2021'],
    ]);
  });

  it('are others when they are written anew, and none when they are taken away', () => {
    expect(standing({ notes: ['a'] }, { notes: ['A'] })).toEqual([['A', true, '2021']]);
    expect(standing({ notes: ['a'] }, {})).toEqual([]);
    expect(standing()).toEqual([]);
  });
});

describe('new labels', () => {
  const labels = (...said: readonly Said[]) =>
    newLabels(history(...said)).map(({ code, before, after, since }) => [code, before, after, since]);

  it('are told from the one before, with since when', () => {
    expect(labels({ label: 'Bygg' }, { label: 'Bergverk' }, { label: 'Bergverk' })).toEqual([
      ['a', 'Bygg', 'Bergverk', '2021'],
    ]);
  });

  it('are the last of several', () => {
    expect(labels({ label: 'A' }, { label: 'B' }, { label: 'C' })).toEqual([['a', 'B', 'C', '2022']]);
  });

  it('are none where nothing has changed, or the code was not asked for before', () => {
    expect(labels({ label: 'A' }, { label: 'A' })).toEqual([]);
    expect(labels({}, { label: 'A' })).toEqual([]);
    expect(labels({ label: 'A' }, {}, { label: 'A' })).toEqual([]);
  });
});
