import { beforeEach, describe, expect, test } from 'vitest';
import { tickedAt } from '../../test/support/clock.ts';
import * as cases from '../../test/support/intake.ts';
import { people } from '../../test/support/intake.ts';
import { licences, renewal } from '../../test/support/licences.ts';
import { outline } from '../../test/support/linked.ts';

let one: Awaited<ReturnType<typeof licences>>;
let earlier: string;
let later: string;
// Granted on Monday, August 3, and on Wednesday, for ten days each.
const [ends, endsLater] = ['2026-08-13', '2026-08-15'];
beforeEach(async () => {
  one = await licences();
  earlier = await one.granted();
  one.world.clock.now = new Date('2026-08-05T01:00:00Z');
  later = await one.granted();
});
const held = async () => {
  const rows = await (await one.world.deps.licences()).of(['p_company'], 'licence');
  return rows.map(({ caseId }) => caseId).toSorted();
};
const begun = async (rest: object) => {
  const { status, body } = await one.begin(rest);
  return [status, body.errors?.[0]?.code, body.errors?.[0]?.pointer];
};
const granted = async (id: string) => {
  const { version } = await one.shown(id);
  expect(outline(await one.world.send(cases.decide(id, version)))).toBe('200 decided');
};

describe('who holds two licences', () => {
  test('renews the one that ends on the day he names, and keeps the other', async () => {
    const id = await one.accepted(renewal(endsLater));
    expect((await one.shown(id)).licence).toEqual({ grantedIn: later, until: endsLater });
    await granted(id);
    expect(await held()).toEqual([earlier, id].toSorted());
  });

  test('renews neither where he names the end of one that the office does not know', async () => {
    const id = await one.accepted(renewal('2026-08-12'));
    expect((await one.shown(id)).licence).toBeUndefined();
    await tickedAt(one.world, '2026-08-20T01:00:00Z');
    expect((await one.shown(id)).status).toBe('accepted');
    await granted(id);
    expect(await held()).toEqual([earlier, later, id].toSorted());
  });

  test('is asked which one he changes or gives up, and only that is struck off', async () => {
    expect(await begun({ situation: '注销' })).toEqual([400, 'licence-unclear', '/licenceId']);
    expect(await begun({ situation: '变更' })).toEqual([400, 'licence-unclear', '/licenceId']);
    await granted(await one.accepted({ situation: '注销', licenceId: later }));
    expect(await held()).toEqual([earlier]);
  });

  test('names none that is not his, or that ends on another day', async () => {
    const other = await one.granted({}, people.stranger);
    expect(await begun({ situation: '注销', licenceId: other })).toEqual([400, 'licence-unknown', '/licenceId']);
    expect(await begun({ ...renewal(ends), licenceId: later })).toEqual([400, 'licence-unknown', '/licenceId']);
  });

  test('is asked anew when he hands in, where another was granted since he began', async () => {
    const { id } = (await one.begin(renewal(endsLater))).body;
    const third = await one.granted();
    const refused = await one.world.send(cases.submit(id));
    expect([refused.status, refused.body.errors[0].code]).toEqual([400, 'licence-unclear']);
    expect((await begun({ ...renewal(endsLater), licenceId: third }))[0]).toBe(201);
  });
});

const seen = (until: string, rest: object = {}) => ({ licence: { document: '食品经营许可证 乙', until, ...rest } });

describe('the licence that a clerk has seen', () => {
  test('holds against what the office took it for', async () => {
    const id = await one.accepted(renewal(ends), seen(endsLater));
    expect((await one.shown(id)).licence).toMatchObject({ grantedIn: later, until: endsLater });
    const paper = await one.accepted(renewal(ends), seen('2026-08-14'));
    const { licence } = await one.shown(paper);
    expect([licence.grantedIn, licence.until]).toEqual([undefined, '2026-08-14']);
    await granted(paper);
    expect(await held()).toEqual([earlier, later, paper].toSorted());
  });

  test('of two that end on one day is named by the case that granted it', async () => {
    const id = await one.submitted(renewal(endsLater));
    const third = await one.granted();
    expect(outline(await one.world.send(cases.accept(id, { body: seen(endsLater) })))).toBe('409 licence-unclear');
    const unknown = seen(ends, { licenceId: third });
    expect(outline(await one.world.send(cases.accept(id, { body: unknown })))).toBe('409 licence-unknown');
    const body = seen(endsLater, { licenceId: third });
    expect(outline(await one.world.send(cases.accept(id, { body })))).toBe('200 accepted');
    expect((await one.shown(id)).licence.grantedIn).toBe(third);
  });
});
