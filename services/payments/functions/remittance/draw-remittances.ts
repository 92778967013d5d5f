import type * as z from 'zod';
import { dayOf } from '#shared/calendar';
import type { Cause } from '#shared/cause';
import type { Call, HttpResponse } from '#shared/route';
import type { PaymentsDeps } from '../../deps.ts';
import { draw, idOf, mostSources, type Drawn, type Remittance } from '../../domain/remittance/remittance.ts';
import type { drawBody } from '../../schemas/remittance.ts';
import { showSummary } from './show-remittance.ts';

type Deps = Pick<PaymentsDeps, 'charges' | 'released' | 'remittances'>;

/** Today’s lists of a merchant, or of all whose money is for the treasury or the fiscal account: drawn once a day, however often it is asked. */
export const drawRemittances =
  (deps: PaymentsDeps) =>
  async ({ body, cause }: Call<unknown, z.infer<ReturnType<typeof drawBody>>>): Promise<HttpResponse> => {
    const { there, drawn } = await planned(body.merchant, cause, deps);
    const items = [...there, ...drawn.map(({ after }) => after)].map(showSummary);
    const reply = { status: 200, body: { items } };
    await saveAll(drawn, { ...cause, reply }, deps);
    return reply;
  };

/** The same by the clock; how many it has drawn. */
export async function drawAll(cause: Cause, deps: Deps): Promise<number> {
  const { drawn } = await planned(undefined, cause, deps);
  await saveAll(drawn, cause, deps);
  return drawn.length;
}

/** Each in a transaction of its own, the last with the mark: one that is killed before it is drawn on when it is asked again. */
async function saveAll(drawn: readonly Drawn[], cause: Cause, { remittances }: Deps): Promise<void> {
  const { mark, reply, ...unmarked } = cause;
  for (const [n, one] of drawn.entries()) {
    await remittances.draw(one, n === drawn.length - 1 ? cause : unmarked);
  }
}

async function planned(merchant: string | undefined, cause: Cause, deps: Deps) {
  const list = await deps.charges.live();
  const passed = (list?.charges ?? []).filter(({ destination }) => destination !== 'own-account');
  const all = new Set(passed.map((one) => one.merchant));
  const wanted = [...all].filter((one) => merchant === undefined || one === merchant);
  const plans = await Promise.all(
    wanted.map((one) => planOf(one, { cause, chargeOf: (code) => list?.charge(code) }, deps)),
  );
  return { there: plans.flatMap((one) => one.there), drawn: plans.flatMap((one) => one.drawn) };
}

interface Given {
  cause: Cause;
  chargeOf: Parameters<typeof draw>[2]['chargeOf'];
}

/** What is there already of today, and what is drawn beside it: another list follows only one that was full. */
async function planOf(merchant: string, { cause, chargeOf }: Given, { released, remittances }: Deps) {
  const day = dayOf(cause.at);
  const there: Remittance[] = [];
  for (let nth = 1; nth === there.length + 1; nth++) {
    const found = await remittances.load(idOf({ merchant, day }, nth));
    if (found) there.push(found);
  }
  const last = there.at(-1);
  const isOver = last !== undefined && last.sources.length < mostSources;
  const drawing = { merchant, day, by: cause.actor, at: cause.at, chargeOf };
  return { there, drawn: isOver ? [] : draw(await released.waiting(merchant), there.length + 1, drawing) };
}
