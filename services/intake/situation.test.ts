import { beforeEach, describe, expect, test } from 'vitest';
import * as cases from '../../test/support/intake.ts';
import { people, type Answer } from '../../test/support/intake.ts';
import { licences, renewal } from '../../test/support/licences.ts';
import { outline } from '../../test/support/linked.ts';

let one: Awaited<ReturnType<typeof licences>>;
beforeEach(async () => {
  one = await licences();
});
const faults = ({ status, body }: Answer) => [
  status,
  ...(body.errors ?? []).map((one: { pointer: string; code: string }) => `${one.pointer} ${one.code}`),
];

const forward = (id: string, itemKey: string) =>
  one.world.send(cases.act(id, 'forward', { actor: people.approver, body: { itemKey, why: '属卫健权限' } }));

describe('a situation', () => {
  test.each([
    [
      'one that the item does not have',
      { itemKey: 'first-only', ...renewal('2026-09-01') },
      '/situation situation-unknown',
    ],
    ['a renewal that does not say when the licence ends', { situation: '延续' }, '/expiresOn expiry-missing'],
    [
      'the end of a licence without a renewal',
      { situation: '变更', expiresOn: '2026-09-01' },
      '/expiresOn expiry-not-asked',
    ],
  ])('is refused where it is %s, and nothing is begun', async (_, body, fault) => {
    const rows = one.table.rows().length;
    expect(faults(await one.begin(body))).toEqual([400, fault]);
    expect(one.table.rows()).toHaveLength(rows);
  });

  test.each([
    ['has ended', '2026-08-02', '/expiresOn expiry-past'],
    ['ended years ago', '2020-01-01', '/expiresOn expiry-past'],
    ['ends in more than a year', '2027-08-05', '/expiresOn expiry-far'],
    ['ends in a thousand years', '3026-08-05', '/expiresOn expiry-far'],
  ])('of a licence that %s is no renewal to begin', async (_, expiresOn, fault) => {
    expect(faults(await one.begin(renewal(expiresOn)))).toEqual([400, fault]);
  });

  test('of a licence that has ended since the draft was begun is not handed in as a renewal', async () => {
    const { id } = (await one.begin(renewal('2026-08-03'))).body;
    one.world.clock.now = new Date('2026-08-03T16:00:00Z');
    expect(faults(await one.world.send(cases.submit(id)))).toEqual([400, '/expiresOn expiry-past']);
  });

  test.each(['2026-08-03', '2027-08-04'])('of a licence that ends on %s is', async (expiresOn) => {
    await one.submitted(renewal(expiresOn));
  });

  test('goes with a case to another office where that has it, and the end of the licence with it', async () => {
    const id = await one.accepted(renewal('2026-09-01'));
    expect(outline(await forward(id, 'far'))).toBe('200 decided');
    const { forwardedTo } = await one.shown(id);
    expect(await one.shown(forwardedTo)).toMatchObject({ status: 'submitted', ...renewal('2026-09-01') });
  });

  test('becomes a first application at an office that renews nothing; none becomes a renewal by the way', async () => {
    const [id, other] = [await one.accepted(renewal('2026-09-01')), await one.accepted()];
    await forward(id, 'far-first-only');
    const went = await one.shown((await one.shown(id)).forwardedTo);
    expect([went.situation, went.expiresOn]).toEqual(['新办', undefined]);
    expect(outline(await forward(other, 'renewals-only'))).toBe('409 no-successor');
  });
});
