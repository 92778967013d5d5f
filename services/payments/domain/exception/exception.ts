import * as z from 'zod';
import { once } from '#shared/once';
import { clearingLine, direction } from '../ledger/clearing-item.ts';
import { exceptionClass } from '../reconciliation/class.ts';
import { statementRow } from '../reconciliation/row.ts';
import { releasedLine } from '../remittance/released.ts';
import { saidEntry } from '../ledger/entry.ts';
import { exceptionState } from './graph.ts';
import { typedRow, wish } from './wish.ts';

/** What it is about: a number at the channel, a line that cannot be read, or the file. Its id is made of this, so that a run that is repeated finds it again. */
export const subject = once(() =>
  z.discriminatedUnion('kind', [
    z.object({ kind: z.literal('number'), number: z.string(), direction, nth: z.int().min(1).default(1) }),
    z.object({ kind: z.literal('line'), revision: z.int(), line: z.int() }),
    z.object({ kind: z.literal('file') }),
  ]),
);
export type Subject = z.infer<ReturnType<typeof subject>>;

/** What the ledger has under the number, all its items summed. */
export const ledgerSide = once(() =>
  z.object({
    amountFen: z.int(),
    day: z.string(),
    ref: z.string(),
    orderId: z.string().optional(),
    lines: z.array(clearingLine()),
  }),
);
export type LedgerSide = z.infer<ReturnType<typeof ledgerSide>>;

/** 差错: something that the ledger and a statement do not say alike. Found by a run, decided by two people, ended by entries. */
export const exception = once(() =>
  z.object({
    id: z.uuid(),
    version: z.int().min(1),
    state: exceptionState,
    class: exceptionClass,
    channel: z.string(),
    merchant: z.string(),
    /** The accounting day of the statement that showed it, or did not. */
    day: z.string(),
    reconciliationId: z.string(),
    subject: subject(),
    row: statementRow().optional(),
    ledger: ledgerSide().optional(),
    /** Statement less ledger, in fen; of what is missing the whole. */
    differenceFen: z.int(),
    /** Which rule found it, in the words of a developer: a code, nothing personal. */
    detail: z.string().default(''),
    /** Who releases its money to be remitted: its end, or the run where a fee alone is in question. */
    money: z.enum(['run', 'end']).default('end'),
    raisedAt: z.coerce.date(),
    /** When it was last looked at again by itself. */
    lookedAt: z.coerce.date().optional(),
    /** While carried: the last accounting day whose statement may still show it. */
    carriedUntil: z.string().optional(),
    proposal: z
      .object({
        action: z.string(),
        reason: z.string(),
        /** Who made it: the account, and the person. */
        by: z.string(),
        party: z.string(),
        at: z.coerce.date(),
        details: wish(),
        /** What it would write, as it was shown: it is decided by what was seen. */
        entries: z.array(saidEntry()),
      })
      .optional(),
    /** Why the last proposal was not approved. */
    rejection: z.string().optional(),
    /** What came of it: who decided (`run` where nobody had to), and by what. */
    outcome: z.object({ by: z.string(), at: z.coerce.date(), action: z.string() }).optional(),
    refundId: z.uuid().optional(),
    /** What it has put into suspense. */
    suspenseId: z.uuid().optional(),
    /** The row that a person has read in a line, and what was written of it in the ledger. */
    entered: z.object({ row: typedRow(), entries: z.array(saidEntry().extend({ id: z.uuid() })) }).optional(),
    /** The revision of the file that has come in the place of that line: what was written of it is taken back. */
    supersededBy: z.int().optional(),
    /** What its end has released, and how often it has: another end releases what differs. */
    released: z.object({ lines: z.array(releasedLine()), feeFen: z.int(), times: z.int() }).optional(),
    timelineHash: z.string(),
  }),
);
export type Exception = z.infer<ReturnType<typeof exception>>;
