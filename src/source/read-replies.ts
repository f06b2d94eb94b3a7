import type { DataReply, FetchedDataset } from '../model/data/retrieval.ts';
import { parseJson, refuseErrorBody } from './ask/parse-json.ts';

/**
 * The JSON documents of a dataset's replies, in their order. Throws `source-contract` for one that is not JSON, or an
 * error body. Whether they are the JSON-stat that was asked for is `normalise`'s to check.
 */
export function readReplies({ replies }: Pick<FetchedDataset, 'replies'>): readonly unknown[] {
  return replies.map(readReply);
}

/** As `readReplies`, of one reply. */
export function readReply({ what, address, contentType, body }: DataReply): unknown {
  const asked = { what, address };
  const headers: Record<string, string> = contentType === null ? {} : { 'content-type': contentType };
  const document = parseJson({ headers, body: Buffer.from(body.buffer, body.byteOffset, body.byteLength) }, asked);
  refuseErrorBody(document, asked);
  return document;
}
