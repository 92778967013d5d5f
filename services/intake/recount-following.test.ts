import { describe, expect, test } from 'vitest';
import { shippedCalendars } from '#shared/calendars';
import type { Table } from '#shared/table';
import { fakeTable } from '#shared/table.fake';
import { amended, turned } from '../../test/support/amended.ts';
import { tickedAt } from '../../test/support/clock.ts';
import { uuid } from '../../test/support/facts.ts';
import { intakeOver, people, publication, type IntakeWorld } from '../../test/support/intake.ts';
import { daysBy, lastMomentOf, workingDays } from '../../test/support/model/days.ts';
import { fc } from '../../test/support/property.ts';
import { mortal } from '../../test/support/mortal.ts';
import { receiveDays, recounted } from '../../test/support/recounts.ts';
import { openResults, type Results } from '../../test/support/results.ts';
import { at } from './acting.fake.ts';
import { applicationOf, itemOf } from './cases.fake.ts';
import { timeOf } from './domain/commitment/commitment.ts';
import { deliveryOf } from './domain/delivery/delivery.ts';
import { publicityOf } from './domain/publicity/publicity.ts';
import { pushDecision } from './domain/push/push.ts';
import { answerDays, findingRules, raise, type FindingRule } from './domain/supervision/finding.ts';
import { passTimeHourly } from './functions/tick/pass-time.ts';

const start = at('02-10 09:00');
const cause = { at: start, actor: people.approver, office: 'gulou/amr', correlationId: 'c', causationId: 'c' };

/** What was decided at a moment, and how many working days somebody then has for what. */
interface Begun {
  what: 'delivery' | 'publicity' | 'push' | 'finding' | 'commitment';
  since: Date;
  rule: FindingRule;
  days: number;
}
const daysOf = ({ what, rule, days }: Begun) =>
  ({ delivery: 10, publicity: 7, push: 5, finding: answerDays[rule], commitment: days })[what];

/** Stores it as it began, by the calendars of now; the key of the row that says when it ends. */
async function begun({ deps }: IntakeWorld, { what, since, rule, days }: Begun, n: number) {
  const id = uuid(n, 8);
  const calendar = await deps.calendars.current();
  const decided = applicationOf({ id, state: 'decided', outcome: 'granted', decidedAt: since });
  const begin = { before: undefined, facts: [] };
  const stores = {
    delivery: async () =>
      (await deps.deliveries()).save({ ...begin, act: 'begin', delivery: deliveryOf(decided) }, calendar, cause),
    publicity: async () => {
      const publicity = publicityOf(decided, itemOf(), undefined);
      await (await deps.publicities()).save({ ...begin, act: 'begin', publicity }, calendar, cause);
    },
    push: async () => {
      const to = { district: 'gulou', supervisingBody: 'health', holder: undefined, calendar };
      const change = pushDecision(decided, to);
      if (change) await (await deps.pushes()).save(change, calendar, cause);
    },
    finding: async () => (await deps.findings()).raise(raise(decided, { rule }, { at: since, calendar }), cause),
    commitment: async () => {
      const about = { caseId: id, itemKey: 'food', department: 'amr', partyId: 'p_company' };
      const check = { ...about, version: 1, state: 'to-check' as const, warned: false, acts: [], timelineHash: '' };
      const commitment = { ...check, ...timeOf(days, since, calendar) };
      await (await deps.commitments()).save({ before: undefined, commitment }, cause);
    },
  };
  await stores[what]();
  const pk = what === 'finding' ? `FINDING#${id}-1-${rule}` : `${what.toUpperCase()}#${id}`;
  return { pk, sk: what === 'finding' ? 'REC' : 'DUE' };
}

async function endsOf(table: Table, keys: readonly { pk: string; sk: string }[]) {
  const rows = await Promise.all(keys.map((key) => table.get(key)));
  return rows.map((row) => row?.['answerBy'] ?? row?.['at']);
}

async function prepared(all: readonly Begun[]) {
  const table = fakeTable();
  const world = intakeOver(table);
  world.clock.now = start;
  await passTimeHourly(world.deps)();
  const keys: { pk: string; sk: string }[] = [];
  for (const [n, one] of all.entries()) keys.push(await begun(world, one, n));
  return { table, world, keys };
}

const oneBegun = fc.record({
  what: fc.constantFrom('delivery', 'publicity', 'push', 'finding', 'commitment'),
  since: fc.integer({ min: -2000, max: -1 }).map((minutes) => new Date(start.getTime() + minutes * 60_000)),
  rule: fc.constantFrom(...findingRules),
  days: fc.integer({ min: 1, max: 60 }),
});

test('property: killed at any write and taken up again, whatever follows a decision ends as by the model', async () => {
  const inputs = [
    fc.array(oneBegun, { minLength: 1, maxLength: 8 }),
    turned.map(amended),
    fc.nat({ max: 9 }),
    fc.boolean(),
  ] as const;
  await fc.assert(
    fc.asyncProperty(...inputs, async (...[all, notice, writes, done]) => {
      const { table, world, keys } = await prepared(all);
      const was = await endsOf(table, keys);
      await receiveDays(world, { ...notice, year: 2026 });
      const killed = intakeOver(mortal(table, writes + 1, done));
      killed.clock.now = world.clock.now;
      await recounted(killed).catch(() => undefined);
      for (let run = 0; run < 2; run++) await recounted(world);
      const others = shippedCalendars.filter(({ year }) => year !== 2026);
      const endsBy = (days: ReturnType<typeof daysBy>) =>
        all.map((one) => lastMomentOf(workingDays(days, one.since, { n: daysOf(one) })?.day ?? NaN).toISOString());
      expect(was).toEqual(endsBy(daysBy(shippedCalendars)));
      expect(await endsOf(table, keys)).toEqual(endsBy(daysBy([...others, { year: 2026, ...notice }])));
      expect(await (await world.deps.recounts()).ordered()).toBeUndefined();
    }),
    { numRuns: 150 },
  );
});

const amend = async ({ world }: Results, days: readonly string[]) => {
  await receiveDays(world, { ...amended(days), year: 2026 });
  return recounted(world);
};
const late = (results: Results) => results.findings().map(({ rule }) => rule);
const shownOf = async (results: Results, caseId: string, rule: string) => {
  const found = results.findings().find((one) => one['caseId'] === caseId && one['rule'] === rule);
  return (
    await results.world.send({
      path: `/intake/supervision/findings/${String(found?.['id'])}`,
      actor: people.supervisor,
    })
  ).body;
};

describe('a calendar that is amended after a decision', () => {
  const item = itemOf({ supervisingBody: 'health', result: { licenceType: null, validity: '5y', public: false } });
  const open = async () => {
    const results = await openResults({ ...publication, items: [item] });
    const id = await results.decided();
    await passTimeHourly(results.world.deps)();
    return { results, id };
  };
  test('moves the day on which the clock tells of a delivery and of a receipt that are late', async () => {
    const { results, id } = await open();
    // August 6 is off after all: the receipt is due on the 11th, the delivery on the 18th.
    expect(await amend(results, ['2026-08-06'])).toBe(2);
    expect((await results.see(id, 'delivery', {})).body.deliverBy).toBe('2026-08-18T15:59:59.999Z');
    await tickedAt(results.world, '2026-08-11T15:00:00Z');
    expect(late(results)).toEqual([]);
    await tickedAt(results.world, '2026-08-11T17:00:00Z');
    expect(late(results)).toEqual(['receipt-overdue']);
    await tickedAt(results.world, '2026-08-18T17:00:00Z');
    expect(late(results)).toEqual(['receipt-overdue', 'delivery-overdue']);
  });

  test('that takes days off away has the clock look sooner than it meant to', async () => {
    const { results } = await open();
    await amend(results, ['2026-08-06']);
    await receiveDays(results.world, { ...amended([]), year: 2026 }, 3);
    expect(await recounted(results.world)).toBe(2);
    await tickedAt(results.world, '2026-08-10T17:00:00Z');
    expect(late(results)).toEqual(['receipt-overdue']);
  });

  test('moves the time to answer a finding, says so in its timeline, and tells nobody twice what he was told', async () => {
    const { results, id } = await open();
    await tickedAt(results.world, '2026-08-10T17:00:00Z');
    expect(await shownOf(results, id, 'receipt-overdue')).toMatchObject({ answerBy: '2026-08-13T15:59:59.999Z' });
    expect(await amend(results, ['2026-08-06', '2026-08-13'])).toBe(2);
    expect(await shownOf(results, id, 'receipt-overdue')).toMatchObject({
      answerBy: '2026-08-14T15:59:59.999Z',
      timeline: [{ act: 'raise' }, { act: 'recount', office: 'gulou/clock', actor: 'service:intake' }],
    });
    // By the new days the receipt is not late any more; that it was told of stays.
    await tickedAt(results.world, '2026-08-12T17:00:00Z');
    expect(late(results)).toEqual(['receipt-overdue']);
  });

  test('leaves what was delivered, confirmed or answered as it is', async () => {
    const { results, id } = await open();
    const key = { 'Idempotency-Key': 'receipt-1' };
    const path = `/intake/pushes/${id}/receipt`;
    await results.world.send({ method: 'POST', path, actor: people.otherApprover, headers: key, body: {} });
    expect(await amend(results, ['2026-08-06'])).toBe(1);
  });
});
