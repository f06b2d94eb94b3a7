import { expect, it } from 'vitest';
import { diffSettings } from '../../src/settings/diff-settings.ts';

const plan = (content: object) => new Map<string, unknown>([['plan.yaml', content]]);
const lines = (before: object, after: object) =>
  diffSettings(plan(before), plan(after)).map(({ kind, key, before, after }) => [kind, key, before, after]);

it('nothing differs between what is the same', () => {
  expect(lines({ a: { b: [1, 2] } }, { a: { b: [1, 2] } })).toEqual([]);
});

it('a key is added, removed or changed, and named by where it stands', () => {
  expect(lines({ since: 2020, old: 1 }, { since: 2021, municipality: { code: '0301' } })).toEqual([
    ['changed', 'since', '2020', '2021'],
    ['removed', 'old', '1', null],
    ['added', 'municipality.code', null, '"0301"'],
  ]);
});

it('a list of single values is one value', () => {
  expect(lines({ codes: ['0301'] }, { codes: ['0301', '0602'] })).toEqual([
    ['changed', 'codes', '["0301"]', '["0301","0602"]'],
  ]);
});

it('an entry of a list of groups is known by its id wherever it stands, and without one by its place', () => {
  const before = { channels: [{ id: 'log', by: 'log' }], years: [{ year: 2015 }] };
  const after = {
    channels: [
      { id: 'mail', by: 'email' },
      { id: 'log', by: 'log' },
    ],
    years: [{ year: 2016 }],
  };
  expect(lines(before, after)).toEqual([
    ['changed', 'years.1.year', '2015', '2016'],
    ['added', 'channels.mail.id', null, '"mail"'],
    ['added', 'channels.mail.by', null, '"email"'],
  ]);
});

it('what is emptied, and what is nothing, is told from what is not there', () => {
  expect(lines({ a: {}, b: null }, { a: { c: 1 } })).toEqual([
    ['removed', 'a', '{}', null],
    ['removed', 'b', 'null', null],
    ['added', 'a.c', null, '1'],
  ]);
});

it('a whole file is told as one', () => {
  const [added] = diffSettings(plan({}), new Map([...plan({}), ['annotations.yaml', { notes: [] }]]));
  expect(added).toEqual({ file: 'annotations.yaml', key: '', kind: 'added', before: null, after: null });
});
