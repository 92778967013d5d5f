import type { PeriodChangedV1 } from '#events/payments/period-changed.v1';
import type { Received } from '#events/event';
import type { Cause } from '#shared/cause';
import type { CloseDeps } from '../../deps.ts';
import { stop, type PeriodChange } from '../../domain/close/act.ts';
import { isClosable, type Check } from '../../domain/close/checks.ts';
import { kindOfPeriod, type Period } from '../../domain/close/period.ts';
import { checksOf } from './checks-of.ts';
import { provePart } from './prove-part.ts';
import { sealDay } from './seal-day.ts';
import { sealParts } from './seal-parts.ts';

type Changed = Received<(typeof PeriodChangedV1)['type'], (typeof PeriodChangedV1)['data']>;

/** What a step of the run comes to: what is written beside the record, or what stands in the way. */
export type Step = { stop: string } | { change: PeriodChange | undefined; more?: CloseWrites };
type CloseWrites = Parameters<CloseDeps['periods']['save']>[2];

/**
 * Two people have agreed: a day is sealed at once; of a month day after day is proved first, a step and a fact for each, so that a run
 * that was killed goes on where it was.
 */
export const runClose =
  (deps: CloseDeps) =>
  async ({ data, sequence }: Changed, cause: Cause): Promise<void> => {
    if (data.state !== 'sealing') return;
    const found = await deps.periods.load(data.period);
    // Of an older step there is nothing left to do: the one after it has its own fact.
    if (found.state !== 'sealing' || found.version !== sequence) return;
    const step = await stepOf(found, cause, deps);
    const change = 'stop' in step ? stop(found, { by: 'run', at: cause.at, reason: step.stop }) : step.change;
    if (change) await deps.periods.save(change, cause, 'stop' in step ? [] : step.more);
  };

async function stepOf(found: Period, cause: Cause, deps: CloseDeps): Promise<Step> {
  const checks = (await checksOf(found.id, cause.at, deps)) ?? [];
  if (!isClosable(checks)) return { stop: reasonOf(checks) };
  if (kindOfPeriod(found.id) === 'day') return sealDay(found, cause, deps);
  return (await provePart(found, deps)) ?? sealParts(found, cause, deps);
}

/** The names of what has come in the way since it was agreed. */
function reasonOf(checks: readonly Check[]): string {
  const named = checks.flatMap(({ check, bars }) => bars.map(({ of, why }) => `${check}: ${of} ${why}`));
  return named.slice(0, 20).join('; ');
}
