import { clearingOf, transitOf } from '../ledger/accounts.ts';
import { movedBy } from '../ledger/clearing-item.ts';
import { signed, type SaidEntry } from '../ledger/entry.ts';
import type { Released } from '../remittance/released.ts';
import { withdraw, type SuspenseChange } from '../suspense/act.ts';
import type { Suspense } from '../suspense/suspense.ts';
import type { Exception } from './exception.ts';
import { exceptionStep } from './graph.ts';
import type { Raised } from './raise.ts';
import { releaseOf } from './release.ts';
import { negated } from './situation.ts';

/** What is taken back of a line that a person had read. */
interface Superseded {
  change: Raised;
  entries: readonly SaidEntry[];
  withdrawn?: SuspenseChange;
  release?: Released;
}

interface By {
  revision: number;
  at: Date;
  /** What it has put into suspense. */
  suspense: Suspense | undefined;
}

/**
 * Another file says itself what the line says: what was written of it is taken back, entry by entry, so that its money counts once. What
 * has left suspense meanwhile stays where it went: its number has it from now on. Undefined where there is nothing to take back.
 */
export function supersede(before: Exception, { revision, at, suspense }: By): Superseded | undefined {
  const { entered, subject, supersededBy } = before;
  const state = exceptionStep(before.state, 'supersede');
  const isEarlier = subject.kind === 'line' && subject.revision < revision;
  if (!entered || !state || !isEarlier || supersededBy !== undefined) return undefined;
  const withdrawn = suspense && withdraw(suspense, { action: 'another-file', by: 'run', at });
  const isKept = suspense !== undefined && !withdrawn;
  const entries = entered.entries.map((one) => (isKept && one.kind === 'settle' ? movedOn(one, before) : undone(one)));
  // The fee of what stays with whom it went to went with it.
  const released = releaseOf(before, { reconciles: [], feeFen: isKept ? -suspense.feeFen : 0 });
  const is = { state, supersededBy: revision, version: before.version + 1 };
  return {
    change: { before, after: { ...before, ...is, ...(released && { released: released.kept }) }, act: 'supersede' },
    entries,
    ...(withdrawn && { withdrawn }),
    ...(released && { release: released.release }),
  };
}

type Entered = NonNullable<Exception['entered']>['entries'][number];

const undone = ({ id: corrects, legs, clears }: Entered): SaidEntry => ({
  kind: 'unsettle',
  corrects,
  legs: legs.map((one) => ({ ...one, side: one.side === 'debit' ? 'credit' : 'debit' })),
  clears: clears.map((item) => ({ ...item, amountFen: -item.amountFen, lines: negated(item.lines) })),
});

/** The whole row stands under its number: what it had met there, and what was nobody's and is somebody's now. */
function movedOn({ id: corrects, clears }: Entered, { channel, merchant, day, entered }: Exception): SaidEntry {
  const { number = '', direction = 'in', amountFen = 0 } = entered?.row ?? {};
  const place = { channel, merchant };
  const fen = movedBy({ direction, amountFen });
  const lines = negated(clears.flatMap((item) => item.lines));
  return {
    kind: 'unsettle',
    corrects,
    legs: [...signed(transitOf(place), -fen), ...signed(clearingOf(place), fen)],
    clears: [{ ...place, day, number, direction, amountFen, ref: '', lines }],
  };
}
