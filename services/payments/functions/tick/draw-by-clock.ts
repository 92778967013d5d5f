import { dayOf, startOf } from '#shared/calendar';
import type { PaymentsDeps } from '../../deps.ts';
import { ownCause } from '../own-cause.ts';
import { settleAll } from '../settlement/draw-settlements.ts';
import { confirmArrived } from '../remittance/confirm-arrived.ts';
import { drawAll } from '../remittance/draw-remittances.ts';

/** From three in the afternoon on: the day is closed by noon, and what is released until then goes with the day's own lists. */
const fromHour = 15;

/** Draws the lists that nobody has drawn today, and confirms those that were sent after the bank had shown their money. */
export const drawByClock = (deps: PaymentsDeps) => async (): Promise<Record<string, number>> => {
  const now = deps.now();
  const isTime = now.getTime() - startOf(dayOf(now)).getTime() >= fromHour * 3_600_000;
  const RemittancesDrawn = isTime ? await drawAll(ownCause(deps), deps) : 0;
  const RemittancesConfirmed = await confirmArrived({ receipt: 'bank' }, ownCause(deps), deps);
  const SettlementsDrawn = isTime ? await settleAll(ownCause(deps), deps) : 0;
  return { RemittancesDrawn, RemittancesConfirmed, SettlementsDrawn };
};
