import { dayOf, startOf } from '#shared/calendar';
import type { PaymentsDeps } from '../../deps.ts';
import { ownCause } from '../own-cause.ts';
import { drawAll } from '../remittance/draw-remittances.ts';

/** From three in the afternoon on: the day is closed by noon, and what is released until then goes with the day's own lists. */
const fromHour = 15;

/** Draws the lists that nobody has drawn today. */
export const drawByClock = (deps: PaymentsDeps) => async (): Promise<Record<string, number>> => {
  const now = deps.now();
  const isTime = now.getTime() - startOf(dayOf(now)).getTime() >= fromHour * 3_600_000;
  return { RemittancesDrawn: isTime ? await drawAll(ownCause(deps), deps) : 0 };
};
