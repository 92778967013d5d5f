import * as z from 'zod';
import { once } from '#shared/once';
import { pageOf, pageQuery } from '#shared/page';
import { account } from '../domain/refund/refund.ts';
import { refundState } from '../domain/refund/graph.ts';
import { suspenseState } from '../domain/suspense/graph.ts';
import { suspenseOrigin, suspenseWish } from '../domain/suspense/suspense.ts';
import { told } from './exception.ts';

const key = z.string().min(1).max(64);

export const suspenseQuery = once(() =>
  z.object({
    ...pageQuery(),
    status: z
      .enum([...suspenseState.options, 'on-its-way'])
      .optional()
      .meta({
        description:
          'Absent: what is not over. `on-its-way`: what nobody’s bill took and goes back by itself; it is in suspense no more, and stands among the refunds',
      }),
    channel: key.optional(),
    merchant: key.optional(),
  }),
);
export const proposeSuspenseBody = once(() => suspenseWish().meta({ id: 'SuspenseProposalInput' }));
export const rejectSuspenseBody = once(() =>
  z.strictObject({ reason: z.string().trim().min(1).max(500) }).meta({ id: 'SuspenseRejection' }),
);

const money = () => ({
  id: z.uuid(),
  version: z.int(),
  owner: z.enum(['finance']),
  channel: z.string(),
  merchant: z.string(),
  amountFen: z.int(),
  orderId: z.uuid().optional().meta({ description: 'The order whose charge has brought it' }),
  since: z.iso.datetime(),
  ageDays: z.int(),
});
const item = once(() =>
  z.object({
    kind: z.literal('suspense'),
    ...money(),
    status: suspenseState,
    ledgerAccount: z.string().meta({ description: 'The account that it stands on' }),
    feeFen: z.int().meta({ description: 'What the channel has taken for it' }),
    origin: suspenseOrigin(),
    ref: z.string().meta({ description: 'Its number in the papers of who has taken it' }),
    proposal: z
      .looseObject({ action: z.string(), reason: z.string(), by: z.string(), at: z.iso.datetime() })
      .optional(),
    rejection: z.string().optional(),
    account: account().optional(),
    outcome: z
      .object({
        action: z.string(),
        by: z.string(),
        at: z.iso.datetime(),
        orderId: z.uuid().optional(),
        refundId: z.uuid().optional(),
        slip: z.string().optional(),
      })
      .optional(),
    actions: z.array(z.enum(['propose', 'approve', 'reject', 'send-back', 'pay-out'])),
  }),
);
const onItsWay = once(() => z.object({ kind: z.literal('refund'), ...money(), status: refundState }));
export const suspensePage = once(() => pageOf(z.union([item(), onItsWay()])).meta({ id: 'SuspensePage' }));
export const suspenseActed = once(() => item().meta({ id: 'SuspenseActed' }));
export const suspenseReply = once(() =>
  item()
    .extend({ timeline: z.array(told()) })
    .meta({ id: 'Suspense' }),
);
