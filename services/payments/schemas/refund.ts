import * as z from 'zod';
import { once } from '#shared/once';
import { pageOf, pageQuery } from '#shared/page';
import { office } from './department-bill.ts';
import { feeLinesInput } from './each-once.ts';
import { nameCheck } from '../domain/refund/account-name.ts';
import { refundState } from '../domain/refund/graph.ts';

const fen = z.int().min(1).max(1_000_000_000_000);
const text = z.string().trim().min(1).max(500);

export const proposeRefundBody = once(() =>
  z
    .strictObject({
      lines: feeLinesInput(z.strictObject({ code: z.string().min(1).max(64), amountFen: fen })),
      refundableFen: z
        .int()
        .min(0)
        .meta({ description: 'What the caller believes can still go back of the bill, all its lines together' }),
      reason: text,
    })
    .meta({ id: 'RefundInput' }),
);

export const approveRefundBody = once(() =>
  z
    .strictObject({
      difference: text
        .optional()
        .meta({ description: 'Of an account with another name than the payer’s: why it is the right one' }),
    })
    .meta({ id: 'RefundApproval' }),
);
export const rejectRefundBody = once(() => z.strictObject({ reason: text }).meta({ id: 'RefundRejection' }));

export const redirectBody = once(() =>
  z
    .strictObject({
      name: text.max(100).meta({ description: 'Of the account: the payer’s own' }),
      bank: text.max(100),
      number: z.string().regex(/^\d{8,32}$/),
    })
    .meta({ id: 'RefundAccount' }),
);
export const payBackBody = once(() =>
  z
    .strictObject({ order: text.max(64).meta({ description: 'Number of the treasury’s own order (收入退还书)' }) })
    .meta({ id: 'RefundPaidBack' }),
);
export const payOutBody = once(() =>
  z
    .strictObject({ slip: text.max(64).meta({ description: 'Number of the transfer’s slip (回单号)' }) })
    .meta({ id: 'RefundPaidOut' }),
);

const actions = once(() =>
  z.array(z.enum(['approve', 'reject', 'redirect', 'send-back', 'pay-out', 'verify', 'refuse', 'pay-back', 'return'])),
);

const refundReply = once(() =>
  z
    .object({
      id: z.uuid(),
      status: refundState,
      version: z.int(),
      orderId: z.uuid(),
      billId: z.uuid().optional().meta({ description: 'Absent: money that no bill took' }),
      channel: z.string(),
      amountFen: fen,
      lines: z.array(z.object({ code: z.string(), payee: z.string(), amountFen: fen })),
      createdAt: z.iso.datetime(),
      doneAt: z.iso.datetime().optional(),
      actions: actions(),
    })
    .meta({ id: 'Refund' }),
);
export const refundPage = once(() => pageOf(refundReply()).meta({ id: 'RefundPage' }));

/** As finance sees it. */
export const refundForFinance = once(() =>
  refundReply()
    .extend({
      number: z.string().meta({ description: 'At the channel; the same however often it is sent' }),
      merchant: z.string(),
      payer: z.string(),
      reason: z.string(),
      proposedBy: z.string(),
      approvedBy: z.string().optional(),
      rejection: z.string().optional(),
      stuckBy: z.enum(['account', 'too-late', 'other']).optional(),
      account: z.object({ name: z.string(), bank: z.string(), number: z.string() }).optional(),
      accountName: nameCheck
        .optional()
        .meta({ description: 'Whether the account has the payer’s name; `unknown`: nobody has told that' }),
      difference: z
        .string()
        .optional()
        .meta({ description: 'Why the account is the right one though its name differs' }),
      payerName: z
        .string()
        .optional()
        .meta({ description: 'What the payer is called, masked; where one refund is read' }),
      proof: z.string().optional(),
      unit: z
        .object({ district: z.string(), department: z.string() })
        .optional()
        .meta({ description: 'Of money that has been remitted: who verifies it (退付)' }),
      undo: z
        .object({ since: z.iso.datetime(), doneAt: z.iso.datetime().optional(), ref: z.string().optional() })
        .optional()
        .meta({ description: 'Of what a collector has booked: since when it is to undo that, and when it has' }),
      verifiedBy: z.string().optional(),
      dueDay: z.iso.date().optional().meta({ description: 'The last working day for the step that is next' }),
      provisional: z.boolean().optional().meta({ description: 'Its year is not published yet: counted by weekends' }),
      overdue: z.boolean().optional(),
    })
    .meta({ id: 'RefundForFinance' }),
);
export const refundsForFinance = once(() => pageOf(refundForFinance()).meta({ id: 'RefundPageForFinance' }));

export const refundsQuery = once(() => z.object({ ...pageQuery(), status: refundState }));

export const unitRefundsQuery = once(() => z.object({ ...pageQuery(), ...office() }));

export const proposedReply = once(() =>
  z.object({ items: z.array(refundForFinance()) }).meta({
    id: 'RefundsProposed',
    description: 'One for each merchant that took some of it',
  }),
);
