import { beforeEach, expect, test } from 'vitest';
import type { Actor } from '#shared/actor';
import { fakeTable } from '#shared/table.fake';
import { readSeed } from '../../localstack/seed-files.ts';
import { partyIdOf } from '#shared/party';
import { applicantActor, staffActor } from '../../test/support/actors.ts';
import { tickedAt } from '../../test/support/clock.ts';
import { honestForm } from '../../test/support/honest-form.ts';
import * as cases from '../../test/support/intake.ts';
import { act, people, type IntakeWorld } from '../../test/support/intake.ts';
import { catalogueInput } from './domain/catalogue/item.ts';

const { departments, items } = catalogueInput().parse({ departments: readSeed().departments, items: readSeed().items });
const item = items.find(({ key }) => key === 'business-performance');
const officerOf = (role: 'approver' | 'head', department: string) =>
  staffActor(role, { department }, `${role}-${department}`);
const supervisor = people.supervisor;
// The form of an honest applicant bears this company's code.
const partyId = partyIdOf(cases.cityKey, { kind: 'uscc', number: '91350199MA00000015' });
const company = applicantActor('company', { kind: 'organisation', partyId });

let world: IntakeWorld;
beforeEach(() => {
  world = cases.intakeOver(fakeTable());
});
const told = async (what: 'findings' | 'warnings', actor: Actor, department?: string) =>
  (await world.send({ path: `/intake/supervision/${what}`, query: { ...(department && { department }) }, actor })).body
    .items;

/** Accepted on Monday, August 3; its three departments begin side by side. */
async function accepted(): Promise<string> {
  await cases.publish(world, { departments, items: [item] });
  const body = { itemKey: item?.key, form: honestForm(item?.form), channel: 'online' };
  const path = '/intake/applications';
  const made = await world.send({ method: 'POST', path, actor: company, headers: cases.freshKey(), body });
  await world.send(cases.submit(made.body.id, { actor: company }));
  expect((await world.send(cases.accept(made.body.id, { actor: officerOf('approver', 'culture') }))).status).toBe(200);
  return made.body.id;
}

test('a step that is late while the whole is not is found against its own department, whose head is told; the others are not', async () => {
  const id = await accepted();
  const opinion = { verdict: 'agree', opinion: '同意' };
  const given = act(id, 'tasks/3/opinion', { actor: officerOf('approver', 'emer'), body: opinion });
  expect((await world.send(given)).status).toBe(200);
  // The police have one working day of the two that were promised.
  await tickedAt(world, '2026-08-04T15:30:00Z');
  expect(await told('findings', supervisor)).toEqual([]);
  await tickedAt(world, '2026-08-04T16:30:00Z');
  await tickedAt(world, '2026-08-05T15:30:00Z');
  const late = { rule: 'step-overdue', caseId: id, about: '2', department: 'ps', status: 'open' };
  expect(await told('findings', supervisor)).toMatchObject([late]);
  expect(await told('warnings', officerOf('head', 'ps'), 'ps')).toMatchObject([
    { caseId: id, kind: 'step-overdue', task: 2, dueAt: '2026-08-04T15:59:59.999Z' },
  ]);
  expect(await told('warnings', officerOf('head', 'culture'), 'culture')).toEqual([]);
  // With the second day the promise has passed, and with it the step of the department that leads.
  await tickedAt(world, '2026-08-05T16:30:00Z');
  expect(
    (await told('warnings', officerOf('head', 'culture'), 'culture'))
      .map(({ kind }: { kind: string }) => kind)
      .toSorted(),
  ).toEqual(['overdue', 'step-overdue']);
});

test('an edition whose steps would break the promise is refused, by the pointer of the step that would', async () => {
  const [lead, police, fire] = item?.steps ?? [];
  const body = {
    departments,
    items: [{ ...item, steps: [lead, { ...police, days: 3 }, { ...fire, mode: 'serial' }] }],
  };
  const { status, body: refused } = await cases.publish(world, body);
  expect([status, refused.code]).toEqual([400, 'catalogue-invalid']);
  expect(refused.errors).toEqual([
    {
      pointer: '/items/0/steps/1/days',
      code: 'steps-too-long',
      message: '到本环节为止的环节时限合计超过承诺时限：3 working-day > 2 working-day。',
    },
  ]);
});
