import { describe, expect, test } from 'vitest';
import type { Place } from '../../src/model/place.ts';
import { firstYearToAsk, judgeKlass } from '../../src/places/judge-klass.ts';
import type { CodeChange } from '../../src/places/klass-witness.ts';
import { geographyOf, municipality } from './support.ts';

const row = (on: string, from: string, to: string): CodeChange => {
  const [oldCode = '', oldName = ''] = from.split(' ');
  const [newCode = '', newName = ''] = to.split(' ');
  return { oldCode, oldName, newCode, newName, changeOccurred: on };
};
const CHANGES = [
  row('2018-01-01', '1601 Trondheim', '5001 Trondheim'),
  row('2018-01-01', '1662 Klæbu', '5030 Klæbu'),
  row('2020-01-01', '5030 Klæbu', '5001 Trondheim'),
  row('2020-01-01', '5001 Trondheim', '5001 Trondheim'),
  row('2020-01-01', '0602 Drammen', '3005 Drammen'),
  row('2020-01-01', '0625 Eiker', '3005 Drammen'),
  row('2020-01-01', '0834 Vinje', '3825 Vinje'),
  row('2020-01-01', '0833 Tokke', '3824 Tokke'),
  row('2024-01-01', '3005 Drammen', '3301 Drammen'),
  row('2024-01-01', '3825 Vinje', '4036 Vinje'),
  row('2024-01-01', '3824 Tokke', '4034 Tokke'),
  row('2024-01-01', '1507 Ålesund', '1508 Ålesund'),
  row('2024-01-01', '1507 Ålesund', '1580 Haram'),
];
const TODAY = ['3301 Drammen', '4036 Vinje', '4034 Tokke', '1508 Ålesund', '1580 Haram', '5001 Trondheim'].map(
  (text) => {
    const [code = '', name = ''] = text.split(' ');
    return { code, name };
  },
);

const DRAMMEN = municipality('Drammen', '3301 2024-', '3005 2020-2023', '0602 -2019', '0625 -2019');
const TRONDHEIM = municipality(
  'Trondheim',
  '5001 2020-',
  '5001 2018-2019',
  '5030 2018-2019',
  '1601 -2017',
  '1662 -2017',
);
const VINJE = municipality('Vinje', '4036 2024-', '3825 2020-2023', '0834 -2019');

function ask(places: readonly Place[], more: readonly CodeChange[] = [], today = TODAY) {
  const geography = geographyOf(...places);
  const witness = { date: '2026-03-02', fromYear: 2017, today, changes: [...CHANGES, ...more] };
  return judgeKlass(geography, witness);
}
const brief = (findings: ReturnType<typeof ask>) =>
  findings.map(({ code, weight, sentence, write }) => ({ code, weight, sentence, write }));

describe('Klass', () => {
  test('agrees with settings that follow every renumbering and merger', () => {
    expect(ask([DRAMMEN, TRONDHEIM, VINJE])).toEqual([]);
  });

  test('is asked from the year before the oldest change in the settings', () => {
    expect(firstYearToAsk(geographyOf(DRAMMEN, TRONDHEIM), 2026)).toBe(2017);
    expect(firstYearToAsk(geographyOf(municipality('Oslo', '0301')), 2026)).toBe(2025);
  });

  test('knows a code of today by another name', () => {
    expect(brief(ask([{ ...VINJE, name: 'Rjukan' }]))[0]).toEqual({
      ...{ code: '4036', weight: 'wrong', write: [] },
      sentence: '4036 is «Vinje» in Klass, and Rjukan in regions.yaml: one of the two is another place.',
    });
  });

  test('knows a code that was another place: Tokke given as Vinje', () => {
    const wrong = municipality('Vinje', '4036 2024-', '3824 2020-2023', '0834 -2019');
    expect(brief(ask([wrong]))).toEqual([
      {
        ...{ code: '3825', weight: 'wrong', write: ["- { code: '3825', from: 2020, to: 2023 } # Vinje"] },
        sentence: '3825 Vinje was Vinje in 2020-2023, says Klass, and regions.yaml does not have it for those years.',
      },
      {
        ...{ code: '3824', weight: 'wrong', write: [] },
        sentence: '3824 is «Tokke», and regions.yaml has it for Vinje in 2020-2023, when Klass has other codes there.',
      },
    ]);
  });

  test('knows a neighbour that joined and that the settings lack', () => {
    const alone = municipality('Drammen', '3301 2024-', '3005 2020-2023', '0602 -2019');
    expect(brief(ask([alone])).map(({ code, write }) => ({ code, write }))).toEqual([
      { code: '0625', write: ["- { code: '0625', to: 2019 } # Eiker"] },
    ]);
  });

  test('knows a split, whose years are left out', () => {
    const wrong = municipality('Ålesund', '1508 2024-', '1507 2020-2023');
    expect(brief(ask([wrong]))).toEqual([
      {
        ...{ code: '1507', weight: 'wrong', write: [] },
        sentence:
          '1507 was divided into 1508 and 1580 in 2024, says Klass: take it out of regions.yaml for Ålesund in 2020-2023, when it held more than the place of today.',
      },
    ]);
    expect(ask([municipality('Ålesund', '1508 2024-')])).toEqual([]);
  });

  test('knows a split of a code that went on', () => {
    const more = [row('2025-01-01', '4036 Vinje', '4036 Vinje'), row('2025-01-01', '4036 Vinje', '4039 Rauland')];
    const findings = ask([VINJE], more);
    expect(findings.map(({ code, sentence }) => [code, sentence])).toEqual([
      [
        '4036',
        '4036 was divided into 4036 and 4039 in 2025, says Klass: take it out of regions.yaml for Vinje in 2024, when it held more than the place of today.',
      ],
    ]);
  });
});

describe('a code of today that has ended', () => {
  const without = (code: string) => TODAY.filter((one) => one.code !== code);

  test('by a renumbering gets its successor', () => {
    const found = ask([DRAMMEN], [row('2026-01-01', '3301 Drammen', '9901 Drammen')], without('3301'));
    expect(brief(found)).toEqual([
      {
        ...{ code: '3301', weight: 'wrong' },
        sentence:
          '3301 (Drammen) became 9901 Drammen on 2026-01-01, says Klass; give the place that code in regions.yaml, and in plan.yaml or peers.yaml.',
        write: ["- { code: '9901', from: 2026 }", "- { code: '3301', from: 2024, to: 2025 }"],
      },
    ]);
  });

  test('by a merger gets its neighbours too', () => {
    const rows = [row('2026-01-01', '3301 Drammen', '9901 Storby'), row('2026-01-01', '3312 Lier', '9901 Storby')];
    expect(brief(ask([DRAMMEN], rows, without('3301')))[0]?.write).toEqual([
      "- { code: '9901', from: 2026 }",
      "- { code: '3301', from: 2024, to: 2025 }",
      "- { code: '3312', from: 2024, to: 2025 } # Lier",
    ]);
  });

  test('by a split is told with every part', () => {
    const rows = [row('2026-01-01', '3301 Drammen', '9901 Nord'), row('2026-01-01', '3301 Drammen', '9902 Sør')];
    const [found] = ask([DRAMMEN], rows, without('3301'));
    expect(found?.sentence).toBe(
      '3301 (Drammen) was divided into 9901 Nord and 9902 Sør on 2026-01-01, says Klass: the years before belong to none of them and are to be left out.',
    );
  });

  test('is unknown when Klass never had it', () => {
    expect(ask([municipality('Vinje', '4063 2024-')])[0]?.sentence).toBe(
      '4063 (Vinje) is no municipality in Klass on 2026-03-02; see whether a digit is wrong.',
    );
  });

  test('in a change still to come has not ended yet', () => {
    expect(ask([DRAMMEN], [row('2028-01-01', '3301 Drammen', '9901 Drammen')])).toEqual([]);
  });
});
