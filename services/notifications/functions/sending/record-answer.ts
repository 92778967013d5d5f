import type { Cause } from '#shared/cause';
import { retried } from '#shared/conflict';
import { answered, type Answer } from '../../domain/notice/answer.ts';
import type { Notice } from '../../domain/notice/notice.ts';
import type { NoticeDeps } from '../../send-deps.ts';

/** An answer to a delivery, and its notice as it was when it was last seen. */
interface Answering {
  known: Notice;
  n: number;
  answer: Answer;
}

/** Writes down what is said of a delivery, unless it comes too late to change anything; whether it has changed something. */
export function recordAnswer(
  { known, n, answer }: Answering,
  { mark, reply, ...cause }: Cause,
  { notices, calendar, now, pause }: NoticeDeps,
): Promise<boolean> {
  let seen: Notice | undefined = known;
  // A receipt may come while the answer does: whoever loses looks again.
  return retried(async () => {
    const found = seen ?? (await notices.load(known.id));
    seen = undefined;
    const at = now();
    // Days are counted only where somebody is waited for.
    const moment = { now: at, calendar: found?.unreadDays === undefined ? [] : await calendar() };
    const change = found && answered(found, n, { answer, moment });
    if (change) await notices.save(change, { ...cause, at });
    return change !== undefined;
  }, pause);
}
