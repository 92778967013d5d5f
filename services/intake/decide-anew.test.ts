import { beforeEach, describe, expect, test } from 'vitest';
import { fakeTable, type FakeTable } from '#shared/table.fake';
import { staffActor } from '../../test/support/actors.ts';
import * as cases from '../../test/support/intake.ts';
import { act, people, read } from '../../test/support/intake.ts';
import { linkedOver, otherHead, outline, reviewer, type LinkedWorld } from '../../test/support/linked.ts';

let table: FakeTable;
let world: LinkedWorld;
beforeEach(async () => {
  table = fakeTable();
  world = await linkedOver(table);
});
const shown = async (id: string) => (await world.send(read(id))).body;
const factsOf = async (id: string) => (await world.facts()).filter(({ subject }) => subject === id);

/** A refusal that is under review; the case and its review. */
async function underReview(outcome: 'granted' | 'refused' = 'refused') {
  const id = await world.decided(outcome);
  return { id, review: String((await world.review(id)).body.id) };
}
const annulled = { ruling: 'annulled', reasons: '事实不清' };

describe('a review', () => {
  test.each([
    ['grants without saying what becomes of the decision', { outcome: 'granted' }, '400 ruling-missing'],
    ['grants and upholds', { outcome: 'granted', ruling: 'upheld' }, '400 ruling-missing'],
    ['refuses and annuls', { outcome: 'refused', ruling: 'annulled' }, '400 ruling-missing'],
    ['changes without saying to what', { outcome: 'granted', ruling: 'changed' }, '400 invalid-input'],
    ['says a change that it does not make', { outcome: 'refused', changedTo: '准予' }, '400 invalid-input'],
  ])('that %s is not taken', async (_, said, answer) => {
    const { review } = await underReview();
    expect(outline(await world.ended(review, reviewer, said))).toBe(answer);
  });

  test('alone rules so', async () => {
    const { body } = await world.correct(await world.decided());
    expect(outline(await world.ended(body.id, people.head, { ruling: 'annulled' }))).toBe('400 not-a-review');
  });

  test('that is refused upholds the decision, and one that changes it says to what: neither opens a case', async () => {
    const upheld = await underReview();
    expect(outline(await world.ended(upheld.review, reviewer, { outcome: 'refused' }))).toBe('200 decided');
    const changed = await underReview();
    const said = { ruling: 'changed', changedTo: '准予许可' };
    expect(outline(await world.ended(changed.review, reviewer, said))).toBe('200 decided');
    expect([(await shown(upheld.review)).decision, (await shown(changed.review)).decision]).toMatchObject([
      { ruling: 'upheld' },
      said,
    ]);
    expect((await shown(upheld.id)).followedBy).toHaveLength(1);
    expect((await shown(changed.id)).followedBy).toHaveLength(1);
    expect((await factsOf(changed.review)).at(-1)?.data).toMatchObject({ outcome: 'granted', ruling: 'changed' });
  });
});

describe('what a review annuls', () => {
  test('is decided anew in a case of its own: with the form, limits and departments of the first, received at once', async () => {
    const { id, review } = await underReview();
    expect(outline(await world.ended(review, reviewer, annulled))).toBe('200 decided');
    const { followedBy } = await shown(id);
    expect(followedBy).toMatchObject([
      { as: 'review', outcome: 'granted' },
      { as: 'anew', status: 'submitted' },
    ]);
    const anew = followedBy[1].caseId;
    expect((await shown(review)).decision).toMatchObject({ ruling: 'annulled', anew });
    expect(await shown(anew)).toMatchObject({
      status: 'submitted',
      department: 'amr',
      follows: { caseId: id, as: 'anew', by: 'applicant', why: '事实不清' },
      form: cases.goodForm,
      itemVersion: 1,
      actions: ['withdraw'],
    });
    const [submitted] = await factsOf(anew);
    expect(submitted?.data).toMatchObject({ decidesAnew: id });
    expect(submitted?.data['follows']).toBeUndefined();
    const { body } = await world.send({ ...read(anew), path: `/intake/applications/${anew}/timeline` });
    expect(body.items).toMatchObject([{ act: 'decide-anew', actor: 'reviewer', reason: '事实不清' }]);
    expect(body.items[0].onBehalfOf).toBeUndefined();
  });

  test('is handled by nobody whom the case or its review barred; its end may be reviewed again', async () => {
    const { id, review } = await underReview();
    await world.ended(review, reviewer, annulled);
    const anew = (await shown(id)).followedBy[1].caseId;
    expect(outline(await world.send(act(anew, 'accept', { actor: people.approver })))).toBe('403 recused');
    expect(outline(await world.ended(anew, otherHead))).toBe('200 decided');
    expect((await factsOf(anew)).at(-1)?.data).toMatchObject({ outcome: 'granted', decidesAnew: id });
    expect((await shown(anew)).actions).toEqual(['correct', 'review']);
    expect((await world.review(anew)).status).toBe(201);
  });

  test('stands no more: it is neither corrected nor revoked', async () => {
    const { id, review } = await underReview('granted');
    await world.ended(review, reviewer, annulled);
    expect(outline(await world.correct(id))).toBe('409 already-followed');
    expect(outline(await world.revoke(id))).toBe('409 already-followed');
  });

  test('is opened once: with the decision of the review or not at all', async () => {
    const { id, review } = await underReview();
    await world.send(act(review, 'accept', { actor: reviewer }));
    const body = { outcome: 'granted', opinion: '经审查', ...annulled };
    const request = cases.decide(review, 2, { actor: reviewer, body });
    // The number of the new case is counted first, in a write of its own.
    table.beforeNextWrite(async () => table.beforeNextWrite(async () => table.spoil('lost-reply')));
    expect((await world.send(request)).status).toBe(500);
    expect((await world.send(request)).headers['Idempotent-Replayed']).toBe('true');
    expect((await shown(id)).followedBy).toHaveLength(2);
  });

  test('where it was a revocation, leaves what that revoked: there is nothing to decide anew', async () => {
    const granted = await world.decided();
    const revoked = (await world.revoke(granted)).body.id;
    await world.ended(revoked);
    const { body } = await world.review(revoked);
    const justice = staffActor('approver', { department: 'justice' }, 'another reviewer');
    expect(outline(await world.ended(body.id, justice, annulled))).toBe('200 decided');
    expect((await shown(revoked)).followedBy).toHaveLength(1);
    expect((await shown(body.id)).decision.anew).toBeUndefined();
  });
});
