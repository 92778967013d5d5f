import { expect } from 'vitest';
import { shippedCalendars } from '#shared/calendars';
import { fakeTable, type FakeTable } from '#shared/table.fake';
import { at } from '../../../services/intake/acting.fake.ts';
import { itemOf } from '../../../services/intake/cases.fake.ts';
import { passTimeHourly } from '../../../services/intake/functions/tick/pass-time.ts';
import { days2027 } from '../calendars.ts';
import * as cases from '../intake.ts';
import { people, type IntakeWorld } from '../intake.ts';
import { fc } from '../property.ts';
import { receiveDays, recounted } from '../recounts.ts';
import { after, rules, type Deed } from './acts.ts';
import { bodies } from './bodies.ts';
import { afterTime, aheadOf, open, type ModelCase } from './case.ts';
import { dateOf, dayNumber, daysBy, type Days, type Year } from './days.ts';

// Before and in the Spring Festival, in a common week, before National Day, and before a year that nobody has published.
const starts = ['02-06 10:00', '02-18 10:00', '08-03 10:00', '09-24 23:50', '12-15 10:00'];
const persons = ['company', 'stranger', 'clerk', 'approver', 'head'] as const;
type Person = (typeof persons)[number];

const deed = fc.record({
  name: fc.constantFrom(...Object.keys(rules)),
  person: fc.constantFrom<Person>(...persons),
  days: fc.integer({ min: 1, max: 12 }),
  grant: fc.boolean(),
  defer: fc.boolean(),
  /** Most deeds are such as can be done now, or cases would seldom come far. */
  pick: fc.option(fc.nat(), { freq: 5 }),
});
/** What happens next: a deed, time, the hourly walk, an amended year, or a new one. */
export const step = fc.oneof(
  { weight: 6, arbitrary: fc.record({ deed }) },
  {
    weight: 4,
    arbitrary: fc.record({ minutes: fc.oneof(fc.integer({ min: 1, max: 600 }), fc.integer({ min: 600, max: 9000 })) }),
  },
  { weight: 3, arbitrary: fc.constant({ tick: true }) },
  {
    weight: 1,
    arbitrary: fc.record({ turn: fc.array(fc.integer({ min: 0, max: 25 }), { minLength: 1, maxLength: 5 }) }),
  },
  { weight: 1, arbitrary: fc.constant({ publish: true }) },
);
type Step = typeof step extends fc.Arbitrary<infer One> ? One : never;
/** How a case begins; the days of its step fit into the promise, whatever is a day off. */
export const beginning = fc
  .record({
    start: fc.constantFrom(...starts),
    promise: fc.record({
      n: fc.integer({ min: 2, max: 8 }),
      unit: fc.constantFrom('working-day' as const, 'day' as const),
    }),
    renewal: fc.option(fc.integer({ min: 3, max: 40 }), { nil: undefined, freq: 3 }),
  })
  .chain((first) => {
    const most = first.promise.unit === 'day' ? first.promise.n - 1 : first.promise.n;
    return fc.integer({ min: 1, max: most }).map((stepDays) => ({ ...first, stepDays }));
  });

/** One case in its world, and what the model says of it. */
export interface Life {
  table: FakeTable;
  world: IntakeWorld;
  id: string;
  years: readonly Year[];
  published: number;
  one: ModelCase;
}
export const daysOf = ({ years }: Life): Days => daysBy(years);
export const nowOf = ({ world }: Life): Date => world.clock.now;

export async function begun({
  start,
  promise,
  stepDays,
  renewal,
}: typeof beginning extends fc.Arbitrary<infer One> ? One : never): Promise<Life> {
  const table = fakeTable();
  const world = cases.intakeOver(table);
  world.clock.now = at(start);
  const plan = {
    type: 'plan',
    name: '平面图',
    must: 'deferrable',
    source: 'applicant',
    sharedResource: null,
    about: 'party',
    originals: 1,
    copies: 0,
  } as const;
  const limit = { ...promise, from: 'accepted', of: 'office' } as const;
  const item = itemOf({
    special: ['hearing'],
    situations: ['新办', '延续'],
    materials: [plan],
    promisedLimit: limit,
    steps: [{ department: 'amr', name: '审查', mode: 'serial', days: stepDays }],
  });
  await cases.publish(world, { ...cases.publication, items: [item] });
  await passTimeHourly(world.deps)();
  const now = world.clock.now;
  const expires = renewal ? dateOf(dayNumber(now) + renewal) : undefined;
  const body = {
    itemKey: item.key,
    form: cases.goodForm,
    channel: 'online',
    ...(expires && { situation: '延续', expiresOn: expires }),
  };
  const created = await world.send({
    method: 'POST',
    path: '/intake/applications',
    actor: people.company,
    headers: cases.freshKey(),
    body,
  });
  const { id } = created.body;
  await world.send(cases.submit(id));
  const first = {
    state: 'submitted',
    version: 2,
    submitted: now,
    silent: false,
    asked: false,
    extended: false,
    extra: 0,
    promise,
    pauses: [],
    step: { days: stepDays, done: false, late: false },
    warned: [],
    expires,
    ahead: { provisional: false },
  };
  return {
    table,
    world,
    id,
    years: shippedCalendars,
    published: 1,
    one: { ...first, ahead: aheadOf(daysBy(shippedCalendars), first) },
  };
}

const abrupt = ['void', 'withdraw', 'approve-refusal'];
/** Deeds that can be done now, less what would end the case at once or send it round again. */
function possible(life: Life, wish: Deed): Deed[] {
  const all = Object.keys(rules).flatMap((name) => persons.map((person) => ({ ...wish, name, person })));
  const round = [...(life.one.notice ? ['request-correction'] : []), 'propose-refusal', 'signpost'];
  const calm = all.filter(({ name }) => ![...abrupt, ...round].includes(name));
  return calm.filter((one) => after(life.one, one, { now: nowOf(life), days: daysOf(life) }).done);
}

async function doDeed(life: Life, { pick, ...wish }: Deed & { pick: number | null }): Promise<Life> {
  const ways = pick === null ? [] : possible(life, wish);
  const chosen = (pick !== null && ways[pick % ways.length]) || wish;
  const { name, person } = chosen;
  const actor = people[persons.find((one) => one === person) ?? 'stranger'];
  const headers = { 'If-Match': `"${life.one.version}"` };
  const request = cases.act(life.id, name, { actor, body: bodies[name]?.(chosen, life.one) ?? {}, headers });
  const { done, one } = after(life.one, chosen, { now: nowOf(life), days: daysOf(life) });
  const answer = await life.world.send(request);
  expect([name, person, life.one.state, answer.status < 300]).toEqual([name, person, life.one.state, done]);
  if (done) expect(answer.body).toMatchObject({ status: one.state, version: one.version });
  return { ...life, one };
}

/** A notice in which some of the coming days are what they were not. */
function turned({ years, world }: Life, turn: readonly number[]): Year {
  const year = years.find((one) => one.year === 2026);
  const days = turn.map((n) => dateOf(dayNumber(world.clock.now) + n)).filter((day) => day.startsWith('2026'));
  const off = new Set(year?.off);
  for (const day of days) if (!off.delete(day)) off.add(day);
  return { year: 2026, off: [...off], worked: (year?.worked ?? []).filter((day) => !off.has(day)) };
}

async function amended(life: Life, year: Year): Promise<Life> {
  const { off, worked } = year;
  const published = life.published + 1;
  const notice = '国办发明电〔2026〕1号';
  await receiveDays(life.world, { year: year.year, notice, off: [...off], worked: [...worked] }, published);
  await recounted(life.world);
  const years = [...life.years.filter((one) => one.year !== year.year), year];
  const ahead = aheadOf(daysBy(years), life.one);
  const moved = open.includes(life.one.state) && JSON.stringify(ahead) !== JSON.stringify(life.one.ahead);
  const one = moved ? { ...life.one, ahead, version: life.one.version + 1 } : life.one;
  return { ...life, years, published, one };
}

/** The case and its model after one step. */
export async function taken(life: Life, one: Step): Promise<Life> {
  if ('deed' in one) return doDeed(life, one.deed);
  if ('turn' in one) return amended(life, turned(life, one.turn));
  if ('publish' in one) return amended(life, { year: 2027, ...days2027 });
  if ('minutes' in one) {
    life.world.clock.now = new Date(nowOf(life).getTime() + one.minutes * 60_000);
    return life;
  }
  await passTimeHourly(life.world.deps)();
  return { ...life, one: afterTime(daysOf(life), life.one, nowOf(life)) };
}
