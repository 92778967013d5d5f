import { daysAfter } from '#shared/calendar';
import { itemOf } from '../../services/intake/cases.fake.ts';
import { tickedAt } from './clock.ts';
import { entryAt } from './entries.ts';
import * as cases from './intake.ts';
import { people, type IntakeWorld } from './intake.ts';
import { fc } from './property.ts';

const { company, clerk, approver, head } = people;
/** What items asked before the reform; the first item has it, the second has none. */
const baseline = { steps: 4, materials: 6, visits: 3, days: 30, unit: 'working-day' } as const;
export const items = [itemOf({ special: ['hearing'], baseline, visits: 0 }), itemOf({ key: 'plain-item' })];
export const days = 24;
export const firstDay = '2026-08-03';

const acts = {
  accept: () => ({ actor: approver, body: {} }),
  suspend: () => ({ actor: approver, body: { kind: 'hearing', why: '听证' } }),
  resume: () => ({ actor: approver, body: { result: '听证结束' } }),
  extend: () => ({ actor: head, body: { days: 3, why: '情况复杂' } }),
  decide: (version: number) => ({
    actor: approver,
    body: { outcome: 'refused', opinion: '不同意', reasons: '经营场所与污染源距离不足二十五米' },
    headers: { 'If-Match': `"${version}"` },
  }),
  forward: () => ({ actor: approver, body: { to: '市局', why: '市级权限' } }),
  void: () => ({ actor: head, body: { ground: 'clerical', why: '误录' } }),
  withdraw: () => ({ actor: company, body: { reason: '不办了' } }),
};
type Act = keyof typeof acts;

const stepOf = (...names: Act[]) => fc.record({ act: fc.constantFrom(...names), after: fc.nat(7) });
/** Most cases are accepted before anything else is tried with them, and decided sooner or later. */
const steps = fc
  .tuple(
    stepOf('accept', 'accept', 'accept', 'withdraw'),
    fc.array(stepOf('suspend', 'resume', 'extend', 'accept'), { maxLength: 2 }),
    stepOf('resume', 'void', 'decide'),
    stepOf('decide', 'decide', 'decide', 'forward', 'withdraw'),
  )
  .map((parts) => parts.flat());

/** A case of one of two items, online or at a window, and what is tried with it. */
export const oneCase = fc.record({
  itemKey: fc.constantFrom('food-business-licence', 'plain-item'),
  channel: fc.constantFrom('online', 'window'),
  day: fc.nat(6),
  steps,
});

interface Course {
  itemKey: string;
  channel: string;
  day: number;
  steps: { act: Act; after: number }[];
}

async function begin(world: IntakeWorld, { itemKey, channel }: { itemKey: string; channel: string }): Promise<string> {
  const atDesk = channel === 'window';
  const actor = atDesk ? clerk : company;
  const applicant = { kind: 'organisation', uscc: '91350102MA0000000H' };
  const body = { itemKey, channel, form: cases.goodForm, ...(atDesk && { applicant, entry: entryAt.window }) };
  const made = await world.send({
    method: 'POST',
    path: '/intake/applications',
    actor,
    headers: cases.freshKey(),
    body,
  });
  await world.send(cases.submit(made.body.id, { actor }));
  return made.body.id;
}

/** What happened, in the order of days; whoever may not do an act then is refused, and nothing comes of it. */
export async function live(world: IntakeWorld, all: readonly Course[]) {
  const due = all.map((one) => ({ ...one, next: one.day, left: [...one.steps], id: '' }));
  for (let n = 0; n < days; n += 1) {
    await tickedAt(world, `${daysAfter(firstDay, n)}T01:00:00Z`);
    for (const one of due) {
      if (!one.id && one.day === n) one.id = await begin(world, one);
      for (let step = one.left[0]; one.id && step && one.next + step.after <= n; step = one.left[0]) {
        const { body } = await world.send({ ...cases.read(one.id), actor: approver });
        await world.send(cases.act(one.id, step.act, acts[step.act](Number(body.version))));
        one.next += step.after;
        one.left.shift();
      }
    }
  }
}
