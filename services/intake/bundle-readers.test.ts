import { beforeEach, expect, test } from 'vitest';
import type { Actor } from '#shared/actor';
import { fakeTable } from '#shared/table.fake';
import { applicantActor } from '../../test/support/actors.ts';
import * as bundles from '../../test/support/bundles.ts';
import { founder, ownInbox, path, restaurant, seedOf } from '../../test/support/bundles.ts';
import * as cases from '../../test/support/intake.ts';
import { people, type IntakeWorld } from '../../test/support/intake.ts';

let world: IntakeWorld;
let inbox: ReturnType<typeof ownInbox>;
beforeEach(async () => {
  world = cases.intakeOver(fakeTable());
  expect((await cases.publish(world, seedOf('open-a-restaurant'))).status).toBe(200);
  inbox = ownInbox(world);
});

test('a bundle is read, masked, by the offices that have part in one of its cases and by the supervisor, and by no other', async () => {
  const form = await bundles.formFor(world, restaurant);
  const { id } = (await world.send(bundles.begin({ ...restaurant, form }, founder))).body;
  const seen = async (actor: Actor) => (await world.send(bundles.show(id, actor))).status;
  await world.send(bundles.act(id, 'submit'));
  expect([await seen(people.approver), await seen(people.supervisor)]).toEqual([404, 404]);
  await inbox.empty();
  expect([await seen(people.approver), await seen(people.head), await seen(people.supervisor)]).toEqual([
    200, 200, 200,
  ]);
  expect([await seen(people.otherApprover), await seen(applicantActor('stranger'))]).toEqual([404, 404]);

  const { body } = await world.send(bundles.show(id, people.approver));
  expect([body.masked, body.actions]).toEqual([true, []]);
  expect(body.form.shared['contact.name']).toMatch(/\*$/);
  const timeline = await world.send({ path: `${path}/${id}/timeline`, actor: people.supervisor });
  const reason = `company-registration ${body.parts[0].caseId}`;
  expect(timeline.body.items.at(-1)).toMatchObject({ act: 'make-case', reason });
});
