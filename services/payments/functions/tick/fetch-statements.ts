import { retried } from '#shared/conflict';
import { isAskedAt } from '../../domain/reconciliation/receive.ts';
import type { Reconciliation } from '../../domain/reconciliation/reconciliation.ts';
import type { PaymentsDeps } from '../../deps.ts';
import { exceptionIdOf } from '../exception/exception-id.ts';
import { expectStatements } from '../reconciliation/expect-statements.ts';
import { fetchStatement } from '../reconciliation/fetch-statement.ts';
import { beginRunsAgain } from './begin-runs-again.ts';
import { missStatement } from '../reconciliation/miss-statement.ts';

/** After so long no further file is begun: the function must end in its time, and the next turn goes on. */
const turnMs = 25_000;

/** Expects what is owed, asks the channels for it, and tells finance of what is not there when it should be. */
export const fetchStatements = (deps: PaymentsDeps) => async (): Promise<Record<string, number>> => {
  const CalendarUnpublished = await expectStatements(deps);
  const waiting = await deps.reconciliations.waiting();
  const came = await fetchAll(waiting, deps);
  const lacking = waiting.filter(({ id }) => !came.has(id));
  for (const one of lacking) await retried(() => missStatement(one.id, deps), deps.pause);
  const stopped = await beginRunsAgain(deps);
  return {
    StatementsFetched: came.size,
    StatementsMissing: await countMissing(deps),
    CalendarUnpublished,
    ...stopped,
  };
};

/** Those that nobody has decided about yet. */
async function countMissing({ reconciliations, exceptions }: PaymentsDeps): Promise<number> {
  const all = await reconciliations.missing();
  const found = await Promise.all(
    all.map(({ id: reconciliationId, channel, merchant }) =>
      exceptions.load(exceptionIdOf({ reconciliationId, channel, merchant, subject: { kind: 'file' } })),
    ),
  );
  return found.filter((one) => one?.state === 'open' || one?.state === 'under-review').length;
}

/** One after another at each channel, and the channels at once: a slow one holds up no other. */
async function fetchAll(waiting: readonly Reconciliation[], deps: PaymentsDeps): Promise<Set<string>> {
  const [came, started] = [new Set<string>(), deps.now().getTime()];
  const asked = waiting.filter((one) => deps.channels.has(one.channel) && isAskedAt(one, deps.now()));
  const byChannel = Map.groupBy(asked, ({ channel }) => channel);
  await Promise.all(
    Array.from(byChannel.values(), async (all) => {
      for (const one of all) {
        if (deps.now().getTime() - started > turnMs) return;
        if (await fetchStatement(one, deps)) came.add(one.id);
      }
    }),
  );
  return came;
}
