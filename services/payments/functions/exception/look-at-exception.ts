import type { Cause } from '#shared/cause';
import type { Exception } from '../../domain/exception/exception.ts';
import { fallAway, letGo, lookAt, lookedAgain } from '../../domain/exception/raise.ts';
import { unknown } from '../../domain/reconciliation/outcome.ts';
import { sidesOf } from '../../domain/reconciliation/side.ts';
import { countedFen } from '../../domain/reconciliation/verdict.ts';
import { lookElsewhere } from '../statement/look-elsewhere.ts';
import { openRun, type LookDeps } from '../statement/run-deps.ts';
import { saveRaised, type Told } from '../statement/save-raised.ts';
import { toldOf } from '../statement/take-outcomes.ts';

/** A difference that may have come right by itself is looked at: whether its item has been booked, or its limit is past. */
export async function lookAtException(found: Exception, cause: Cause, deps: LookDeps): Promise<boolean> {
  const due = lookAt(found);
  if (!due || due > cause.at) return false;
  const told = found.state === 'carried' ? await carried(found, cause, deps) : await missing(found, cause, deps);
  if (told) await saveRaised([told], cause, deps);
  return told?.change !== undefined;
}

async function carried(found: Exception, { at }: Cause, deps: LookDeps): Promise<Told | undefined> {
  const { subject, channel, merchant, day } = found;
  // What went the other way stands in the ledger under that other way: another file alone can show it to be right.
  if (subject.kind !== 'number' || found.class === 'DIRECTION_MISMATCH') return { change: letGo(found) };
  const item = { ...subject, channel, merchant, day };
  const [side] = sidesOf(await deps.ledger.clearingOf(item)).values();
  const isSettled = !side || side.amountFen === 0 || (await deps.claims.load(item)) !== undefined;
  return { change: isSettled ? fallAway(found, { at, why: 'agrees-now' }) : letGo(found) };
}

async function missing(found: Exception, cause: Cause, deps: LookDeps): Promise<Told | undefined> {
  const { row, subject, channel, merchant, day, differenceFen } = found;
  const outcome = row && unknown([row]);
  // Of several rows the first alone is kept: the next run sees them all.
  const isWhole = row && countedFen([row]) === differenceFen;
  if (!outcome || !isWhole || subject.kind !== 'number') return { change: lookedAgain(found, cause.at) };
  const record = await deps.reconciliations.load(found.reconciliationId);
  const run = await openRun({ channel, merchant, day }, { revision: record?.file?.revision ?? 1, cause }, deps);
  const looked = await lookElsewhere(outcome, run, deps);
  if (looked.outcome.class === 'MISSING_IN_LEDGER') return { change: lookedAgain(found, cause.at) };
  return toldOf(looked, found, run);
}
