import { createHash, randomUUID } from 'node:crypto';
import { ReconciliationChangedV1 } from '#events/payments/reconciliation-changed.v1';
import type { Cause } from '#shared/cause';
import { retried } from '#shared/conflict';
import { fakeTable, type FakeTable } from '#shared/table.fake';
import { fakeBucket } from '../../test/support/bucket.ts';
import { charges } from '../../test/support/charges.ts';
import { mortal } from '../../test/support/mortal.ts';
import type { Table } from '#shared/table';
import type { ChargeList } from './domain/charge/charge-list.ts';
import { clearingOf } from './domain/ledger/accounts.ts';
import { balancesAfter, heldBy } from './domain/ledger/balance.ts';
import { entry, type Entry, type Leg, type SaidEntry } from './domain/ledger/entry.ts';
import type { BadLine, FileTotals, Read, StatementRow } from './domain/reconciliation/row.ts';
import { reconciliationId, type Reconciliation } from './domain/reconciliation/reconciliation.ts';
import type { Cleared } from './domain/reconciliation/side.ts';
import { matchStatement } from './functions/statement/match-statement.ts';
import type { RunDeps } from './functions/statement/run-deps.ts';
import { paymentsParts } from './parts.ts';
import { feePerMyriad, merchantNumber, place as usual } from './statement-day.fake.ts';
import { UnreadableFile } from './statements/unreadable-file.ts';
import { entryWrites } from './stores/ledger.ts';

/** A file as its reader gives it. */
export interface MadeFile {
  rows: readonly StatementRow[];
  bad?: readonly BadLine[];
  totals?: FileTotals | undefined;
  unreadable?: boolean;
}

const publisher = { service: 'payments', district: 'fuzhou', newId: () => randomUUID() };

export const start = new Date('2026-08-04T03:00:00Z');

/** Ledger, statements and exceptions over a table in memory; its files are given row by row, as a reader would. */
export async function openStatements({ page = 50 }: { page?: number } = {}) {
  const table = fakeTable({ page });
  const clock = { now: start };
  const bucket = fakeBucket();
  const files = new Map<string, MadeFile>();
  const depsOver = (over: Table) => ({
    ...paymentsParts({ table: over, publisher, now: () => clock.now }, { sandbox: false }),
    table: over,
    publisher,
    bucket,
    numbersAt: () => [merchantNumber],
    readerOf: () => (bytes: AsyncIterable<Uint8Array>) => readMade(files, bytes),
  });
  const deps = depsOver(table);
  const causeOf = (): Cause => ({ ...ownCause, at: clock.now, causationId: randomUUID() });
  await openList(deps, causeOf(), usual);

  /** What the ledger says of these items: each an entry of its own, against what is owed. */
  async function book(items: readonly Cleared[]): Promise<void> {
    for (const item of items) {
      await table.transact(entryWrites({ entries: [bookedAs(item)], of: item.of }, causeOf(), publisher));
    }
  }
  /** The fact that a file has come reaches the run, which may be killed at one of its writes; again as often as one likes. */
  async function run(at: typeof usual = usual, killed?: { write: number; done: boolean }): Promise<void> {
    const { file } = (await deps.reconciliations.load(reconciliationId(at))) ?? {};
    const own = killed ? depsOver(mortal(table, killed.write, killed.done)) : deps;
    const told = changed(at, file?.revision ?? 0);
    await retried(
      () => matchStatement(own)(told, causeOf()),
      async () => undefined,
    );
  }
  return {
    deps,
    table,
    bucket,
    clock,
    causeOf,
    book,
    /** The agreement of another channel or merchant. */
    openList: (at: typeof usual) => openList(deps, causeOf(), at),
    /** A file comes, as another revision where there was one. */
    receive: async (file: MadeFile, at: typeof usual = usual): Promise<Reconciliation> => {
      const [before, after] = await received(at, deps, clock.now);
      files.set(after.file?.key ?? '', file);
      return deps.reconciliations.save({ before, after, act: 'receive' }, causeOf());
    },
    run,
    load: async (at: typeof usual = usual) => deps.reconciliations.load(reconciliationId(at)),
    exceptions: async (at: typeof usual = usual) => deps.exceptions.everyOf(reconciliationId(at)),
    ...accountsOf(table, deps.released),
  };
}
/** The reconciliation before and after another file has come; the file itself says nothing but its key. */
async function received(
  at: typeof usual,
  { reconciliations, bucket }: RunDeps,
  now: Date,
): Promise<[Reconciliation | undefined, Reconciliation]> {
  const id = reconciliationId(at);
  const before = await reconciliations.load(id);
  const revision = (before?.file?.revision ?? 0) + 1;
  const key = `statements/${id}/${revision}`;
  await bucket.put(key, { bytes: Buffer.from(key), contentType: 'text/plain', fileName: key });
  const sha256 = createHash('sha256').update(key).digest('hex');
  const file = { revision, key, sha256, bytes: 1, source: 'upload' as const, by: 'x', receivedAt: now };
  const known = before ?? { id, version: 0, ...at, dueAt: now, earlier: [], badLines: 0, timelineHash: '' };
  return [before, { ...known, state: 'received', version: known.version + 1, shardsDone: 0, file }];
}

const accountsOf = (table: FakeTable, released: ReturnType<typeof paymentsParts>['released']) => ({
  entries: () => entriesIn(table),
  /** What an account holds. */
  held(account: string): number {
    const balance = balancesAfter(new Map(), entriesIn(table)).get(account);
    return balance ? heldBy(account, balance) : 0;
  },
  released: async () => released.waiting(usual.merchant),
  releasedFen: async (merchant: string = usual.merchant) => {
    const lines = (await released.waiting(merchant)).flatMap((one) => one.lines);
    return lines.reduce((sum, { inFen, outFen }) => sum + inFen - outFen, 0);
  },
});

const entriesIn = (table: FakeTable): Entry[] =>
  table
    .rows()
    .filter(({ pk }) => String(pk).startsWith('LEDGER#'))
    .map(({ schema, pk, sk, pk1, sk1, ...row }) => entry().parse(row));

async function openList(deps: Pick<RunDeps, 'charges'>, cause: Cause, at: typeof usual): Promise<void> {
  const list: ChargeList = { ...charges, agreements: agreements(at.channel, at.merchant) };
  const by = { proposedBy: 'maker', proposedAt: cause.at, approvedBy: 'checker', approvedAt: cause.at };
  const edition = { id: randomUUID(), version: 1, list, ...by };
  await deps.charges.propose(edition, cause);
  await deps.charges.approve({ ...edition, version: 2 }, cause);
}

export type Statements = Awaited<ReturnType<typeof openStatements>>;

const ownCause = {
  actor: { sub: 'service:payments', kind: 'service' as const, partyId: 'none' },
  office: 'fuzhou/payments',
  correlationId: 'c',
};

export const agreements = (channel = usual.channel, merchant = usual.merchant) => [
  { channel, merchant, feePerMyriad, carryDays: 3 },
];

/** The fact that a file has come. */
const changed = (at: typeof usual, revision: number) => ({
  specversion: '1.0' as const,
  id: randomUUID(),
  source: 'banshi/fuzhou/payments',
  subject: reconciliationId(at),
  time: start.toISOString(),
  datacontenttype: 'application/json' as const,
  sequence: 1,
  district: 'fuzhou',
  correlationId: 'c',
  causationId: 'c',
  type: ReconciliationChangedV1.type,
  data: { reconciliationId: reconciliationId(at), ...at, state: 'received' as const, revision },
});

async function* readMade(
  files: ReadonlyMap<string, MadeFile>,
  bytes: AsyncIterable<Uint8Array>,
): AsyncGenerator<Read, void> {
  let key = '';
  for await (const piece of bytes) key += Buffer.from(piece).toString();
  const file = files.get(key);
  if (!file) throw new Error(`no file ${key}`);
  for (const row of file.rows) yield { row };
  for (const bad of file.bad ?? []) yield { bad };
  if (file.unreadable) throw new UnreadableFile('cut-off');
  if (file.totals) yield { totals: file.totals };
}

/** An entry that clears this item and owes it to its payee, or takes it back. */
function bookedAs(item: Cleared): SaidEntry {
  const fen = item.direction === 'in' ? item.amountFen : -item.amountFen;
  const leg = (account: string, side: Leg['side']): Leg => ({ account, side, amountFen: Math.abs(fen) });
  const [debit, credit] = fen > 0 ? (['debit', 'credit'] as const) : (['credit', 'debit'] as const);
  const { kind, of, ...cleared } = item;
  return { kind, legs: [leg(clearingOf(item), debit), leg('payee/urban/treasury', credit)], clears: [cleared] };
}

const sumOf = (rows: readonly StatementRow[], name: 'amountFen' | 'feeFen'): number =>
  rows.reduce((fen, row) => fen + row[name], 0);

/** What a file would say of itself. */
export function totalsOf(rows: readonly StatementRow[], bad = 0): FileTotals {
  const [ins, outs] = (['in', 'out'] as const).map((one) => rows.filter(({ direction }) => direction === one));
  const [inFen, outFen] = [sumOf(ins ?? [], 'amountFen'), sumOf(outs ?? [], 'amountFen')];
  return { rows: rows.length + bad, inFen, outFen, feeFen: sumOf(rows, 'feeFen') };
}
