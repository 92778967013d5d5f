import { randomUUID } from 'node:crypto';
import { startOf } from '#shared/calendar';
import { ReconciliationChangedV1 } from '#events/payments/reconciliation-changed.v1';
import { matchBank } from '../../services/payments/functions/statement/match-bank.ts';
import { ownCause } from '../../services/payments/functions/own-cause.ts';
import { clearingOf, transitOf } from '../../services/payments/domain/ledger/accounts.ts';
import type { SaidEntry } from '../../services/payments/domain/ledger/entry.ts';
import { reconciliationId, type Reconciliation } from '../../services/payments/domain/reconciliation/reconciliation.ts';
import type { Read, StatementRow } from '../../services/payments/domain/reconciliation/row.ts';
import { entryWrites } from '../../services/payments/stores/ledger.ts';
import { fakeBucket } from './bucket.ts';
import type { openPayments } from './payments.ts';

type World = ReturnType<typeof openPayments>;
/** The treasury's bank, and the first file, unless another is said. */
interface Of {
  merchant?: string;
  revision?: number;
}
type Place = Pick<Reconciliation, 'channel' | 'merchant' | 'day'>;

const transit = (place: Place, fen: number): SaidEntry => {
  const [debit, credit] = fen > 0 ? [transitOf(place), clearingOf(place)] : [clearingOf(place), transitOf(place)];
  const amountFen = Math.abs(fen);
  return {
    kind: 'settle',
    legs: [
      { account: debit, side: 'debit', amountFen },
      { account: credit, side: 'credit', amountFen },
    ],
  };
};

/** Statements of channels that are matched, and of banks that come and are held against them. */
export function banking(world: World) {
  const { deps } = world;

  /** A file of some revision has come, and stands so. */
  async function stands(
    place: Place,
    revision: number,
    { state, ...is }: Pick<Reconciliation, 'state' | 'settled'>,
  ): Promise<Reconciliation> {
    const before = await deps.reconciliations.load(reconciliationId(place));
    const key = `statements/${reconciliationId(place)}/${revision}`;
    const file = { revision, key, sha256: '0'.repeat(64), bytes: 1, source: 'channel' as const, by: 'x' };
    const begun = { id: reconciliationId(place), version: 0, ...place, dueAt: deps.now(), earlier: [] };
    const fresh = { shardsDone: 0, badLines: 0, timelineHash: '' };
    const base = before ?? { ...fresh, ...begun };
    const after = { ...base, ...is, state, file: { ...file, receivedAt: deps.now() }, version: base.version + 1 };
    return deps.reconciliations.save({ before, after, act: 'receive' }, ownCause(deps));
  }

  return {
    /** A file of a channel has come. */
    received: (place: Place): Promise<Reconciliation> => stands(place, 1, { state: 'received' }),

    /** A run has matched a day of a channel, which pays out so much more than an earlier revision said. */
    async settled(place: Place, moreFen: number, revision = 1): Promise<void> {
      const of = reconciliationId(place);
      if (moreFen !== 0) {
        const said = { entries: [transit(place, moreFen)], of };
        await world.base.table.transact(entryWrites(said, ownCause(deps), deps));
      }
      const paid = (await deps.reconciliations.load(of))?.settled?.moved.inFen ?? 0;
      const moved = { inFen: paid + moreFen, outFen: 0, feeFen: 0 };
      const settled = { revision, moved, isOwnAccount: false, entries: [] };
      await stands(place, revision, { state: 'matched', settled });
      await world.settle();
    },

    /** A statement of the treasury’s bank comes and is matched; `at` gives its lines as the reader does. */
    async shows(day: string, lines: readonly (StatementRow | Read)[], of: Of = {}): Promise<Reconciliation> {
      const { merchant = 'treasury', revision = 1 } = of;
      await stands({ channel: 'bank', merchant, day }, revision, { state: 'received' });
      const id = await this.run(day, lines, of);
      const found = await deps.reconciliations.load(id);
      if (!found) throw new Error('no reconciliation');
      return found;
    },

    /** The run by itself, as it is begun again when one was killed. */
    async run(day: string, lines: readonly (StatementRow | Read)[], of: Of = {}): Promise<string> {
      const { merchant = 'treasury', revision = 1 } = of;
      const id = `bank.${merchant}.${day}`;
      const data = { reconciliationId: id, channel: 'bank', merchant, day, state: 'received', revision };
      async function* reader(): AsyncGenerator<Read, void> {
        for (const one of lines) yield 'line' in one ? { row: { ...one, at: startOf(day) } } : one;
      }
      const envelope = world.facts(ReconciliationChangedV1.type).at(-1);
      if (!envelope) throw new Error('no fact');
      const told = { ...envelope, id: randomUUID(), type: ReconciliationChangedV1.type };
      const fact = { ...told, data: ReconciliationChangedV1.data.parse(data) };
      await matchBank({ ...deps, bucket: fakeBucket(), readerOf: () => reader })(fact, ownCause(deps));
      return id;
    },

    async exceptions(day: string) {
      const { items } = await deps.exceptions.of(`bank.treasury.${day}`, { limit: 100, after: undefined });
      return items;
    },

    /** What each account holds that is not at nought. */
    async held(): Promise<Record<string, number>> {
      const { body } = await world.send('GET', '/payments/reports/trial-balance', { actor: world.finance });
      const all: [string, number][] = body.accounts.map((one: { account: string; heldFen: number }) => [
        one.account,
        one.heldFen,
      ]);
      return Object.fromEntries(all.filter(([, fen]) => fen !== 0));
    },
  };
}
