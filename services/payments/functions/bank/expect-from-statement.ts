import type { ReconciliationChangedV1 } from '#events/payments/reconciliation-changed.v1';
import type { Received } from '#events/event';
import type { Cause } from '#shared/cause';
import { markWrites } from '#shared/outbox';
import type { PaymentsDeps } from '../../deps.ts';
import { restateEntry } from '../../domain/bank/entries.ts';
import { expectOfDay, expectOfDayAgain, restate, shownApartFen, type Expected } from '../../domain/bank/expected.ts';
import { transitOf } from '../../domain/ledger/accounts.ts';
import type { Reconciliation } from '../../domain/reconciliation/reconciliation.ts';
import { exceptionWrites } from '../../stores/exceptions.ts';
import { expectedWrites } from '../../stores/expected.ts';
import { entryWrites } from '../../stores/ledger.ts';
import { raised } from './raise.ts';

type Fact = Received<typeof ReconciliationChangedV1.type, typeof ReconciliationChangedV1.data>;

/** What a channel says that it pays out of a day, the bank is to show; another revision may say another amount. */
export const expectFromStatement =
  (deps: PaymentsDeps) =>
  async ({ data }: Fact, cause: Cause): Promise<void> => {
    if (data.state !== 'matched' || data.channel === 'bank') return;
    const found = await deps.reconciliations.load(data.reconciliationId);
    // Another file has come meanwhile: its own fact follows.
    if (found?.state !== 'matched' || found.file?.revision !== data.revision) return;
    const { channel, merchant, day, revision } = data;
    const apart = shownApartFen(await deps.expected.ofDay(merchant, day), { channel, revision });
    const amountFen = payoutOf(found) - apart;
    const said = { id: found.id, channel, merchant, day, revision, amountFen };
    const before = await deps.expected.load(said);
    const writes = before
      ? await restated(before, said, { cause, deps })
      : expectedWrites({ after: expectOfDay(said, cause.at) }, cause);
    await deps.table.transact([...markWrites(cause), ...writes]);
  };

/** By what its run has settled; of a payee's own account the channel has kept its fee. */
function payoutOf({ id, settled }: Reconciliation): number {
  if (!settled) throw new Error(`${id} is matched, and what it has settled is not kept`);
  const { moved, isOwnAccount } = settled;
  return moved.inFen - moved.outFen - (isOwnAccount ? moved.feeFen : 0);
}

type Said = Parameters<typeof expectOfDay>[0];

/** What the bank has confirmed by the earlier amount, or not shown in time, differs from now on by what is more or less. */
async function restated(before: Expected, said: Said, { cause, deps }: { cause: Cause; deps: PaymentsDeps }) {
  const after = restate(before, said);
  if (!after) return [];
  const again = expectOfDayAgain(before, said, cause.at);
  if (again) return expectedWrites({ before, after: again }, cause);
  const moreFen = said.amountFen - before.amountFen;
  const writes = expectedWrites({ before, after }, cause);
  if (moreFen === 0) return writes;
  const isOverdue = before.state === 'overdue';
  const entry = restateEntry({ ...after, account: transitOf(after) }, moreFen);
  const day = before.state === 'confirmed' ? dayOfStatement(before) : (before.dueDay ?? before.day);
  const change = await raised(
    {
      class: isOverdue ? 'MISSING_IN_STATEMENT' : moreFen < 0 ? 'AMOUNT_OVER' : 'AMOUNT_UNDER',
      merchant: before.merchant,
      day,
      subject: { kind: 'number', number: before.id, direction: 'in', nth: 1 },
      ledger: { amountFen: isOverdue ? after.amountFen : moreFen, day: before.day, ref: before.id, lines: [] },
      differenceFen: isOverdue ? -after.amountFen : -moreFen,
      detail: 'channel-restated',
    },
    cause,
    deps,
  );
  return [
    ...writes,
    ...entryWrites({ entries: entry ? [entry] : [], of: before.id }, cause, deps),
    ...(change ? exceptionWrites(change, cause).writes : []),
  ];
}

/** The id of a reconciliation ends in its day. */
const dayOfStatement = ({ confirmed, day }: Expected): string => confirmed?.by.slice(-10) ?? day;
