import { describe, expect, test } from 'vitest';
import type { Place } from '../../src/model/data/place.ts';
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

  test('is read in the order of its days, whatever the order of its rows', () => {
    const geography = geographyOf(DRAMMEN, TRONDHEIM, VINJE);
    const changes = CHANGES.toReversed();
    expect(judgeKlass(geography, { date: '2026-03-02', fromYear: 2017, today: TODAY, changes })).toEqual([]);
  });

  test('says nothing of a place that the settings compare with and do not know', () => {
    const geography = { ...geographyOf(VINJE), municipalities: [] };
    expect(judgeKlass(geography, { date: '2026-03-02', fromYear: 2017, today: TODAY, changes: CHANGES })).toEqual([]);
  });

  test('is asked from the year before the oldest change in the settings', () => {
    expect(firstYearToAsk(geographyOf(DRAMMEN, TRONDHEIM), 2026)).toBe(2017);
    expect(firstYearToAsk(geographyOf(municipality('Oslo', '0301')), 2026)).toBe(2025);
  });

  test('knows a code of today by another name', () => {
    expect(brief(ask([{ ...VINJE, name: 'Rjukan' }]))[0]).toEqual({
      ...{ code: '4036', weight: 'wrong', write: [] },
      sentence: '4036 is «Vinje» in Klass, and Rjukan in the settings: one of the two is another place.',
    });
  });

  test('knows a name that is only spelt otherwise', () => {
    expect(brief(ask([{ ...VINJE, name: 'Vinjen' }]))).toEqual([
      {
        ...{ code: '4036', weight: 'note', write: [] },
        sentence: '4036 is «Vinje» in Klass, and Vinjen in the settings: the names are alike.',
      },
    ]);
  });

  test('knows a code that was another place: Tokke given as Vinje', () => {
    const wrong = municipality('Vinje', '4036 2024-', '3824 2020-2023', '0834 -2019');
    expect(brief(ask([wrong]))).toEqual([
      {
        ...{ code: '3825', weight: 'wrong', write: ["- { code: '3825', from: 2020, to: 2023 } # Vinje"] },
        sentence: '3825 Vinje was Vinje in 2020-2023, says Klass, and the settings do not have it for those years.',
      },
      {
        ...{ code: '3824', weight: 'wrong', write: [] },
        sentence:
          '3824 is «Tokke», and the settings have it for Vinje in 2020-2023, when Klass does not have it there.',
      },
    ]);
  });

  test('knows a neighbour that joined and that the settings lack', () => {
    const alone = municipality('Drammen', '3301 2024-', '3005 2020-2023', '0602 -2019');
    expect(ask([alone])).toEqual([
      {
        ...{ place: '3301', code: '0625', weight: 'wrong', write: ["- { code: '0625', to: 2019 } # Eiker"] },
        sentence:
          '0625 Eiker was part of what is Drammen today in 2017-2019, says Klass, and the settings lack it: sums of its codes are of a smaller area.',
        about: { kind: 'history-lacks', code: '0625', name: 'Eiker', isPart: true, years: [2017, 2018, 2019] },
      },
    ]);
  });

  test('knows a code of today that the settings have ended', () => {
    const today = [{ code: '0301', name: 'Oslo' }];
    expect(brief(ask([municipality('Oslo', '0301 -2020')], [], today))).toEqual([
      {
        ...{ code: '0301', weight: 'wrong', write: ["- { code: '0301', from: 2021, to: 2026 }"] },
        sentence: '0301 was Oslo in 2021-2026, says Klass, and the settings do not have it for those years.',
      },
    ]);
  });

  test('knows one of several codes that was another before', () => {
    const found = ask([DRAMMEN], [{ ...row('2019-01-01', '0699', '0625 Eiker'), oldName: null }]);
    expect(brief(found)).toEqual([
      {
        ...{ code: '0699', weight: 'wrong', write: ["- { code: '0699', to: 2018 }"] },
        sentence:
          '0699 was part of what is Drammen today in 2017-2018, says Klass, and the settings lack it: sums of its codes are of a smaller area.',
      },
      {
        ...{ code: '0625', weight: 'wrong', write: [] },
        sentence:
          '0625 is «Eiker», and the settings have it for Drammen in 2017-2018, when Klass does not have it there.',
      },
    ]);
  });

  test('has never had a code of the settings', () => {
    const wrong = municipality('Vinje', '4036 2024-', '3825 2020-2023', '9999 2020-2023', '0834 -2019');
    expect(brief(ask([wrong]))).toEqual([
      {
        ...{ code: '9999', weight: 'wrong', write: [] },
        sentence:
          '9999 is no code that Klass has a change of, and the settings have it for Vinje in 2020-2023, when Klass does not have it there.',
      },
    ]);
  });

  test('knows the day a code was born, before which it was no place', () => {
    const born = [{ ...row('2022-01-01', '', '9901 Nyby'), oldCode: null, oldName: null }];
    const today = [{ code: '9901', name: 'Nyby' }];
    expect(ask([municipality('Nyby', '9901 2022-')], born, today)).toEqual([]);
    expect(ask([municipality('Nyby', '9901')], born, today).map(({ sentence }) => sentence)).toEqual([
      '9901 is «Nyby», and the settings have it for Nyby in 2017-2021, when Klass does not have it there.',
    ]);
  });

  test('that tells the end of a code beside its merger has told no split', () => {
    const ended = { ...row('2020-01-01', '0625 Eiker', ''), newCode: null, newName: null };
    expect(ask([DRAMMEN], [ended])).toEqual([]);
  });

  test('knows a split, whose years are left out', () => {
    const wrong = municipality('Ålesund', '1508 2024-', '1507 2020-2023');
    expect(brief(ask([wrong]))).toEqual([
      {
        ...{ code: '1507', weight: 'wrong', write: [] },
        sentence:
          '1507 was divided into 1508 and 1580 in 2024, says Klass: take it out of the settings for Ålesund in 2020-2023, when it held more than the place of today.',
      },
    ]);
    expect(ask([municipality('Ålesund', '1508 2024-')])).toEqual([]);
  });

  test('knows a split of a code that went on', () => {
    const part = row('2025-01-01', '4036 Vinje', '4039 Rauland');
    const told = (more: readonly CodeChange[]) => ask([VINJE], more).map(({ sentence }) => sentence);
    const sentence = (heirs: string) =>
      `4036 was divided into ${heirs} in 2025, says Klass: take it out of the settings for Vinje in 2024, when it held more than the place of today.`;
    expect(told([row('2025-01-01', '4036 Vinje', '4036 Vinje'), part])).toEqual([sentence('4036 and 4039')]);
    expect(told([part])).toEqual([sentence('4039')]);
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
          '3301 (Drammen) became 9901 Drammen on 2026-01-01, says Klass; give the place that code in the settings, and in plan.yaml or peers.yaml.',
        write: ["- { code: '9901', from: 2026 }", "- { code: '3301', from: 2024, to: 2025 }"],
      },
    ]);
  });

  test('gets its successor on the day of the change, whatever settings lack it', () => {
    const found = ask(
      [{ ...VINJE, codes: VINJE.codes.slice(1) }],
      [row('2026-03-02', '4036 Vinje', '4039 Vinje')],
      without('4036'),
    );
    expect(found[0]?.write).toEqual(["- { code: '4039', from: 2026 }", "- { code: '4036', to: 2025 }"]);
    const reversed = { ...VINJE, codes: VINJE.codes.toReversed() };
    expect(ask([reversed], [row('2026-03-02', '4036 Vinje', '4039 Vinje')], without('4036'))[0]?.write).toEqual([
      "- { code: '4039', from: 2026 }",
      "- { code: '4036', from: 2024, to: 2025 }",
    ]);
  });

  test('is followed by its last change, not by those before', () => {
    const rows = [row('2026-01-01', '4036 Vinje', '9901 Vinje'), row('2025-01-01', '4036 Vinje', '4039 Rauland')];
    expect(ask([VINJE], rows, without('4036'))[0]?.sentence).toContain('4036 (Vinje) became 9901 Vinje on 2026-01-01');
  });

  test('by a merger gets its neighbours too', () => {
    const rows = [
      row('2026-01-01', '3301 Drammen', '9901 Storby'),
      row('2026-01-01', '3312 Lier', '9901 Storby'),
      { ...row('2026-01-01', '3314', '9901 Storby'), oldName: null },
      { ...row('2026-01-01', '', '9901 Storby'), oldCode: null, oldName: null },
      row('2026-01-01', '3322 Nesbyen', '9902 Fjellby'),
      row('2025-01-01', '3316 Modum', '9901 Storby'),
    ];
    expect(brief(ask([DRAMMEN], rows, without('3301')))).toEqual([
      {
        ...{ code: '3301', weight: 'wrong' },
        sentence:
          '3301 (Drammen) and 3312 Lier and 3314 became 9901 Storby on 2026-01-01, says Klass; give the place that code in the settings, and in plan.yaml or peers.yaml.',
        write: [
          "- { code: '9901', from: 2026 }",
          "- { code: '3301', from: 2024, to: 2025 }",
          "- { code: '3312', from: 2024, to: 2025 } # Lier",
          "- { code: '3314', from: 2024, to: 2025 }",
        ],
      },
    ]);
  });

  test('by a merger gets its neighbours from the beginning where it has no year of its own', () => {
    const rows = [row('2026-01-01', '0301 Oslo', '9901 Storby'), row('2026-01-01', '3203 Asker', '9901 Storby')];
    const oslo = { ...municipality('Oslo', '0301'), codes: [] };
    expect(ask([oslo], rows)[0]?.write).toEqual([
      "- { code: '9901', from: 2026 }",
      "- { code: '0301', to: 2025 }",
      "- { code: '3203', to: 2025 } # Asker",
    ]);
  });

  test('by a split is told with every part', () => {
    const rows = [
      row('2026-01-01', '3301 Drammen', '9901 Nord'),
      { ...row('2026-01-01', '3301 Drammen', '9902'), newName: null },
      { ...row('2026-01-01', '3301 Drammen', ''), newCode: null, newName: null },
    ];
    expect(brief(ask([DRAMMEN], rows, without('3301')))).toEqual([
      {
        ...{ code: '3301', weight: 'wrong' },
        sentence:
          '3301 (Drammen) was divided into 9901 Nord and 9902 on 2026-01-01, says Klass: the years before belong to none of them and are to be left out.',
        write: ["- { code: '9901', from: 2026 } # Nord", "- { code: '9902', from: 2026 }"],
      },
    ]);
  });

  test('without an heir is unknown to Klass of today', () => {
    const ended = { ...row('2026-01-01', '3301 Drammen', ''), newCode: null, newName: null };
    const unknown = (code: string, name: string) => ({
      ...{ code, weight: 'wrong', write: [] },
      sentence: `${code} (${name}) is no municipality in Klass on 2026-03-02; see whether a digit is wrong.`,
    });
    expect(brief(ask([DRAMMEN], [ended], without('3301')))).toEqual([unknown('3301', 'Drammen')]);
    expect(brief(ask([TRONDHEIM], [], without('5001')))).toEqual([unknown('5001', 'Trondheim')]);
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
