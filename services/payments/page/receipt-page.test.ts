import { beforeEach, expect, test } from 'vitest';
import { httpHandler } from '#shared/http';
import { routes } from '../api.ts';
import { gatewayEvent, lambdaContext } from '../../../test/support/gateway-event.ts';
import { company, openPayments } from '../../../test/support/payments.ts';
import { receipting } from '../../../test/support/receipts.ts';
import { refunding } from '../../../test/support/refunds.ts';
import { receiptPage } from './receipt-page.ts';

let world: ReturnType<typeof openPayments>;
beforeEach(async () => {
  world = openPayments();
  await world.openCharges();
});

async function open(query: Record<string, string>) {
  const path = '/payments/public/receipts/page';
  return httpHandler(routes, world.deps)(gatewayEvent({ method: 'GET', path, query }), lambdaContext);
}

test('the page says of a receipt whether it is good, and nothing of who paid', async () => {
  const receipts = receipting(world);
  await receipts.given(1, 10);
  await refunding(world).paid(await world.assess());
  const [{ code, number, check }] = await receipts.own();
  const { statusCode, body, headers } = await open({ code, number, check });
  expect([statusCode, headers?.['Content-Type']]).toEqual([200, 'text/html; charset=utf-8']);
  for (const told of ['class="good"', '票据有效', '城市管理局', '¥300.00']) expect(body).toContain(told);
  expect(body).not.toContain(company.partyId);
  expect((await receipts.own())[0].status).toBe('verified');
  expect((await open({ code, number, check: '222222' })).body).toContain('class="unknown"');
});

test('the page asks before it answers, and what was written into its address stays text', async () => {
  const empty = await open({});
  expect(empty.body).not.toContain('<section');
  const { body } = await open({ code: '"><script>alert(1)</script>' });
  expect(body).toContain('class="unknown"');
  expect(body).not.toContain('<script');
  expect(receiptPage({ query: {}, isAsked: false, found: undefined }, 'en')).toContain('Verify a fiscal receipt');
});
