import * as z from 'zod';
import { once } from '#shared/once';
import { addressChannel } from '../contact/contact.ts';
import { noticeKind } from '../template/template.ts';
import { batchState } from './graph.ts';

/** As many rows as a batch may have. */
export const mostRows = 100_000;

/** What is wrong with a row, or with a file as a whole. */
const rowFaultCode = z.enum([
  'empty-file',
  'line-too-long',
  'unclosed-quote',
  'too-many-rows',
  'another-file',
  'unknown-column',
  'missing-column',
  'column-twice',
  'not-in-charset',
  'stray-quote',
  'wrong-cells',
  'no-party',
  'bad-party',
  'bad-document',
  'twice',
  'missing',
  'unknown-name',
  'too-long',
  'more-lines',
  'unstorable',
  'not-yes-or-no',
  'too-many-parts',
  'unfit-field',
  'id-number',
  'foreign-link',
  'emoji',
]);
export type RowFaultCode = z.infer<typeof rowFaultCode>;

/** One fault: at which line of the file (or which row of the body), and of which column. What stands there is not repeated. */
const rowFault = once(() =>
  z.object({ line: z.int().min(1), code: rowFaultCode, column: z.string().max(32).optional() }),
);
export type RowFault = z.infer<ReturnType<typeof rowFault>>;

export const charset = z.enum(['utf-8', 'gb18030']);

const person = once(() => z.object({ sub: z.string(), partyId: z.string() }));
export type Person = z.infer<ReturnType<typeof person>>;

/** 批量通知: one template told to many. Its rows lie in a bucket until it is over; neither a name nor an address stands here. */
export const batch = once(() =>
  z.object({
    id: z.uuid(),
    version: z.int().min(1),
    state: batchState,
    district: z.string(),
    /** What staff call it. */
    title: z.string(),
    template: z.object({ key: z.string(), edition: z.string() }),
    kind: noticeKind,
    channels: z.array(addressChannel).min(1),
    /** The file that was declared, and is the only one to be taken in; absent where the rows came with the request. */
    file: z.object({ sha256: z.string(), bytes: z.int(), charset }).optional(),
    rows: z.int().min(0),
    /** How many faults were found, and the first of them. */
    faults: z.object({ count: z.int(), first: z.array(rowFault()) }).optional(),
    /** Not before this moment. */
    sendAt: z.coerce.date().optional(),
    proposedBy: person(),
    proposedAt: z.coerce.date(),
    approvedBy: person().optional(),
    approvedAt: z.coerce.date().optional(),
    /** Which turn of reading or sending it is: whoever was told of an earlier one comes too late. */
    turn: z.int().min(0),
    /** When the clock looks at it next. */
    dueAt: z.coerce.date().optional(),
    timelineHash: z.string(),
  }),
);
export type Batch = z.infer<ReturnType<typeof batch>>;

/** One row as it was found sound: whom it tells, and what stands for the names. */
export const batchRow = once(() =>
  z.object({ line: z.int().min(1), partyId: z.string(), values: z.record(z.string(), z.string()) }),
);
export type BatchRow = z.infer<ReturnType<typeof batchRow>>;
