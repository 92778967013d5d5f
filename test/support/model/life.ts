import { expect } from 'vitest';
import { shippedCalendars } from '#shared/calendars';
import { fakeTable, type FakeTable } from '#shared/table.fake';
import { amr, health } from '../../../services/intake/cases.fake.ts';
import { at } from '../../../services/intake/acting.fake.ts';
import { passTimeHourly } from '../../../services/intake/functions/tick/pass-time.ts';
import * as cases from '../intake.ts';
import { people, type IntakeWorld } from '../intake.ts';
import { justice } from '../linked.ts';
import type { Around } from './acting.ts';
import { isBroken, next, type ModelCase } from './case.ts';
import { dateOf, dayNumber, daysBy, type Year } from './days.ts';
import { fresh } from './follow.ts';
import { itemsOf, kinds, wholeForm, type Kind } from './items.ts';
import type { Beginning } from './steps.ts';

/** A case with all that begins upon it, in its world, and what the model says of each. */
export interface Life extends Omit<Around, 'now'> {
  table: FakeTable;
  world: IntakeWorld;
  years: readonly Year[];
  published: number;
  kind: Kind;
  /** The deed that this life comes to if it can. */
  aim: string;
  /** What was tried, and on what: for the count of what the lives have come to. */
  tried: readonly Tried[];
}

export interface Tried {
  act: string;
  /** Of the case, before it; of one that is followed, and of a check, as their graphs have it. */
  from: string;
  /** In which capacity; `clock` where time came. */
  by: string;
  done: boolean;
}
export const nowOf = ({ world }: Pick<Life, 'world'>): Date => world.clock.now;

/** Intake with its catalogue, and the first case of the company's. */
export async function begun(beginning: Beginning): Promise<Life> {
  const { start, kind, promise, stepDays, aim, renewal, draft } = beginning;
  const table = fakeTable();
  const world = cases.intakeOver(table);
  world.clock.now = at(start);
  const promised = { promise, stepDays };
  await cases.publish(world, { departments: [amr, health, justice], items: itemsOf(kind, promised) });
  await passTimeHourly(world.deps)();
  const around = { days: daysBy(shippedCalendars), years: shippedCalendars, published: 1, promised, replaced: false };
  const life = { ...around, table, world, kind, aim, tried: [], cases: [] };
  return another(life, { renewal, whole: draft ?? true, handIn: draft === undefined });
}

interface NewCase {
  /** In how many days the licence ends that it is to renew. */
  renewal: number | undefined;
  whole: boolean;
  handIn: boolean;
}

/** One more case of the company's, unless it may not give its word any more. */
export async function another(life: Life, { renewal, whole, handIn }: NewCase): Promise<Life> {
  const { world, kind, days, replaced } = life;
  const item = replaced ? 'successor' : 'own';
  const { committed } = kinds[kind];
  const now = nowOf(life);
  const expires = renewal ? dateOf(dayNumber(now) + renewal) : undefined;
  const body = {
    itemKey: item,
    form: whole ? wholeForm(item) : {},
    channel: 'online',
    commitment: committed,
    ...(expires && { situation: '延续', expiresOn: expires }),
  };
  const path = '/intake/applications';
  const request = { method: 'POST', path, actor: people.company, headers: cases.freshKey(), body };
  const answer = await world.send(request);
  const isBarred = committed && life.cases.some(isBroken);
  expect(answer.status).toBe(isBarred ? 409 : 201);
  if (isBarred) return life;
  const draft = { ...draftOf(life, now), id: answer.body.id, item, whole, expires };
  if (!handIn) return { ...life, cases: [...life.cases, draft] };
  expect((await world.send(cases.submit(draft.id))).status).toBe(200);
  return { ...life, cases: [...life.cases, next(days, draft, { act: 'submit', state: 'submitted', submitted: now })] };
}

function draftOf({ kind, promised: { promise, stepDays } }: Life, now: Date): ModelCase {
  const { promised, committed, steps } = kinds[kind];
  return {
    ...fresh,
    item: 'own',
    office: 'amr',
    offices: ['amr'],
    committed,
    handling: kind === 'filing' || kind === 'on-the-spot' ? kind : 'promised',
    state: 'draft',
    version: 1,
    told: [{ act: 'create', from: 'draft' }],
    submitted: now,
    promise: promised ? promise : { n: 0, unit: 'working-day' },
    extendable: 10,
    ...(steps && { step: { days: stepDays, done: false, late: false } }),
  };
}
