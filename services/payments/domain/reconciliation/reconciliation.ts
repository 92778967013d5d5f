import * as z from 'zod';
import { once } from '#shared/once';
import { clearingShards } from '../ledger/clearing-item.ts';
import { rowClass } from './class.ts';
import { reconciliationState } from './graph.ts';
import { fileTotals } from './row.ts';
import { moved } from './settle.ts';
import { gathered } from '../remittance/gathered.ts';

/** The file as it was received. It is kept for good; a later revision takes its place and does not replace it. */
export const statementFile = once(() =>
  z.object({
    revision: z.int().min(1),
    /** Its place in the bucket of statements. */
    key: z.string(),
    sha256: z.string().regex(/^[0-9a-f]{64}$/),
    bytes: z.int().min(0),
    source: z.enum(['channel', 'upload']),
    by: z.string(),
    receivedAt: z.coerce.date(),
  }),
);
export type StatementFile = z.infer<ReturnType<typeof statementFile>>;

/** Rows, and what they come to in fen. */
export const tally = once(() => z.object({ rows: z.int(), inFen: z.int(), outFen: z.int(), feeFen: z.int() }));
export type Tally = z.infer<ReturnType<typeof tally>>;

/**
 * 对账: one statement of a channel for one merchant and one accounting day of the channel, held against what the ledger has cleared
 * there. Its id says which: `wechat.treasury.2026-08-03`.
 */
export const reconciliation = once(() =>
  z.object({
    id: z.string(),
    version: z.int().min(1),
    state: reconciliationState,
    channel: z.string(),
    merchant: z.string(),
    day: z.string(),
    /** Since when a statement that is not there is missing. */
    dueAt: z.coerce.date(),
    file: statementFile().optional(),
    earlier: z.array(statementFile()).default([]),
    /** How many of its partitions are done: a run that was killed goes on from there. */
    shardsDone: z.int().min(0).max(clearingShards),
    /** What its rows come to, and what the file itself says of that. */
    rows: tally().optional(),
    said: fileTotals().optional(),
    badLines: z.int().min(0).default(0),
    /** The rows by class, and the ledger's items by class: each sums to its whole (I9). */
    classes: z.partialRecord(rowClass, tally()).optional(),
    items: z.partialRecord(rowClass, tally()).optional(),
    /** How many pieces the rows of each partition lie in, while they are matched. */
    chunks: z.array(z.int()).optional(),
    /** What of its rows is done and in yuan, and so is settled. */
    moved: moved().optional(),
    /** What this run has matched so far, and what runs have released by now. */
    gathering: gathered().optional(),
    released: gathered().optional(),
    /** What is settled of it in the ledger, and by which entries: another revision takes those back. */
    settled: z
      .object({ revision: z.int(), moved: moved(), isOwnAccount: z.boolean(), entries: z.array(z.uuid()) })
      .optional(),
    matchedAt: z.coerce.date().optional(),
    /** When its last step was written, and how often the clock has begun its run again since the file came, and when. */
    steppedAt: z.coerce.date().optional(),
    begunAgain: z.object({ times: z.int(), at: z.coerce.date() }).optional(),
    timelineHash: z.string(),
  }),
);
export type Reconciliation = z.infer<ReturnType<typeof reconciliation>>;

export const reconciliationId = ({ channel, merchant, day }: Pick<Reconciliation, 'channel' | 'merchant' | 'day'>) =>
  `${channel}.${merchant}.${day}`;
