import { expect, test } from 'vitest';
import { typedCommand } from '../../src/words/typed-command.ts';
import { folderEn } from '../../src/words/trouble/service/folder-en.ts';
import { folderNb } from '../../src/words/trouble/service/folder-nb.ts';
import { folderNn } from '../../src/words/trouble/service/folder-nn.ts';

test.each([
  [null, 'naeringspuls status'],
  ['/etc/kommuner/bærum', 'naeringspuls status --config /etc/kommuner/bærum'],
  ['/etc/Våler i Solør', "naeringspuls status --config '/etc/Våler i Solør'"],
  ["/etc/Jo's plan", "naeringspuls status --config '/etc/Jo'\\''s plan'"],
])('a command for the folder %s can be pasted as it stands', (folder, typed) => {
  expect(typedCommand('status', folder)).toBe(typed);
});

test.each([
  ['nb', folderNb],
  ['nn', folderNn],
  ['en', folderEn],
])('the command in a message about a folder can be pasted, in %s', (_, tell) => {
  const folder = '/etc/Våler i Solør';
  const facts = { folder, municipality: 'Våler', isToldToOthers: false, said: 'Plan.' };
  for (const isServed of [true, false]) {
    const { action } = tell({ kind: 'settings-refused', ...facts, isServed });
    expect(action).toContain(`\`naeringspuls config check --config '${folder}'\``);
  }
});
