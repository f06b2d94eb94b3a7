import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { jobs } from '../../jobs/index.ts';
import { readSettings } from '../../src/settings/load-settings.ts';
import type { SettingsWarning } from '../../src/settings/problem.ts';
import { copyConfig, type Edit } from '../support/edited-config.ts';
import { NEW_KEY, olderConfig, withoutNewKeys } from '../support/older-config.ts';
import { bundledPlaces } from '../../src/places/bundled/bundled-places.ts';

function warningsIn(dir: string): readonly SettingsWarning[] {
  return readSettings(dir, { jobs, places: bundledPlaces() }).warnings.map((one) => ({
    ...one,
    file: one.file.replace(`${dir}/`, ''),
  }));
}

/** What somebody does who is warned: pastes the lines below the line named, from the last upwards. */
function paste(dir: string, warnings: readonly SettingsWarning[]): void {
  for (const { file, line, write } of warnings.toReversed()) {
    const lines = readFileSync(join(dir, file), 'utf8').split('\n');
    writeFileSync(join(dir, file), lines.toSpliced(line, 0, ...write).join('\n'));
  }
}

describe('an older folder', () => {
  test('is warned of each text it lacks, with file and line and the lines to write', () => {
    expect(warningsIn(olderConfig('skills-gap'))).toEqual([
      {
        ...{ file: 'indicators/skills-gap.yaml', line: 5, column: 1 },
        text:
          "'meaning' is not written: readers are not told what the number is. 'notMeasured' is not written: the figures stand " +
          'in for something else, and readers are not told what is not measured. Write below line 5, in words of your own:',
        write: [
          'meaning: Hva tallet er, i én eller to setninger.',
          'notMeasured: Hva ambisjonen gjelder som tallet ikke måler.',
        ],
      },
      {
        ...{ file: 'indicators/skills-gap.yaml', line: 22, column: 5 },
        text:
          "'unitInWords' is not written: a figure that stands alone has no words for what it counts. Write below line 22, in " +
          'words of your own:',
        write: ['    unitInWords: prosent av det som telles'],
      },
    ]);
  });

  test.each(['skills-gap', 'business-emissions', 'business-satisfaction', 'employment-rate', 'new-enterprises'])(
    'lacks nothing once the lines are pasted where the warning says: %s',
    (id) => {
      const dir = olderConfig(id);
      const warnings = warningsIn(dir);
      expect(warnings.length).toBeGreaterThan(0);
      paste(dir, warnings);
      expect(warningsIn(dir)).toEqual([]);
    },
  );

  test('is judged by the very settings it had', () => {
    const { settings } = readSettings(olderConfig('skills-gap'), { jobs, places: bundledPlaces() });
    const older = settings.indicators.find(({ id }) => id === 'skills-gap');
    expect(older?.ambition).toBe('Ambisjonsnivået fastlegges når det foreligger målinger');
    expect(older?.inputs[0]?.unit).toBe('prosent');
    expect(Object.keys(older ?? {}).filter((key) => NEW_KEY.test(`${key}: `))).toEqual([]);
  });

  test('is warned in the languages it writes in, and in no other', () => {
    const written = (...edits: readonly Edit[]) =>
      warningsIn(olderConfig('job-growth', ...edits)).flatMap(({ write }) => write.map((line) => line.trim()));
    const plan: Edit = ['plan.yaml', 'language: nb', 'language: en'];
    const alerts: Edit = ['alerts.yaml', 'language: nb', 'language: en'];
    const nb = ['meaning: Hva tallet er, i én eller to setninger.', 'unitInWords: prosent av det som telles'];
    const en = [
      'meaningEn: What the number is, in one or two sentences.',
      'unitInWordsEn: per cent of what is counted',
    ];
    expect(written()).toEqual(nb);
    expect(written(plan, alerts)).toEqual(en);
    expect(written(alerts)).toEqual([nb[0], en[0], nb[1], en[1]]);
  });

  test('is asked for nynorsk under the plain keys in a plan in nynorsk, and under keys of their own in one in bokmål', () => {
    const written = (...edits: readonly Edit[]) =>
      warningsIn(olderConfig('job-growth', ...edits))
        .filter(({ file }) => file === 'indicators/job-growth.yaml')
        .flatMap(({ write }) => write.map((line) => line.trim()));
    const plan: Edit = ['plan.yaml', 'language: nb', 'language: nn'];
    const alerts: Edit = ['alerts.yaml', 'language: nb', 'language: nn'];
    const [meaning, unit] = ['Kva talet er, i éi eller to setningar.', 'prosent av det som blir talt'];
    expect(written(plan, alerts)).toEqual([`meaning: ${meaning}`, `unitInWords: ${unit}`]);
    // Who reads bokmål reads a plan in nynorsk as it is.
    expect(written(plan)).toEqual([`meaning: ${meaning}`, `unitInWords: ${unit}`]);
    const inBokmal = ['meaning: Hva tallet er, i én eller to setninger.', 'unitInWords: prosent av det som telles'];
    expect(written(alerts)).toEqual([inBokmal[0], `meaningNn: ${meaning}`, inBokmal[1], `unitInWordsNn: ${unit}`]);
  });
});

describe('a warning', () => {
  test('asks for a short title only where the title is too long for a subject', () => {
    const asks = (id: string) =>
      warningsIn(olderConfig(id)).some(({ write }) => write.some((line) => line.startsWith('shortTitle')));
    expect([asks('job-growth'), asks('employment-rate'), asks('business-perception')]).toEqual([false, true, true]);
  });

  test('asks for what is not measured only where figures stand in for something else', () => {
    const asks = (id: string) =>
      warningsIn(olderConfig(id)).some(({ write }) => write.some((line) => line.startsWith('notMeasured')));
    expect([asks('job-growth'), asks('product-innovation')]).toEqual([false, true]);
  });

  test('asks for no meaning of an indicator whose inputs each have their own', () => {
    expect(warningsIn(copyConfig())).toEqual([]);
  });

  test('says of a group in braces that the line belongs within them', () => {
    const dir = copyConfig();
    const file = join(dir, 'indicators/new-enterprises.yaml');
    const text = withoutNewKeys(readFileSync(file, 'utf8'));
    const inputs = /inputs:\n[^]*?\n\n/;
    const inBraces =
      'inputs:\n  - { dataset: new-enterprises, terms: [{}], proxy: false, unit: foretak, unitEn: enterprises, decimals: 0 }\n\n';
    writeFileSync(file, text.replace(inputs, inBraces));
    expect(warningsIn(dir).at(-1)).toMatchObject({
      text: "'unitInWords' is not written: a figure that stands alone has no words for what it counts. Write within the braces, with commas between:",
      write: ['unitInWords: prosent av det som telles'],
    });
  });

  test('asks whom readers can reach, and where the plan is, until the settings say so or say null', () => {
    const dir = copyConfig(['report.yaml', 'contact: null\n', ''], ['report.yaml', 'planDocument: null\n', '']);
    const warnings = warningsIn(dir);
    expect(warnings.map(({ file, write }) => [file, ...write])).toEqual([
      [
        'report.yaml',
        "contact: { name: Næringsavdelingen, email: naering@example.org, phone: '32 00 00 00' }",
        'planDocument: https://example.org/naeringsplan',
      ],
    ]);
    paste(dir, warnings);
    expect(warningsIn(dir)).toEqual([]);
    expect(readSettings(dir, { jobs, places: bundledPlaces() }).settings.report).toEqual({
      address: null,
      contact: { name: 'Næringsavdelingen', email: 'naering@example.org', phone: '32 00 00 00' },
      planDocument: 'https://example.org/naeringsplan',
    });
  });
});
