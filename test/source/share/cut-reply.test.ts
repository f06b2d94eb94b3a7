import { describe, expect, test } from 'vitest';
import { cutReply } from '../../../src/source/share/cut-reply.ts';

/** Two contents, three places, two years; the value of a cell tells where it stands. */
const WHOLE = {
  version: '2.0',
  updated: '2026-03-01T07:00:00Z',
  id: ['ContentsCode', 'Region', 'Tid'],
  size: [2, 3, 2],
  dimension: {
    ContentsCode: { category: { index: { A: 0, B: 1 }, label: { A: 'a', B: 'b' } } },
    Region: {
      label: 'region',
      category: {
        index: { 'K.4036': 0, 'K.4034': 1, 'K.4026': 2 },
        label: { 'K.4036': 'Nissedal', 'K.4034': 'Kviteseid', 'K.4026': 'Tinn' },
        note: { 'K.4034': ['Ny grense.'] },
      },
    },
    Tid: { category: { index: ['2024', '2025'] } },
  },
  value: [0, 1, 10, 11, 20, 21, 100, 101, 110, 111, 120, 121],
  status: { '2': '.', '9': '..', '11': ':' },
};

describe('a reply that was asked for with the places of others', () => {
  test('is cut to the own places as the source would have answered them', () => {
    expect(cutReply(WHOLE, 'Region', ['K.4026', 'K.4034'])).toEqual({
      ...WHOLE,
      size: [2, 2, 2],
      dimension: {
        ...WHOLE.dimension,
        Region: {
          label: 'region',
          category: {
            index: { 'K.4034': 0, 'K.4026': 1 },
            label: { 'K.4034': 'Kviteseid', 'K.4026': 'Tinn' },
            note: { 'K.4034': ['Ny grense.'] },
          },
        },
      },
      value: [10, 11, 20, 21, 110, 111, 120, 121],
      status: { '0': '.', '5': '..', '7': ':' },
    });
  });

  test('has no symbols where none of the own cells has one', () => {
    expect(cutReply(WHOLE, 'Region', ['K.4036'])).not.toHaveProperty('status');
  });

  test('keeps values and symbols in whichever form they come', () => {
    const sparse = { ...WHOLE, value: { '1': 1, '11': 121 }, status: WHOLE.value.map(String) };
    expect(cutReply(sparse, 'Region', ['K.4026'])).toMatchObject({
      value: { '3': 121 },
      status: ['20', '21', '120', '121'],
    });
  });

  test('knows a list of codes, and codes in other letters', () => {
    const Region = { category: { index: ['K.4036', 'K.4034', 'K.4026'] } };
    const listed = { ...WHOLE, dimension: { ...WHOLE.dimension, Region } };
    expect(cutReply(listed, 'Region', ['k.4034'])).toMatchObject({
      dimension: { Region: { category: { index: ['K.4034'] } } },
      value: [10, 11, 110, 111],
    });
  });

  test.each([
    ['an own place is missing', WHOLE, ['K.4036', 'K.4099']],
    ['the dimension is missing', { ...WHOLE, id: ['ContentsCode', 'Region2', 'Tid'] }, ['K.4036']],
    ['it is no data', { title: 'Bad request' }, ['K.4036']],
    ['it is empty', null, ['K.4036']],
  ])('cannot be cut where %s', (_, document, codes) => {
    expect(cutReply(document, 'Region', codes)).toBeNull();
  });
});
