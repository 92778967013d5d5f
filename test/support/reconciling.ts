import { randomUUID } from 'node:crypto';
import { endOf } from '#shared/calendar';
import type { ExceptionState } from '../../services/payments/domain/exception/graph.ts';
import type { SaidEntry } from '../../services/payments/domain/ledger/entry.ts';
import { reconciliationId } from '../../services/payments/domain/reconciliation/reconciliation.ts';
import { ownCause } from '../../services/payments/functions/own-cause.ts';
import { entryWrites } from '../../services/payments/stores/ledger.ts';
import type { openPayments } from './payments.ts';

type World = Pick<ReturnType<typeof openPayments>, 'deps'>;

/** Statements, differences and entries as runs and people leave them, written by the stores. */
export function reconciling({ deps }: World) {
  const cause = () => ownCause(deps);
  const load = async (id: string) => {
    const found = await deps.reconciliations.load(id);
    if (!found) throw new Error('no reconciliation');
    return found;
  };
  return {
    /** A statement that is awaited; its id. */
    async expected(day: string, channel: string, merchant = 'treasury'): Promise<string> {
      const id = reconciliationId({ channel, merchant, day });
      const after = {
        id,
        version: 1,
        state: 'awaited' as const,
        channel,
        merchant,
        day,
        dueAt: endOf(day),
        earlier: [],
        shardsDone: 0,
        badLines: 0,
        timelineHash: '',
      };
      await deps.reconciliations.save({ before: undefined, after, act: 'expect' }, cause());
      return id;
    },

    /** It is there, and every row of it is held against the ledger. */
    async settled(id: string): Promise<void> {
      const before = await load(id);
      const after = { ...before, state: 'matched' as const, version: before.version + 1 };
      await deps.reconciliations.save({ before, after, act: 'match' }, cause());
    },

    /** A difference that stands so, or the one of that id. */
    async raised(reconciliationId: string, state: ExceptionState, known?: string): Promise<string> {
      const { channel, merchant, day } = await load(reconciliationId);
      const before = known ? await deps.exceptions.load(known) : undefined;
      const after = {
        id: known ?? randomUUID(),
        version: (before?.version ?? 0) + 1,
        state,
        class: 'AMOUNT_OVER' as const,
        channel,
        merchant,
        day,
        reconciliationId,
        differenceFen: 100,
        money: 'end' as const,
        detail: '',
        raisedAt: deps.now(),
        subject: { kind: 'number' as const, number: 'n', direction: 'in' as const, nth: 1 },
        timelineHash: before?.timelineHash ?? '',
      };
      await deps.exceptions.save({ before, after, act: before ? 'change' : 'raise' }, cause());
      return after.id;
    },

    /** An entry of now, of whatever act. */
    async written(said: SaidEntry, of = 'o', at = deps.now()): Promise<void> {
      await deps.table.transact(entryWrites({ entries: [said], of }, { ...cause(), at }, deps.publisher));
    },
  };
}
