import { randomUUID } from 'node:crypto';
import { beforeEach, describe, expect, test } from 'vitest';
import { shippedCalendars } from '#shared/calendars';
import { Conflict } from '#shared/conflict';
import type { Table } from '#shared/table';
import { engineForTests } from '../../../test/support/engine-table.ts';
import { acting, at } from '../acting.fake.ts';
import { applicationOf } from '../cases.fake.ts';
import { begin, choose, download } from '../domain/delivery/act.ts';
import { confirm, pushDecision, report, warnUnconfirmed, type PushChange } from '../domain/push/push.ts';
import { deliveryStore } from './deliveries.ts';
import { diaryStore } from './diary.ts';
import { pushStore } from './pushes.ts';

const engine = engineForTests();

const now = at('08-03 09:00');
const cause = (name: string) => ({
  at: now,
  actor: { sub: name, kind: 'service', partyId: 'none' } as const,
  office: 'gulou/amr',
  correlationId: 'c',
  causationId: 'c',
  mark: { kind: 'message', key: `${name}#${randomUUID()}` } as const,
});
const publisher = { service: 'intake', district: 'gulou', newId: () => randomUUID() };
const decided = (hour: number) =>
  applicationOf({ id: randomUUID(), state: 'decided', outcome: 'granted', decidedAt: at(`08-03 0${hour}:00`) });
const page = { limit: 2, after: undefined };
const { by } = acting(undefined);

/** What the clock finds due by the end of the year: of which kind, and when. */
async function dueIn(table: Table): Promise<string[]> {
  const diary = diaryStore(table);
  const found = await Promise.all(diary.placesFrom('2026-08-03', now).map((place) => diary.standing(place, undefined)));
  return found.flatMap(({ entries }) => entries.map(({ kind, at: due }) => `${kind} ${due?.toISOString()}`));
}

describe.each(engine.tables)('deliveries over %s', (_, create) => {
  let table: Table;
  let store: ReturnType<typeof deliveryStore>;
  beforeEach(async () => {
    table = await create();
    store = deliveryStore(table, publisher);
  });
  const begun = async (hour = 1) => {
    const change = begin(decided(hour), 'gulou');
    await store.save(change, shippedCalendars, cause('begin'));
    return change.delivery.caseId;
  };
  async function there(id: string) {
    const found = await store.get(id);
    if (!found) throw new Error('there is a delivery');
    return found;
  }
  async function chosen(id: string) {
    const to = { recipient: '段正淳', phone: '13800000000', text: '鼓楼区' };
    return choose(await there(id), { at: now, by, district: 'gulou', body: { way: 'post', address: to } });
  }

  test('begin once, stand in their list and in the diary, and tell of it', async () => {
    const id = await begun();
    expect(await store.get(id)).toMatchObject({ caseId: id, version: 1, state: 'due' });
    expect(await dueIn(table)).toEqual(['DELIVERY 2026-08-17T15:59:59.999Z']);
    const again = begin({ ...decided(1), id }, 'gulou');
    await expect(store.save(again, shippedCalendars, cause('again'))).rejects.toBeInstanceOf(Conflict);
  });

  test('keep where post goes apart from the record, and each act in a timeline that is chained', async () => {
    const id = await begun();
    await store.save(await chosen(id), shippedCalendars, cause('choose'));
    expect(await store.address(id)).toEqual({ recipient: '段正淳', phone: '13800000000', text: '鼓楼区' });
    expect(JSON.stringify(await store.get(id))).not.toContain('段正淳');
    expect(await store.timeline(id)).toMatchObject([
      { act: 'begin', actor: 'begin' },
      { act: 'choose', actor: 'choose', onBehalfOf: 'p_company' },
    ]);
    expect(await store.address(await begun())).toBeUndefined();
  });

  test('that two change at once are changed by one, with nothing left of the other', async () => {
    const id = await begun();
    const change = await chosen(id);
    const both = await Promise.allSettled(
      ['one', 'two'].map((name) => store.save(change, shippedCalendars, cause(name))),
    );
    expect(both.map(({ status }) => status).toSorted()).toEqual(['fulfilled', 'rejected']);
    expect(await store.timeline(id)).toHaveLength(2);
    expect((await store.get(id))?.version).toBe(2);
  });

  test('are listed by department and state, the oldest decision first, page by page', async () => {
    const [third, first, second] = [await begun(3), await begun(1), await begun(2)];
    const taken = download(await there(second), { at: now, by, district: 'gulou', body: undefined });
    await store.save(taken, shippedCalendars, cause('download'));
    const { items, nextCursor } = await store.list({ department: 'amr', state: 'due' }, { ...page, limit: 9 });
    expect([items.map(({ caseId }) => caseId), nextCursor]).toEqual([[first, third], null]);
    const one = await store.list({ department: 'amr', state: 'due' }, { ...page, limit: 1 });
    expect([one.items.map(({ caseId }) => caseId), one.nextCursor !== null]).toEqual([[first], true]);
    expect((await store.list({ department: 'health', state: 'due' }, page)).items).toEqual([]);
  });

  test('are put elsewhere in the diary only by who saw what is there now', async () => {
    const id = await begun();
    const is = { at: at('08-20 09:00') };
    await expect(store.look({ caseId: id, version: 2 }, is, now)).rejects.toBeInstanceOf(Conflict);
    await store.look({ caseId: id, version: 1 }, is, now);
    expect(await dueIn(table)).toEqual(['DELIVERY 2026-08-20T01:00:00.000Z']);
    await store.look({ caseId: id, version: 1 }, undefined, now);
    expect(await dueIn(table)).toEqual([]);
  });
});

describe.each(engine.tables)('decisions pushed, over %s', (_, create) => {
  let table: Table;
  let store: ReturnType<typeof pushStore>;
  beforeEach(async () => {
    table = await create();
    store = pushStore(table, publisher);
  });
  const saved = async (change: PushChange | undefined) => {
    if (!change) throw new Error('a grant is pushed');
    await store.save(change, shippedCalendars, cause(change.act));
    const found = await store.get('any', change.push.caseId);
    if (!found) throw new Error('it was saved');
    return found;
  };
  const to = { district: 'gulou', supervisingBody: 'health', holder: undefined, calendar: shippedCalendars };
  const pushed = (hour = 1) => saved(pushDecision(decided(hour), to));

  const ids = async (state: 'pushed' | 'reported') =>
    (await store.list({ body: 'health', state }, page)).items.map(({ caseId }) => caseId);

  test('are seen by the body that supervises, and are not there for another', async () => {
    const { caseId } = await pushed();
    expect(await store.get(['health'], caseId)).toMatchObject({ version: 1, state: 'pushed' });
    expect(await store.get(['amr'], caseId)).toBeUndefined();
    expect(await store.get('any', randomUUID())).toBeUndefined();
  });

  test('go from list to list, the oldest decision first, and leave the diary once they are confirmed', async () => {
    const [second, first] = [await pushed(2), await pushed(1)];
    expect(await ids('pushed')).toEqual([first.caseId, second.caseId]);
    expect(await dueIn(table)).toEqual(Array(2).fill('PUSH 2026-08-10T15:59:59.999Z'));
    const confirmed = await saved(confirm(first, { at: now, by, calendar: shippedCalendars }));
    expect(await dueIn(table)).toHaveLength(1);
    await saved(report(confirmed, { at: now, by, text: '已纳入监管', calendar: shippedCalendars }));
    expect([await ids('pushed'), await ids('reported')]).toEqual([[second.caseId], [first.caseId]]);
  });

  test('are told of as late once, by a finding in the same transaction', async () => {
    const found = await pushed();
    const late = await saved(warnUnconfirmed(found));
    expect([late.warned, await dueIn(table)]).toEqual([true, []]);
    const finding = await table.get({ pk: `FINDING#${found.caseId}-2-receipt-overdue`, sk: 'REC' });
    expect(finding).toMatchObject({ rule: 'receipt-overdue', department: 'health' });
    await expect(saved(warnUnconfirmed(found))).rejects.toBeInstanceOf(Conflict);
  });

  test('are confirmed by one of two at once', async () => {
    const change = confirm(await pushed(), { at: now, by, calendar: shippedCalendars });
    const both = await Promise.allSettled(
      ['one', 'two'].map((name) => store.save(change, shippedCalendars, cause(name))),
    );
    expect(both.map(({ status }) => status).toSorted()).toEqual(['fulfilled', 'rejected']);
  });
});
