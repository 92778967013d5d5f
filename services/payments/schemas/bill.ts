import * as z from 'zod';
import { once } from '#shared/once';
import { pageOf, pageQuery } from '#shared/page';
import { billKind, destination } from '../domain/charge/charge-list.ts';
import { billState } from '../domain/bill/graph.ts';

export const billsQuery = once(() =>
  z.object({
    ...pageQuery(),
    open: z
      .enum(['true', 'false'])
      .optional()
      .meta({ description: '`true`: only what can be paid, by when it is due' }),
    as: z
      .string()
      .max(64)
      .optional()
      .meta({ description: 'As which party, of those that the caller is; absent: himself' }),
  }),
);

const fen = z.int().min(0);
export const billReply = once(() =>
  z
    .object({
      id: z.uuid(),
      status: billState,
      version: z.int(),
      kind: billKind,
      caseId: z.uuid().optional(),
      district: z.string(),
      revision: z.int(),
      amountFen: fen,
      lines: z.array(
        z.object({
          code: z.string(),
          name: z.object({ zh: z.string(), en: z.string() }).optional(),
          payee: z.string(),
          destination,
          quantity: z.number(),
          amountFen: fen,
        }),
      ),
      dueAt: z.iso.datetime(),
      paymentCode: z.string().meta({ description: '缴款码: by which it can be paid elsewhere' }),
      collector: z.string().optional().meta({ description: 'Who asks it, where that is a collector' }),
      orderId: z.uuid().optional().meta({ description: 'The order that holds it, or has paid it' }),
      paidAt: z.iso.datetime().optional(),
      refundedFen: fen.optional().meta({ description: 'What has gone back; absent: nothing' }),
      actions: z.array(z.enum(['pay'])),
    })
    .meta({ id: 'Bill' }),
);
export const billPage = once(() => pageOf(billReply()).meta({ id: 'BillPage' }));
