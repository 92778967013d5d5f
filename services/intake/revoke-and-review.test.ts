import { beforeEach, describe, expect, test } from 'vitest';
import { fakeTable } from '#shared/table.fake';
import { staffActor } from '../../test/support/actors.ts';
import * as cases from '../../test/support/intake.ts';
import { act, people, read } from '../../test/support/intake.ts';
import { linkedOver, otherHead, outline, reviewer, type LinkedWorld } from '../../test/support/linked.ts';

let world: LinkedWorld;
beforeEach(async () => {
  world = await linkedOver(fakeTable());
});

describe('撤销', () => {
  test('is opened by a head upon a grant, decided by another, and the applicant cannot withdraw it', async () => {
    const id = await world.decided();
    const { body } = await world.revoke(id);
    expect((await world.send(read(body.id))).body).toMatchObject({
      follows: { by: 'office', ground: 'deception' },
      actions: [],
    });
    expect(outline(await world.send(cases.withdraw(body.id)))).toBe('409 wrong-state');
    expect(outline(await world.send(cases.decide(body.id, 1, { actor: people.head })))).toBe('403 recused');
    expect(outline(await world.ended(body.id, otherHead))).toBe('200 decided');
  });

  test('not of a refusal, not by an approver or the applicant, not twice; after it was refused, again', async () => {
    const id = await world.decided();
    expect(outline(await world.revoke(await world.decided('refused')))).toBe('409 not-to-follow');
    expect([(await world.revoke(id, people.approver)).status, (await world.revoke(id, people.company)).status]).toEqual(
      [403, 403],
    );
    const first = await world.revoke(id);
    expect(outline(await world.revoke(id, otherHead))).toBe('409 already-followed');
    await world.ended(first.body.id, people.approver, { outcome: 'refused' });
    const second = await world.revoke(id);
    await world.ended(second.body.id, people.approver);
    expect(outline(await world.revoke(id))).toBe('409 already-followed');
  });

  test('may itself be reviewed and corrected, not revoked', async () => {
    const { body } = await world.revoke(await world.decided());
    await world.ended(body.id);
    expect((await world.send(read(body.id))).body.actions).toEqual(['correct', 'review']);
    expect(outline(await world.revoke(body.id))).toBe('409 not-to-follow');
    expect((await world.review(body.id)).status).toBe(201);
  });

  test('not by a head in whose own case it would be', async () => {
    const own = { ...people.head, orgs: ['p_company'] };
    expect(outline(await world.revoke(await world.decided(), own))).toBe('403 own-case');
  });
});

describe('复议', () => {
  test('goes to the body that reviews; who had part in the decision has none in the review', async () => {
    const id = await world.decided('refused');
    const { body } = await world.review(id);
    expect((await world.send(read(body.id))).body).toMatchObject({
      department: 'justice',
      departments: ['justice', 'amr'],
      recused: ['approver'],
    });
    expect(outline(await world.send(act(body.id, 'accept', { actor: people.approver })))).toBe('403 recused');
    expect(outline(await world.send(act(body.id, 'accept', { actor: people.head })))).toBe('403 not-your-department');
    expect(outline(await world.ended(body.id, reviewer, { ruling: 'annulled' }))).toBe('200 decided');
    const { dueAt, decidedAt } = (await world.send(read(body.id))).body;
    expect([decidedAt, dueAt]).toEqual(['2026-08-03T01:00:00.000Z', '2026-10-08T15:59:59.999Z']);
  });

  test.each([
    ['2026-10-08T15:59:59Z', 201],
    ['2026-10-08T16:00:00Z', 409],
  ])(
    'sixty days after the decision, a holiday at their end not counted: at %s it is answered %i',
    async (at, status) => {
      const id = await world.decided('refused');
      world.clock.now = new Date(at);
      expect((await world.review(id)).status).toBe(status);
    },
  );

  test('once, also after it was withdrawn', async () => {
    const id = await world.decided('refused');
    const { body } = await world.review(id);
    await world.send(cases.withdraw(body.id));
    expect(outline(await world.review(id))).toBe('409 already-followed');
    expect((await world.send(read(body.id))).body.actions).toEqual([]);
  });

  test('may be extended by thirty days, another case by ten', async () => {
    const { body } = await world.review(await world.decided('refused'));
    const head = staffActor('head', { department: 'justice' }, 'justice-head');
    await world.send(act(body.id, 'accept', { actor: reviewer }));
    const extend = (days: number) =>
      world.send(act(body.id, 'extend', { actor: head, body: { days, why: '案情复杂' } }));
    expect(outline(await extend(30))).toBe('200 accepted');
  });

  test('is refused where the set has no such body, and says where to apply', async () => {
    await cases.publish(world);
    expect(outline(await world.review(await world.decided('refused')))).toBe('409 no-review-body');
  });
});
