import { beforeEach, expect, test } from 'vitest';
import { fakeTable } from '#shared/table.fake';
import { envelopeOf, uuid } from '../../test/support/facts.ts';
import { notificationsOver } from '../../test/support/inbox.ts';
import { sqsEvent } from '../../test/support/sqs-event.ts';

let inbox: ReturnType<typeof notificationsOver>;
let facts = 0;
beforeEach(() => {
  [inbox, facts] = [notificationsOver(fakeTable()), 0];
});
const hear = async (type: string, data: Record<string, unknown>) => {
  facts += 1;
  const time = `2026-08-03T01:0${facts}:00.000Z`;
  const event = envelopeOf({
    id: uuid(facts, 12),
    type,
    subject: uuid(1, 11),
    sequence: facts,
    district: 'fuzhou',
    time,
    data,
  });
  expect((await inbox.consume(sqsEvent(event, event))).batchItemFailures).toEqual([]);
};
const told = async (partyId = 'p_wang') => {
  const { items } = await inbox.deps.inbox.inbox([partyId], { limit: 100, after: undefined });
  return items.map(({ message }) => message);
};

test('what becomes of a refund is told to whoever paid, with how much; that it is proposed its case tells', async () => {
  const refund = { refundId: uuid(1, 11), orderId: uuid(2), payer: 'p_wang', amountFen: 4050 };
  for (const state of ['proposed', 'approved', 'stuck', 'done', 'rejected']) {
    await hear('payments.refund-changed.v1', { ...refund, state });
  }
  expect(await told()).toEqual(['refund-rejected', 'refund-done', 'refund-stuck', 'refund-approved']);
  const { items } = await inbox.deps.inbox.inbox(['p_wang'], { limit: 1, after: undefined });
  expect(items[0]).toMatchObject({ refundId: uuid(1, 11), amountFen: 4050, district: 'fuzhou' });
});

test('a receipt is told when it is there and when it counts no more; not that its holder fetched it, nor the red one itself', async () => {
  const receipt = { receiptId: uuid(1, 11), orderId: uuid(2), payer: 'p_wang' };
  for (const [kind, state] of [
    ['blue', 'issued'],
    ['blue', 'delivered'],
    ['blue', 'reversed'],
    ['red', 'issued'],
  ]) {
    await hear('payments.receipt-changed.v1', { ...receipt, kind, state });
  }
  expect(await told()).toEqual(['receipt-reversed', 'receipt-issued']);
});

test('what happens to a document without its owner is told to him, and not what he does himself', async () => {
  const document = { materialId: uuid(1, 11), version: 1, partyId: 'p_wang', type: 'articles' };
  for (const state of ['available', 'refused', 'expired', 'withdrawn']) {
    await hear('materials.material-changed.v1', { ...document, state });
  }
  expect(await told()).toEqual(['material-expired', 'material-refused']);
});

test('who may act for whom is told to both, but not to staff whose work it is', async () => {
  const authority = {
    authorityId: uuid(1, 11),
    principal: 'p_wang',
    delegate: 'p_li',
    scope: { items: ['*'] },
    from: '2026-08-01T00:00:00.000Z',
  };
  await hear('agency.authority-changed.v1', { ...authority, kind: 'delegate', state: 'active' });
  await hear('agency.authority-changed.v1', { ...authority, kind: 'officer', state: 'ended' });
  expect(await told()).toEqual(['authority-ended', 'authority-active']);
  expect(await told('p_li')).toEqual(['authority-active']);
});
