import type { Cause } from '#shared/cause';
import { retried } from '#shared/conflict';
import { answered, type Answer } from '../../domain/notice/answer.ts';
import type { NoticeDeps } from '../../send-deps.ts';

/** Writes down what is said of a delivery, unless it comes too late to change anything; whether it has changed something. */
export function recordAnswer(
  { id, n, answer }: { id: string; n: number; answer: Answer },
  { mark, reply, ...cause }: Cause,
  { notices, calendar, now, pause }: NoticeDeps,
): Promise<boolean> {
  // A receipt may come while the answer does: whoever loses looks again.
  return retried(async () => {
    const found = await notices.load(id);
    const at = now();
    const change = found && answered(found, n, { answer, moment: { now: at, calendar: await calendar() } });
    if (change) await notices.save(change, { ...cause, at });
    return change !== undefined;
  }, pause);
}
