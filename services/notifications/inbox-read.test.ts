import { beforeEach, describe, expect, test } from 'vitest';
import { fakeTable } from '#shared/table.fake';
import { applicantActor, staffActor } from '../../test/support/actors.ts';
import { uuid } from '../../test/support/facts.ts';
import { gatewayEvent, lambdaContext, type Request } from '../../test/support/gateway-event.ts';
import { factsOfCase, notificationsOver, warningGiven } from '../../test/support/inbox.ts';
import { mergeFact } from '../../test/support/parties.ts';
import { sqsEvent } from '../../test/support/sqs-event.ts';
import { fc } from '../../test/support/property.ts';

let table: ReturnType<typeof fakeTable>;
let service: ReturnType<typeof notificationsOver>;
const clock = { now: '' };
beforeEach(() => {
  [table, clock.now] = [fakeTable(), '2026-08-03T02:00:00Z'];
  service = notificationsOver(table, () => new Date(clock.now));
});

const company = applicantActor('company', { kind: 'organisation' });
let keys = 0;
const ask = async (path: string, request: Partial<Request> = {}) => {
  keys += 1;
  const headers = { 'Idempotency-Key': `key-${keys}` };
  const about = { path: `/notifications/inbox${path}`, actor: company, headers, ...request };
  const { statusCode, body } = await service.handle(gatewayEvent(about), lambdaContext);
  return { status: statusCode, body: JSON.parse(body) };
};
const post = (path: string, request: Partial<Request> = {}) => ask(path, { method: 'POST', body: {}, ...request });
const count = async (request: Partial<Request> = {}) => (await ask('/unread-count', request)).body;
const hear = (...facts: Parameters<typeof sqsEvent>) => service.consume(sqsEvent(...facts));
const submitted = (n: number) => uuid(n * 16, 2);
const head = (name: string) => ({ actor: staffActor('head', { department: 'amr' }, name) });

describe('a line', () => {
  test('is read once, and twice is the same; when, stands with it', async () => {
    await hear(...factsOfCase(1, ['submitted']));
    expect((await ask('')).body.items).toMatchObject([{ read: false, link: `/intake/applications/${uuid(1, 1)}` }]);
    expect((await post(`/${submitted(1)}/read`)).status).toBe(200);
    clock.now = '2026-08-03T03:00:00Z';
    expect((await post(`/${submitted(1)}/read`)).status).toBe(200);
    expect((await ask('')).body.items).toMatchObject([{ read: true, readAt: '2026-08-03T02:00:00.000Z' }]);
  });

  test('that must be told by law is proved when it is opened, by nothing before, and goes no other way', async () => {
    await hear(...factsOfCase(1, ['submitted', 'accepted']));
    await post('/read-all');
    const [{ noticeId }] = (await ask('')).body.items;
    expect(await service.deps.notices.load(noticeId)).not.toHaveProperty('proved');
    await post(`/${uuid(17, 2)}/read`);
    expect(await service.deps.notices.load(noticeId)).toMatchObject({
      message: 'accepted',
      readAt: new Date(clock.now),
      proved: { step: 'read', channel: 'inbox', at: new Date(clock.now) },
    });
  });

  test('of somebody else is not there to be read', async () => {
    await hear(...factsOfCase(1, ['submitted']));
    const stranger = { actor: applicantActor('stranger') };
    expect((await post(`/${submitted(1)}/read`, stranger)).status).toBe(404);
    expect((await post('/read-all', stranger)).status).toBe(200);
    expect([await count(stranger), await count()]).toEqual([
      { count: 0, more: false },
      { count: 1, more: false },
    ]);
  });

  test('that was told to two ids of one party counts once, and is read under both', async () => {
    const [fact] = factsOfCase(1, ['submitted']);
    if (!fact) throw new Error('there is no fact');
    await hear({ ...fact, data: { ...fact.data, heldBy: 'p_founder' } });
    await hear(mergeFact(1, ['p_company', 'p_founder'], 'merged'));
    expect(await count()).toEqual({ count: 1, more: false });
    await post(`/${submitted(1)}/read`);
    await hear(mergeFact(1, ['p_company', 'p_founder'], 'undone'));
    const founder = { actor: applicantActor('founder', { partyId: 'p_founder' }) };
    expect([await count(), await count(founder)]).toEqual([
      { count: 0, more: false },
      { count: 0, more: false },
    ]);
  });

  test('of a post is read for all who hold it', async () => {
    await hear(warningGiven(1), warningGiven(2));
    expect(await count(head('one'))).toEqual({ count: 2, more: false });
    await post(`/${uuid(1, 4)}/read`, head('one'));
    expect(await count(head('two'))).toEqual({ count: 1, more: false });
    expect((await ask('', { ...head('two'), query: { unread: 'true' } })).body.items).toMatchObject([
      { id: uuid(2, 4) },
    ]);
    const other = { actor: staffActor('head', { department: 'health' }) };
    expect((await post(`/${uuid(2, 4)}/read`, other)).status).toBe(404);
  });
});

test('more than 99 are counted as more, and read all at once; what comes later is unread', async () => {
  for (let n = 1; n <= 101; n++) await hear(...factsOfCase(n, ['submitted']));
  expect(await count()).toEqual({ count: 99, more: true });
  expect((await post('/read-all')).body).toEqual({ status: 'read', more: false });
  expect(await count()).toEqual({ count: 0, more: false });
  // It happened before all was read, and comes after.
  await hear(...factsOfCase(200, ['submitted']));
  expect(await count()).toEqual({ count: 1, more: false });
});

test('after twelve months a line is gone from list, count and reach, whether the table has let go of it or not; what was counted stays', async () => {
  await hear(...factsOfCase(1, ['submitted', 'accepted']));
  clock.now = '2027-08-03T01:00:30.000Z';
  expect((await ask('')).body.items.map(({ message }: { message: string }) => message)).toEqual(['accepted']);
  expect([(await count()).count, (await post(`/${submitted(1)}/read`)).status]).toEqual([1, 404]);
  const rows = table.rows();
  const line = rows.find(({ sk }) => String(sk).endsWith(submitted(1)));
  expect(new Date(Number(line?.['expiresAt']) * 1000)).toEqual(new Date('2027-08-03T01:00:00Z'));
  const told = rows.filter(({ pk }) => String(pk).startsWith('TOLD#2026-08-03#'));
  expect(told.map(({ sk, told: n, expiresAt }) => [sk, n, expiresAt])).toEqual(
    expect.arrayContaining([
      ['gulou#submitted', 1, undefined],
      ['gulou#accepted', 1, undefined],
    ]),
  );
});

test('property: whatever is read in whatever order, the unread ones are all but those, and each is counted', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.subarray([1, 2, 3, 4, 5, 6], { minLength: 0 }),
      fc.integer({ min: 1, max: 4 }),
      async (opened, limit) => {
        table = fakeTable();
        service = notificationsOver(table, () => new Date(clock.now));
        for (let n = 1; n <= 6; n++) await hear(...factsOfCase(n, ['submitted'], n % 2 ? 'p_company' : 'p_old'));
        await hear(mergeFact(1, ['p_company', 'p_old'], 'merged'));
        for (const n of opened) await post(`/${submitted(n)}/read`);
        const found: string[] = [];
        for (let cursor: string | null = ''; cursor !== null;) {
          const query = { unread: 'true', limit: String(limit), ...(cursor && { cursor }) };
          const { body } = await ask('', { query });
          found.push(...body.items.map(({ id }: { id: string }) => id));
          cursor = body.nextCursor;
        }
        const left = [1, 2, 3, 4, 5, 6].filter((n) => !opened.includes(n)).map(submitted);
        expect([new Set(found), found.length]).toEqual([new Set(left), left.length]);
        expect((await count()).count).toBe(left.length);
      },
    ),
    { numRuns: 25 },
  );
});
