import { beforeEach, describe, expect, test } from 'vitest';
import { tickedAt } from '../../test/support/clock.ts';
import * as cases from '../../test/support/intake.ts';
import { people } from '../../test/support/intake.ts';
import { licences, renewal } from '../../test/support/licences.ts';
import { outline } from '../../test/support/linked.ts';
import { itemOf } from './cases.fake.ts';

let one: Awaited<ReturnType<typeof licences>>;
beforeEach(async () => {
  one = await licences();
});
async function revoked(id: string): Promise<void> {
  const said = { ground: 'not-qualified', why: '条件不符' };
  const { body } = await one.world.send(cases.act(id, 'revoke', { actor: people.head, body: said }));
  expect(outline(await one.world.send(cases.decide(body.id, 1)))).toBe('200 decided');
}
const findings = async (id: string): Promise<string[]> => {
  const request = { path: '/intake/supervision/findings', query: { status: 'open' }, actor: people.supervisor };
  const { items } = (await one.world.send(request)).body;
  return items.filter(({ caseId }: { caseId: string }) => caseId === id).map(({ rule }: { rule: string }) => rule);
};
describe('a renewal left to silence', () => {
  // Granted on Monday, August 3, for ten days.
  const end = '2026-08-13';
  const after = '2026-08-13T17:00:00Z';
  const refusedBySilence = async (id: string) => {
    await tickedAt(one.world, after);
    expect((await one.shown(id)).status).toBe('accepted');
    expect(await findings(id)).toContain('renewal-undecided');
  };

  test('of a licence that nobody has granted or seen is no grant but a finding, once', async () => {
    const id = await one.accepted(renewal(end));
    await refusedBySilence(id);
    await tickedAt(one.world, '2026-08-20T17:00:00Z');
    expect((await findings(id)).filter((one) => one === 'renewal-undecided')).toHaveLength(1);
    expect(outline(await one.world.send(cases.decide(id, (await one.shown(id)).version)))).toBe('200 decided');
  });

  test('of a licence that the office granted is granted as that ends, and holds as long again', async () => {
    const first = await one.granted();
    const id = await one.accepted(renewal(end));
    expect((await one.shown(id)).licence).toEqual({ grantedIn: first, until: end });
    await tickedAt(one.world, '2026-08-13T15:00:00Z');
    expect((await one.shown(id)).status).toBe('accepted');
    await tickedAt(one.world, after);
    expect(await one.shown(id)).toMatchObject({ status: 'decided', outcome: 'granted' });
    const next = await one.submitted(renewal('2026-08-23'));
    expect((await one.shown(next)).licence).toEqual({ grantedIn: id, until: '2026-08-23' });
  });

  test.each([
    ['ends before the day that is named', {}, people.company, '2026-08-14'],
    ['ends after the day that is named', {}, people.company, '2026-08-12'],
    ['is another party’s', {}, people.stranger, end],
    ['is of another item', { itemKey: 'first-only' }, people.company, end],
  ])('is no grant where the licence %s', async (...[, rest, holder, expiresOn]) => {
    await one.granted(rest, holder);
    const other = await one.accepted(renewal(expiresOn));
    expect((await one.shown(other)).licence).toBeUndefined();
  });

  test('is no grant where the licence was revoked before, or is revoked while it waits', async () => {
    const gone = await one.granted();
    await revoked(gone);
    const first = await one.granted();
    const id = await one.accepted(renewal(end));
    expect((await one.shown(id)).licence.grantedIn).toBe(first);
    await revoked(first);
    await refusedBySilence(id);
    expect((await one.shown(id)).licence).toBeUndefined();
  });

  test('renews a licence once, however many apply for it', async () => {
    await one.granted();
    const ids = [await one.accepted(renewal(end)), await one.accepted(renewal(end)), await one.accepted(renewal(end))];
    await tickedAt(one.world, after);
    const outcomes = await Promise.all(ids.map(async (id) => (await one.shown(id)).outcome));
    expect(outcomes.filter((outcome) => outcome === 'granted')).toHaveLength(1);
  });

  test('counts where a clerk has seen the licence, until the day that he read there', async () => {
    const licence = { document: '食品经营许可证 JY1350102', until: '2026-08-12' };
    const id = await one.accepted(renewal(end), { licence });
    const { document, until } = licence;
    expect((await one.shown(id)).licence).toMatchObject({ until, seen: { by: 'window', document } });
    await tickedAt(one.world, '2026-08-12T17:00:00Z');
    expect(await one.shown(id)).toMatchObject({ status: 'decided', outcome: 'granted' });
  });

  test('is no grant where the licence that was seen had ended, or has no end', async () => {
    const ended = await one.accepted(renewal(end), { licence: { document: '旧证', until: '2026-08-01' } });
    const endless = await one.accepted(renewal(end), { licence: { document: '长期证' } });
    await tickedAt(one.world, after);
    expect([(await one.shown(ended)).status, (await one.shown(endless)).status]).toEqual(['accepted', 'accepted']);
    await refusedBySilence(endless);
  });

  test('is no grant once the licence was given up', async () => {
    await one.granted();
    await one.granted({ situation: '注销' });
    expect((await one.shown(await one.accepted(renewal(end)))).licence).toBeUndefined();
  });

  test('is taken on no licence in a first application', async () => {
    const id = await one.submitted();
    const body = { licence: { document: '旧证', until: end } };
    expect(outline(await one.world.send(cases.accept(id, { body })))).toBe('400 no-licence-asked');
  });
});

test('a renewal handed in later than thirty days before the end is handled, and silence renews nothing (行政许可法 art. 50)', async () => {
  const items = [
    itemOf({ key: 'licence', situations: ['新办', '延续'], result: { ...itemOf().result, validity: '60d' } }),
  ];
  await cases.publish(one.world, { ...cases.publication, items, ...cases.groundFor('licence') });
  const first = await one.granted();
  one.world.clock.now = new Date('2026-09-03T01:00:00Z');
  const id = await one.accepted(renewal('2026-10-02'));
  await tickedAt(one.world, '2026-10-09T01:00:00Z');
  expect((await one.shown(id)).status).toBe('accepted');
  expect(await findings(id)).not.toContain('renewed-by-silence');
  expect((await one.shown(id)).licence.grantedIn).toBe(first);
});
