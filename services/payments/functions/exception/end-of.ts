import type { PaymentsDeps } from '../../deps.ts';
import { expectPayout, readByPerson, type Expected } from '../../domain/bank/expected.ts';
import { decide, endLinked } from '../../domain/exception/act.ts';
import type { Exception } from '../../domain/exception/exception.ts';
import type { Plan } from '../../domain/exception/plan.ts';
import { releaseOf } from '../../domain/exception/release.ts';
import { saidEntry } from '../../domain/ledger/entry.ts';
import { hold, holdToPayOut, withdraw } from '../../domain/suspense/act.ts';
import type { End } from '../../stores/ends.ts';
import { backsOf } from './backs-of.ts';
import type { Seen } from './situation-of.ts';

interface By {
  by: string;
  at: Date;
}

/** All that an approved plan changes. Undefined where what it takes back has been given back by somebody else. */
export async function endOf(
  { situation, turns, plan }: Seen & { plan: Plan },
  { by, at }: By,
  deps: Pick<PaymentsDeps, 'newId' | 'bills' | 'refunds'>,
): Promise<End | undefined> {
  const { found, order, refund, freshId, other } = situation;
  const backs = await backsOf(situation, plan, deps);
  const outcome = { action: 'unsuspend', by, at };
  const suspended =
    plan.withdraws && situation.suspense
      ? withdraw(situation.suspense, outcome)
      : suspendedBy(situation, plan, { id: deps.newId(), by, at });
  if (plan.withdraws && !suspended) return undefined;
  const released = releaseOf(found, plan);
  const entered = enteredBy(plan, deps);
  const decided = decide(found, plan, {
    by,
    at,
    ...(plan.act === 'approve' && { refundId: freshId }),
    ...(suspended && { suspenseId: suspended.item.id }),
    ...(released && { released: released.kept }),
    ...(entered && { entered }),
  });
  if (!decided || !backs) return undefined;
  const linked = plan.ends && other ? endLinked(other.found, { by, at }) : undefined;
  return {
    decided,
    plan: entered ? { ...plan, entries: entered.entries } : plan,
    backs,
    turns,
    seen: { ...(order && { order }), ...(refund && { refund }) },
    ...(linked && { linked }),
    ...(suspended && { suspended }),
    ...(released && { release: released.release }),
    ...(plan.paidOutFen && { expected: paidOutBesides(found, plan.paidOutFen) }),
  };
}

/** What is written of a row that a person has read is kept by name: another file may take its place. */
const enteredBy = ({ entered: row, entries }: Plan, { newId }: Pick<PaymentsDeps, 'newId'>) =>
  row && {
    row,
    entries: saidEntry()
      .array()
      .parse(entries)
      .map((one) => ({ ...one, id: newId() })),
  };

/** What a line that a person has read says the channel pays out; the rest of its statement has said so by the run. */
function paidOutBesides({ id, channel, merchant, day, subject }: Exception, amountFen: number): Expected {
  const revision = subject.kind === 'line' ? subject.revision : 0;
  return expectPayout({ id: `${readByPerson}${id}`, channel, merchant, day, amountFen, revision });
}

/** What is nobody's by it: it stands in suspense, or goes to the account that was named. */
function suspendedBy({ found, order }: Seen['situation'], { suspended }: Plan, { id, by, at }: By & { id: string }) {
  if (!suspended) return undefined;
  const { account, number, ...put } = suspended;
  const origin = { kind: 'exception' as const, id: found.id, number, day: found.day };
  const charge = order && chargeOf(order, number);
  const said = { id, ...put, origin, ref: found.row?.ref ?? '', since: at, ...(charge && { charge }) };
  return account ? holdToPayOut(said, { account, outcome: { action: 'return', by, at } }) : hold(said);
}

/** The charge that has brought it, where it is a paid one of ours. */
function chargeOf({ id: orderId, payments }: NonNullable<Seen['situation']['order']>, number: string) {
  const paid = payments.flatMap(({ attempts }) => attempts).find((one) => one.number === number && one.paid);
  return paid && { orderId, attempt: paid.number };
}
