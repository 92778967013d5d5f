import * as z from 'zod';
import { once } from '#shared/once';
import { pageOf, pageQuery } from '#shared/page';
import { elsewhereState } from '../domain/elsewhere/graph.ts';

const printed = (max: number) => z.string().min(1).max(max);
export const elsewhereBody = once(() =>
  z
    .strictObject({
      paymentCode: z.string().regex(/^\d{20}$/),
      amountFen: z.int().min(1).max(Number.MAX_SAFE_INTEGER),
      paidAt: z.iso.datetime({ offset: true }),
      bank: printed(64).meta({ description: 'Which bank has taken it' }),
      slip: printed(64).meta({ description: 'The number of its slip, which is booked once' }),
    })
    .meta({ id: 'PaidElsewhereInput' }),
);
export const elsewhereReply = once(() =>
  z
    .object({
      id: z.uuid(),
      status: elsewhereState,
      version: z.int(),
      billId: z.uuid(),
      paymentCode: z.string(),
      amountFen: z.int(),
      paidAt: z.iso.datetime(),
      bank: z.string(),
      slip: z.string(),
      proposedBy: z.string(),
      orderId: z.uuid().optional(),
      pays: z.boolean().optional().meta({ description: 'False: the bill could not take it, and it goes back' }),
      actions: z.array(z.enum(['approve', 'reject'])),
    })
    .meta({ id: 'PaidElsewhere' }),
);
export const elsewherePage = once(() => pageOf(elsewhereReply()).meta({ id: 'PaidElsewherePage' }));
export const elsewhereQuery = once(() => z.object({ ...pageQuery(), status: elsewhereState.default('proposed') }));
