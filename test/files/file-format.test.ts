import { describe, expect, it } from 'vitest';
import { foreignFormat } from '../../src/files/file-format.ts';
import { readMunicipalEmissions } from '../../src/files/municipal-emissions.ts';
import { refusal } from './refused.ts';

describe('foreignFormat', () => {
  it.each([
    ['<!doctype html>', 'web-page'],
    ['\n\t<HTML lang="no">', 'web-page'],
    ['<!-- saved from url=(0014)about:internet -->\n<html>', 'web-page'],
    ['<?xml version="1.0"?><!DOCTYPE html><html xmlns="x">', 'web-page'],
    ['<?xml version="1.0"?><ss:Workbook>', 'xml'],
    ['%PDF-1.4', 'pdf'],
    ['PK\x03\x04', 'zip'],
    ['\xd0\xcf\x11\xe0', 'old-xls'],
    ['indicator;year;value', null],
    ['', null],
  ])('%j is %s', (text, format) => {
    expect(foreignFormat(Buffer.from(text, 'latin1'))).toBe(format);
  });
});

describe('what is saved as .xlsx and is none', () => {
  const FILE = {
    ...{ fileName: 'utslipp.xlsx', title: 'Utslipp', language: 'nb' as const },
    ...{ municipalities: ['3301'], named: {}, known: {} },
  };

  it.each([
    ['<!DOCTYPE html><title>Logg inn</title>', 'den er en nettside', 'Last den ned på nytt fra utgiveren'],
    ['%PDF-1.7', 'den er et PDF-dokument', 'Last den ned på nytt fra utgiveren'],
    ['\xd0\xcf\x11\xe0Workbook', 'den er i det gamle XLS-formatet', 'lagre den som «Excel-arbeidsbok (.xlsx)»'],
    ['Fylke;Kommune', 'den er ikke en XLSX-arbeidsbok', 'lagre den som «Excel-arbeidsbok (.xlsx)»'],
  ])('%j is called what it is', async (text, what, remedy) => {
    const error = await refusal(() => readMunicipalEmissions(Buffer.from(text, 'latin1'), FILE));
    expect(error.message).toContain(`Filen «utslipp.xlsx» er avvist: ${what}`);
    expect(error.hint).toContain(remedy);
  });
});
