import { describe, expect, test } from 'vitest';
import { chooseSuccessor, findSuccessor, type OwnTable } from '../../../src/source/describe/find-successor.ts';
import { bareLabel, saysClosed, titleWords } from '../../../src/source/describe/table-title.ts';
import { fakeClient, tableSummary } from '../support/fake-client.ts';

const TITLE = 'Sysselsatte per 4. kvartal, etter region, næring (SN2007), kjønn og alder (K) 2008-2026';
const VARIABLES = ['region', 'næring (SN2007)', 'kjønn', 'alder', 'statistikkvariabel', 'år'];
const OWN: OwnTable = { id: '07984', label: `07984: ${TITLE}`, variables: VARIABLES, lastPeriod: '2025' };
const NEW_VARIABLES = VARIABLES.map((label) => label.replace('SN2007', 'SN2025'));

const table = (id: string, lastPeriod: string, more: { label?: string; variableNames?: readonly string[] } = {}) =>
  tableSummary(id, lastPeriod, {
    label: `${id}: ${TITLE.replace('SN2007', 'SN2025')}`,
    variableNames: NEW_VARIABLES,
    ...more,
  });
const idOf = (found: { readonly table: string } | null): string | null => found?.table ?? null;

describe('the words of a title', () => {
  test.each([
    [`07984: ${TITLE}`, ['sysselsatte', 'kvartal']],
    ['Sysselsatte per 4. kvartal etter region, kjønn og år', ['sysselsatte', 'kvartal']],
    ['10309: Virksomheter (avslutta serie) 2009-2024', ['virksomheter']],
    ['05810: Population, by sex and age 1845-2025', ['population']],
    ['13931: Klimagasser AND "energi" [1990 TO 2024], etter kilde', ['klimagasser', 'energi']],
    ['', []],
  ])('of «%s» cannot be read as grammar of the search', (label, words) => {
    expect(titleWords(label)).toEqual(words);
  });

  test('a variable is the same whatever stands in brackets', () => {
    expect(bareLabel('Næring (SN2025)')).toBe(bareLabel('næring (SN2007)'));
  });

  test.each([
    ['10309: Virksomheter (avslutta serie) 2009-2024', true],
    ['10309: Establishments (closed series) 2009-2024', true],
    ['10309: Virksomheter 2009-2024', false],
  ])('«%s» says that it is closed: %s', (label, isClosed) => {
    expect(saysClosed({ label, discontinued: false })).toBe(isClosed);
  });
});

describe('a twin', () => {
  test('has the words, the variables and a later period', () => {
    expect(idOf(chooseSuccessor([table('15001', '2026')], OWN, 'twin'))).toBe('15001');
  });

  test.each([
    ['ends no later', table('15001', '2025')],
    ['counts in quarters', table('15001', '2026K1')],
    [
      'counts something more',
      table('15001', '2026', { label: '15001: Sysselsatte menn per 4. kvartal, etter region' }),
    ],
    ['counts something else', table('15001', '2026', { label: '15001: Lønnstakere per 4. kvartal, etter region' })],
    ['has other variables', table('15001', '2026', { variableNames: ['region', 'år'] })],
    ['is closed', table('15001', '2026', { label: `15001: ${TITLE.replace(' (K)', ' (K) (avslutta serie)')}` })],
    ['is the table itself', table('07984', '2026')],
  ])('is no table that %s', (_, other) => {
    expect(chooseSuccessor([other], OWN, 'twin')).toBeNull();
  });
});

describe('an heir', () => {
  test('is of several the one with the same variables, on SN2025, with the newest period', () => {
    const others = [
      table('15001', '2025', { variableNames: ['region', 'år'] }),
      table('15002', '2025', { label: `15002: ${TITLE}`, variableNames: VARIABLES }),
      table('15003', '2025'),
      table('15004', '2026'),
    ];
    expect(idOf(chooseSuccessor(others, OWN, 'heir'))).toBe('15004');
    expect(idOf(chooseSuccessor(others.slice(0, 3), OWN, 'heir'))).toBe('15003');
    expect(idOf(chooseSuccessor(others.slice(0, 2), OWN, 'heir'))).toBe('15002');
  });

  test('does not end before the table it goes on from', () => {
    expect(chooseSuccessor([table('15001', '2024')], OWN, 'heir')).toBeNull();
  });

  test('is not guessed among several where the variables are not known', () => {
    const unknown = { ...OWN, variables: [] };
    expect(idOf(chooseSuccessor([table('15001', '2026')], unknown, 'heir'))).toBe('15001');
    expect(chooseSuccessor([table('15001', '2026'), table('15002', '2026')], unknown, 'heir')).toBeNull();
  });

  test('with another title is searched for by its variables and SN2025', async () => {
    const renamed = table('15001', '2026', {
      label: '15001: Sysselsatte etter arbeidssted, etter region, næring (SN2025)',
    });
    const asked: (string | undefined)[] = [];
    const client = fakeClient({
      tables: ({ query }) => {
        asked.push(query);
        return Promise.resolve(query?.includes('SN2025') === true ? [renamed] : []);
      },
    });
    expect(idOf(await findSuccessor(client, OWN, 'heir'))).toBe('15001');
    expect(asked).toEqual(['sysselsatte kvartal', 'region næring kjønn alder statistikkvariabel SN2025']);
  });
});
