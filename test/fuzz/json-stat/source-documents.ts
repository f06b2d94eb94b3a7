import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { startStatbank } from '../../statbank/server.ts';
import { corpusDocument, corpusFiles } from '../../corpus/corpus-files.ts';

export interface SourceDocument {
  readonly name: string;
  readonly document: unknown;
}

const FIXTURES = new URL('../../fixtures/json-stat', import.meta.url).pathname;
/** Changing and reading a reply of a megabyte takes as long as a hundred small ones; the corpus has its own test of those. */
const LARGEST = 60_000;
/** Queries on the stand-in, one for each shape of table. */
const QUERIES = [
  '06445/data?lang=no&valueCodes[Region]=3301,0301&valueCodes[Kjonn]=0&valueCodes[Alder]=15-74&valueCodes[ContentsCode]=*&valueCodes[Tid]=*',
  '07984/data?lang=no&valueCodes[Region]=3301,3005&valueCodes[NACE2007]=00-99&valueCodes[Kjonn]=0&valueCodes[Alder]=15-74&valueCodes[ContentsCode]=SysselsatteArb&valueCodes[Tid]=top(4)',
  '08771/data?lang=en&valueCodes[NACE2007]=*&valueCodes[ContentsCode]=LedigeStillinger&valueCodes[Tid]=top(3)',
  '13931/data?lang=no&valueCodes[UtslpTilLuft]=1,2&valueCodes[UtslpEnergivare]=VT0&valueCodes[UtslpKomp]=A10&valueCodes[ContentsCode]=*&valueCodes[Tid]=*',
];

/** Everything there is to mutate: our fixtures, the stand-in's replies and, where it is present, the recorded corpus. */
export async function readSourceDocuments(): Promise<readonly SourceDocument[]> {
  const fixtures = readdirSync(FIXTURES).map((name) => ({ name, text: readFileSync(join(FIXTURES, name), 'utf8') }));
  const replies = await askStatbank();
  const texts = [...fixtures, ...replies].map(({ name, text }) => ({ name, document: JSON.parse(text) as unknown }));
  const recorded = corpusFiles().map((name) => ({ name, document: corpusDocument(name) }));
  return [...texts, ...recorded].filter(({ document }) => JSON.stringify(document).length <= LARGEST);
}

async function askStatbank(): Promise<readonly { readonly name: string; readonly text: string }[]> {
  const statbank = await startStatbank({ rateLimit: 'off' });
  try {
    return await Promise.all(
      QUERIES.map(async (query) => {
        const answer = await fetch(`${statbank.url}/tables/${query}`);
        if (answer.status !== 200) throw new Error(`${query}: ${answer.status} ${await answer.text()}`);
        return { name: `stand-in ${query.slice(0, 5)}`, text: await answer.text() };
      }),
    );
  } finally {
    await statbank.close();
  }
}
