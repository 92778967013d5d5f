import type * as z from 'zod';
import { dayOf } from '#shared/calendar';
import type { Cause } from '#shared/cause';
import type { Call, HttpResponse } from '#shared/route';
import type { PaymentsDeps } from '../../deps.ts';
import { settlementStep } from '../../domain/settlement/graph.ts';
import { drawSettlement, settlementId, type DrawnSettlement } from '../../domain/settlement/settlement.ts';
import type { drawBody } from '../../schemas/remittance.ts';
import { hasArrived } from '../remittance/arrived.ts';
import { showSettlement } from './show-settlement.ts';

type Deps = Pick<PaymentsDeps, 'charges' | 'released' | 'settlements' | 'expected' | 'exceptions'>;

/** Today’s settlements of payees with accounts of their own: of what is reconciled and has arrived, once for each payee and day. */
export const drawSettlements =
  (deps: PaymentsDeps) =>
  async ({ body, cause }: Call<unknown, z.infer<ReturnType<typeof drawBody>>>): Promise<HttpResponse> => {
    const plans = await planned(body.merchant, { cause, anew: true }, deps);
    const items = plans.flatMap(({ there, drawn }) => drawn?.after ?? there ?? []).map((one) => showSettlement(one));
    const reply = { status: 200, body: { items } };
    await saveAll(plans, { ...cause, reply }, deps);
    return reply;
  };

/** The same by the clock, which draws none anew that a person has rejected; how many it has drawn. */
export async function settleAll(cause: Cause, deps: Deps): Promise<number> {
  return saveAll(await planned(undefined, { cause, anew: false }, deps), cause, deps);
}

type Plan = Awaited<ReturnType<typeof planOf>>;

async function saveAll(plans: readonly Plan[], cause: Cause, { settlements }: Deps): Promise<number> {
  const { mark, reply, ...unmarked } = cause;
  const drawn = plans.flatMap((one): DrawnSettlement[] => (one.drawn ? [one.drawn] : []));
  for (const [n, one] of drawn.entries()) await settlements.draw(one, n === drawn.length - 1 ? cause : unmarked);
  return drawn.length;
}

interface Asked {
  cause: Cause;
  /** Whether one of today that was rejected is drawn anew. */
  anew: boolean;
}

async function planned(merchant: string | undefined, asked: Asked, deps: Deps): Promise<Plan[]> {
  const list = await deps.charges.live();
  const own = (list?.charges ?? []).filter(({ destination }) => destination === 'own-account');
  const all = new Set(own.map((one) => one.merchant));
  const wanted = [...all].filter((one) => merchant === undefined || one === merchant);
  return Promise.all(wanted.map((one) => planOf(one, asked, deps)));
}

async function planOf(merchant: string, { cause: { actor, at }, anew }: Asked, deps: Deps) {
  const day = dayOf(at);
  const there = await deps.settlements.load(settlementId({ merchant, day }));
  if (there && !(anew && settlementStep(there.state, 'draw'))) return { there };
  const waiting = await deps.released.waiting(merchant);
  const shown = await Promise.all(waiting.map((one) => hasArrived({ merchant, sources: [one] }, deps)));
  const arrived = waiting.filter((_, n) => shown[n]);
  return { there, drawn: drawSettlement(arrived, { merchant, day, by: actor, at, before: there }) };
}
