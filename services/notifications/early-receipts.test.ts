import { describe, expect, test } from 'vitest';
import { httpHandler } from '#shared/http';
import { gatewayEvent, lambdaContext } from '../../test/support/gateway-event.ts';
import { notificationsOver } from '../../test/support/inbox.ts';
import { mortal } from '../../test/support/mortal.ts';
import { openSending, reachable } from '../../test/support/sending.ts';
import { routes } from './api.ts';
import { fakeProvider } from './sending/provider.fake.ts';
import type { Provider } from './sending/provider.ts';

const at = new Date('2026-08-03T02:00:00Z');
const receiptKey = 'the key at the end of the address of receipts';
const ids = { secretId: 'id', secretKey: 'secret', accessKeyId: 'id', accessKeySecret: 'secret' };
const agreed = JSON.stringify({ ...ids, sdkAppId: '1', signName: '榕易办', receiptKey, templates: {} });

/** What each house says of a message: Tencent by its own id, Aliyun by our reference. */
const reports = {
  tencent: ({ ref, arrived }: Told) => [
    { sid: ref, report_status: arrived ? 'SUCCESS' : 'FAIL', errmsg: 'UNREACHABLE_NUMBER' },
  ],
  aliyun: ({ reference, arrived }: Told) => [
    { out_id: reference, success: arrived, err_code: 'MOBILE_NOT_ON_SERVICE' },
  ],
};
interface Told {
  ref: string;
  reference: string;
  arrived: boolean;
}

/** A provider whose report of a message is there before its own answer is. */
function hastyWorld(key: keyof typeof reports, { arrived = true, times = 1 } = {}) {
  const fake = fakeProvider(key, { at: () => at });
  const provider: Provider = {
    ...fake.provider,
    ...(key === 'tencent' && { tellsByOwnId: true }),
    async send(message) {
      const said = await fake.provider.send(message);
      const ref = `${key}-${fake.sent.length}`;
      for (let n = 0; n < times; n++) {
        expect(await report(reports[key]({ ref, reference: message.reference, arrived }))).toBe(200);
      }
      return said;
    },
  };
  const confirmedAt = new Date('2026-01-01');
  const [address] = reachable().addresses;
  const contact = reachable({ addresses: address ? [{ ...address, confirmedAt }] : [] });
  const world = openSending({ providers: [provider], contact });
  const { deps } = notificationsOver(world.table, world.now);
  const handle = httpHandler(routes, { ...deps, providerSecret: async () => agreed });
  const report = async (body: object, used = receiptKey) => {
    const path = `/notifications/public/receipts/${key}`;
    const event = { ...gatewayEvent({ method: 'POST', path, query: { key: used } }), body: JSON.stringify(body) };
    return (await handle(event, lambdaContext)).statusCode;
  };
  const early = () => world.table.rows().filter(({ pk }) => String(pk).startsWith('EARLY#'));
  return { world, report, early, sent: fake.sent };
}

describe('a receipt that overtakes the answer of its provider', () => {
  test.each(['tencent', 'aliyun'] as const)('of %s proves the delivery, which counts as served', async (key) => {
    const { world, early, sent } = hastyWorld(key, { times: 2 });
    const id = await world.tell();
    await world.settle();
    const { deliveries, proved } = await world.notice(id);
    expect(deliveries).toMatchObject([{ state: 'delivered', providerRef: `${key}-1`, confirmed: true, tries: 1 }]);
    expect(proved).toMatchObject({ step: 'delivered', counts: true });
    expect(sent).toHaveLength(1);
    expect(early()).toEqual([]);
  });

  test.each(['tencent', 'aliyun'] as const)('of %s that nobody is there sends it on by the next way', async (key) => {
    const { world, early } = hastyWorld(key, { arrived: false });
    const id = await world.tell();
    await world.settle();
    expect((await world.notice(id)).deliveries).toMatchObject([
      { channel: 'sms', state: 'permanent-failure' },
      { channel: 'task', state: 'sent' },
    ]);
    expect(early()).toEqual([]);
  });

  const deaths = [1, 2, 3, 4, 5].flatMap((writes) => [false, true].map((done) => ({ writes, done })));
  test.each(deaths)(
    'is not lost where the sender is killed at write $writes (made: $done)',
    async ({ writes, done }) => {
      const { world, early, sent } = hastyWorld('tencent');
      const id = await world.tell();
      await world.deliver(mortal(world.table, writes, done));
      await world.settle();
      for (const minutes of [1, 60]) await world.pass(minutes);
      expect((await world.notice(id)).deliveries).toMatchObject([{ state: 'delivered' }]);
      expect(sent).toHaveLength(1);
      expect(early()).toEqual([]);
    },
  );
});

test('a receipt of a message that never becomes ours is let go after an hour, and counted for the alarm', async () => {
  const { world, report, early } = hastyWorld('tencent');
  const body = reports.tencent({ ref: 'of somebody else', reference: '', arrived: true });
  for (const again of [1, 2]) expect([again, await report(body)]).toEqual([again, 200]);
  expect(await world.tick(59)).toMatchObject({ ReceiptsUnknown: 0 });
  expect(early()).toHaveLength(2);
  expect(await world.tick(1)).toMatchObject({ ReceiptsUnknown: 1 });
  expect(early()).toEqual([]);
});

test('a forged receipt is refused and not kept, whatever it speaks of', async () => {
  const { report, early } = hastyWorld('tencent');
  expect(await report(reports.tencent({ ref: 'x', reference: '', arrived: true }), 'guessed')).toBe(403);
  expect(early()).toEqual([]);
});
