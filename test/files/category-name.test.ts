import { describe, expect, it } from 'vitest';
import { createSpelling, nameKey } from '../../src/files/category-name.ts';

describe('nameKey', () => {
  it.each([
    'Annen\u00a0mobil forbrenning',
    'annen  mobil forbrenning ',
    'ANNEN MOBIL FORBRENNING',
    'Annen mo\u00adbil forbrenning',
  ])('%j is the same name', (name) => {
    expect(nameKey(name)).toBe(nameKey('Annen mobil forbrenning'));
  });

  it('does not mind how a letter is put together', () => {
    expect(nameKey('Avfall og avlo\u0308p'.replace('o\u0308', 'ø'))).toBe(nameKey('Avfall og avløp'));
    expect(nameKey('Gra\u030ahus')).toBe(nameKey('Gråhus'));
    expect(nameKey('CO₂')).toBe(nameKey('CO2'));
  });

  it('keeps names apart that differ in a letter', () => {
    expect(nameKey('Personbiler')).not.toBe(nameKey('Personbil'));
  });
});

describe('createSpelling', () => {
  it('prefers the known spelling, and of several known ones the first', () => {
    const spell = createSpelling(['Sjøfart', 'SJØFART'], ['sjøfart']);
    expect(spell('sjøfart')).toBe('Sjøfart');
  });

  it('does not depend on the order of a file', () => {
    const names = ['lette kjøretøy', 'Lette kjøretøy', 'Lette  kjøretøy'];
    const spellings = [names, names.toReversed()].map((order) => createSpelling([], order)('LETTE KJØRETØY'));
    expect(spellings).toEqual(['Lette  kjøretøy', 'Lette  kjøretøy']);
  });
});
