import * as z from 'zod';
import { once } from '#shared/once';
import { pageOf, pageQuery } from '#shared/page';
import { exceptionState } from '../domain/exception/graph.ts';
import { ledgerSide } from '../domain/exception/exception.ts';
import { wish, typedRow } from '../domain/exception/wish.ts';
import { clearingItem, direction } from '../domain/ledger/clearing-item.ts';
import { entryKind, leg } from '../domain/ledger/entry.ts';
import { exceptionClass } from '../domain/reconciliation/class.ts';
import { statementRow } from '../domain/reconciliation/row.ts';

const fen = z.int();
const key = z.string().min(1).max(64);

export const exceptionsQuery = once(() =>
  z.object({
    ...pageQuery(),
    kind: z
      .enum(['difference', 'unnoted', 'unbooked', 'refund-overdue', 'booking-kept', 'receipt-numbers-short'])
      .optional()
      .meta({ description: 'Absent: all; `status`, `class` and what follows are of differences alone' }),
    status: exceptionState.optional().meta({ description: 'Absent: all that are not over' }),
    class: exceptionClass.optional(),
    channel: key.optional(),
    merchant: key.optional(),
    from: z.iso.date().optional().meta({ description: 'Accounting days from here on' }),
    until: z.iso.date().optional(),
  }),
);

export const proposeExceptionBody = once(() => wish().meta({ id: 'ExceptionProposalInput' }));
export const rejectExceptionBody = once(() =>
  z.strictObject({ reason: z.string().trim().min(1).max(500) }).meta({ id: 'ExceptionRejection' }),
);

const actions = once(() => z.array(z.enum(['propose', 'approve', 'reject'])));
const saidEntryReply = once(() => z.object({ kind: entryKind, legs: z.array(leg()), clears: z.array(clearingItem()) }));
const proposal = once(() =>
  z.object({
    action: z.string(),
    reason: z.string(),
    by: z.string(),
    at: z.iso.datetime(),
    details: z.unknown(),
    entries: z.array(saidEntryReply()).meta({ description: 'What it would write in the ledger' }),
  }),
);

const difference = once(() =>
  z.object({
    kind: z.literal('difference'),
    id: z.uuid(),
    status: exceptionState,
    version: z.int(),
    owner: z.enum(['finance']),
    class: exceptionClass,
    channel: z.string(),
    merchant: z.string(),
    day: z.iso.date().meta({ description: 'Of the statement' }),
    reconciliationId: z.string(),
    number: z.string().optional(),
    direction: direction.optional(),
    line: z.int().optional(),
    amountFen: fen,
    differenceFen: fen.meta({ description: 'Statement less ledger' }),
    since: z.iso.datetime(),
    ageDays: z.int(),
    carriedUntil: z.iso.date().optional(),
    suggestion: z.object({ action: z.string(), because: z.string() }).optional(),
    outcome: z.object({ action: z.string(), by: z.string(), at: z.iso.datetime() }).optional(),
    actions: actions(),
  }),
);
const matter = once(() =>
  z.object({
    kind: z.enum(['unnoted', 'unbooked']).meta({
      description:
        '`unnoted`: a case does not say that it knows of a payment; `unbooked`: a collector has not booked it',
    }),
    owner: z.enum(['finance']),
    since: z.iso.datetime(),
    billId: z.uuid(),
    district: z.string(),
    caseId: z.uuid().optional(),
    orderId: z.uuid().optional(),
    paidAt: z.iso.datetime().optional(),
    amountFen: fen,
  }),
);
const overdueRefund = once(() =>
  z.object({
    kind: z.literal('refund-overdue').meta({ description: 'A step of a refund of remitted money is over its days' }),
    owner: z.enum(['unit', 'finance', 'treasury']),
    since: z.iso.datetime(),
    refundId: z.uuid(),
    billId: z.uuid().optional(),
    orderId: z.uuid(),
    district: z.string().optional(),
    department: z.string().optional(),
    dueDay: z.iso.date(),
    amountFen: fen,
  }),
);
const keptRefund = once(() =>
  z.object({
    kind: z
      .literal('booking-kept')
      .meta({ description: 'A collector has not undone, for a day, or has refused to undo, what a refund is of' }),
    owner: z.enum(['finance']),
    since: z.iso.datetime(),
    refundId: z.uuid(),
    billId: z.uuid().optional(),
    orderId: z.uuid(),
    refused: z.boolean(),
    amountFen: fen,
  }),
);
const shortNumbers = once(() =>
  z.object({
    kind: z
      .literal('receipt-numbers-short')
      .meta({ description: 'Too few receipt numbers of this year are left: finance asks for another segment' }),
    owner: z.enum(['finance']),
    since: z.iso.datetime(),
    left: z.int(),
    waiting: z.int().meta({ description: 'Receipts that wait for a number; a hundred are counted at most' }),
  }),
);
export const exceptionPage = once(() =>
  pageOf(z.union([difference(), matter(), overdueRefund(), keptRefund(), shortNumbers()])).meta({
    id: 'PaymentExceptionPage',
  }),
);

export const told = once(() =>
  z.object({ at: z.iso.datetime(), act: z.string(), office: z.string(), actor: z.string() }),
);
export const exceptionReply = once(() =>
  difference()
    .extend({
      detail: z.string(),
      row: statementRow().extend({ at: z.iso.datetime() }).optional(),
      ledger: ledgerSide().optional(),
      orderId: z.uuid().optional(),
      bookedFen: fen.meta({ description: 'What the ledger has under the number by now' }),
      proposals: z.array(z.string()).meta({ description: 'The actions that fit' }),
      proposal: proposal().optional(),
      rejection: z.string().optional(),
      refundId: z.uuid().optional(),
      suspenseId: z.uuid().optional(),
      entered: typedRow().optional().meta({ description: 'The row that a person has read in the line' }),
      supersededBy: z
        .int()
        .optional()
        .meta({ description: 'The revision of the file by which what was entered is taken back' }),
      timeline: z.array(told()),
    })
    .meta({ id: 'PaymentException' }),
);
export const exceptionActed = once(() =>
  z
    .object({
      id: z.uuid(),
      status: exceptionState,
      version: z.int(),
      proposal: proposal().optional(),
      refundId: z.uuid().optional(),
      suspenseId: z.uuid().optional(),
      actions: actions(),
    })
    .meta({ id: 'PaymentExceptionActed' }),
);
