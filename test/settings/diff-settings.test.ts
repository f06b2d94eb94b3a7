import { describe, expect, it } from 'vitest';
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
  expect(added).toMatchObject({ file: 'annotations.yaml', key: '', kind: 'added', before: null, after: null });
});

describe('where a default holds', () => {
  const backup = (content: object | null) =>
    new Map<string, unknown>([...plan({}), ...(content === null ? [] : [['backup.yaml', content] as const])]);
  const compared = (before: object | null, after: object | null) =>
    diffSettings(backup(before), backup(after)).map(({ kind, key, ...one }) => [
      ...[kind, key, one.before, one.isDefaultBefore, one.after, one.isDefaultAfter],
    ]);

  it('what is no longer written and holds all the same is told as a default', () => {
    expect(compared({ keepDaily: 14 }, {})).toEqual([['default', 'keepDaily', '14', false, '14', true]]);
    expect(compared({ keepDaily: 14 }, null)).toEqual([['default', 'keepDaily', '14', false, '14', true]]);
  });

  it('what was written otherwise changes to the default', () => {
    expect(compared({ keepDaily: 3 }, {})).toEqual([['changed', 'keepDaily', '3', false, '14', true]]);
  });

  it('what is newly written changes the default, or nothing', () => {
    expect(compared(null, { keepDaily: 30 })).toEqual([['changed', 'keepDaily', '14', true, '30', false]]);
    expect(compared({}, { keepDaily: 14, folder: 'backups' })).toEqual([]);
  });

  it('what has no default is added or removed', () => {
    expect(compared({}, { also: '/mnt' })).toEqual([['added', 'also', null, false, '"/mnt"', false]]);
  });

  it('defaults in another language differ with the plan', () => {
    const municipality = { code: '4036', name: 'Vinje' };
    const inLanguage = (language: string) => plan({ municipality, title: 'Plan', horizonYear: 2030, language });
    const differing = diffSettings(inLanguage('nb'), inLanguage('nn')).map(({ file, key }) => `${file} ${key}`);
    expect(differing).toEqual([
      'plan.yaml language',
      'plan.yaml survey.title',
      'plan.yaml survey.licence',
      'plan.yaml municipalEmissions.title',
    ]);
  });

  it('a file that is not valid in this version is compared as it is written', () => {
    expect(compared({ keepDaily: 14, gone: true }, { keepDaily: 14 })).toEqual([
      ['removed', 'gone', 'true', false, null, false],
    ]);
  });
});
