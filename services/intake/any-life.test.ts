import { expect, test } from 'vitest';
import { envelope, type Envelope } from '#events/event';
import { CaseChangedV2 } from '#events/intake/case-changed.v2';
import { chainsIn, verified } from '../../test/support/chains.ts';
import { people, read } from '../../test/support/intake.ts';
import { aheadOf, isRunning, open, type ModelCase } from '../../test/support/model/case.ts';
import { neverIn, towards, triedIn } from '../../test/support/model/coverage.ts';
import { begun, nowOf, type Life, type Tried } from '../../test/support/model/life.ts';
import { lightAt } from '../../test/support/model/limits.ts';
import { beginning, steps, type Beginning, type Step } from '../../test/support/model/steps.ts';
import { taken } from '../../test/support/model/taken.ts';
import { fc } from '../../test/support/property.ts';

/** What the applicant sees, and where the diary has the case, are what the model says. */
async function expectAsModelled(life: Life, one: ModelCase): Promise<void> {
  const { world, table, days } = life;
  const { body } = await world.send(read(one.id));
  expect(body).toMatchObject({ status: one.state, version: one.version });
  expect([body.outcome, body.acceptedBy === 'silence', body.warned]).toEqual([one.outcome, one.silent, one.warned]);
  expect(body.decidedAt).toEqual(one.decided?.toISOString());
  const dueAt = open.includes(one.state) ? aheadOf(days, one).dueAt : one.ahead.dueAt;
  expect(body.corrections.map(({ fault }: { fault: boolean }) => fault)).toEqual(one.faults);
  expect(body.dueAt).toEqual(dueAt?.toISOString());
  expect(body.light).toBe(isRunning(one) ? lightAt(days, one, nowOf(life)) : undefined);
  const row = await table.get({ pk: `CASE#${one.id}`, sk: 'DUE' });
  expect([row !== undefined, row?.['at']]).toEqual([
    open.includes(one.state),
    open.includes(one.state) ? one.ahead.at?.toISOString() : undefined,
  ]);
  const check = await table.get({ pk: `COMMITMENT#${one.id}`, sk: 'REC' });
  expect([check?.['state'], check?.['dueAt'], check?.['warned']]).toEqual([
    one.check?.state,
    one.check?.due.toISOString(),
    one.check?.warned,
  ]);
}

const ofDrafts = new Set(['create', 'move-to-successor', 'withdraw']);
/** Told in order, each version once at most; the last tells the truth, and one end at most. */
function expectTold(events: readonly Envelope[], one: ModelCase): void {
  const facts = events.filter(({ type, subject }) => subject === one.id && type === CaseChangedV2.type);
  const inOrder = facts.map(({ sequence, data }) => ({ sequence, data: CaseChangedV2.data.parse(data) }));
  inOrder.sort((a, b) => a.sequence - b.sequence);
  expect(new Set(inOrder.map(({ sequence }) => sequence)).size).toBe(inOrder.length);
  const { state, provisional = false, dueAt, outcome } = inOrder.at(-1)?.data ?? {};
  const wasHandedIn = one.told.some(({ act }) => !ofDrafts.has(act));
  expect([state ?? 'submitted', provisional, dueAt, outcome]).toEqual([
    wasHandedIn ? one.state : 'submitted',
    one.ahead.provisional,
    one.ahead.dueAt?.toISOString(),
    one.outcome,
  ]);
  expect(inOrder.filter(({ data }) => data.outcome)).toHaveLength(one.outcome ? 1 : 0);
}

async function expectTimeline({ world }: Life, { id, told, state }: ModelCase): Promise<void> {
  const path = `/intake/applications/${id}/timeline`;
  const timeline = await world.send({ path, actor: people.company });
  expect(timeline.body.items.map(({ act }: { act: string }) => act)).toEqual(told.map(({ act }) => act));
  // A draft is nobody's but the applicant's.
  if (state === 'draft') return;
  const chain = `/intake/supervision/applications/${id}/chain`;
  const { body } = await world.send({ path: chain, actor: people.supervisor });
  expect(body).toMatchObject({ intact: true, entries: told.length });
}

/** What was done to it shows, and on what is open time and calendars; what has ended is looked at once more in the end. */
const mayHaveChanged = (one: ModelCase, before: Life): boolean =>
  open.includes(one.state) || !before.cases.includes(one);

/** One life from its beginning to its last step, as modelled at each; what was tried in it. */
async function lived(first: Beginning, all: readonly Step[]): Promise<Tried[]> {
  let life = await begun(first);
  for (const one of life.cases) await expectAsModelled(life, one);
  for (const each of all) {
    const before = life;
    life = await taken(life, each);
    for (const one of life.cases.filter((now) => mayHaveChanged(now, before))) await expectAsModelled(life, one);
  }
  const rows = life.table.rows().filter(({ pk }) => String(pk).startsWith('OUT#'));
  const events = rows.map(({ event }) => envelope().parse(event));
  for (const one of life.cases) {
    await expectAsModelled(life, one);
    expectTold(events, one);
    await expectTimeline(life, one);
  }
  for (const chain of chainsIn(life.table.rows())) {
    expect([chain.kind, await verified(chain, chain.rows)]).toEqual([chain.kind, { intact: true, covers: 'record' }]);
  }
  return triedIn(life);
}

test('property: whatever is done by whomever and whenever, and however calendars change, a case and all that follows it are what a day-by-day model says', async () => {
  const tried: Tried[] = [];
  await fc.assert(
    fc.asyncProperty(beginning, steps, async (first, all) => void tried.push(...(await lived(first, all)))),
    { numRuns: 30 },
  );
  // Lives more, for what none of these came to, whatever the seed.
  for (const [first, all] of fc.sample(fc.tuple(beginning, steps), 60)) {
    const aim = towards(neverIn(tried));
    if (aim) tried.push(...(await lived({ ...first, ...aim }, all)));
  }
  expect(neverIn(tried)).toEqual({ done: [], refused: [] });
}, 300_000);
