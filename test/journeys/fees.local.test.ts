// Needs the buses and the tables of the local cloud. What payments would never tell is played by facts put on the city's bus.
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import * as z from 'zod';
import { envelope, type Envelope } from '#events/event';
import { signerOf } from '#shared/cms';
import { signatureIn } from '#shared/pdf-signature';
import { accepted, codeOf, etagOf, expectStatus, opined, pathOf, problem, told } from '../support/cases.ts';
import { evidence } from '../support/fee-desk.ts';
import { billFact } from '../support/fees.ts';
import type { Answer, Caller } from '../support/hall.ts';
import { lookInside, type Inside } from '../support/inside.ts';
import { startLocalJourney, type LocalJourney } from '../support/journey.ts';
import { charge, orderOf } from '../support/paying.ts';
import { busOf } from '../support/put-facts.ts';

let journey: LocalJourney;
let inside: Inside;
/** Payments runs in the city, so its facts begin there. */
let put: ReturnType<typeof busOf>;
let company: Caller;
let approver: Caller;
beforeAll(async () => {
  journey = await startLocalJourney();
  inside = lookInside(journey.cloud);
  put = busOf(journey.cloud, inside, 'fuzhou');
  [company, approver] = [journey.hall.as('company'), journey.hall.as('approver-amr')];
  await charge(journey);
});
afterAll(async () => {
  inside?.stop();
  await journey?.stop();
});

/** The company pays all that it can pay, with one click. */
async function payAll(): Promise<void> {
  const order = await orderOf(company, 'sandbox');
  const { payment } = await order.begin('page');
  await expectStatus(journey.hall.anyone.post(addressOf(payment?.show), {}, city), 200);
  await journey.cloud.settle();
  expect((await order.show()).status).toBe('paid');
}

const city = { set: 'fuzhou' };
const receipts = z.object({
  items: z.array(z.object({ id: z.string(), code: z.string(), number: z.string(), check: z.string() })),
});
const addressOf = (show: unknown): string => z.object({ url: z.string() }).parse(show).url;

/** The food licence's case, accepted and reviewed, with what its department and its applicant may do. */
async function charged() {
  const { id } = await accepted(journey.hall, company);
  await journey.cloud.settle();
  return {
    id,
    fees: async () => (await expectStatus(company.get(`${pathOf(id)}/fees`), 200)).body,
    assess: async (quantity: number) => {
      const ifMatch = etagOf(await company.get(`${pathOf(id)}/fees`));
      return approver.post(
        `${pathOf(id)}/fees/assess`,
        { lines: [{ code: 'survey', quantity }], evidence },
        { ifMatch },
      );
    },
    review: async () => etagOf(await opined(approver, id)),
    decide: (ifMatch: string, outcome = 'granted'): Promise<Answer> =>
      approver.post(`${pathOf(id)}/decide`, { outcome, opinion: '已审查', reasons: '不符合条件' }, { ifMatch }),
    /** What the set has told of the fees, as payments would hear it. */
    told: async () => {
      const own = (await factsOf('gulou-intake')).filter(({ subject }) => subject === `${id}.fees`);
      return own.toSorted((a, b) => a.sequence - b.sequence || (a.type < b.type ? -1 : 1));
    },
  };
}
/** Every fact that a service has told. */
async function factsOf(stack: string): Promise<Envelope[]> {
  const rows = await inside.rows(stack);
  return rows.flatMap(({ pk, event }) => (String(pk).startsWith('OUT#') ? [envelope().parse(event)] : []));
}
let one: Awaited<ReturnType<typeof charged>>;
beforeEach(async () => {
  one = await charged();
});
const typesOf = (facts: readonly { type: string }[]) => facts.map(({ type }) => type);

test('a fee of the acceptance keeps the result in the office until its bill is paid, with one click, in the city', async () => {
  expect(await one.fees()).toMatchObject({ dueFen: 4000, bills: [{ lines: [{ code: 'card', gate: 'result' }] }] });
  // Nothing is owed for a survey: until somebody says so, the grant waits.
  await expectStatus(one.assess(0), 200);
  await expectStatus(one.decide(await one.review()), 200);
  await journey.cloud.settle();
  const download = () => company.post(`${pathOf(one.id)}/delivery/download`, {});
  expect(await download()).toMatchObject(problem(409, 'fee-due'));

  await payAll();
  const after = await one.fees();
  expect(after).toMatchObject({ dueFen: 0, heldFen: 4000, bills: [{ status: 'paid' }] });
  expect(codeOf(await download())).toBe('200 delivered');

  // The payee has sealed a receipt over it, and whoever holds that may have it verified.
  const { items } = receipts.parse((await expectStatus(company.get('/payments/receipts', city), 200)).body);
  const [receipt] = items;
  const file = await expectStatus(company.get(`/payments/receipts/${receipt?.id}/file`, city), 200);
  const pdf = Buffer.from(await (await fetch(addressOf(file.body))).arrayBuffer());
  const signature = signatureIn(pdf);
  expect(signature && signerOf(signature.content, signature.cms)?.subject).toContain('CN=测试收费');
  const named = (await inside.rows('fuzhou-payments')).filter(({ name }) => name === '示例餐饮有限公司');
  expect(new Set(named.map(({ sk }) => sk))).toEqual(new Set(['PAYER']));
  const { code, number, check } = receipt ?? {};
  const verify = `/payments/public/receipts/verify?code=${code}&number=${number}&check=${check}`;
  expect((await journey.hall.anyone.get(verify, city)).body).toMatchObject({ verdict: 'good', amountFen: 4000 });

  // All that payments has told of it comes again, the last first.
  const facts = (await factsOf('fuzhou-payments')).filter(({ data }) => data['caseId'] === one.id);
  await put(...facts.toReversed(), ...facts);
  expect(await one.fees()).toEqual(after);
  expect(typesOf(await one.told())).toEqual(['intake.fee-assessed.v1', 'intake.payment-noted.v1']);
  expect((await told(company, one.id)).filter((message) => message.startsWith('fee-'))).toEqual(['fee-due']);
});

test('a fee that a decision waits for stops a grant until it is paid, and never the clock', async () => {
  const before = (await company.get(pathOf(one.id))).body;
  await expectStatus(one.assess(10), 200);
  await journey.cloud.settle();
  const etag = await one.review();
  expect(await one.decide(etag)).toMatchObject(problem(409, 'fee-due'));
  await payAll();
  expect(codeOf(await one.decide(etag))).toBe('200 decided');
  const { dueAt, legalDueAt } = (await company.get(pathOf(one.id))).body;
  expect([dueAt, legalDueAt]).toEqual([before['dueAt'], before['legalDueAt']]);
});

test('a case that ends without a grant cancels the bill that is due, and proposes to give back what was paid', async () => {
  await payAll();
  await expectStatus(one.assess(10), 200);
  await expectStatus(one.decide(await one.review(), 'refused'), 200);
  await journey.cloud.settle();
  expect(await one.fees()).toMatchObject({ status: 'ended', dueFen: 0, heldFen: 0, toRefundFen: 4000 });
  const [cancelled, proposed] = (await one.told()).slice(-2);
  expect([cancelled?.type, cancelled?.data]).toMatchObject([
    'intake.fee-cancelled.v1',
    { assessmentId: `${one.id}.2` },
  ]);
  const line = { code: 'card', payee: 'mnr', amountFen: 4000 };
  expect([proposed?.type, proposed?.data]).toMatchObject(['intake.refund-proposed.v1', { n: 1, lines: [line] }]);
  expect(await told(company, one.id)).toEqual(expect.arrayContaining(['fee-cancelled', 'refund-proposed']));
  expect((await company.get('/payments/bills', city)).body).toMatchObject({
    items: [{ status: 'cancelled' }, { status: 'paid' }, {}, {}],
  });

  await put(billFact(one.id, [1, 9], { paidFen: 4000, refundedFen: 4000, state: 'refunded' }));
  expect(await one.fees()).toMatchObject({
    refundedFen: 4000,
    bills: [{ status: 'refunded' }, { status: 'cancelled' }],
  });
});

test('what payments tells of a bill that does not add up goes to the dead letters, and opens nothing', async () => {
  await put(billFact(one.id, [1, 9], { paidFen: 3999 }));
  expect(await one.fees()).toMatchObject({ dueFen: 4000, paidFen: 0 });
  const dead = journey.cloud.queue('gulou-intake-IntakeInboxDeadLetters').peek();
  expect(dead.filter((body) => body.includes(`${one.id}.1`))).toHaveLength(1);
});

/** The payer opens what he was shown, and pays. */
async function payAt(show: unknown): Promise<void> {
  const { code } = z.object({ code: z.url() }).parse(show);
  expect((await fetch(code, { method: 'POST' })).status).toBe(200);
  await journey.cloud.settle();
}

test.each([
  ['wechat', 'native'],
  ['alipay', 'precreate'],
  ['unionpay', 'qr'],
])('an order is paid by %s, and the channel’s notice says so before anybody asks', async (channel, way) => {
  const order = await orderOf(company, channel);
  const { payment } = await order.begin(way);
  await payAt(payment?.show);
  expect((await order.show()).status).toBe('paid');
  expect(await one.fees()).toMatchObject({ dueFen: 0, bills: [{ status: 'paid' }] });
});

test('while WeChat is silent an order is being confirmed, and later it is known: paid once, and nobody was charged again', async () => {
  const order = await orderOf(company, 'wechat');
  journey.cloud.faults.channels.fail({ channel: 'wechat', kind: 'lost-reply', times: 1 });
  const begun = await order.begin('native');
  expect(begun).toMatchObject({ status: 'confirming', payment: { status: 'confirming' } });
  const { payment } = await order.begin('native');
  expect(payment?.number).toBe(begun.payment?.number);

  const lost = ['notice-forged', 'down', 'bad-signature'] as const;
  for (const kind of lost) journey.cloud.faults.channels.fail({ channel: 'wechat', kind, times: 1 });
  await payAt(payment?.show);
  expect((await order.show()).status).toBe('open');
  expect((await order.ask()).status).toBe('confirming');
  expect((await order.ask()).status).toBe('confirming');
  await journey.cloud.moveClock('+10m');
  expect((await order.show()).status).toBe('paid');
  expect(await one.fees()).toMatchObject({ dueFen: 0, paidFen: 4000 });
});
