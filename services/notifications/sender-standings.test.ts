import { describe, expect, test } from 'vitest';
import { fakeTable } from '#shared/table.fake';
import { senderStandings } from './sender-standings.ts';
import { countedOf, standingStore } from './stores/standings.ts';

const providers = ['aliyun', 'tencent'];
const at = new Date('2026-08-03T02:00:30Z');
const counted = { provider: 'aliyun', at, tookMs: 100 };

function opened() {
  const [table, clock] = [fakeTable(), { at }];
  const store = standingStore(table);
  const standings = senderStandings(store, { now: () => clock.at, forMs: 5000 });
  const seen = async () => (await store.seen(providers, new Date('2026-08-03T02:01:00Z'))).minute['aliyun'];
  return { table, clock, store, standings, seen };
}

describe('what the sender knows of providers', () => {
  test('is counted for a batch at once, each answer once', async () => {
    const { table, standings, seen } = opened();
    for (let n = 0; n < 9; n++) standings.note(countedOf({ is: 'sent' }, counted));
    standings.note(countedOf({ is: 'silent', code: 'no-answer' }, { ...counted, tookMs: 2001 }));
    await standings.count();
    await standings.count();
    expect(await seen()).toEqual({ asked: 10, errors: 1, slow: 1 });
    expect(table.calls.filter((call) => call === 'UpdateItem')).toHaveLength(3);
  });

  test('is looked at again after some seconds, and at once where it could not be read', async () => {
    const { table, clock, store, standings } = opened();
    const before = await standings.of(providers);
    const moved = { ...before, version: 2, shares: { aliyun: 40, tencent: 60 }, changedAt: at, from: 'aliyun' };
    await store.save({ standing: moved, why: 'errors' }, before, at);
    expect(await standings.of(providers)).toEqual(before);
    clock.at = new Date(at.getTime() + 5000);
    expect(await standings.of(providers)).toMatchObject({ shares: { aliyun: 40, tencent: 60 } });

    const torn: Pick<typeof store, 'of' | 'count'> = { ...store, of: () => Promise.reject(new Error('not read')) };
    const broken = senderStandings(torn, { now: () => at, forMs: 5000 });
    await expect(broken.of(providers)).rejects.toThrow('not read');
    torn.of = (all) => store.of(all);
    expect(await broken.of(providers)).toMatchObject({ version: 2 });
    expect(table.calls.filter((call) => call === 'GetItem')).toHaveLength(3);
  });
});
