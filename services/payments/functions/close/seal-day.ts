import { previousDay } from '#shared/calendar';
import type { Cause } from '#shared/cause';
import { channelKeys } from '../../channels/configured.ts';
import type { CloseDeps } from '../../deps.ts';
import { seal } from '../../domain/close/act.ts';
import { statementsCheck } from '../../domain/close/checks.ts';
import type { Period } from '../../domain/close/period.ts';
import { controlOf } from '../../domain/close/sealed.ts';
import type { PeriodSum } from '../../domain/close/sum.ts';
import { closedDayWrites } from '../../stores/periods.ts';
import { sealOf } from './fold.ts';
import { idleStatements } from './idle-statements.ts';
import type { Step } from './run-close.ts';

/** Seals a day: all that was written on it, what every account then holds, and what its statements came to, carried on from the day before. */
export async function sealDay(found: Period, { at }: Cause, deps: CloseDeps): Promise<Step> {
  const { id: day } = found;
  const [before, statements] = await Promise.all([
    deps.periods.closedDay(previousDay(day)),
    deps.reconciliations.ofDay(day),
  ]);
  const own = statements.filter(({ channel }) => channel !== 'bank');
  const { closed, sum } = await sealOf({ day, before, controls: own.map(controlOf) }, deps);
  const idle = await idleStatements(own, deps);
  const { bars } = statementsCheck(day, own, { cleared: clearedIn(sum), idle });
  if (bars.length > 0) return { stop: bars.map(({ of, why }) => `statements: ${of} ${why}`).join('; ') };
  const change = seal(found, { hash: closed.hash, entries: sum.entries, at });
  return { change, more: closedDayWrites(closed, sum) };
}

const withStatements = new Set<string>(channelKeys);

/** Where channels that send statements have taken something. */
function clearedIn({ moved }: PeriodSum) {
  return [...moved].flatMap(([account, { debitFen }]) => {
    const [kind, channel = '', merchant = ''] = account.split('/');
    return kind === 'clearing' && debitFen > 0 && withStatements.has(channel) ? [{ channel, merchant }] : [];
  });
}
