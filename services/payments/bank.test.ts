import { beforeEach, expect, test } from 'vitest';
import { bankRow } from '../../test/support/bank.ts';
import { banking } from '../../test/support/banking.ts';
import { openPayments } from '../../test/support/payments.ts';

let world: ReturnType<typeof openPayments>;
let bank: ReturnType<typeof banking>;
beforeEach(async () => {
  world = openPayments();
  bank = banking(world);
  await world.openCharges();
  // The walks begin.
  await world.tick();
});

// The clock stands on the 3rd, a Monday.
const [friday, saturday, monday] = ['2026-07-31', '2026-08-01', '2026-08-03'] as const;
const of = (channel: string, day: string) => ({ channel, merchant: 'treasury', day });
const expected = (channel: string, day: string) =>
  world.deps.expected.load({ merchant: 'treasury', day, id: `${channel}.treasury.${day}` });
const to = (time: string) => {
  world.clock.now = new Date(time);
  return world.tick();
};

test('what a channel pays out is in transit until a credit of the bank shows it', async () => {
  await bank.settled(of('wechat', friday), 300);
  await bank.settled(of('wechat', saturday), 20);
  await bank.settled(of('alipay', friday), 7);
  expect(await expected('wechat', friday)).toMatchObject({ state: 'awaited', amountFen: 300 });
  const found = await bank.shows(monday, [bankRow(1, 320, 'wechat', saturday), bankRow(2, 7, 'alipay', friday)]);
  expect(found).toMatchObject({
    state: 'matched',
    rows: { rows: 2, inFen: 327 },
    classes: { MATCHED: { rows: 2, inFen: 327 } },
    items: { MATCHED: { rows: 3, inFen: 327 } },
  });
  expect(await expected('wechat', saturday)).toMatchObject({ state: 'confirmed', confirmed: { by: found.id } });
  const shown = await world.send('GET', `/payments/reconciliations/${found.id}`, { actor: world.finance });
  expect(shown.body.progress).toEqual({ done: 1, of: 1 });
  expect(await bank.held()).toEqual({
    'bank/treasury': 327,
    'clearing/alipay/treasury': -7,
    'clearing/wechat/treasury': -320,
  });
});

test('a difference, and a credit of nobody, stand on the bank’s clearing account to the fen, each an exception', async () => {
  await bank.settled(of('wechat', friday), 300);
  await bank.shows(monday, [bankRow(1, 299, 'wechat', friday), bankRow(2, 50)]);
  expect(await bank.held()).toMatchObject({ 'bank/treasury': 349, 'clearing/bank/treasury': 1 - 50 });
  const exceptions = await bank.exceptions(monday);
  expect(exceptions.toSorted((one, other) => one.differenceFen - other.differenceFen)).toMatchObject([
    { class: 'AMOUNT_UNDER', differenceFen: -1, ledger: { amountFen: 300, ref: `wechat.treasury.${friday}` } },
    { class: 'MISSING_IN_LEDGER', differenceFen: 50, subject: { number: 'B2', direction: 'in' } },
  ]);
});

test('the same file again changes nothing, and a run that was killed anywhere goes on from where it was', async () => {
  const rows = [bankRow(1, 50), bankRow(2, 299, 'wechat', friday), bankRow(3, 7, 'alipay', friday)];
  const begin = async () => {
    await bank.settled(of('wechat', friday), 300);
    await bank.settled(of('alipay', friday), 7);
  };
  await begin();
  const whole = await bank.shows(monday, rows);
  const [held, classes] = [await bank.held(), (await bank.exceptions(monday)).map((one) => one.class).toSorted()];
  await bank.run(monday, rows);
  expect(await bank.held()).toEqual(held);
  let killed = 0;
  for (let n = 1; n <= 5; n++) {
    world = openPayments();
    bank = banking(world);
    await world.openCharges();
    await begin();
    // The second write is the first of the run.
    failAt(n + 1);
    await bank.shows(monday, rows).catch(() => (killed += 1));
    await bank.run(monday, rows);
    expect(await world.deps.reconciliations.load(whole.id)).toMatchObject({ state: 'matched', classes: whole.classes });
    expect(await bank.held()).toEqual(held);
    expect((await bank.exceptions(monday)).map((one) => one.class).toSorted()).toEqual(classes);
  }
  expect(killed).toBe(5);
});

/** An outage at the nth write from now on. */
function failAt(n: number): void {
  const { table } = world.base;
  table.beforeNextWrite(async () => (n === 1 ? table.spoil('outage') : failAt(n - 1)));
}

test('another revision takes back what the earlier one has shown, and what came right falls away', async () => {
  await bank.settled(of('wechat', friday), 300);
  await bank.shows(monday, [bankRow(1, 299, 'wechat', friday), { bad: { line: 2, why: '金额: no amount' } }]);
  const classes = async () => (await bank.exceptions(monday)).map((one) => `${one.class} ${one.state}`).toSorted();
  expect(await classes()).toEqual(['AMOUNT_UNDER open', 'UNPARSEABLE_ROW open']);
  await bank.shows(monday, [bankRow(1, 300, 'wechat', friday)], { revision: 2 });
  expect(await classes()).toEqual(['AMOUNT_UNDER resolved', 'UNPARSEABLE_ROW resolved']);
  expect(await bank.held()).toEqual({ 'bank/treasury': 300, 'clearing/wechat/treasury': -300 });
  expect(await expected('wechat', friday)).toMatchObject({ state: 'confirmed', confirmed: { revision: 2 } });
});

test('what the bank has not shown three working days later is an exception, until a late row makes it right', async () => {
  await bank.settled(of('wechat', friday), 300);
  await to('2026-08-06T11:59:00+08:00');
  expect(await expected('wechat', friday)).toMatchObject({ state: 'awaited' });
  await to('2026-08-06T12:01:00+08:00');
  expect(await expected('wechat', friday)).toMatchObject({ state: 'overdue' });
  expect(await bank.held()).toMatchObject({ 'clearing/bank/treasury': 300 });
  expect(await bank.exceptions('2026-08-05')).toMatchObject([{ class: 'MISSING_IN_STATEMENT', differenceFen: -300 }]);
  await bank.shows('2026-08-06', [bankRow(1, 300, 'wechat', friday)]);
  expect(await bank.exceptions('2026-08-05')).toMatchObject([{ state: 'resolved' }]);
  expect(await bank.held()).toEqual({ 'bank/treasury': 300, 'clearing/wechat/treasury': -300 });
});

test('by when the bank must show it is counted by the calendar as the city publishes it', async () => {
  await bank.settled(of('wechat', friday), 300);
  await world.publish(2026, ['2026-08-05']);
  await to('2026-08-06T12:01:00+08:00');
  expect(await expected('wechat', friday)).toMatchObject({ state: 'awaited' });
  await to('2026-08-07T12:01:00+08:00');
  expect(await expected('wechat', friday)).toMatchObject({ state: 'overdue', dueDay: '2026-08-06' });
  expect(await bank.exceptions('2026-08-06')).toMatchObject([{ class: 'MISSING_IN_STATEMENT' }]);
});

test('while the year in which its limit ends is not published nothing is late, and from then on it is', async () => {
  world.clock.now = new Date('2026-12-31T10:00:00+08:00');
  await world.tick();
  const day = '2026-12-30';
  await bank.settled(of('wechat', day), 300);
  await to('2027-01-20T12:01:00+08:00');
  expect(await expected('wechat', day)).toMatchObject({ state: 'awaited' });
  await world.publish(2027, ['2027-01-01']);
  await to('2027-01-21T12:01:00+08:00');
  expect(await expected('wechat', day)).toMatchObject({ state: 'overdue', dueDay: '2027-01-05' });
});

test('a channel that says another amount changes what is awaited; what the bank has confirmed is an exception', async () => {
  await bank.settled(of('wechat', friday), 300);
  await bank.settled(of('wechat', friday), 20, 2);
  expect(await expected('wechat', friday)).toMatchObject({ state: 'awaited', amountFen: 320 });
  await bank.shows(monday, [bankRow(1, 320, 'wechat', friday)]);
  await bank.settled(of('wechat', friday), 5, 3);
  expect(await expected('wechat', friday)).toMatchObject({ state: 'confirmed', amountFen: 325 });
  expect(await bank.exceptions(monday)).toMatchObject([
    { class: 'AMOUNT_UNDER', differenceFen: -5, detail: 'channel-restated' },
  ]);
  expect(await bank.held()).toMatchObject({ 'bank/treasury': 320, 'clearing/bank/treasury': 5 });
});

test('an unreadable file is given up, and told', async () => {
  const { UnreadableFile } = await import('./statements/unreadable-file.ts');
  const broken = {
    get bad(): never {
      throw new UnreadableFile('header');
    },
  };
  expect(await bank.shows(monday, [broken])).toMatchObject({ state: 'unreadable' });
  expect(await bank.exceptions(monday)).toMatchObject([{ class: 'UNREADABLE_FILE', detail: 'header' }]);
});

test('what a day was said to pay out nothing of, and does by a later file, is awaited at the bank, and the other way round nothing is', async () => {
  await bank.settled(of('wechat', friday), 0);
  await bank.settled(of('wechat', friday), 300, 2);
  await bank.settled(of('alipay', friday), 20);
  await bank.settled(of('alipay', friday), -20, 2);
  expect([await expected('wechat', friday), await expected('alipay', friday)]).toMatchObject([
    { state: 'awaited', amountFen: 300, revision: 2 },
    { state: 'confirmed', amountFen: 0, revision: 2 },
  ]);
  const found = await bank.shows(monday, [bankRow(1, 300, 'wechat', friday)]);
  expect(found.classes).toMatchObject({ MATCHED: { rows: 1, inFen: 300 } });
  await to('2026-08-07T13:00:00+08:00');
  expect([await bank.exceptions(friday), await bank.exceptions(monday)]).toEqual([[], []]);
});
