import { joined, nothingGathered, type Gathered } from '../remittance/gathered.ts';
import { reconciliationStep, type ReconciliationAct } from './graph.ts';
import type { Reconciliation, Tally } from './reconciliation.ts';
import type { FileTotals } from './row.ts';
import type { Moved } from './settle.ts';
import { added, addedByClass, checkTotals, nothing, totalOf, type ByClass } from './tally.ts';
import { clearingShards } from '../ledger/clearing-item.ts';

export interface RunChange {
  before: Reconciliation;
  after: Reconciliation;
  act: ReconciliationAct | 'shard';
}

/** What reading a file has come to. */
export interface FileRead {
  rows: Tally;
  said: FileTotals | undefined;
  badLines: number;
  chunks: number[];
  moved: Moved;
}

/** The file is read, and its rows lie by partitions. Whatever an earlier file had come to is begun anew. */
export function split(before: Reconciliation, read: FileRead): RunChange {
  const { said, ...rest } = read;
  const bad = read.badLines > 0 ? { UNPARSEABLE_ROW: { ...nothing, rows: read.badLines } } : {};
  const clean = { ...before, said, shardsDone: 0, classes: bad, items: {}, gathering: nothingGathered };
  return step(clean, before, { act: 'split', ...rest });
}

/** One more partition is matched. */
export function shardDone(
  before: Reconciliation,
  { classes, items, gathered }: { classes: ByClass; items: ByClass; gathered: Gathered },
): RunChange {
  const after: Reconciliation = {
    ...before,
    version: before.version + 1,
    shardsDone: before.shardsDone + 1,
    classes: addedByClass(before.classes ?? {}, classes),
    items: addedByClass(before.items ?? {}, items),
    gathering: joined(before.gathering ?? nothingGathered, gathered),
  };
  return { before, after, act: 'shard' };
}

/** Each row is in one class; throws where they do not come to the whole file. */
export function finish(
  before: Reconciliation,
  { at, settled }: { at: Date; settled: NonNullable<Reconciliation['settled']> },
): RunChange {
  if (before.shardsDone < clearingShards) throw new Error(`${before.id} is not matched yet`);
  const bad: Tally = { ...nothing, rows: before.badLines };
  checkTotals(before.id, totalOf(before.classes ?? {}), added(before.rows ?? nothing, bad));
  const { gathering, chunks, ...kept } = before;
  return step(kept, before, { act: 'match', released: gathering ?? nothingGathered, settled, matchedAt: at });
}

/** The file is none of its format: nothing of it is taken, and what an earlier one had come to stays. */
export const giveUp = (before: Reconciliation): RunChange => step(before, before, { act: 'give-up' });

function step(
  is: Reconciliation,
  before: Reconciliation,
  { act, ...more }: Partial<Reconciliation> & { act: ReconciliationAct },
): RunChange {
  const state = reconciliationStep(before.state, act);
  if (!state) throw new Error(`${before.id} is ${before.state}: it cannot ${act}`);
  return { before, after: { ...is, ...more, state, version: before.version + 1 }, act };
}

/** Where a file's own last lines say otherwise than its rows; sums say nothing where rows of it cannot be read. */
export function totalsFault({
  said,
  rows,
  badLines,
}: Pick<FileRead, 'said' | 'rows' | 'badLines'>): string | undefined {
  if (!said) return undefined;
  if (said.rows !== rows.rows + badLines) return 'rows';
  const names = ['inFen', 'outFen', 'feeFen'] as const;
  return badLines > 0 ? undefined : names.find((name) => said[name] !== undefined && said[name] !== rows[name]);
}
