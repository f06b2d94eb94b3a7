import { describe, expect, it } from 'vitest';
import { checkWorkbookArchive } from '../../src/files/workbook-archive.ts';
import { createRefuser } from '../../src/files/refusal.ts';
import { packZip } from '../fuzz/workbook/pack-zip.ts';
import { emissionRow, emissionsWorkbook } from './made-workbook.ts';
import { refusal } from './refused.ts';

const check = (bytes: Uint8Array) => checkWorkbookArchive(bytes, createRefuser('utslipp.xlsx', 'en'));
const sound = await emissionsWorkbook(emissionRow());

/** Where the central directory describes the part. */
function directoryEntry(bytes: Buffer, name: string): number {
  const end = bytes.lastIndexOf(Buffer.from('PK\x05\x06', 'latin1'));
  return bytes.indexOf(name, bytes.readUInt32LE(end + 16)) - 46;
}

function changed(change: (bytes: Buffer) => unknown): Buffer {
  const bytes = Buffer.from(sound);
  change(bytes);
  return bytes;
}

describe('checkWorkbookArchive', () => {
  it('lets a sound workbook pass', () => {
    expect(() => check(sound)).not.toThrow();
  });

  it.each([
    ['an empty file', Buffer.alloc(0), 'it is empty.'],
    ['one byte', Buffer.from('P'), 'it does not begin as a zip archive does.'],
    ['text', Buffer.from('Fylke;Kommunenummer'), 'it is not an XLSX workbook'],
    ['a file cut short', sound.subarray(0, sound.length - 40), 'it is damaged or cut short'],
    ['half a file', sound.subarray(0, sound.length / 2), 'it is damaged or cut short'],
    ['the beginning of a zip archive', Buffer.from('PK\x03\x04', 'latin1'), 'it is damaged or cut short'],
  ])('refuses %s', async (_what, bytes, expected) => {
    expect((await refusal(() => check(bytes))).message).toContain(expected);
  });

  it('names the old XLS format', async () => {
    const bytes = Buffer.concat([Buffer.from('d0cf11e0a1b11ae1', 'hex'), Buffer.from('Workbook', 'utf16le')]);
    const error = await refusal(() => check(bytes));
    expect(error.message).toContain('it is in the old XLS format, and only XLSX is read.');
    expect(error.hint).toContain('save it as «Excel workbook (.xlsx)»');
  });

  it('names an encrypted workbook', async () => {
    const bytes = Buffer.concat([Buffer.from('d0cf11e0a1b11ae1', 'hex'), Buffer.from('EncryptedPackage', 'utf16le')]);
    const error = await refusal(() => check(bytes));
    expect(error.message).toContain('it is encrypted with a password.');
    expect(error.hint).toContain('Remove the password in Excel');
  });

  it('names an encrypted part of the archive', async () => {
    const bytes = changed((copy) => copy.writeUInt16LE(1, directoryEntry(copy, 'xl/workbook.xml') + 8));
    expect((await refusal(() => check(bytes))).message).toContain('it is encrypted with a password.');
  });

  it('names a zip archive that is no workbook', async () => {
    const bytes = changed((copy) => copy.write('xl/workbook.bin', directoryEntry(copy, 'xl/workbook.xml') + 46));
    expect((await refusal(() => check(bytes))).message).toContain('no XLSX workbook: xl/workbook.xml is missing.');
  });

  it('refuses a file above 50 MB', async () => {
    const bytes = Buffer.alloc(50 * 1024 * 1024 + 1);
    sound.copy(bytes);
    expect((await refusal(() => check(bytes))).message).toContain('it is 51 MB, and at most 50 MB is read.');
  });

  it('refuses a workbook that says it unpacks to more than 400 MB, before unpacking it', async () => {
    const bytes = changed((copy) =>
      copy.writeUInt32LE(401 * 1024 * 1024, directoryEntry(copy, 'xl/worksheets/sheet1.xml') + 24),
    );
    expect((await refusal(() => check(bytes))).message).toContain('it unpacks to 402 MB, and at most 400 MB is read.');
  });

  it('refuses a bomb: a part that packs to next to nothing', async () => {
    const bomb = { name: 'xl/worksheets/sheet9.xml', content: Buffer.alloc(2 * 1024 * 1024, ' ') };
    const bytes = packZip([{ name: 'xl/workbook.xml', content: Buffer.from('<workbook/>') }, bomb]);
    expect((await refusal(() => check(bytes))).message).toContain(
      'its part xl/worksheets/sheet9.xml would unpack to more than 200 times its size, as no workbook does.',
    );
  });

  it('refuses a sheet that reaches further than memory', async () => {
    const sheet = { name: 'xl/worksheets/sheet1.xml', content: Buffer.from('<row r="999999999"/>') };
    const bytes = packZip([{ name: 'xl/workbook.xml', content: Buffer.from('<workbook/>') }, sheet]);
    expect((await refusal(() => check(bytes))).message).toContain(
      'its part xl/worksheets/sheet1.xml cannot be read: it reaches to row 999999999 and column 0',
    );
  });

  it('refuses a part that unpacks to more than it says', async () => {
    const bytes = changed((copy) => copy.writeUInt32LE(10, directoryEntry(copy, 'xl/worksheets/sheet1.xml') + 24));
    expect((await refusal(() => check(bytes))).message).toContain('the part xl/worksheets/sheet1.xml does not match');
  });

  it('refuses a part that does not match its checksum', async () => {
    const bytes = changed((copy) => copy.writeUInt32LE(1, directoryEntry(copy, 'xl/worksheets/sheet1.xml') + 16));
    expect((await refusal(() => check(bytes))).message).toContain(
      'it is damaged: the part xl/worksheets/sheet1.xml does not match its checksum.',
    );
  });

  it('refuses a directory that points outside the file', async () => {
    const bytes = changed((copy) => copy.writeUInt32LE(0xfffffff0, directoryEntry(copy, 'xl/workbook.xml') + 42));
    expect((await refusal(() => check(bytes))).message).toContain('it is damaged or cut short');
  });

  it('finds every single flipped bit in the figures', async () => {
    const sheet = directoryEntry(sound, 'xl/worksheets/sheet1.xml');
    const local = sound.readUInt32LE(sheet + 42);
    const start = local + 30 + sound.readUInt16LE(local + 26) + sound.readUInt16LE(local + 28);
    const passed: number[] = [];
    for (let at = start; at < start + sound.readUInt32LE(sheet + 20); at += 1) {
      const bytes = changed((copy) => copy.writeUInt8(copy.readUInt8(at) ^ 4, at));
      await refusal(() => check(bytes)).catch(() => passed.push(at));
    }
    expect(passed).toEqual([]);
  });
});
