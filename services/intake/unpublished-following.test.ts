import { beforeEach, expect, test } from 'vitest';
import { days2027 } from '../../test/support/calendars.ts';
import { tickedAt } from '../../test/support/clock.ts';
import * as cases from '../../test/support/intake.ts';
import { people } from '../../test/support/intake.ts';
import { receiveDays, recounted } from '../../test/support/recounts.ts';
import { openResults, type Results } from '../../test/support/results.ts';
import { itemOf } from './cases.fake.ts';

const about = {
  type: 'plan',
  name: '平面图',
  must: 'deferrable',
  restsOn: 'item',
  source: 'applicant',
  about: 'premises',
} as const;
const plan = { ...about, sharedResource: null, originals: 0, copies: 1 };
const promise = { text: '承诺场所符合食品安全标准。', basis: '国办发〔2020〕42号', covers: ['plan'], checkWithin: 5 };
const steps = [{ department: 'amr', mode: 'serial' as const }];
const { approver, supervisor, clerk, company, otherApprover } = people;

let at: Results;
let id: string;
let onItsWord: string;

/** Decided on Monday, December 28, 2026: three working days lie before the year whose calendar nobody has published. */
beforeEach(async () => {
  const onWord = itemOf({ key: 'on-word', commitment: promise, materials: [plan], steps });
  at = await openResults({ ...cases.publication, items: [itemOf({ supervisingBody: 'health' }), onWord] });
  at.world.clock.now = new Date('2026-12-28T01:00:00Z');
  id = await at.decided();
  const body = { itemKey: 'on-word', form: cases.goodForm, channel: 'online', commitment: true };
  const path = '/intake/applications';
  const begun = await at.world.send({ method: 'POST', path, actor: company, headers: cases.freshKey(), body });
  onItsWord = begun.body.id;
  await at.world.send(cases.submit(onItsWord));
  await at.world.send(cases.decide(onItsWord, 2));
  // The answer to what was reported a day later is due in three.
  at.later(1);
  const report = { rule: 'demand-off-list', about: '户口本', text: '清单外' };
  const reports = `/intake/supervision/applications/${id}/reports`;
  await at.world.send({ method: 'POST', path: reports, actor: clerk, headers: cases.freshKey(), body: report });
});

const items = async (path: string, query: Record<string, string>, actor = approver) =>
  (await at.world.send({ path, query, actor })).body.items;
/** What is shown of each: until when, whether that may move, and whether it is late. */
async function shown() {
  const delivery = (await at.see(id, 'delivery')).body;
  const [publicity] = await items('/intake/publicity', { department: 'amr' });
  const [push] = await items('/intake/pushes', { department: 'health' }, otherApprover);
  const { check } = (await at.see(onItsWord, 'commitment')).body;
  const open = await items('/intake/supervision/findings', {}, supervisor);
  const finding = open.find(({ rule }: { rule: string }) => rule === 'demand-off-list');
  return {
    delivery: [delivery.deliverBy, delivery.provisional, delivery.late],
    publicity: [publicity.publishBy, publicity.provisional, publicity.late],
    push: [push.receiptBy, push.provisional, push.late],
    commitment: [check.dueAt, check.provisional],
    finding: [finding.answerBy, finding.provisional, finding.late],
  };
}
const lateOnes = async () =>
  (await items('/intake/supervision/findings', { late: 'true' }, supervisor)).map(({ rule }: { rule: string }) => rule);
const told = () =>
  at
    .findings()
    .map(({ rule }) => String(rule))
    .filter((rule) => rule !== 'demand-off-list')
    .toSorted();
const end = (day: string) => `${day}T15:59:59.999Z`;

test('each day that may still move says so, and none has passed on a guess', async () => {
  await tickedAt(at.world, '2027-01-20T02:00:00Z');
  expect(await shown()).toEqual({
    delivery: [end('2027-01-11'), true, false],
    publicity: [end('2027-01-06'), true, false],
    push: [end('2027-01-04'), true, false],
    commitment: [end('2027-01-04'), true],
    finding: [end('2027-01-01'), true, false],
  });
  expect([told(), await lateOnes()]).toEqual([[], []]);
});

test('once the year is published they are counted by it, and what has passed by then is told', async () => {
  await tickedAt(at.world, '2027-01-20T02:00:00Z');
  await receiveDays(at.world, { year: 2027, ...days2027 }, 2);
  await recounted(at.world);
  const after = await shown();
  expect(Object.values(after).map(([, provisional]) => provisional)).toEqual([false, false, false, false, false]);
  expect([after.delivery[2], after.publicity[2], after.push[2], after.finding[2]]).toEqual([true, true, true, true]);
  expect(await lateOnes()).toEqual(['demand-off-list']);
  await tickedAt(at.world, '2027-01-20T04:00:00Z');
  expect(told()).toEqual(['commitment-unchecked', 'delivery-overdue', 'publicity-overdue', 'receipt-overdue']);
});

test('where nobody ever publishes it, each waits for the latest day that any calendar could make it', async () => {
  // With forty weekdays off from January 1 on, the first worked day of the year is February 26.
  await tickedAt(at.world, '2027-03-01T15:00:00Z');
  expect(told()).toEqual([]);
  await tickedAt(at.world, '2027-03-01T17:00:00Z');
  expect(told()).toEqual(['commitment-unchecked', 'receipt-overdue']);
  expect(await lateOnes()).toEqual(['demand-off-list']);
  await tickedAt(at.world, '2027-03-03T17:00:00Z');
  expect(told()).toEqual(['commitment-unchecked', 'publicity-overdue', 'receipt-overdue']);
  await tickedAt(at.world, '2027-03-08T17:00:00Z');
  expect(told()).toContain('delivery-overdue');
});
