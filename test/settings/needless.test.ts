import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { jobs } from '../../jobs/index.ts';
import { bundledPlaces } from '../../src/places/bundled/bundled-places.ts';
import { readSettings } from '../../src/settings/load-settings.ts';
import { addIndicator, copyConfig, type Edit } from '../support/edited-config.ts';

/** What the settings warn of, without the folder. */
function warningsOf(...edits: readonly Edit[]): readonly string[] {
  const folder = copyConfig(...edits);
  return readSettings(folder, { jobs, places: bundledPlaces() }).warnings.map(
    ({ file, line, text }) => `${file.replace(`${folder}/`, '')}:${line} ${text}`,
  );
}

const FILE = 'indicators/skills-gap.yaml';
const speaking = (sentence: string) => warningsOf([FILE, '\ngoal: ', `\nshortTitleNn: ${sentence}\ngoal: `]);

describe('texts of another plan', () => {
  test('are told, with the name and the line', () => {
    const [told] = speaking('Andelen bedrifter i Kristiansund som mangler folk.');
    expect(told).toMatch(
      /^indicators\/skills-gap\.yaml:\d+ 'shortTitleNn' speaks of Kristiansund, which the plan of Drammen has nothing to do with\./,
    );
  });

  test('are told of the municipality that the folder was copied from, though it is a peer of the new one', () => {
    const example: Edit = ['indicators/employment-rate.yaml', '    bergen: [', '    drammen: ['];
    const bergen: Edit = ['plan.yaml', "code: '3301'", "code: '4601'"];
    const told = warningsOf(example, bergen, ['plan.yaml', 'name: Drammen', 'name: Bergen']);
    expect(told).toContainEqual(
      expect.stringMatching(
        /^plan\.yaml:\d+ 'title' speaks of Drammen, a peer, where nothing is compared\. Write it for Bergen\./,
      ),
    );
    const files = new Set(told.map((line) => line.replace(/:.*/s, '')));
    expect([...files].filter((file) => file.startsWith('indicators/'))).toHaveLength(9);
  });

  test.each([
    ['in capital letters, as in a heading', 'MÅL FOR KRISTIANSUND', 'Kristiansund'],
    ['in capital letters, with the s of a genitive', 'KRISTIANSUNDS MÅL', 'Kristiansund'],
    ['in capital letters, with a hyphen', 'VEKST I STOR-ELVDAL', 'Stor-Elvdal'],
    ['of several words', 'Næringslivet i Nore og Uvdal vokser.', 'Nore og Uvdal'],
    ['of several words, with the s of a genitive', 'Indre Østfolds næringsliv vokser.', 'Indre Østfold'],
  ])('are told of a name %s', (_what, sentence, name) => {
    expect(speaking(sentence)).toEqual([expect.stringContaining(`'shortTitleNn' speaks of ${name},`) as string]);
  });

  test.each([
    ['a word in capital letters', 'TIME FOR TIME, MED SOL OG STRAND'],
    ['what only begins like a name', 'Nordre Landevei, indre østfold og Øvre Eikersletta'],
  ])('are not told of %s', (_what, sentence) => {
    expect(speaking(sentence)).toEqual([]);
  });

  test('are told where a sentence begins with the name', () => {
    expect(speaking('Kristiansund skal vokse.')).toHaveLength(1);
  });

  test.each([
    ['the kind of place after it', 'Time kommune skal vokse.', 'Time'],
    ['the kind of place after its genitive', 'Vi satser. Holes kommunestyre har vedtatt det.', 'Hole'],
    ['what a municipality does', 'Strand skal legge til rette for næringslivet.', 'Strand'],
    ['what a municipality is to be', 'Hole skal være en attraktiv kommune.', 'Hole'],
    ['what a municipality is to be, in nynorsk', 'Stad skal vere eit godt val.', 'Stad'],
    ['another municipality beside it', 'Time og Klepp vokser.', 'Time'],
  ])('are seen by %s, where the name is a word that begins a sentence', (_what, sentence, name) => {
    expect(speaking(sentence)).toEqual([expect.stringContaining(`'shortTitleNn' speaks of ${name},`) as string]);
  });

  test.each([
    ['beaches', 'Strand skal være tilgjengelig for alle.'],
    ['spruce', 'Gran skal plantes, og fjord og strand skal vernes.'],
    ['the sun', 'Sola er med. Marker og enger også.'],
    ['time, in English', 'Time will show. Hole in one.'],
  ])('are not seen in %s at the beginning of a sentence', (_what, sentence) => {
    expect(speaking(sentence)).toEqual([]);
  });

  test.each([
    ['references, by name', 'Strategisk næringsplan for Vinje, kapittel 2', 'Vinje'],
    [
      'references, by address',
      'https://www.baerum-kommune.no.example.org og https://www.vinje.kommune.no/plan',
      'Vinje',
    ],
    ['an address with letters of its own', 'https://www.alesund.kommune.no/naering', 'Ålesund'],
  ])('are told in %s', (_what, reference, name) => {
    expect(warningsOf([FILE, 'references:\n', `references:\n  - ${reference}\n`])).toEqual([
      expect.stringMatching(new RegExp(`^indicators/skills-gap\\.yaml:\\d+ 'references' speaks of ${name},`)) as string,
    ]);
  });

  test.each([
    ['the contact', 'contact', 'contact: { name: Næringsavdelingen, email: naering@vinje.kommune.no }'],
    ['the plan document', 'planDocument', 'planDocument: https://vinje.kommune.no/plan.pdf'],
    ['the address of the page', 'address', 'address: https://naering.vinje.kommune.no'],
  ])('are told in %s of report.yaml', (_what, key, line) => {
    const told = warningsOf(['report.yaml', `${key}: null`, line]);
    expect(told).toEqual([
      expect.stringMatching(
        /^report\.yaml:\d+ '\w+' speaks of Vinje, which the plan of Drammen has nothing to do with\./,
      ),
    ]);
  });

  test('are not told in addresses of the own municipality', () => {
    expect(warningsOf(['report.yaml', 'planDocument: null', 'planDocument: https://www.drammen.kommune.no'])).toEqual(
      [],
    );
  });

  test.each([
    ['the own name', 'Andelen bedrifter i Drammen.'],
    ['its genitive', 'Det er Drammens andel.'],
    ['a municipality that is compared with', 'Andelen er lavere enn i Bergen.'],
    ['several that are compared with', 'Bergen, Oslo og Trondheim er storbyer.'],
    ['one that is compared with beside the own', 'Bergen har flere enn byen har, og Drammen færre.'],
    ['a common word that begins a sentence', 'Vi teller bedrifter. Time for time er med.'],
    ['a part of a longer name', 'Andelen i Nord-Aurdal-regionen.'],
    ['the country', 'Andelen i Norge, etter NHO.'],
  ])('are not seen in %s', (_what, sentence) => {
    expect(speaking(sentence)).toEqual([]);
  });
});

test('texts of plan.yaml that name another municipality are told', () => {
  const named: Edit = ['plan.yaml', 'licence: Eies av Drammen kommune', 'licence: Eies av Vinje kommune'];
  expect(warningsOf(named)).toEqual([
    expect.stringMatching(/^plan\.yaml:\d+ 'licence' speaks of Vinje, which the plan of Drammen/) as string,
  ]);
});

test('a group with the one place that a rule names is needed', () => {
  const dir = copyConfig([
    'peers.yaml',
    'groups:',
    "groups:\n  - id: lier\n    title: Lier\n    confirmed: true\n    regions: [{ id: lier, name: Lier, members: ['3312'] }]",
  ]);
  addIndicator(dir, 'indicators/_gallery/against.yaml', 10);
  const file = join(dir, 'indicators/against.yaml');
  const text = readFileSync(file, 'utf8').replace("place: '0'", "place: '3312'").replace("{ '0':", "{ '3312':");
  writeFileSync(file, text);
  expect(readSettings(dir, { jobs, places: bundledPlaces() }).warnings).toEqual([]);
});

test('a group that no indicator is compared with is told', () => {
  const group = `groups:
  - id: neighbours
    title: Naboer
    confirmed: false
    regions:
      - { id: lier, name: Lier, members: ['3312'] }`;
  expect(warningsOf(['peers.yaml', 'groups:', group])).toEqual([
    expect.stringMatching(/^peers\.yaml:\d+ No indicator is compared with 'neighbours'/) as string,
  ]);
});

test('a place in regions.yaml that nobody is compared with is told', () => {
  const lier = `municipalities:
  - { code: '3312', name: Lier, county: '33', codes: [{ code: '3312' }] }`;
  expect(warningsOf(['regions.yaml', 'municipalities:', lier])).toEqual([
    expect.stringMatching(
      /^regions\.yaml:\d+ Lier \('3312'\) is neither the own municipality nor in a group/,
    ) as string,
  ]);
});

test('the settings that ship say nothing in vain', () => {
  expect(warningsOf()).toEqual([]);
});
