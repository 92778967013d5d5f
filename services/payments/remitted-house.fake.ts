import { randomUUID } from 'node:crypto';
import { ReconciliationChangedV1 } from '#events/payments/reconciliation-changed.v1';
import { startOf } from '#shared/calendar';
import { bankRow } from '../../test/support/bank.ts';
import { banking } from '../../test/support/banking.ts';
import { fakeBucket } from '../../test/support/bucket.ts';
import { charges } from '../../test/support/charges.ts';
import { openPayments } from '../../test/support/payments.ts';
import { remitting } from '../../test/support/remitting.ts';
import type { Read } from './domain/reconciliation/row.ts';
import { ownCause } from './functions/own-cause.ts';
import { matchStatement } from './functions/statement/match-statement.ts';
import {
  agreements,
  bankRowsOf,
  entriesOf,
  merchants,
  movesOf,
  owedBy,
  roundsOf,
  rowOf,
  type Move,
  type Sale,
} from './remitted-sales.fake.ts';
import { entryWrites } from './stores/ledger.ts';

type World = ReturnType<typeof openPayments>;
const whole = { limit: 100, after: undefined };

/** A city of three merchants over these sales: its channels’ statements, its banks, its lists and settlements. */
export async function openHouse(sales: readonly Sale[]) {
  const world = openPayments();
  await openList(world);
  const moves = sales.flatMap(movesOf);
  for (const one of moves) {
    const said = { entries: entriesOf(one), of: randomUUID() };
    await world.base.table.transact(entryWrites(said, ownCause(world.deps), world.deps));
  }
  const round = roundsOf(moves);
  /** Rows that a bank has shown. */
  const shown = new Set<string>();
  return {
    held: () => banking(world).held(),
    owed: () => owedBy(moves),
    passOn: () => passOn(world),
    passed: () => passed(world),
    waiting: async () => (await Promise.all(merchants.map((one) => world.deps.released.waiting(one)))).flat(),

    /** The statements of one round are matched, each by the real run. */
    async match(late: boolean): Promise<void> {
      for (const own of round(late)) await matchOne(own, world);
    },

    /** The banks pay what the channels have said of a round, days together where they may, and what was approved. */
    async pay(day: string, { late, together }: { late: boolean; together: boolean }): Promise<void> {
      world.clock.now = new Date(startOf(day).getTime() + 9 * 3_600_000);
      for (const merchant of merchants) {
        const paid = round(late).filter(([one]) => one?.merchant === merchant);
        const rows = bankRowsOf(paid, together).filter(({ number }) => !shown.has(`${merchant} ${number}`));
        for (const { number } of rows) shown.add(`${merchant} ${number}`);
        await banking(world).shows(day, [...rows, ...(await debitsOf(merchant, world))], { merchant });
        await world.settle();
      }
    },
  };
}

const post = async (world: World, path: string, { by = world.finance, body = {} } = {}) =>
  (await world.send('POST', `/payments/${path}`, { actor: by, body })).body;

async function openList(world: World): Promise<void> {
  await world.openCharges();
  await remitting(world).account('in-force');
  const { id } = await post(world, 'charge-list', { body: { ...charges, agreements } });
  await post(world, `charge-list/${id}/approve`, { by: world.checker });
}

async function matchOne(own: readonly Move[], world: World): Promise<void> {
  const [one] = own;
  if (!one) return;
  async function* reader(): AsyncGenerator<Read, void> {
    for (const [n, move] of own.entries()) yield { row: rowOf(move, n + 1) };
  }
  const { id } = await banking(world).received({ channel: one.channel, merchant: one.merchant, day: one.day });
  const told = world.facts(ReconciliationChangedV1.type).findLast(({ data }) => data['reconciliationId'] === id);
  if (!told) throw new Error('no fact');
  const fact = { ...told, type: ReconciliationChangedV1.type, data: ReconciliationChangedV1.data.parse(told.data) };
  const means = { bucket: fakeBucket(), readerOf: () => reader, numbersAt: () => [] };
  await matchStatement({ ...world.deps, ...means })(fact, ownCause(world.deps));
  await world.settle();
}

/** What the bank pays of approved settlements. */
async function debitsOf(merchant: string, { deps }: World) {
  const { items } = await deps.settlements.standing('approved', whole);
  const own = items.filter((one) => one.merchant === merchant);
  return own.map((one, n) => ({ ...bankRow(900 + n, -one.netFen), about: { number: one.number } }));
}

/** Lists are drawn, sent and confirmed by the treasurer; settlements are drawn, rejected once, drawn anew and approved. */
async function passOn(world: World): Promise<void> {
  for (const { id } of (await post(world, 'remittances')).items) {
    await post(world, `remittances/${id}/send`);
    await post(world, `remittances/${id}/confirm`, { by: world.checker, body: { receipt: `GK-${id}` } });
  }
  for (const { id, status } of (await post(world, 'settlements')).items) {
    const body = { reason: '退回重开' };
    if (status === 'drawn') await post(world, `settlements/${id}/reject`, { by: world.checker, body });
  }
  for (const { id } of (await post(world, 'settlements')).items) {
    await post(world, `settlements/${id}/approve`, { by: world.checker });
  }
}

/** What each payee has had, and of which releases. */
async function passed({ deps }: World) {
  const lists = (await deps.remittances.standing('confirmed', whole)).items;
  const settlements = (await deps.settlements.standing('paid-over', whole)).items;
  const lines = [...lists.flatMap((one) => one.lines), ...settlements.flatMap((one) => one.lines)];
  const sums: Record<string, number> = {};
  for (const { payee, inFen, outFen } of lines) sums[payee] = (sums[payee] ?? 0) + inFen - outFen;
  return {
    passed: sums,
    sources: [...lists, ...settlements].flatMap((one) => one.sources.map(({ source }) => source)),
  };
}
