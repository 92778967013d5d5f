import { dueOf } from '../../domain/clock/limit.ts';
import type { SettlingAt } from '../../domain/fee/assess.ts';
import type { IntakeDeps } from '../../deps.ts';

/** 缴款期限: within fifteen days; one that ends on a day off ends on the next working day (民法典 art. 203). */
const toPay = { n: 15, unit: 'day' } as const;

/** When an account is settled, and until when what it then asks is to be paid. */
export async function settlingAt(at: Date, { calendars }: Pick<IntakeDeps, 'calendars'>): Promise<SettlingAt> {
  const due = dueOf({ limit: toPay, from: at }, await calendars.current());
  return { at, dueAt: due?.dueAt ?? at };
}
