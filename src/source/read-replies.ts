import { PipelineError } from '../model/errors.ts';
import type { DataReply, FetchedDataset } from '../model/data/retrieval.ts';
import { checkDataset } from './data-document.ts';
import { contractBroken, parseJson } from './ask/parse-json.ts';
import type { Asked } from './ask/ssb-failure.ts';
import { sameCode } from './describe/table-metadata.ts';

/**
 * The JSON-stat documents of a dataset's replies. Throws `source-contract` for a reply that is not what was asked for,
 * and `source-unavailable` when the table was published anew between two of them.
 */
export function readReplies({ table, replies }: Pick<FetchedDataset, 'table' | 'replies'>): readonly unknown[] {
  const read = replies.map(readReply);
  if (new Set(read.map(({ updated }) => updated)).size > 1) {
    throw new PipelineError('source-unavailable', `Table ${table} was published again while it was being read.`, {
      hint: 'Run again: the parts that were read belong to different publications.',
      context: { table },
    });
  }
  return read.map(({ document }) => document);
}

/** One reply, parsed and checked so far as can be told without its figures, with the source's stamp as written. */
export function readReply(reply: DataReply): { readonly document: unknown; readonly updated: string | null } {
  const { what, address, contentType, body, variables: wanted } = reply;
  const asked = { what, address };
  const headers: Record<string, string> = contentType === null ? {} : { 'content-type': contentType };
  const document = parseJson({ headers, body: Buffer.from(body.buffer, body.byteOffset, body.byteLength) }, asked);
  const { variables, updated } = checkDataset(document, asked);
  refuseSilentTotal(wanted, variables, asked);
  return { document, updated };
}

/** An expression that matches nothing makes SSB leave the variable out and answer with the total instead. */
function refuseSilentTotal(wanted: readonly string[], variables: readonly string[], asked: Asked): void {
  const lost = wanted.filter((variable) => !variables.some((code) => sameCode(code, variable)));
  if (lost.length === 0) return;
  throw contractBroken(asked, `came without ${lost.join(', ')}, which was asked for: the figures are totals over it`);
}
