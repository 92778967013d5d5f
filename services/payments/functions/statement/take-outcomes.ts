import type { Write } from '#shared/table';
import { findingOf } from '../../domain/exception/finding.ts';
import type { Exception } from '../../domain/exception/exception.ts';
import { fallAway, raise, type Raised } from '../../domain/exception/raise.ts';
import { releaseOf } from '../../domain/exception/release.ts';
import type { Released } from '../../domain/remittance/released.ts';
import type { Outcome } from '../../domain/reconciliation/outcome.ts';
import { ifAbsent } from '#shared/table';
import { claimWrite, unclaimed } from '../../stores/claims.ts';
import { exceptionKey } from '../../stores/exceptions.ts';
import { releasedWrite } from '../../stores/released.ts';
import type { Looked } from './look-elsewhere.ts';
import { exceptionAt, placeOf, type Run } from './run-deps.ts';
import type { Told } from './save-raised.ts';

export const subjectOf = ({ number, direction, nth }: Outcome) => ({ kind: 'number' as const, number, direction, nth });

/** Whether the money of an outcome is reconciled: both sides say the same of it, but perhaps for the fee. */
export const isReconciled = ({ class: found, rows, side }: Outcome): boolean =>
  (found === 'MATCHED' || found === 'FEE_MISMATCH') && rows.length > 0 && side !== undefined;

/** What an outcome makes of the exception of its number, and what is written with it. Undefined: nothing. */
export function toldOf({ outcome, claim }: Looked, known: Exception | undefined, run: Run): Told | undefined {
  const change = outcome.class === 'MATCHED' ? known && cleared(known, run) : raised(outcome, known, run);
  const { ended, release } = change?.act === 'fall-away' ? released(change, outcome, run) : { ended: change };
  const more: Write[] = [
    ...(release ? [releasedWrite(release)] : []),
    ...(claim ? claimWrites(claim, known, run) : []),
    // Whoever claims it at the same time finds no exception yet: one of the two looks again.
    ...(outcome.rows.length === 0 && outcome.side && change?.act === 'raise'
      ? [unclaimed({ ...run.place, ...outcome.side })]
      : []),
  ];
  return ended || more.length > 0 ? { change: ended, more } : undefined;
}

const cleared = (known: Exception, { cause }: Run) => fallAway(known, { at: cause.at, why: 'agrees-now' });

function raised(outcome: Outcome, known: Exception | undefined, run: Run) {
  const finding = findingOf(outcome);
  return raise(known, finding, placeOf(run, finding.subject));
}

/** What came right by itself, and has come by more since: by an item, or by a file that shows it again. Undefined where nothing has. */
export function releasedSince(known: Exception, outcome: Outcome, run: Run): Told | undefined {
  if (known.state !== 'resolved' || known.outcome?.by !== 'run' || !isReconciled(outcome)) return undefined;
  const after = { ...known, version: known.version + 1 };
  const { ended, release } = released({ before: known, after, act: 'change' }, outcome, run);
  return release && { change: ended, more: [releasedWrite(release)] };
}

/** The money of an exception is released by its end: all that agrees under its number by now, less what an earlier end has released. */
function released(change: Raised, outcome: Outcome, { place }: Run): { ended: Raised; release?: Released } {
  const { side, rows } = outcome;
  if (change.after.money === 'run') return { ended: change };
  const reconciles = isReconciled(outcome) && side ? [{ ...place, ...side, ref: '', lines: [...side.lines] }] : [];
  const feeFen = reconciles.length > 0 ? rows.reduce((sum, row) => sum + row.feeFen, 0) : 0;
  const found = releaseOf(change.after, { reconciles, feeFen });
  if (!found) return { ended: change };
  const ended = { ...change, after: { ...change.after, released: found.kept } };
  return { ended, release: { ...found.release, day: place.day } };
}

function claimWrites(
  { found, known: claimed }: NonNullable<Looked['claim']>,
  known: Exception | undefined,
  run: Run,
): Write[] {
  const { number, direction } = found;
  const key = exceptionKey(exceptionAt(run, { kind: 'number', number, direction, nth: 1 }));
  return [claimWrite(found, claimed), ...(known ? [] : [{ check: key, when: ifAbsent }])];
}
