import type { SsbClient } from '../../../src/source/ask/ssb-client.ts';
import type { TableSummary } from '../../../src/source/describe/table-metadata.ts';

function notExpected(name: string): () => never {
  return () => {
    throw new Error(`${name} was not expected to be called`);
  };
}

/** A client that answers what the test gives it, and fails on anything else. */
export function fakeClient(answers: Partial<SsbClient>): SsbClient {
  return {
    config: notExpected('config'),
    tables: notExpected('tables'),
    table: notExpected('table'),
    metadata: notExpected('metadata'),
    codeList: notExpected('codeList'),
    codeListInEnglish: () => Promise.resolve([]),
    data: notExpected('data'),
    requestCount: () => 0,
    outOfReach: () => null,
    ...answers,
  };
}

export function tableSummary(id: string, lastPeriod: string | null, more: Partial<TableSummary> = {}): TableSummary {
  const nothing = { label: id, updated: null, discontinued: false, variableNames: [] };
  return { id, lastPeriod, ...nothing, pathIds: ['ti', 'ti04', 'innov'], ...more };
}
