import { describe, expect, test } from 'vitest';
import { mortal } from '../../test/support/mortal.ts';
import { openSending, reachable } from '../../test/support/sending.ts';
import { fc } from '../../test/support/property.ts';
import { fakeProvider, type Fault } from './sending/provider.fake.ts';

const now = () => new Date('2026-08-03T02:00:00Z');
const aliyun = () => fakeProvider('aliyun', { at: now });

describe('sending', () => {
  test('hands a notice over once, though its message comes twice', async () => {
    const provider = aliyun();
    const world = openSending({ providers: [provider.provider] });
    const id = await world.tell();
    await world.settle();
    await world.again();
    expect(provider.sent.map(({ reference, to }) => [reference, to])).toEqual([[`${id}.1`, '+8613800000001']]);
    expect((await world.notice(id)).deliveries).toMatchObject([{ state: 'sent', providerRef: 'aliyun-1', tries: 1 }]);
    expect(await world.deps.notices.sentAs('aliyun', 'aliyun-1')).toEqual({ noticeId: id, n: 1 });
  });

  const deaths = [1, 2, 3, 4].flatMap((writes) => [false, true].map((done) => ({ writes, done })));
  test.each(deaths)('killed at write $writes (made: $done) it neither loses nor doubles', async ({ writes, done }) => {
    const provider = aliyun();
    const world = openSending({ providers: [provider.provider] });
    const id = await world.tell();
    await world.deliver(mortal(world.table, writes, done));
    await world.settle();
    for (const minutes of [1, 5, 30]) await world.pass(minutes);
    expect(provider.sent.map(({ reference }) => reference)).toEqual([`${id}.1`]);
    expect(['sent', 'delivered']).toContain((await world.notice(id)).deliveries[0]?.state);
  });

  test('killed before it is written down it has begun nothing: its message comes again, and no minute is waited for', async () => {
    const provider = aliyun();
    const world = openSending({ providers: [provider.provider] });
    const id = await world.tell();
    const dying = { ...world.table, count: () => Promise.reject(new Error('killed')) };
    await world.deliver(dying);
    expect(await world.notice(id)).toMatchObject({ version: 1, deliveries: [{ state: 'created', tries: 0 }] });
    await world.settle();
    expect(provider.sent.map(({ reference }) => reference)).toEqual([`${id}.1`]);
  });

  test('what it takes to be sent is read before it is written down, so that nothing stands between that and its provider', async () => {
    const provider = aliyun();
    const world = openSending({ providers: [provider.provider] });
    await world.tell();
    const before = world.table.calls.length;
    await world.settle();
    expect(world.table.calls.slice(before)).toEqual([
      'GetItem',
      'UpdateItem',
      'TransactWriteItems',
      'TransactWriteItems',
      // How its provider does is counted at the end, for the whole batch.
      'UpdateItem',
    ]);
  });

  test('property: whatever strikes, and however often, a notice is handed over at most once, and in the end it is', async () => {
    const strikes = fc.array(fc.constantFrom<Fault>('before', 'after', 'killed-before', 'killed-after'), {
      maxLength: 6,
    });
    await fc.assert(
      fc.asyncProperty(strikes, fc.nat({ max: 5 }), fc.boolean(), async (faults, writes, done) => {
        const provider = aliyun();
        const world = openSending({ providers: [provider.provider] });
        const id = await world.tell();
        provider.fail(...faults);
        await world.deliver(writes === 0 ? world.table : mortal(world.table, writes, done));
        await world.settle();
        for (let hour = 0; hour < 16; hour++) await world.pass(60);
        expect(provider.sent.map(({ reference }) => reference)).toEqual([`${id}.1`]);
        expect(['sent', 'delivered']).toContain((await world.notice(id)).deliveries[0]?.state);
      }),
      { numRuns: 60 },
    );
  });

  test('property: killed again and again until its message is a dead letter, at whichever try, it is told anew and sent once', async () => {
    const fate = fc.constantFrom<Fault | 'dead-letter'>('dead-letter', 'killed-before', 'killed-after', 'after');
    const fates = fc.array(fc.tuple(fate, fc.integer({ min: 1, max: 61 })), { minLength: 1, maxLength: 8 });
    await fc.assert(
      fc.asyncProperty(fates, async (all) => {
        const provider = aliyun();
        const world = openSending({ providers: [provider.provider] });
        const id = await world.tell();
        for (const [one, minutes] of all) {
          if (one === 'dead-letter') world.lose();
          else {
            provider.fail(one);
            await world.deliver();
            provider.heal();
          }
          await world.tick(minutes);
        }
        for (let minutes = 0; minutes < 3 * 60; minutes += 10) await world.pass(10);
        expect(provider.sent.map(({ reference }) => reference)).toEqual([`${id}.1`]);
        expect(['sent', 'delivered']).toContain((await world.notice(id)).deliveries[0]?.state);
      }),
      { numRuns: 60 },
    );
  });

  test('a provider that cannot be asked is sent the same again under the same reference', async () => {
    const provider = fakeProvider('mail', { asks: false });
    const world = openSending({ providers: [provider.provider] });
    const id = await world.tell();
    provider.fail('after');
    await world.settle();
    await world.pass(1);
    expect(provider.sent.map(({ reference }) => reference)).toEqual([`${id}.1`, `${id}.1`]);
  });

  test('one that is away is left for another at once, each is asked twice, and then both are tried again in a minute', async () => {
    const [first, second] = [aliyun(), fakeProvider('tencent', { at: now })];
    const world = openSending({ providers: [first.provider, second.provider] });
    const away = { is: 'away', code: 'busy' } as const;
    for (const one of [first, second]) one.fail(away, away);
    const id = await world.tell();
    await world.settle();
    expect((await world.notice(id)).deliveries).toMatchObject([{ state: 'sending', tries: 4, failure: 'busy' }]);
    for (const one of [first, second]) one.heal();
    await world.pass(1);
    expect([...first.sent, ...second.sent]).toHaveLength(1);
    expect((await world.notice(id)).deliveries).toMatchObject([{ state: 'sent', tries: 5 }]);
  });

  test('what nobody can be reached by falls to the next way: a task, which stands in the list of the district', async () => {
    const provider = aliyun();
    const world = openSending({ providers: [provider.provider], contact: reachable({ addresses: [] }) });
    const id = await world.tell();
    await world.settle();
    expect((await world.notice(id)).deliveries).toMatchObject([
      { channel: 'sms', state: 'permanent-failure', failure: 'no-address' },
      { channel: 'task', state: 'sent' },
    ]);
    const { rows } = await world.table.query({ index: 'index2', partition: 'TASKS#gulou' });
    expect(rows.map((row) => row['id'])).toEqual([id]);
  });

  test('waits for the morning where it is quiet, and does not where it is urgent', async () => {
    const provider = aliyun();
    const world = openSending({ providers: [provider.provider], start: '2026-08-03T15:30:00Z' });
    await world.tell();
    const urgent = await world.tell({ urgent: true });
    await world.settle();
    expect(provider.sent.map(({ reference }) => reference)).toEqual([`${urgent}.1`]);
    await world.pass(8 * 60 + 29);
    expect(provider.sent).toHaveLength(1);
    await world.pass(1);
    expect(provider.sent).toHaveLength(2);
  });

  test('sends fifty of one template a day to a number, and the next on the morning after', async () => {
    const provider = aliyun();
    const world = openSending({ providers: [provider.provider], start: '2026-08-03T02:00:00Z' });
    for (let n = 0; n < 51; n++) await world.tell();
    await world.settle();
    expect(provider.sent).toHaveLength(50);
    expect(world.table.rows().filter(({ pk }) => String(pk).includes('1380000'))).toEqual([]);
    await world.pass(22 * 60);
    expect(provider.sent).toHaveLength(51);
  });

  test('moves shares from a provider that fails, each change with its reason', async () => {
    const [first, second] = [aliyun(), fakeProvider('tencent', { at: now })];
    const world = openSending({ providers: [first.provider, second.provider] });
    for (let n = 0; n < 140; n++) first.fail({ is: 'away', code: 'busy' });
    for (let n = 0; n < 140; n++) await world.tell({ partyId: `p_${n}`, template: { key: `t${n}`, edition: 'x' } });
    await world.settle();
    expect(second.sent).toHaveLength(140);
    await world.pass(1);
    await world.judge();
    expect(await world.deps.standings.of(['aliyun', 'tencent'])).toMatchObject({ shares: { aliyun: 40, tencent: 60 } });
    expect(await world.deps.standings.history(10)).toMatchObject([{ why: 'errors', from: 'aliyun' }]);
  });
});
