import { expect, test } from 'vitest';
import type { Page, Publisher } from './publishers.ts';
import { chosen, walk } from './walk.ts';

const of = (service: string, set: string): Publisher => ({ service, set, functionName: `banshi-${set}-${service}` });
const publishers = [of('intake', 'fuzhou'), of('notifications', 'fuzhou'), of('intake', 'gulou')];

test('a set, a service or both narrow the publishers down', () => {
  expect(chosen(publishers, { days: [] })).toEqual(publishers);
  expect(chosen(publishers, { days: [], set: 'gulou' })).toEqual([of('intake', 'gulou')]);
  expect(chosen(publishers, { days: [], service: 'intake' })).toHaveLength(2);
  expect(() => chosen(publishers, { days: [], set: 'jinan' })).toThrow('there is: intake of fuzhou');
  expect(() => chosen([], { days: [] })).toThrow('no publisher is deployed here');
});

test('every shard of every day is walked page by page to its end', async () => {
  const asked: Page[] = [];
  const lines: string[] = [];
  const total = await walk(
    { days: ['2026-11-22', '2026-11-23'], consumer: 'notifications' },
    {
      publishers: [of('intake', 'gulou')],
      say: (line) => lines.push(line),
      async replay(_, page) {
        asked.push(page);
        return page.after ? { sent: 1, after: null } : { sent: 2, after: `last of ${page.shard}` };
      },
    },
  );
  expect(total).toBe(2 * 16 * 3);
  expect(asked).toHaveLength(2 * 16 * 2);
  expect(asked).toContainEqual({ date: '2026-11-22', shard: 'f', consumer: 'notifications', after: 'last of f' });
  expect(lines).toEqual(['2026-11-22', '2026-11-23'].map((day) => `${day}  intake of gulou: 48 sent again`));
});

test('a publisher that fails, or that never comes to an end, stops the walk and says where', async () => {
  const means = { publishers: [of('intake', 'gulou')], say: () => {} };
  const wish = { days: ['2026-11-22'] };
  const failing = walk(wish, { ...means, replay: () => Promise.reject(new Error('the bus took nothing')) });
  await expect(failing).rejects.toThrow(
    '2026-11-22, intake of gulou: the bus took nothing (to go on: --from 2026-11-22)',
  );
  const endless = walk(wish, { ...means, replay: async () => ({ sent: 0, after: 'here' }) });
  await expect(endless).rejects.toThrow('the publisher does not get on');
});
