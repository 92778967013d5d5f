import type { Write } from '#shared/table';
import { beforeEach, describe, expect, test } from 'vitest';
import { staffActor } from '../../test/support/actors.ts';
import { gatewayEvent, lambdaContext } from '../../test/support/gateway-event.ts';
import { factsOfCase, notificationsOver } from '../../test/support/inbox.ts';
import { openSending } from '../../test/support/sending.ts';
import { sqsEvent } from '../../test/support/sqs-event.ts';
import { recordAnswer } from './functions/sending/record-answer.ts';
import { addedUp } from './stores/figures.ts';
import { ownCause } from './functions/own-cause.ts';
import { fakeProvider } from './sending/provider.fake.ts';

const supervisor = staffActor('supervisor', { district: 'gulou' }, 'supervisor');
const ofCity = staffActor('supervisor', { district: 'fuzhou' }, 'of the city');

describe('the figures of notices', () => {
  let world: ReturnType<typeof openSending>;
  let provider: ReturnType<typeof fakeProvider>;
  let service: ReturnType<typeof notificationsOver>;
  beforeEach(() => {
    provider = fakeProvider('aliyun');
    world = openSending({ providers: [provider.provider] });
    service = notificationsOver(world.table, world.now);
  });
  const read = async (query: Record<string, string> = {}, actor = supervisor, headers = {}) => {
    const event = gatewayEvent({ path: '/notifications/figures', actor, query, headers });
    const { statusCode, body, headers: said } = await service.handle(event, lambdaContext);
    const isJson = String(said?.['Content-Type']).includes('json');
    return { status: statusCode, body: isJson ? JSON.parse(body) : body, headers: said };
  };
  const districts = async (...asked: Parameters<typeof read>) =>
    (await read(...asked)).body.items.map(({ district }: { district: string }) => district);
  const delivered = async (id: string) =>
    recordAnswer(
      { known: await world.notice(id), n: 1, answer: { is: 'delivered', at: world.now() } },
      ownCause(world.deps),
      world.deps,
    );

  test('count each delivery once though its message and its receipt come twice, on the day on which it was wanted', async () => {
    const ids = [await world.tell(), await world.tell(), await world.tell()];
    provider.fail('after');
    await world.settle();
    await world.again();
    await world.pass(2);
    for (const id of [ids[1] ?? '', ids[1] ?? '']) await delivered(id);
    const { body } = await read();
    expect(body).toMatchObject({ from: '2026-07-28', to: '2026-08-03' });
    expect(body.items).toEqual([
      {
        day: '2026-08-03',
        channel: 'sms',
        provider: 'aliyun',
        template: 'correcting',
        sent: 3,
        delivered: 2,
        read: 0,
        permanentFailure: 0,
        temporaryFailure: 0,
        technicalFailure: 0,
        handedOver: { within10s: 2, half: 1, ninetyFive: 300 },
      },
    ]);
    expect(body.total).toMatchObject({ sent: 3, delivered: 2 });
  });

  test('count what failed, and what staff had to tell then', async () => {
    provider.fail({ is: 'failed', code: 'x', lasting: 'permanent' });
    await world.tell();
    await world.settle();
    const { body } = await read({ by: 'channel' });
    expect(body.items).toMatchObject([
      { channel: 'sms', sent: 0, permanentFailure: 1, handedOver: { half: null } },
      { channel: 'task', sent: 1, permanentFailure: 0 },
    ]);
  });

  test('count lines of inboxes as a channel of their own, on the legal day on which they were told', async () => {
    await service.consume(sqsEvent(...factsOfCase(1, ['submitted', 'accepted'])));
    const { body } = await read({ by: 'day,channel,template' });
    expect(body.items).toMatchObject([
      { day: '2026-08-03', channel: 'inbox', template: 'accepted', sent: 1, delivered: 1 },
      { day: '2026-08-03', channel: 'inbox', template: 'submitted', sent: 1, delivered: 1 },
    ]);
    expect(body.total.sent).toBe(0);
  });

  test('are those of his own district to whoever has a post there, and of all to whoever has one in the city', async () => {
    await world.tell();
    await world.tell({ district: 'jinan' });
    await world.settle();
    expect(await districts({ by: 'district' })).toEqual(['gulou']);
    expect(await districts({ by: 'district', district: 'jinan' })).toEqual([]);
    expect(await districts({ by: 'district' }, ofCity)).toEqual(['gulou', 'jinan']);
    expect(await districts({ by: 'district', district: 'jinan' }, ofCity)).toEqual(['jinan']);
  });

  test('name no row twice in a transaction that adds to one counter twice', () => {
    const add = { pk: 'TOLD#2026-08-03#0', sk: 'gulou##sms#aliyun#correcting' };
    const put = { put: { pk: 'NOTICE#1', sk: 'REC' } };
    const both: Write[] = [{ add, by: { read: 1 } }, put, { add, by: { read: 1, delivered: 1 } }];
    expect(addedUp(both)).toEqual([put, { add, by: { read: 2, delivered: 1 } }]);
  });

  test('come as a file where that is asked for, and of 31 days at most', async () => {
    await world.tell();
    await world.settle();
    const { body, headers } = await read({ format: 'csv', from: '2026-08-03' });
    expect(headers?.['Content-Disposition']).toBe('attachment; filename="notices-2026-08-03-2026-08-03.csv"');
    expect(body.split('\r\n')[1]).toBe('2026-08-03,,sms,aliyun,correcting,1,0,0,0,0,0,1,1,1');
    expect((await read({}, supervisor, { accept: 'text/csv' })).headers?.['Content-Type']).toMatch(/^text\/csv/);
    expect((await read({ from: '2026-07-04', to: '2026-08-03' })).status).toBe(200);
    expect(await read({ from: '2026-07-03', to: '2026-08-03' })).toMatchObject({
      status: 400,
      body: { code: 'too-long' },
    });
    expect((await read({ by: 'party' })).status).toBe(400);
  });

  const backwards: Record<string, string>[] = [{ from: '2026-08-03', to: '2026-08-02' }, { from: '2026-08-04' }];
  test.each(backwards)(
    'of days that end before they begin are none, and it is said which day is wrong: %o',
    async (days) => {
      const { status, body } = await read(days);
      expect([status, body.errors]).toMatchObject([400, [{ pointer: '?from', code: 'wrong-period' }]]);
    },
  );
});
