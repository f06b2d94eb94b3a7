import { describe, expect, test } from 'vitest';
import { describeLacking } from '../../../src/app/upkeep/settings-lack.ts';

const warning = (file: string, ...write: readonly string[]) => ({ file, line: 1, column: 1, text: 'Why.', write });

describe('what the settings lack, and what in them is doubtful', () => {
  test.each([
    ['is nothing where nothing was found', [], null],
    [
      'is told of lines that could be written, and not of their words',
      [warning('a.yaml', 'meaning: …', 'meaningNn: …')],
      '2 lines are not written in the settings, and page and messages leave out what they would say (a.yaml); `naeringspuls config check` prints them.',
    ],
    [
      'is told of lines that may not say what was meant, of which nothing is left out',
      [warning('a.yaml'), warning('b.yaml')],
      '2 lines of the settings are doubtful (a.yaml, b.yaml); `naeringspuls config check` says why.',
    ],
    [
      'is told apart where there are both',
      [warning('a.yaml', 'meaning: …'), warning('b.yaml')],
      'One line is not written in the settings, and page and messages leave out what they would say (a.yaml); `naeringspuls config check` prints them. ' +
        'One line of the settings is doubtful (b.yaml); `naeringspuls config check` says why.',
    ],
  ])('%s', (_, warnings, said) => {
    expect(describeLacking(warnings)).toBe(said);
  });
});
