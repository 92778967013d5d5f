import { daysAfter, startOf } from '#shared/calendar';
import { reconciliationStep, type ReconciliationAct } from './graph.ts';
import { reconciliationId, type Reconciliation, type StatementFile } from './reconciliation.ts';

export interface ReceiveChange {
  before: Reconciliation | undefined;
  after: Reconciliation;
  act: ReconciliationAct | 'expect';
}

const hourMs = 3_600_000;
/** Channels write the statement of a day until ten of the next morning; from eleven on one that is not there is missing. */
const [writtenAfterHours, dueAfterHours] = [10, 11];

/** From when on a channel is asked for its statement of a day. */
const askedFrom = (day: string): Date => new Date(startOf(daysAfter(day, 1)).getTime() + writtenAfterHours * hourMs);

/** Since when a statement that was to come by a day is missing. */
export const dueOn = (day: string): Date => new Date(startOf(day).getTime() + dueAfterHours * hourMs);

/** A statement is to come. */
export function expect(place: Pick<Reconciliation, 'channel' | 'merchant' | 'day' | 'dueAt'>): ReceiveChange {
  const begun = { state: 'awaited', version: 1, earlier: [], shardsDone: 0, badLines: 0, timelineHash: '' } as const;
  return { before: undefined, after: { ...begun, ...place, earlier: [], id: reconciliationId(place) }, act: 'expect' };
}

/** It should have been there. Undefined: it is there, or may still come in time. */
export function miss(before: Reconciliation, at: Date): ReceiveChange | undefined {
  const state = reconciliationStep(before.state, 'miss');
  if (!state || at < before.dueAt) return undefined;
  return { before, after: { ...before, state, version: before.version + 1 }, act: 'miss' };
}

export type Received = Omit<StatementFile, 'revision' | 'key'>;

/**
 * A file has come. The same bytes again change nothing; others are another revision, which takes the place of the one before and begins
 * everything anew, while what was settled of that one stays known until it is taken back.
 */
export function receive(before: Reconciliation, file: Received): ReceiveChange | undefined {
  const state = reconciliationStep(before.state, 'receive');
  if (!state || before.file?.sha256 === file.sha256) return undefined;
  const revision = (before.file?.revision ?? 0) + 1;
  const { rows, said, classes, items, matchedAt, begunAgain, ...kept } = before;
  const after: Reconciliation = {
    ...kept,
    state,
    version: before.version + 1,
    file: { ...file, revision, key: `statements/${before.id}/${revision}/${file.sha256}` },
    earlier: [...before.earlier, ...(before.file ? [before.file] : [])],
    shardsDone: 0,
    badLines: 0,
  };
  return { before, after, act: 'receive' };
}

const dayMs = 24 * hourMs;

/**
 * A channel is asked at each turn until a day after a statement was due, then four times a day, and after three months, when it has none
 * any more, never. Of days that nobody looked at meanwhile it is asked at once.
 */
export function isAskedAt({ state, day, dueAt }: Reconciliation, at: Date): boolean {
  const lateMs = at.getTime() - dueAt.getTime();
  if (at < askedFrom(day) || lateMs > 90 * dayMs) return false;
  return state === 'awaited' || lateMs < dayMs || at.getTime() % (6 * hourMs) < hourMs / 6;
}
