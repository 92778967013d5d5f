import { beforeEach, expect, test } from 'vitest';
import { channelHouse } from '../../test/support/channels.ts';
import { openPayments } from '../../test/support/payments.ts';
import { fakeStatementFiles } from './statement-files.fake.ts';
import { fetchStatements } from './functions/tick/fetch-statements.ts';

/** Those of the charge list. */
const banks = ['fiscal', 'treasury', 'water'];
let world: ReturnType<typeof openPayments>;

beforeEach(async () => {
  const files = fakeStatementFiles();
  world = openPayments({
    change: (deps) => ({
      ...deps,
      channels: channelHouse(deps.now).channels,
      statementsFrom: '2026-08-03',
      statementFiles: async () => files,
    }),
  });
  await world.openCharges();
});

const turn = async (time: string) => {
  world.clock.now = new Date(time);
  return fetchStatements(world.deps)();
};
const one = (id: string) => world.deps.reconciliations.load(id);

test('a bank owes its statement by the next day that is worked: of a Friday on Monday, of a Saturday none', async () => {
  await turn('2026-08-10T01:00:00Z');
  expect(await one('bank.treasury.2026-08-07')).toMatchObject({ dueAt: new Date('2026-08-10T03:00:00Z') });
  expect(await one('bank.treasury.2026-08-08')).toBeUndefined();
  await turn('2026-08-10T03:00:00Z');
  expect(await one('bank.treasury.2026-08-07')).toMatchObject({ state: 'missing' });
});

test('a bank owes none of a day that the city has published to be free', async () => {
  await world.publish(2026, ['2026-08-10'], ['2026-08-08']);
  await turn('2026-08-11T01:00:00Z');
  expect(await one('bank.treasury.2026-08-08')).toMatchObject({ dueAt: new Date('2026-08-11T03:00:00Z') });
  expect(await one('bank.treasury.2026-08-10')).toBeUndefined();
});

test('of a year that is not published channels are asked, and of banks nothing is guessed: they wait for it, and an alarm says so', async () => {
  await world.deps.reconciliations.expected('2026-12-29');
  expect(await turn('2027-01-03T02:00:00Z')).toMatchObject({
    StatementsFetched: 48,
    StatementsMissing: banks.length,
    CalendarUnpublished: 3,
  });
  expect(await one('bank.treasury.2026-12-30')).toMatchObject({ state: 'missing' });
  expect(await one('bank.treasury.2026-12-31')).toBeUndefined();
  expect(await world.deps.reconciliations.expectedThrough()).toBe('2026-12-30');
  const body = { sha256: '0'.repeat(64), bytes: 1 };
  const send = () =>
    world.send('POST', '/payments/reconciliations/bank.treasury.2026-12-31/statement', { actor: world.finance, body });
  expect((await send()).body.code).toBe('calendar-unpublished');

  await world.publish(2027, ['2027-01-01']);
  expect(await turn('2027-01-03T02:10:00Z')).toMatchObject({ StatementsFetched: 0, CalendarUnpublished: 0 });
  expect(await one('bank.treasury.2026-12-31')).toMatchObject({ dueAt: new Date('2027-01-04T03:00:00Z') });
  expect(await one('bank.treasury.2027-01-01')).toBeUndefined();
  expect((await send()).status).toBe(201);
});
