import type { ReceiveChange } from './receive.ts';
import { reconciliationStep } from './graph.ts';
import type { Reconciliation } from './reconciliation.ts';

const hourMs = 3_600_000;
/** A run writes each of its steps within a quarter of an hour, and is tried five times: after two hours without one nobody tries it any more. */
const firstHours = 2;
const mostHours = 24;

/** Since when a run has stopped; undefined of what is not being matched. */
export function stoppedSince({ state, steppedAt, file }: Reconciliation, at: Date): Date | undefined {
  const last = steppedAt ?? file?.receivedAt;
  const isUnderWay = state === 'received' || state === 'split';
  return isUnderWay && last && at.getTime() - last.getTime() >= firstHours * hourMs ? last : undefined;
}

/** The run that has stopped is begun again, each time after twice as long, at the most a day. Undefined where it has time still. */
export function beginAgain(before: Reconciliation, at: Date): ReceiveChange | undefined {
  const { begunAgain: last, version } = before;
  const state = reconciliationStep(before.state, 'begin-again');
  const since = stoppedSince(before, at);
  const times = last?.times ?? 0;
  const from = Math.max(since?.getTime() ?? 0, last?.at.getTime() ?? 0);
  const waitMs = Math.min(mostHours, firstHours * 2 ** Math.min(times, 10)) * hourMs;
  if (!state || !since || at.getTime() - from < waitMs) return undefined;
  const begunAgain = { times: times + 1, at };
  return { before, after: { ...before, state, begunAgain, version: version + 1 }, act: 'begin-again' };
}
