import { expect } from 'vitest';
import { passTimeHourly } from '../../../services/intake/functions/tick/pass-time.ts';
import { days2027 } from '../calendars.ts';
import * as cases from '../intake.ts';
import { type Answer } from '../intake.ts';
import { receiveDays, recounted } from '../recounts.ts';
import type { Deed } from './acting.ts';
import { bodyOf } from './bodies.ts';
import { afterTime, aheadOf, checkAfterTime, open, recountedCheck, type ModelCase } from './case.ts';
import { dateOf, dayNumber, daysBy, type Year } from './days.ts';
import { isWay } from './follow.ts';
import { another, nowOf, type Life } from './life.ts';
import { persons } from './people.ts';
import { possible } from './pick.ts';
import type { Step, Wish } from './steps.ts';
import { arrowOf, turn } from './turn.ts';

const isUnderWay = ({ state, follows }: ModelCase): boolean => !follows && state !== 'decided' && state !== 'withdrawn';

async function doDeed(life: Life, { pick, n, ...wish }: Wish): Promise<Life> {
  if (!life.cases.some(isUnderWay)) {
    return another(life, { renewal: wish.defer ? wish.days : undefined, whole: true, handIn: wish.grant });
  }
  const [any] = life.cases.slice(n % life.cases.length);
  const chosen = (pick && possible(life, wish, pick)) ?? (any && { one: any, deed: wish });
  if (!chosen) throw new Error('a life has a case');
  const { one, deed } = chosen;
  const after = turn(one, deed, { ...life, now: nowOf(life) });
  if (deed.name.startsWith('tasks/')) await seenAtWork(life, one);
  const answer = await life.world.send(requestOf(one, deed));
  const { name, person } = deed;
  expect([name, person, one.state, answer.status < 300]).toEqual([name, person, one.state, after.done]);
  expect(after.done || [400, 403, 404, 409].includes(answer.status)).toBe(true);
  const isAct = !name.startsWith('commitment/') && !isWay(name);
  if (after.done && isAct) expect(answer.body).toMatchObject({ status: after.one.state, version: after.one.version });
  const changed = life.cases.map((each) => (each === one ? after.one : each));
  const by = persons[person].role;
  const tried = [...life.tried, { ...arrowOf(name, after.done ? one : after.one), by, done: after.done }];
  if (!after.begun) return { ...life, cases: changed, tried };
  return { ...life, cases: [...changed, { ...after.begun, id: await idOf(one, answer, life) }], tried };
}

/** Those whom a deed names as colleagues: they were at work in its office of late. */
async function seenAtWork({ world }: Life, { office }: ModelCase): Promise<void> {
  const staff = await world.deps.staff();
  const colleagues = [persons.approver.actor, persons.head.actor];
  await Promise.all(colleagues.map(({ sub, partyId }) => staff.saw(office, { sub, partyId }, world.clock.now)));
}

function requestOf({ id, version, ...one }: ModelCase, deed: Deed) {
  const { actor } = persons[deed.person];
  const rest = { actor, body: bodyOf(deed, one), headers: { 'If-Match': `"${version}"` } };
  if (deed.name === 'edit') return cases.save(id, version, rest);
  return cases.act(id, deed.name, rest);
}

/** The case that began: as the answer names it, or the one that ended in its favour. */
async function idOf({ id }: ModelCase, { status, body }: Answer, { world }: Life): Promise<string> {
  if (status === 201) return body.id;
  return body.revocation ?? (await world.send(cases.read(id))).body.forwardedTo;
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
  const days = daysBy(years);
  const recount = ({ check, ...rest }: ModelCase): ModelCase => {
    const one = { ...rest, ...(check && { check: recountedCheck(days, check) }) };
    const ahead = aheadOf(days, one);
    if (!open.includes(one.state) || JSON.stringify(ahead) === JSON.stringify(one.ahead)) return one;
    return { ...one, ahead, version: one.version + 1, told: [...one.told, { act: 'recount', from: one.state }] };
  };
  return { ...life, days, years, published, cases: life.cases.map(recount) };
}

async function replaced(life: Life): Promise<Life> {
  if (life.replaced) return life;
  const withdraw = [{ key: 'own', reason: '合并', successor: 'successor' }];
  await cases.publish(life.world, { whole: false, withdraw });
  return { ...life, replaced: true };
}

/** The cases and their model after one step. */
export async function taken(life: Life, one: Step): Promise<Life> {
  if ('wish' in one) return doDeed(life, one.wish);
  if ('turn' in one) return amended(life, turned(life, one.turn));
  if ('publish' in one) return amended(life, { year: 2027, ...days2027 });
  if ('replace' in one) return replaced(life);
  if ('minutes' in one) {
    life.world.clock.now = new Date(nowOf(life).getTime() + one.minutes * 60_000);
    return life;
  }
  await passTimeHourly(life.world.deps)();
  const now = nowOf(life);
  const passed = life.cases.map((each): ModelCase => {
    const after = afterTime(life.days, each, now);
    const check = checkAfterTime(after, now);
    return check === after.check ? after : { ...after, check };
  });
  const idle = life.cases.filter((each, n) => passed[n] === each);
  const inVain = idle.map(({ state }) => ({ act: 'none', from: state, by: 'clock', done: false }));
  return { ...life, cases: passed, tried: [...life.tried, ...inVain] };
}
