import { expect, test } from 'vitest';
import { dayOf, nextDay, previousDay } from '#shared/calendar';
import { closingBooks } from '../../test/support/closing.ts';
import { openPayments } from '../../test/support/payments.ts';
import { fc } from '../../test/support/property.ts';
import { receipting } from '../../test/support/receipts.ts';
import { reconciling } from '../../test/support/reconciling.ts';
import type { Leg } from './domain/ledger/entry.ts';
import { isDayAsSealed } from './functions/close/prove-part.ts';

/** What somebody does who keeps no books: he notes it on a list. */
interface Note {
  day: string;
  itemDay: string;
  act: 'take' | 'give-back' | 'pass-on' | 'fee';
  payee: string;
  fen: number;
}

const step = fc.record({
  act: fc.constantFrom('take', 'take', 'give-back', 'pass-on', 'fee'),
  payee: fc.constantFrom('urban', 'water'),
  fen: fc.integer({ min: 1, max: 900_000 }),
  late: fc.boolean(),
  hours: fc.integer({ min: 0, max: 30 }),
  close: fc.boolean(),
});
// Around the end of a year, of a February of 29 days, and of an ordinary month.
const begin = fc.tuple(fc.constantFrom('2027-12-29', '2028-02-27', '2026-09-28'), fc.integer({ min: 0, max: 47 }));

function saidOf({ act, payee, fen, itemDay }: Note) {
  const owed = `payee/${payee}/treasury`;
  const clearing = 'clearing/sandbox/treasury';
  const pairs = {
    take: [clearing, owed],
    'give-back': [owed, 'refunds/sandbox/treasury'],
    'pass-on': [owed, 'bank/treasury'],
    fee: ['fees/sandbox/treasury', 'fees-due/sandbox'],
  } as const;
  const [from, to] = pairs[act];
  const legs: Leg[] = [
    { account: from, side: 'debit', amountFen: fen },
    { account: to, side: 'credit', amountFen: fen },
  ];
  const line = { payee, destination: 'treasury' as const, code: 'c', subject: '103043306' };
  const item = { channel: 'sandbox', merchant: 'treasury', day: itemDay, number: 'n', ref: '', amountFen: fen };
  if (act === 'take')
    return {
      kind: 'capture' as const,
      legs,
      clears: [{ ...item, direction: 'in' as const, lines: [{ ...line, amountFen: fen }] }],
    };
  if (act === 'give-back') return { kind: 'refund-promise' as const, legs, lines: [{ ...line, amountFen: -fen }] };
  return { kind: act === 'fee' ? ('fee' as const) : ('remit' as const), legs };
}

const fenOf = (notes: readonly Note[], act: Note['act']): number =>
  notes.reduce((sum, one) => sum + (one.act === act ? one.fen : 0), 0);
const lateOf = (notes: readonly Note[]): readonly Note[] =>
  notes.filter(({ act, day, itemDay }) => act === 'take' && itemDay.slice(0, 4) < day.slice(0, 4));
const totals = (notes: readonly Note[]) => ({
  takenFen: fenOf(notes, 'take'),
  backFen: fenOf(notes, 'give-back'),
  passedOnFen: fenOf(notes, 'pass-on'),
});

/** What a closed time must say by the list. */
function expectedOf(notes: readonly Note[], id: string) {
  const own = notes.filter(({ day }) => day.startsWith(id));
  const late = lateOf(own);
  const years = [...new Set(late.map(({ itemDay }) => Number(itemDay.slice(0, 4))))];
  const lateSums = years.map((originYear) => ({ originYear, ...totals(late) }));
  return { entries: own.length, ...totals(own), late: lateSums };
}

/** Books that begin at that hour, lived through. */
async function lived(
  first: string,
  steps: readonly (Omit<Note, 'day' | 'itemDay'> & { late: boolean; hours: number; close: boolean })[],
) {
  const world = openPayments();
  const books = closingBooks(world);
  const notes: Note[] = [];
  world.clock.now = new Date(first);
  await world.openCharges();
  await receipting(world).given(1, 10, '35010128');
  await receipting(world).given(1, 10, '35010127');
  const today = () => dayOf(world.clock.now);
  let next = today();
  const closed: string[] = [];
  const closeOver = async () => {
    while ((await books.act(next, 'propose')).status === 200) {
      expect((await books.act(next, 'approve')).status).toBe(200);
      await books.settle();
      closed.push(next);
      next = nextDay(next);
    }
  };
  for (const { late, hours, close, ...said } of steps) {
    world.clock.now = new Date(world.clock.now.getTime() + hours * 3_600_000);
    if (close) await closeOver();
    const note = { ...said, day: today(), itemDay: late ? previousDay(today()) : today() };
    notes.push(note);
    await reconciling(world).written(saidOf(note));
    // A correction, and what comes late, lands on a day that is open (I15).
    expect(closed).not.toContain(note.day);
  }
  world.clock.now = new Date(world.clock.now.getTime() + 48 * 3_600_000);
  await closeOver();
  return { world, books, notes, closed };
}

/** The months and years of which all days are closed. */
const wholesOf = (closed: readonly string[], length: number): string[] =>
  [...new Set(closed.map((day) => day.slice(0, length)))].filter((id) =>
    closed.some((day) => day.startsWith(id) && !nextDay(day).startsWith(id)),
  );

test('whatever is booked, and late: a day is its entries, a month its days, a year its months, and what each account held leads on (I15, I16)', async () => {
  await fc.assert(
    fc.asyncProperty(begin, fc.array(step, { minLength: 8, maxLength: 14 }), async ([day, hour], steps) => {
      const start = new Date(Date.parse(`${day}T00:00:00+08:00`) + hour * 3_600_000).toISOString();
      const { world, books, notes, closed } = await lived(start, steps);
      for (const id of closed) {
        expect([id, (await books.read(id)).sum]).toEqual([id, expectedOf(notes, id)]);
        expect([id, await isDayAsSealed(id, world.deps)]).toEqual([id, true]);
      }
      for (const length of [7, 4])
        for (const id of wholesOf(closed, length)) {
          const shown = await books.close(id);
          expect([id, shown.status, shown.sum]).toEqual([id, 'closed', expectedOf(notes, id)]);
        }
      await heldByList(world, notes, closed);
    }),
    { numRuns: Math.ceil(Number(process.env['PAYMENT_RUNS'] ?? 500) / 40) },
  );
});

/** The trial balance of each closed day is what the list comes to by then. */
async function heldByList(
  { send, finance }: ReturnType<typeof openPayments>,
  notes: readonly Note[],
  closed: readonly string[],
) {
  for (const day of closed) {
    const { body } = await send('GET', '/payments/reports/trial-balance', { actor: finance, query: { day } });
    const by = notes.filter((one) => one.day <= day);
    const sums = new Map<string, number>();
    for (const { account, side, amountFen } of by.flatMap((one) => saidOf(one).legs))
      sums.set(`${account} ${side}`, (sums.get(`${account} ${side}`) ?? 0) + amountFen);
    const found = body.accounts.flatMap((one: Record<string, number>) => [
      [`${one['account']} debit`, one['debitFen']],
      [`${one['account']} credit`, one['creditFen']],
    ]);
    expect([day, body.closed, new Map(found.filter(([, fen]: [string, number]) => fen > 0))]).toEqual([
      day,
      true,
      sums,
    ]);
  }
}

test('a byte that is changed in what a closed day holds is found by the close of its month', async () => {
  const one = { act: 'take' as const, payee: 'urban', fen: 500, late: false, hours: 24, close: true };
  const changes = ['LEDGER#', 'DAY', 'SUM', 'SUM#sandbox', 'REC'];
  for (const [n, what] of changes.entries()) {
    const { world, books, notes } = await lived(
      '2026-09-24T01:00:00Z',
      Array.from({ length: 7 }, () => one),
    );
    const day = notes[n]?.day ?? '';
    const row = world.base.table.rows().find(({ pk, sk, kind }) => {
      if (what === 'LEDGER#') return String(pk).startsWith(`LEDGER#${day}`) && kind === 'capture';
      return pk === `PERIOD#${day}` && sk === what;
    });
    const text = JSON.stringify(row);
    // One digit of an amount, or one character of the hash.
    const changed =
      what !== 'REC'
        ? text.replace('500', '501')
        : text.replace(/"hash":"(.)/, (_, first: string) => `"hash":"${first === 'A' ? 'B' : 'A'}`);
    expect([what, changed === text]).toEqual([what, false]);
    await world.base.table.transact([{ put: JSON.parse(changed) }]);
    await books.act('2026-09', 'propose');
    await books.act('2026-09', 'approve', { ageing: (await books.read('2026-09')).ageing });
    await books.settle();
    const { status, returned } = await books.read('2026-09');
    expect([what, status, returned.reason]).toEqual([what, 'open', `seal: ${day} is not as it was sealed`]);
  }
});
