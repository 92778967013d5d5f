import * as z from 'zod';
import { readSeed } from '../../localstack/seed-files.ts';
import { etagOf, expectStatus, foodItem, idOf } from './cases.ts';
import { card, chargeOf } from './fee-desk.ts';
import type { Answer, Caller } from './hall.ts';
import type { LocalJourney } from './journey.ts';

const city = { set: 'fuzhou' };
const shownIds = z.object({ items: z.array(z.object({ id: z.string() })) });
const shownPayments = z.object({
  status: z.string(),
  payments: z
    .array(z.object({ status: z.string(), number: z.string().optional(), show: z.unknown().optional() }))
    .min(1),
});

/** The food licence costs a card before its result, and a survey before its decision where one is assessed. */
export async function charge({ hall, cloud }: LocalJourney): Promise<void> {
  const [editor, publisher] = [hall.as('editor'), hall.as('publisher')];
  const items = readSeed().items.filter(({ key }) => key === foodItem);
  const fee = [card, chargeOf()].map((one) => ({ ...one, basis: '示例法' }));
  const charged = items.map((item) => ({ ...item, fee }));
  const grounds = [{ key: foodItem, basis: '示例法', burden: '工本费四十元，测绘费按面积' }];
  const edition = idOf(await expectStatus(editor.post('/intake/catalogue', { items: charged, grounds }), 201));
  const path = `/intake/catalogue/editions/${edition}`;
  await expectStatus(editor.post(`${path}/submit`, {}), 200);
  await expectStatus(publisher.post(`${path}/publish`, { opinion: '依据充分，负担相称' }), 200);
  await listed(hall);
  // What a function has read of the catalogue it trusts for half a minute.
  await cloud.moveClock('+1m');
}

/** Finance puts both charges on the list: nobody may be asked for anything else. */
async function listed(hall: LocalJourney['hall']): Promise<void> {
  const [maker, checker] = [hall.as('finance.city'), hall.as('finance-checker.city')];
  const names = { zh: '测试收费', en: 'Test charge' };
  const place = {
    kind: 'non-tax',
    destination: 'treasury',
    merchant: 'treasury',
    subject: '103043207',
    receipt: 'fiscal',
  };
  const charges = [card, chargeOf()].map(({ code, payee, unit, rateFen }) => ({
    code,
    payee,
    unit,
    rateFen,
    name: names,
    ...place,
  }));
  const list = { payees: [{ key: 'mnr', name: names }], charges };
  const proposed = await expectStatus(maker.post('/payments/charge-list', list, city), 201);
  const path = `/payments/charge-list/${idOf(proposed)}/approve`;
  await expectStatus(checker.post(path, {}, { ...city, ifMatch: etagOf(proposed) }), 200);
}

async function shown(answer: Promise<Answer>) {
  const { status, payments } = shownPayments.parse((await expectStatus(answer, 200)).body);
  return { status, payment: payments[0] };
}

/** One click over all that somebody can pay, by a channel: how the order stands, and what can be done with it. */
export async function orderOf(payer: Caller, channel: string) {
  const bills = await expectStatus(payer.get('/payments/bills?open=true', city), 200);
  const billIds = shownIds.parse(bills.body).items.map(({ id }) => id);
  const id = idOf(await expectStatus(payer.post('/payments/orders', { billIds, channel }, city), 201));
  const path = `/payments/orders/${id}`;
  return {
    begin: (way: string) => shown(payer.post(`${path}/payments/1/begin`, { way }, city)),
    show: () => shown(payer.get(path, city)),
    ask: () => shown(payer.post(`${path}/ask`, {}, city)),
  };
}
