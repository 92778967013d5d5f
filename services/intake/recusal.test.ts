import { beforeEach, describe, expect, test } from 'vitest';
import { fakeTable } from '#shared/table.fake';
import { staffActor } from '../../test/support/actors.ts';
import * as cases from '../../test/support/intake.ts';
import { act, draft, people, read } from '../../test/support/intake.ts';
import { linkedOver, otherHead, outline, type LinkedWorld } from '../../test/support/linked.ts';

const reason = '与申请人有亲属关系';
const colleague = staffActor('approver', { department: 'amr' }, 'colleague');

let world: LinkedWorld;
let id: string;
beforeEach(async () => {
  world = await linkedOver(fakeTable());
  id = await draft(world);
  await world.send(cases.submit(id));
});
const recuse = async (actor: typeof colleague, body: object = {}) =>
  outline(await world.send(act(id, 'recuse', { actor, body: { reason, ...body } })));
async function warnings(actor = people.head): Promise<string[]> {
  const whose = actor === people.head ? { query: { department: 'amr' } } : {};
  const { body } = await world.send({ path: '/intake/supervision/warnings', actor, ...whose });
  return body.items.map(({ kind }: { kind: string }) => kind);
}

describe('Stepping back from a case without tasks (回避)', () => {
  test('a clerk before acceptance: neither he nor a second account of his does anything more of it, others do', async () => {
    expect((await world.send(read(id, { actor: people.clerk }))).body.actions).toContain('recuse');
    expect(await recuse(people.clerk)).toBe('200 submitted');
    expect((await world.send(read(id, { actor: people.clerk }))).body.actions).toEqual([]);
    for (const sub of [people.clerk.sub, 'second-account']) {
      const { partyId } = people.clerk;
      const accepting = cases.accept(id, { actor: { ...people.approver, sub, partyId } });
      expect(outline(await world.send(accepting))).toBe('403 recused');
    }
    expect(outline(await world.send(cases.accept(id)))).toBe('200 accepted');
  });

  test('an approver before the decision; a proposed refusal goes to another head', async () => {
    await world.send(cases.accept(id));
    expect(await recuse(people.approver)).toBe('200 accepted');
    expect(outline(await world.send(cases.decide(id, 4)))).toBe('403 recused');
    expect(outline(await world.send(cases.decide(id, 4, { actor: people.head })))).toBe('200 decided');

    id = await draft(world);
    await world.send(cases.submit(id));
    const body = { reasons: '不属于规定的对象范围', guidance: '请到三楼' };
    await world.send(act(id, 'propose-refusal', { actor: people.clerk, body }));
    expect(await recuse(people.head)).toBe('200 refusal-proposed');
    const approve = async (actor: typeof colleague) =>
      outline(await world.send(act(id, 'approve-refusal', { actor, body: { opinion: '经核查属实' } })));
    expect(await approve(people.head)).toBe('403 recused');
    expect(await approve(otherHead)).toBe('200 decided');
  });

  test('is in the timeline with its reason, which the applicant does not see before the decision', async () => {
    await recuse(people.clerk);
    const path = `/intake/applications/${id}/timeline`;
    const last = async (actor: typeof colleague) => (await world.send({ path, actor })).body.items.at(-1);
    expect(await last(people.head)).toMatchObject({ act: 'recuse', actor: people.clerk.sub, reason });
    expect(await last(people.company)).not.toHaveProperty('reason');
  });

  test('sent again with the same key gets the same answer', async () => {
    const request = act(id, 'recuse', { actor: people.clerk, body: { reason } });
    const first = await world.send(request);
    const again = await world.send(request);
    expect([again.status, again.body]).toEqual([200, first.body]);
    expect(again.headers).toMatchObject({ 'Idempotent-Replayed': 'true' });
  });

  test('another is sent back by a head only, and who is nobody’s colleague by no one', async () => {
    await world.send(cases.accept(id, { actor: people.clerk }));
    const { firstClerk } = (await world.send(read(id, { actor: people.head }))).body;
    expect(await recuse(people.approver, { who: firstClerk })).toBe('403 not-your-task');
    expect(await recuse(people.head, { who: 'nobody-xyz' })).toBe('409 not-a-colleague');
    expect(await recuse(people.head, { who: firstClerk })).toBe('200 accepted');
  });
});

test('Where nobody of the office is known to be left the head is told, and the supervisors where it is the head', async () => {
  const seen = (actor: typeof colleague) =>
    world.send({ path: '/intake/reviews', query: { department: 'amr' }, actor });
  await seen(people.approver);
  await seen(colleague);
  await recuse(people.approver);
  expect(await warnings()).toEqual([]);
  await recuse(colleague);
  expect(await warnings()).toEqual(['nobody-left']);
  await recuse(people.head);
  expect(await warnings(people.supervisor)).toEqual(['nobody-left']);
});
