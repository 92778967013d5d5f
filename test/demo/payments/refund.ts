import * as z from 'zod';
import { eventually, type Hall } from '../../support/hall.ts';
import type { Local } from '../../support/local.ts';
import { asRead, inCity } from '../../support/upload.ts';
import { answered, refused, type Story } from '../story.ts';

const proposed = z.object({ items: z.array(z.object({ id: z.uuid() })).length(1) });
const back = 25_000;

/** A part of a fee line goes back, by two people and the channel. */
export async function refundStory(
  hall: Hall,
  { step }: Story,
  { billId, local }: { billId: string; local: Local },
): Promise<void> {
  const [maker, checker] = [hall.as('finance.city'), hall.as('finance-checker.city')];
  const bill = await hall.as('company').get(`/payments/bills/${billId}`, inCity);
  const refundableFen = Number(bill.body['amountFen']);
  const ask = (believed: number) => {
    const body = {
      lines: [{ code: 'road-repair', amountFen: back }],
      refundableFen: believed,
      reason: '实际修复面积较小',
    };
    return maker.post(`/payments/bills/${billId}/refunds`, body, inCity);
  };
  await step(
    '核对 · who believes in another amount than there is proposes nothing',
    () => ask(refundableFen - 1),
    refused(409, 'refundable-differs'),
  );
  const made = await step(
    '退款申请 · finance proposes that a part of the road’s repair goes back',
    () => ask(refundableFen),
    ({ status, body }) => status === 201 && proposed.safeParse(body).success,
  );
  const path = `/payments/refunds/${proposed.parse(made.body).items[0]?.id}`;
  await step(
    '复核 · another person approves it',
    async () => checker.post(`${path}/approve`, {}, await asRead(checker, path)),
    answered(200, 'approved'),
  );
  await step(
    '原路退回 · the channel gives it back the way it came',
    async () => {
      await local.pass('+10m');
      return eventually(() => maker.get(path, inCity), answered(200, 'done'));
    },
    answered(200, 'done'),
  );
  await step(
    '部分退款 · the company sees it on its bill',
    () =>
      eventually(() => hall.as('company').get(`/payments/bills/${billId}`, inCity), answered(200, 'partly-refunded')),
    ({ body }) => body['status'] === 'partly-refunded' && body['refundedFen'] === back,
  );
}
