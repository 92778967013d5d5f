import { expect, test } from 'vitest';
import { entryAt } from '../../test/support/entries.ts';
import { card, chargeOf, openFees } from '../../test/support/fee-desk.ts';
import { billFact } from '../../test/support/fees.ts';
import * as cases from '../../test/support/intake.ts';
import { people, read, type IntakeWorld } from '../../test/support/intake.ts';
import { openResults, outline } from '../../test/support/results.ts';
import { itemOf } from './cases.fake.ts';

const { company, head, approver, clerk } = people;
const about = {
  type: 'plan',
  name: '平面图',
  must: 'deferrable',
  restsOn: 'item',
  source: 'applicant',
  about: 'premises',
} as const;
const plan = { ...about, sharedResource: null, originals: 0, copies: 1 };
const promise = { text: '承诺场所符合食品安全标准。', basis: '国办发〔2020〕42号', covers: ['plan'], checkWithin: 20 };

/** What a case and its line in its applicant's list say that he is waited for: the same. */
async function askedIn(world: IntakeWorld, id: string) {
  const shown = (await world.send(read(id))).body.asked;
  const query = { mine: 'true' };
  const { items } = (await world.send({ path: '/intake/applications', query, actor: company })).body;
  const line = items.find((one: { id: string }) => one.id === id);
  expect(line.asked ?? []).toEqual(shown);
  return shown;
}

test('a bill is asked for until its day, from its assessment until it is paid', async () => {
  const desk = await openFees([chargeOf()]);
  expect(await askedIn(desk.world, desk.id)).toEqual([]);
  await desk.assess('survey', 10);
  const fee = { what: 'fee', until: '2026-08-18', provisional: false };
  expect(await askedIn(desk.world, desk.id)).toEqual([fee]);
  await desk.tell(billFact(desk.id, [1, 1], { paidFen: 30_000 }));
  expect(await askedIn(desk.world, desk.id)).toEqual([]);
});

test('a result that lies at a window is to be fetched by the day on which it must have come; one to be downloaded waits for nobody', async () => {
  const at = await openResults();
  at.world.clock.now = new Date('2026-12-24T01:00:00Z');
  const id = await at.decided();
  expect(await askedIn(at.world, id)).toEqual([]);
  await at.act(id, 'delivery/choose', { actor: company, body: { way: 'window', hall: entryAt.window.hall } });
  expect(await askedIn(at.world, id)).toEqual([]);
  expect(outline(await at.act(id, 'delivery/make-ready', { actor: clerk, body: {} }))).toEqual([200, 'ready']);
  expect(await askedIn(at.world, id)).toEqual([{ what: 'pick-up', until: '2027-01-07', provisional: true }]);
});

test('the check of a commitment has its day, and so has what is ordered to be mended, until it is settled', async () => {
  const steps = [{ department: 'amr', mode: 'serial' as const }];
  const item = itemOf({ commitment: promise, materials: [plan], steps, fee: [card] });
  const { world, act } = await openResults({ ...cases.publication, items: [item] });
  const body = { itemKey: item.key, form: cases.goodForm, channel: 'online', commitment: true };
  const begun = { method: 'POST', path: '/intake/applications', actor: company, headers: cases.freshKey(), body };
  const { id } = (await world.send(begun)).body;
  await world.send(cases.submit(id));
  expect(outline(await world.send(cases.decide(id, 2, { actor: approver })))).toEqual([200, 'decided']);
  expect(await askedIn(world, id)).toEqual([{ what: 'check', until: '2026-08-31', provisional: false }]);
  await act(id, 'commitment/order', { actor: head, body: { result: '补齐标识', days: 3 } });
  expect(await askedIn(world, id)).toEqual([{ what: 'check', until: '2026-08-06', provisional: false }]);
  await act(id, 'commitment/keep', { actor: head, body: { result: '已整改' } });
  expect(await askedIn(world, id)).toEqual([]);
});
