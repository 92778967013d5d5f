import { createHash } from 'node:crypto';
import { beforeEach, expect, test } from 'vitest';
import { channelHouse, type House } from '../../test/support/channels.ts';
import { openPayments } from '../../test/support/payments.ts';
import { merchantKeys } from '../../localstack/channels/keys.ts';
import { fakeStatementFiles } from './statement-files.fake.ts';
import { exceptionIdOf } from './functions/exception/exception-id.ts';
import { isAskedAt } from './domain/reconciliation/receive.ts';
import { fetchStatements } from './functions/tick/fetch-statements.ts';

const day = '2026-08-03';
/** Those of the charge list. */
const banks = ['fiscal', 'treasury', 'water'];
const channels = ['alipay', 'unionpay', 'wechat'] as const;
const type = 'payments.reconciliation-changed.v1';
let house: House;
let world: ReturnType<typeof openPayments>;
let files: ReturnType<typeof fakeStatementFiles>;

beforeEach(async () => {
  files = fakeStatementFiles();
  world = openPayments({
    change: (deps) => {
      house = channelHouse(deps.now);
      return { ...deps, channels: house.channels, statementsFrom: day, statementFiles: async () => files };
    },
  });
  await world.openCharges();
});

const turn = async (time: string) => {
  world.clock.now = new Date(time);
  return fetchStatements(world.deps)();
};
const one = (id: string) => world.deps.reconciliations.load(id);
const statesOn = async (on = day) =>
  (await world.deps.reconciliations.ofDay(on)).map(({ channel, merchant, state }) => `${channel}.${merchant} ${state}`);
const missingOf = (channel: string, merchant: string, on = day) =>
  world.deps.exceptions.load(
    exceptionIdOf({ channel, merchant, reconciliationId: `${channel}.${merchant}.${on}`, subject: { kind: 'file' } }),
  );
const ofChannels = (state: string) =>
  channels.flatMap((one) => [...merchantKeys].toSorted().map((m) => `${one}.${m} ${state}`));

test('a day that is over is expected of every channel for each of its merchants, and of every bank that worked', async () => {
  await turn('2026-08-04T01:00:00Z');
  const ofBanks = banks.map((merchant) => `bank.${merchant} awaited`);
  expect(new Set(await statesOn())).toEqual(new Set([...ofChannels('awaited'), ...ofBanks]));
  expect(house.asked).toEqual([]);
  expect(await turn('2026-08-04T01:10:00Z')).toMatchObject({
    StatementsFetched: 0,
    StatementsMissing: 0,
    CalendarUnpublished: 0,
  });
});

test('from ten on each statement is fetched once, kept as it came, and told of', async () => {
  expect(await turn('2026-08-04T02:00:00Z')).toMatchObject({
    StatementsFetched: 12,
    StatementsMissing: 0,
    CalendarUnpublished: 0,
  });
  const found = await one(`wechat.treasury.${day}`);
  expect(found).toMatchObject({
    state: 'received',
    version: 2,
    file: { revision: 1, source: 'channel', by: 'wechat' },
  });
  const kept = files.files.get(found?.file?.key ?? '');
  expect(
    createHash('sha256')
      .update(kept ?? '')
      .digest('hex'),
  ).toBe(found?.file?.sha256);
  expect(kept?.length).toBe(found?.file?.bytes);
  expect(world.facts(type)).toHaveLength(12);
  const asked = house.asked.length;
  expect(await turn('2026-08-04T02:10:00Z')).toMatchObject({
    StatementsFetched: 0,
    StatementsMissing: 0,
    CalendarUnpublished: 0,
  });
  expect([house.asked.length, world.facts(type).length]).toEqual([asked, 12]);
});

test('a file that is broken, or whose address has expired, is asked for once more at once', async () => {
  house.faults.add({ channel: 'wechat', kind: 'statement-broken', times: 1 });
  house.faults.add({ channel: 'alipay', kind: 'link-expired', times: 1 });
  expect(await turn('2026-08-04T02:00:00Z')).toMatchObject({ StatementsFetched: 12 });
});

test('one that stays broken is not taken: it is fetched at the next turn', async () => {
  house.faults.add({ channel: 'wechat', kind: 'statement-broken', times: 2 });
  expect(await turn('2026-08-04T02:00:00Z')).toMatchObject({ StatementsFetched: 11 });
  const stand = (await statesOn()).filter((one) => one.startsWith('wechat'));
  expect(stand.filter((one) => one.endsWith('awaited'))).toHaveLength(1);
  expect(await turn('2026-08-04T02:10:00Z')).toMatchObject({ StatementsFetched: 1 });
});

test('a statement that is not there when it is due is missing, and an exception of finance, until it comes', async () => {
  house.faults.add({ channel: 'unionpay', kind: 'statement-late', times: 8 });
  await turn('2026-08-04T02:59:00Z');
  expect(await statesOn()).toContain('unionpay.tax awaited');
  expect(await turn('2026-08-04T03:00:00Z')).toMatchObject({
    StatementsFetched: 0,
    StatementsMissing: 4 + banks.length,
  });
  expect(await missingOf('unionpay', 'tax')).toMatchObject({
    state: 'open',
    class: 'STATEMENT_MISSING',
    day,
    differenceFen: 0,
  });
  const told = world.facts(type).filter(({ data }) => data['state'] === 'missing');
  expect(told).toHaveLength(4 + banks.length);
  expect(await turn('2026-08-04T03:10:00Z')).toMatchObject({ StatementsFetched: 4, StatementsMissing: banks.length });
  expect(await missingOf('unionpay', 'tax')).toMatchObject({
    state: 'resolved',
    outcome: { by: 'run', action: 'statement-received' },
  });
});

test('a missing statement that two people have decided about rings no more, and is taken in when it comes', async () => {
  house.faults.add({ channel: 'wechat', kind: 'statement-late', times: 8 });
  expect(await turn('2026-08-04T03:00:00Z')).toMatchObject({ StatementsMissing: 4 + banks.length });
  const before = await missingOf('wechat', 'tax');
  if (!before) throw new Error('nothing is missing');
  const outcome = { by: 'approving finance', at: world.clock.now, action: 'accept' };
  const after = { ...before, version: 2, state: 'resolved' as const, outcome };
  const cause = { at: world.clock.now, actor: world.checker, office: 'o', correlationId: 'c', causationId: 'c' };
  await world.deps.exceptions.save({ before, after, act: 'settle' }, cause);
  expect(await turn('2026-08-04T03:10:00Z')).toMatchObject({ StatementsMissing: 3 + banks.length });
  await turn('2026-08-04T03:20:00Z');
  expect(await one(`wechat.tax.${day}`)).toMatchObject({ state: 'received' });
  expect(await missingOf('wechat', 'tax')).toMatchObject({ state: 'resolved', outcome: { by: 'approving finance' } });
});

test('days on which nobody looked are caught up with, each once', async () => {
  expect(await turn('2026-08-07T02:00:00Z')).toMatchObject({ StatementsFetched: 48 });
  expect(await turn('2026-08-07T02:10:00Z')).toMatchObject({ StatementsFetched: 0 });
  expect(await statesOn('2026-08-06')).toContain('alipay.tax received');
});

test('a channel without keys owes nothing, and one that is silent holds up no other', async () => {
  house.state.hasKeys = false;
  await turn('2026-08-04T02:00:00Z');
  expect((await statesOn()).filter((one) => !one.startsWith('bank'))).toEqual([]);
});

test('what waits long is asked for at each turn for a day, then four times a day, and after three months no more', async () => {
  house.faults.add({ channel: 'wechat', kind: 'statement-late', times: 10_000 });
  const asks = async (time: string) => {
    const before = house.asked.length;
    await turn(time);
    return house.asked.slice(before).filter(({ path, method }) => method === 'GET' && path === '/v3/bill/tradebill')
      .length;
  };
  expect(await asks('2026-08-04T03:00:00Z')).toBe(4);
  expect(await asks('2026-08-04T03:10:00Z')).toBe(4);
  // Those of the 4th are asked for then as well.
  expect(await asks('2026-08-05T02:50:00Z')).toBe(8);
  expect(await asks('2026-08-05T03:10:00Z')).toBe(4);
  expect(await asks('2026-08-05T06:00:00Z')).toBe(8);
  const found = await one(`wechat.tax.${day}`);
  if (!found) throw new Error('nothing is expected');
  const asked = ['2026-11-01T06:00:00Z', '2026-11-01T07:00:00Z', '2026-11-05T06:00:00Z'];
  expect(asked.map((time) => isAskedAt(found, new Date(time)))).toEqual([true, false, false]);
});
