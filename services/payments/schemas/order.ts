import * as z from 'zod';
import { once } from '#shared/once';
import { pageOf, pageQuery } from '#shared/page';
import { billIdsInput } from './each-once.ts';

export const pageOnly = once(() => z.object(pageQuery()));

export const placeOrderBody = once(() =>
  z
    .strictObject({
      billIds: billIdsInput(),
      channel: z.string().min(1).max(32),
    })
    .meta({ id: 'OrderInput' }),
);

export const beginBody = once(() =>
  z
    .strictObject({
      way: z.string().min(1).max(32).meta({ description: 'How the channel is paid: `native`, `jsapi`, `page` …' }),
      payerAtChannel: z.string().max(128).optional().meta({ description: 'The payer’s id there (openid); not kept' }),
    })
    .meta({ id: 'BeginPaymentInput' }),
);

const actions = once(() => z.array(z.enum(['begin', 'ask'])));
const status = z.enum(['open', 'confirming', 'paid', 'partly-paid', 'expired']);
const fen = z.int().min(0);

export const placedReply = once(() =>
  z
    .object({
      id: z.uuid(),
      status,
      version: z.int(),
      payments: z
        .int()
        .meta({ description: 'How many times the payer pays: more than 1 where the channel cannot combine' }),
      amountFen: fen,
      actions: actions(),
    })
    .meta({ id: 'OrderPlaced' }),
);

const payment = once(() =>
  z.object({
    billIds: z.array(z.uuid()),
    amountFen: fen,
    status: z.enum(['to-begin', 'to-pay', 'confirming', 'paid', 'returning']).meta({
      description: '`confirming`: the channel has not answered; `returning`: what came too late, or twice, goes back',
    }),
    stage: z.enum(['paid', 'reconciled', 'remitted']).optional().meta({
      description:
        'Of what is paid, read of one order or a list: `reconciled` once the channel’s statement or the bank says the same of it, `remitted` once it is where the law puts it',
    }),
    number: z.string().optional().meta({ description: 'Of the attempt, as the channel knows it' }),
    way: z.string().optional(),
    show: z.unknown().optional().meta({
      description:
        'The code to scan, the page to open (by a form where it has fields), or what the channel’s app is called with',
    }),
    channelRef: z.string().optional(),
    paidAt: z.iso.datetime().optional(),
  }),
);

export const orderReply = once(() =>
  z
    .object({
      id: z.uuid(),
      status,
      version: z.int(),
      channel: z.string(),
      amountFen: fen,
      billIds: z.array(z.uuid()),
      payments: z.array(payment()),
      createdAt: z.iso.datetime(),
      expiresAt: z.iso.datetime(),
      endedAt: z.iso.datetime().optional(),
      actions: actions(),
    })
    .meta({ id: 'Order' }),
);
export const orderPage = once(() => pageOf(orderReply()).meta({ id: 'OrderPage' }));
export const sandboxReply = once(() =>
  z.object({ number: z.string(), status: z.enum(['pending', 'paid', 'closed', 'absent']) }).meta({ id: 'SandboxPaid' }),
);
export const noticeReply = once(() => z.string().meta({ id: 'NoticeTaken', description: 'As the channel wants it' }));
