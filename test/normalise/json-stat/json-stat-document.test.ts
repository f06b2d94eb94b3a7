import { describe, expect, it } from 'vitest';
import { readJsonStat } from '../../../src/normalise/json-stat/read-json-stat.ts';
import { refusalOf } from '../cube-cells.ts';
import { fixture } from '../fixtures.ts';
import { makeDocument } from '../make-document.ts';

const document = (changes: object = {}) => ({
  ...makeDocument({ dimensions: { Region: ['0301', '3301'], Tid: ['2023', '2024'] } }),
  ...changes,
});

const messageFor = (reply: unknown): string => {
  const error = refusalOf(() => readJsonStat(reply));
  expect(error.code).toBe('source-contract');
  expect(error.retry).toBe('terminal');
  expect(error.hint).toContain('last accepted publication stays in force');
  expect(error.hint).toContain('publisher has changed the form of its answers, src/normalise must be updated.');
  return error.message;
};

describe('a reply that is not a dataset is refused, saying what it is', () => {
  it.each([
    ['a list', [1], 'The reply is not a JSON object, so it is not a JSON-stat dataset.'],
    ['a text', '<html>', 'The reply is not a JSON object, so it is not a JSON-stat dataset.'],
    ['nothing', null, 'The reply is not a JSON object, so it is not a JSON-stat dataset.'],
    ['an empty object', {}, 'The reply is not a JSON-stat dataset; it is an object with no members.'],
    [
      'an error body',
      fixture('error-body'),
      'The reply is not a JSON-stat dataset; it is an object with type, title, status.',
    ],
    [
      'a collection',
      { class: 'collection' },
      'The class of the reply is the text "collection"; only the class "dataset" holds figures.',
    ],
    ['a class of null', { class: null }, 'The class of the reply is null; only the class "dataset" holds figures.'],
    [
      'a list of classes',
      { class: ['dataset'] },
      'The class of the reply is a list; only the class "dataset" holds figures.',
    ],
    ['a class that is no text', { class: 2 }, 'The class of the reply is 2; only the class "dataset" holds figures.'],
    [
      'a bundle of two',
      { a: { dimension: {} }, b: { dimension: {} } },
      'The reply holds 2 datasets (a, b); exactly one is expected.',
    ],
    [
      'a bundle of two, one of them broken',
      { a: { dimension: 'x' }, b: { dimension: {} } },
      'The reply holds 2 datasets (a, b); exactly one is expected.',
    ],
  ])('%s', (_, reply, message) => {
    expect(messageFor(reply)).toBe(message);
  });

  it('the metadata of a table', () => {
    expect(messageFor(fixture('jobs-metadata-en'))).toBe(
      '"07984: Employed persons, by region, industry (SIC2007) and year 2008-2024" has no figures: it describes a table (its list of values is empty).',
    );
  });
});

describe('a dataset whose parts disagree is refused', () => {
  it.each([
    ['no ids', { id: undefined }, '"00001: Made-up table" has no list of dimension ids.'],
    ['an empty list of ids', { id: [], size: [] }, '"00001: Made-up table" has no list of dimension ids.'],
    ['ids that are no texts', { id: ['Region', 7] }, '"00001: Made-up table" has no list of dimension ids.'],
    ['a dimension listed twice', { id: ['Tid', 'Tid'] }, '"00001: Made-up table" lists a dimension twice: Tid, Tid.'],
    ['fewer sizes than ids', { size: [2] }, '"00001: Made-up table" has 2 dimensions (Region, Tid) but 1 sizes.'],
    ['no sizes', { size: undefined }, '"00001: Made-up table" has 2 dimensions (Region, Tid) but 0 sizes.'],
    [
      'sizes written as texts',
      { size: ['2', '2'] },
      'The size of the dimension Region of "00001: Made-up table" is the text "2", not a whole number above 0.',
    ],
    [
      'a size of 0',
      { size: [2, 0] },
      'The size of the dimension Tid of "00001: Made-up table" is 0, not a whole number above 0.',
    ],
    [
      'a broken size',
      { size: [1.5, 2] },
      'The size of the dimension Region of "00001: Made-up table" is 1.5, not a whole number above 0.',
    ],
    [
      'an id without dimension',
      { id: ['Region', 'Aar'] },
      '"00001: Made-up table" lists the dimension Aar but does not describe its categories.',
    ],
    ['roles that are no object', { role: 'time' }, 'The roles of "00001: Made-up table" are not an object.'],
  ])('%s', (_, changes, message) => {
    expect(messageFor(document(changes))).toBe(message);
  });

  it('a size no memory should be given for', () => {
    expect(messageFor(document({ size: [4e9, 4e9] }))).toBe(
      '"00001: Made-up table" says it has 16000000000000000000 cells; more than 1600000 are not read.',
    );
  });

  it('a size above the largest that is read, and not that one', () => {
    expect(messageFor(document({ size: [800_000, 2] }))).toContain('has the size 800000 but 2 categories.');
    expect(messageFor(document({ size: [800_001, 2] }))).toContain(
      'has 1600002 cells; more than 1600000 are not read.',
    );
  });

  it('a dimension object with a member called id does not stand in for the list of ids', () => {
    expect(messageFor(document({ id: 'Region' }))).toBe('"00001: Made-up table" has no list of dimension ids.');
  });
});

describe('a dataset without label is called', () => {
  it.each([
    ['by its title', { label: undefined, title: 'Made-up title' }, '"Made-up title" has no list of dimension ids.'],
    ['what it is', { label: undefined }, '"dataset without label" has no list of dimension ids.'],
    ['what it is when the label is empty', { label: '' }, '"dataset without label" has no list of dimension ids.'],
  ])('%s', (_, changes, message) => {
    expect(messageFor(document({ ...changes, id: [] }))).toBe(message);
  });
});
