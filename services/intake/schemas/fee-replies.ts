import * as z from 'zod';
import { once } from '#shared/once';
import { pageOf } from '#shared/page';
import { askedLine, owedLine, refund, relief } from '../domain/fee/fees.ts';
import { assessmentState } from '../domain/fee/graph.ts';
import { timelineEntry } from '../stores/rows.ts';
import { moment } from './case.ts';

const fen = once(() => z.int().min(0));
const status = once(() =>
  z
    .enum(['settled', 'due', 'ended'])
    .meta({ description: '`ended`: the case ended without a grant, or its grant was revoked: nothing is owed' }),
);
const actions = once(() => z.array(z.enum(['pay', 'assess', 'propose-relief'])));

export const feesActReply = once(() =>
  z
    .object({ id: z.uuid(), status: status(), version: z.int(), dueFen: fen(), actions: actions() })
    .meta({ id: 'FeesActReply' }),
);

const bill = once(() =>
  z.object({
    assessmentId: z.string(),
    revision: z.int(),
    status: assessmentState(),
    amountFen: fen(),
    lines: z.array(askedLine()),
    dueAt: moment(),
    deferredUntil: z.iso.date().optional(),
    billId: z.uuid().optional(),
    paidFen: fen(),
    refundedFen: fen(),
    refunds: z.array(refund().extend({ at: moment() })),
  }),
);
const shownRelief = once(() =>
  relief()
    .omit({ state: true })
    .extend({
      status: relief().shape.state,
      proposedAt: moment(),
      proposedBy: z.string(),
      checkedAt: moment().optional(),
      checkedBy: z.string().optional(),
      actions: z.array(z.enum(['approve', 'reject'])),
    }),
);

export const feesReply = once(() =>
  z
    .object({
      caseId: z.uuid(),
      version: z.int(),
      status: status(),
      actions: actions(),
      owedFen: fen().meta({ description: 'Quantity × rate of every line; 0 once nothing is owed any more' }),
      reducedFen: fen(),
      dueFen: fen().meta({ description: 'What the open bill asks' }),
      heldFen: fen().meta({ description: 'What was paid and does not go back' }),
      paidFen: fen(),
      toRefundFen: fen().meta({ description: 'What was proposed to go back, whether it has or not' }),
      refundedFen: fen(),
      overdue: z.boolean().meta({ description: 'True once the day of the open bill has passed' }),
      owed: z.array(owedLine().extend({ at: moment() })),
      bills: z.array(bill()),
      reliefs: z.array(shownRelief()),
      timeline: z.array(timelineEntry()),
    })
    .meta({ id: 'Fees' }),
);

const overdueFee = once(() =>
  z
    .object({
      caseId: z.uuid(),
      itemKey: z.string().optional(),
      number: z.string().optional(),
      assessmentId: z.string(),
      amountFen: fen(),
      dueAt: moment(),
    })
    .meta({ id: 'OverdueFee' }),
);
export const overdueFeePage = once(() => pageOf(overdueFee()).meta({ id: 'OverdueFeePage' }));

/** What several cases cost together, each item and payee in a line of its own. */
export const caseFees = once(() => {
  const sums = { dueFen: fen(), heldFen: fen().meta({ description: 'What was paid and does not go back' }) };
  const line = { item: z.string(), caseId: z.uuid(), payee: z.string(), ...sums, dueAt: moment().optional() };
  return z
    .object({ ...sums, lines: z.array(z.object(line)) })
    .meta({ description: 'Of its cases, in fen: summed for the applicant, a line for each item and payee' });
});
