import { describe, expect, it, test } from 'vitest';
import type { CodeListValue } from '../../src/model/data/place-witness.ts';
import { bundledPlace } from '../../src/places/bundled/bundled-places.ts';
import { compareWithBundled } from '../../src/places/bundled/compare-with-bundled.ts';
import { compareBundled } from '../../src/places/compare-bundled.ts';
import { CODE_LIST, geographyOf, LABELS } from './support.ts';

interface Changed {
  readonly labels?: Readonly<Record<string, string>>;
  /** Groups that stand in place of those with their code. */
  readonly groups?: readonly CodeListValue[];
}

/** What the source's list says otherwise than the program, of some of today's municipalities. */
function differences(codes: readonly string[], { labels = {}, groups = [] }: Changed = {}): readonly string[] {
  const places = codes.flatMap((code) => bundledPlace(code) ?? []);
  const codeList = CODE_LIST.map((value) => groups.find(({ code }) => code === value.code) ?? value);
  return compareBundled(places, { codeList, labels: { ...LABELS, ...labels } });
}

const drammen = (members: readonly string[], label = 'Drammen'): Changed => ({
  groups: [{ code: 'K-3301', label, members }],
});
const ALL = ['0602', '0625', '0711', '3005', '3301'];

describe('the program’s own list and the source’s', () => {
  it('agree on every place that both have as Statistics Norway’s grouping has it', () => {
    expect(differences(CODE_LIST.map(({ code }) => code.slice(2)))).toEqual([]);
  });

  it('agree on a municipality that was divided, whose years the program leaves out', () => {
    expect(differences(['1508'])).toEqual([]);
    expect(CODE_LIST.find(({ code }) => code === 'K-1508')?.members).toContain('1507');
  });

  test('differ where the source sums a code more', () => {
    expect(differences(['3301'], { ...drammen([...ALL, '0626']) })).toEqual([
      '0626 «Lier» is Drammen in the source’s code list, and the program lacks it.',
    ]);
  });

  test('differ where the source sums a code less', () => {
    expect(differences(['3301'], drammen(ALL.filter((code) => code !== '0711')))).toEqual([
      '0711 «Svelvik» is Drammen in the program’s list, and not in the source’s code list.',
    ]);
  });

  test('differ where a code has ended, or did at another time', () => {
    expect(differences(['3301'], { labels: { '3301': 'Drammen (2024-2029)', '3005': 'Drammen (2020-2022)' } })).toEqual(
      [
        '3005 «Drammen» was in use 2020-2022 in the source, and 2020-2023 in the program’s list of Drammen.',
        '3301 «Drammen» was in use 2024-2029 in the source, and 2024- in the program’s list of Drammen.',
      ],
    );
  });

  test('differ where today’s code is another place', () => {
    expect(differences(['3301'], drammen(ALL, 'Tønsberg'))).toEqual([
      '3301 is «Tønsberg» in the source’s code list, and Drammen in the program’s.',
    ]);
  });

  it('are not told apart by a code that ended before 2002, nor by one that the table does not offer', () => {
    expect(
      differences(['3301'], { ...drammen([...ALL, '0716', '0601']), labels: { '0601': 'Skoger (-1963)' } }),
    ).toEqual([]);
  });

  it('are compared for places in use alone, and each difference is told once', () => {
    const labels = { ...LABELS, '3005': 'Drammen (2020-2022)', '3002': 'Moss (2020-2022)' };
    const witness = { codeList: CODE_LIST, labels };
    const drammenAlone = geographyOf(...[bundledPlace('3301') ?? []].flat());
    expect(compareWithBundled(drammenAlone, [witness, witness]).differences).toEqual([
      '3005 «Drammen» was in use 2020-2022 in the source, and 2020-2023 in the program’s list of Drammen.',
    ]);
  });

  it('were not compared where no table has a list that sums', () => {
    const picked = { labels: LABELS, codeList: [{ code: '3301', label: 'Drammen', members: ['3301'] }] };
    const drammenAlone = geographyOf(...[bundledPlace('3301') ?? []].flat());
    expect(compareWithBundled(drammenAlone, [picked, { labels: LABELS, codeList: null }]).differences).toBeNull();
  });
});
