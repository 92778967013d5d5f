import * as z from 'zod';
import { once } from '#shared/once';
import { pageOf } from '#shared/page';
import { expectedState } from '../domain/bank/graph.ts';
import { carriedItem } from '../domain/close/carried.ts';
import { periodState } from '../domain/close/graph.ts';

export const dayParam = /^\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$/;
export const monthParam = /^\d{4}-(0[1-9]|1[0-2])$/;
export const yearParam = /^\d{4}$/;
const fen = z.int();

export const rejectBody = once(() =>
  z.strictObject({ reason: z.string().trim().min(1).max(500) }).meta({ id: 'CloseRejection' }),
);
export const signBody = once(() =>
  z
    .strictObject({
      ageing: z
        .string()
        .optional()
        .meta({ description: 'Of a month or a year: the digest of the open items by age, as the proposal shows it' }),
    })
    .meta({ id: 'CloseApproval' }),
);

export const periodActed = once(() =>
  z
    .object({ id: z.string(), status: periodState, version: z.int(), actions: z.array(z.string()) })
    .meta({ id: 'PeriodActed' }),
);

const bar = once(() =>
  z.object({
    of: z.string().meta({ description: 'Which one: a statement, an exception, a shift, a day' }),
    why: z.string(),
    owner: z.string().meta({ description: 'The role that must see to it' }),
    since: z.iso.datetime(),
    amountFen: fen.optional(),
  }),
);
const said = once(() => z.object({ by: z.string(), at: z.iso.datetime() }));
const totals = { takenFen: fen, backFen: fen, passedOnFen: fen };

const bank = once(() =>
  z.object({
    confirmed: z.int(),
    confirmedFen: fen,
    awaited: z.int(),
    awaitedFen: fen,
    open: z.array(
      z.object({
        of: z.string(),
        status: expectedState,
        channel: z.string(),
        merchant: z.string(),
        amountFen: fen,
        dueDay: z.iso.date().optional().meta({ description: 'Absent while the year that it is in is not published' }),
      }),
    ),
  }),
);

export const periodReply = once(() =>
  z
    .object({
      id: z.string(),
      kind: z.enum(['day', 'month', 'year']),
      status: periodState,
      version: z.int().meta({ description: '0 where nobody has acted on it' }),
      target: z.iso.datetime().meta({ description: 'By when it is to be closed: 12:00 of the next day' }),
      checks: z.array(
        z.object({
          check: z.string(),
          done: z.boolean(),
          open: z.array(bar()).meta({ description: 'What stands in the way, by name; at most 100' }),
          more: z.int(),
        }),
      ),
      proposal: said().optional(),
      approval: said().optional(),
      returned: said().extend({ reason: z.string() }).optional(),
      ageing: z.string().optional().meta({ description: 'Digest of the open items by age: who approves signs it' }),
      proved: z.string().optional().meta({ description: 'Up to which part the run has proved it' }),
      carried: z.object({ items: z.int(), hash: z.string() }).optional(),
      seal: z.object({ hash: z.string(), entries: z.int(), at: z.iso.datetime() }).optional(),
      sum: z
        .object({ entries: z.int(), ...totals, late: z.array(z.object({ originYear: z.int(), ...totals })) })
        .optional(),
      bank: bank()
        .optional()
        .meta({ description: 'Of a day: what the bank has confirmed of it. What it has not keeps no day open' }),
      actions: z.array(z.string()),
    })
    .meta({ id: 'Period' }),
);

export const carriedPage = once(() => pageOf(carriedItem()).meta({ id: 'CarriedPage' }));
