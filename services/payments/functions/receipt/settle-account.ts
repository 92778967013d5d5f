import { dayOf } from '#shared/calendar';
import type { Cause } from '#shared/cause';
import { Conflict, retried } from '#shared/conflict';
import type { PaymentsDeps } from '../../deps.ts';
import { draw, numbersIn, type Drawn, type Lane } from '../../domain/receipt/lanes.ts';
import type { Receipt } from '../../domain/receipt/receipt.ts';
import { hold, numbersFor, settle, settled, type AccountChange } from '../../domain/receipt/settle.ts';
import { idOf } from './receipt-id.ts';

type Deps = Pick<PaymentsDeps, 'receipts' | 'segments' | 'newCheck' | 'pause'>;

/**
 * Makes the receipts that an account owes, and saves it. Where there are not enough numbers, or too many want the same ones, it
 * waits for them, and the clock goes on: whether anything was written is given back.
 */
export async function settleAccount(change: AccountChange, cause: Cause, deps: Deps): Promise<boolean> {
  try {
    return await retried(() => settleOnce(change, cause, deps), deps.pause);
  } catch (error) {
    if (!(error instanceof Conflict) || change.act === 'settle') throw error;
    // Where the account itself was changed meanwhile, this is refused as well.
    await deps.receipts.settle(change, [], cause);
    return true;
  }
}

async function settleOnce(change: AccountChange, cause: Cause, deps: Deps): Promise<boolean> {
  const { current: id } = change.account;
  const current = id ? await deps.receipts.load(id) : undefined;
  if (id && !current) throw new Error(`receipt ${id} is not there`);
  const made = await madeOf(change, { current, at: cause.at }, deps);
  const isNews = made !== undefined || change.act !== 'settle';
  if (isNews) await deps.receipts.settle(made?.change ?? change, made?.drawn ?? [], cause);
  return isNews;
}

interface Standing {
  current: Receipt | undefined;
  at: Date;
}

/** What becomes of an account, and the numbers that it takes; undefined where there are not enough. */
async function madeOf(
  change: AccountChange,
  { current, at }: Standing,
  deps: Deps,
): Promise<{ change: AccountChange; drawn: Drawn[] } | undefined> {
  const count = numbersFor(change.account, current);
  if (count === 0) return { change: settled(change), drawn: [] };
  if (count === 'entry') return current && { change: hold(change, current), drawn: [] };
  const day = dayOf(at);
  const { id } = change.account;
  const drawn = await drawNumbers(count, { day, seed: Number.parseInt(id.slice(0, 8), 16) }, deps);
  if (!drawn) return undefined;
  const numbers = numbersIn(drawn).map((one) => ({ ...one, check: deps.newCheck() }));
  const making = { current, numbers, idOf: (n: number) => idOf(`${id} ${n}`), at, day };
  return { change: settle(change, making), drawn };
}

/** So many numbers of the segments in use, the oldest first. */
async function drawNumbers(count: number, { day, seed }: { day: string; seed: number }, { segments }: Deps) {
  const known: Lane[] = [];
  for (const { id } of await segments.inUse(day)) {
    const lanes = await segments.lanes(id);
    known.push(...lanes.filter(({ next, to }) => next <= to));
    const drawn = draw(known, count, seed);
    if (drawn) return drawn;
  }
  return undefined;
}
