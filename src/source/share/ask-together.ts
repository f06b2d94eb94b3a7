import { PipelineError } from '../../model/errors.ts';
import type { DataReply } from '../../model/data/retrieval.ts';
import type { KeptAnswers } from '../ask/kept-answers.ts';
import { type DataSelection, encodeRequest, type SourceLanguage } from '../ask/query-string.ts';
import { DEFAULT_MAX_CELLS } from '../ask/split-query.ts';
import type { SsbClient } from '../ask/ssb-client.ts';
import { readReply } from '../read-replies.ts';
import { cutReply } from './cut-reply.ts';
import { type AskedDataset, findJointQuestion, type JointQuestion } from './union-of-places.ts';

/** So long an entry of the list of tables, or the list itself, is not asked for again by another. */
const LISTS_HOLD_FOR_MS = 600_000;
/** Of a question that asks for too much or that the source answers wrongly, where the own one alone may do better. */
const MAY_DO_BETTER_ALONE: readonly unknown[] = ['source-rejected-query', 'source-contract'];

/** One of those who ask. */
export interface JoiningAsker {
  /** Tells it from the others. */
  readonly name: string;
  /** What this run of it keeps, over a shelf that all share. */
  readonly answers: KeptAnswers;
  /** Of everyone, itself included, in an order that does not change. */
  readonly datasets: () => readonly AskedDataset[];
}

/** Lets several ask the source as one. */
export interface JointAsking {
  /** A client that asks for everyone's places at once and gives its asker only its own. */
  readonly join: (client: SsbClient, asker: JoiningAsker) => SsbClient;
}

/**
 * Joint asking of one source. A reply is kept as `answers` has it, and each asker takes it once: who asks again wants a
 * newer one. Where the joint question is refused, the asker's own is asked. `now` in milliseconds.
 */
export function askJointly(now: () => number): JointAsking {
  /** Address of a joint question → those who have taken the answer that is kept. */
  const takers = new Map<string, Set<string>>();
  const lists = new Map<string, { readonly at: number; readonly answer: unknown }>();

  async function shareList<T>(key: string, ask: () => Promise<T>): Promise<T> {
    const known = lists.get(key);
    if (known !== undefined && now() - known.at <= LISTS_HOLD_FOR_MS && now() >= known.at) return known.answer as T;
    const answer = await ask();
    lists.set(key, { at: now(), answer });
    return answer;
  }

  async function takeJoint(
    client: SsbClient,
    table: string,
    question: JointQuestion,
    { name, answers }: JoiningAsker,
  ): Promise<DataReply> {
    const { query, body } = encodeRequest(question.selection, 'no');
    // As the client's own, so that news of the table outdate it; what is in a body stands behind it.
    const address = `/tables/${encodeURIComponent(table)}/data?${query}#${body ?? ''}`;
    const kept = takers.get(address)?.has(name) === true ? null : answers.find(address);
    if (kept !== null) {
      takers.get(address)?.add(name);
      return {
        ...(JSON.parse(kept.toString('utf8', 0, headLength(kept))) as Head),
        body: kept.subarray(headLength(kept) + 1),
      };
    }
    const reply = await client.data(table, question.selection);
    const { body: bytes, ...head } = reply;
    answers.keep(address, Buffer.concat([Buffer.from(`${JSON.stringify(head)}\n`), bytes]));
    takers.set(address, new Set([name]));
    return reply;
  }

  async function joint(client: SsbClient, asker: JoiningAsker, table: string, selection: DataSelection) {
    const { maxDataCells } = await client.config();
    const metadata = await client.metadata(table, 'no');
    const surroundings = { metadata, maxCells: maxDataCells ?? DEFAULT_MAX_CELLS, datasets: asker.datasets() };
    return findJointQuestion(readingOnce(client), selection, surroundings);
  }

  return {
    join: (client, asker) => ({
      ...client,
      table: (id) => shareList(`table ${id}`, () => client.table(id)),
      tables: (filter) => shareList(`tables ${JSON.stringify(filter)}`, () => client.tables(filter)),
      async data(table: string, selection: DataSelection, lang: SourceLanguage = 'no') {
        const question = lang === 'no' ? await joint(client, asker, table, selection) : null;
        if (question === null) return client.data(table, selection, lang);
        try {
          const reply = await takeJoint(client, table, question, asker);
          return cutFor(selection, question, reply) ?? (await client.data(table, selection, lang));
        } catch (failure) {
          if (!(failure instanceof PipelineError) || !MAY_DO_BETTER_ALONE.includes(failure.code)) throw failure;
          return client.data(table, selection, lang);
        }
      },
    }),
  };
}

type Head = Omit<DataReply, 'body'>;

/** The head of a kept reply is its first line. */
function headLength(kept: Buffer): number {
  return kept.indexOf('\n');
}

/** `null` where the reply does not have what was asked for: the source's own answer then says why. */
function cutFor(selection: DataSelection, { dimension }: JointQuestion, reply: DataReply): DataReply | null {
  // In memory of its own, since whoever reads it takes that away.
  if (dimension === null) return { ...reply, body: Uint8Array.from(reply.body) };
  const codes = selection.find(({ variable }) => variable === dimension)?.codes ?? [];
  const cut = cutReply(readReply(reply), dimension, codes);
  return cut === null ? null : { ...reply, body: new TextEncoder().encode(JSON.stringify(cut)) };
}

/** A code list is the same for everyone who asks with one question. */
function readingOnce(client: SsbClient): SsbClient {
  const read = new Map<string, ReturnType<SsbClient['codeList']>>();
  return {
    ...client,
    codeList(id) {
      const known = read.get(id) ?? client.codeList(id);
      read.set(id, known);
      return known;
    },
  };
}
