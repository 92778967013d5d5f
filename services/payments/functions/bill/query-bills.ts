import type * as z from 'zod';
import { refuse, type Call, type HttpResponse } from '#shared/route';
import { CollectorSilent, type Collector, type Debt } from '../../collectors/collector.ts';
import type { PaymentsDeps } from '../../deps.ts';
import { claim, raise, revise, type BillChange, type Held } from '../../domain/bill/act.ts';
import { amountOfBill, isDoneWith } from '../../domain/bill/bill.ts';
import { lineOfDebt, withAmount } from '../../domain/bill/of-debt.ts';
import { accountUnknown, collectorSilent, collectorUnknown } from '../../problems/collector.ts';
import type { queryBody } from '../../schemas/collector.ts';
import { showBill } from './read-bills.ts';

type Query = Call<unknown, z.infer<ReturnType<typeof queryBody>>>;

/** What an account owes at a collector becomes bills of who asks. The account's number is passed on and kept nowhere. */
export const queryBills =
  (deps: PaymentsDeps) =>
  async (call: Query): Promise<HttpResponse> => {
    const collector = deps.collectors.get(call.body.collector);
    if (!collector) return refuse(collectorUnknown);
    const debts = await debtsOf(collector, call.body.account);
    if (debts === 'silent') return refuse(collectorSilent);
    if (!debts) return refuse(accountUnknown);
    const items = [];
    for (const debt of debts) {
      const held = await billOf(debt, { call, collector, deps });
      if (held) items.push(showBill(held, { list: await deps.charges.live() }));
    }
    return { status: 200, body: { items } };
  };

async function debtsOf(collector: Collector, account: string): Promise<readonly Debt[] | 'silent' | undefined> {
  try {
    return await collector.find(account);
  } catch (error) {
    if (error instanceof CollectorSilent) return 'silent';
    throw error;
  }
}

interface Asking {
  call: Query;
  collector: Collector;
  deps: PaymentsDeps;
}

/** One bill for each debt, whoever asks: who asks last may pay it. Undefined where another is paying it, or has paid. */
async function billOf(debt: Debt, { call, collector, deps }: Asking): Promise<Held | undefined> {
  const { mark, ...cause } = call.cause;
  const { actor, parties } = call.scope;
  let held = await deps.bills.ofDebt(collector.key, debt.debt);
  const changes: ((found: Held) => BillChange | undefined)[] = [
    (found) => (parties.includes(found.bill.payer) ? undefined : claim(found, actor.partyId)),
    (found) => (amountOfBill(found.bill) === debt.amountFen ? undefined : revise(found, withAmount(found.bill, debt))),
  ];
  if (!held || isDoneWith(held.bill)) {
    const raised = await raisedOf(debt, { call, collector, deps });
    await deps.bills.save({ ...raised, ...(held && { follows: held.bill.id }) }, cause);
    return { bill: raised.bill, hold: raised.hold.after };
  }
  for (const by of changes) {
    const change = by(held);
    if (!change) continue;
    await deps.bills.save(change, cause);
    held = await deps.bills.load(change.bill.id);
    if (!held) return undefined;
  }
  return parties.includes(held.bill.payer) ? held : undefined;
}

async function raisedOf(debt: Debt, { call, collector, deps }: Asking): Promise<BillChange> {
  const charge = (await deps.charges.live())?.charge(debt.code);
  // An agreement of finance's with the collector that the list does not know: nobody may be asked for it.
  if (charge?.kind !== collector.kind) throw new Error(`${debt.code} is no charge that ${collector.key} collects`);
  const source = { by: 'collector' as const, district: deps.set, collector: collector.key, debt: debt.debt };
  const about = { payer: call.scope.actor.partyId, revision: 1, dueAt: debt.dueAt, createdAt: call.cause.at };
  return raise({ id: deps.newId(), source, kind: charge.kind, lines: [lineOfDebt(charge, debt)], ...about });
}
