import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { findProjectRoot } from '../../../src/platform/project-root.ts';
import { buildDataPage } from '../../../src/store/dictionary/build-data-page.ts';
import { readDictionary } from '../../../src/store/dictionary/read-entries.ts';
import { openDatabase } from '../../../src/store/open-database.ts';

// `npm run data-page`: writes the page about the data anew from the dictionary of an empty database.
const root = findProjectRoot(import.meta.url);
const folder = mkdtempSync(join(tmpdir(), 'naeringspuls-data-page-'));
const store = openDatabase(join(folder, 'empty.sqlite'), { migrationsFolder: join(root, 'drizzle') });
writeFileSync(join(root, 'deploy', 'DATA.md'), buildDataPage(readDictionary(store.sqlite)));
store.close();
rmSync(folder, { recursive: true });
