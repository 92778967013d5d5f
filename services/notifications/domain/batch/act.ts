import { BatchChangedV1 } from '#events/notifications/batch-changed.v1';
import { fact, type Fact } from '#events/event';
import type { Batch, Person, RowFault } from './batch.ts';
import { batchGraph, batchStep, type BatchAct } from './graph.ts';

/** What an act makes of a batch. */
export interface BatchChange {
  before?: Batch;
  batch: Batch;
  act: 'create' | BatchAct;
  facts: readonly Fact[];
}

const minuteMs = 60_000;
const dayMs = 24 * 60 * minuteMs;
/** How long a file is awaited; how long somebody may think; and after which time whoever reads or sends must have been killed. */
const [fileMs, waitMs, turnMs] = [dayMs, 30 * dayMs, 10 * minuteMs];
/** So many faults are shown at once; the file of faults has them all. */
const mostShown = 20;

/** A batch that waits for its file, or, where its rows came with it, for another person. */
export function createBatch(
  given: Omit<Batch, 'version' | 'state' | 'turn' | 'timelineHash' | 'dueAt'>,
  now: Date,
): BatchChange {
  const waits = given.file ? fileMs : waitMs;
  const state = given.file ? 'awaiting-file' : 'to-approve';
  const made = { ...given, version: 1, state, turn: 0, timelineHash: '', dueAt: later(now, waits) } as const;
  return { batch: made, act: 'create', facts: [toldOf(made)] };
}

export const confirm = (before: Batch, now: Date) => step(before, 'confirm', { turn: 1, dueAt: later(now, turnMs) });

/** Every row was read: it is sound as a whole, or goes no further. */
export function checked(
  before: Batch,
  { rows, count, first }: { rows: number; count: number; first: readonly RowFault[] },
  now: Date,
): BatchChange | undefined {
  if (count === 0) return step(before, 'find-sound', { rows, dueAt: later(now, waitMs) });
  return step(before, 'find-faults', { rows, faults: { count, first: first.slice(0, mostShown) }, dueAt: undefined });
}

/** Another person says yes. What is due is begun by whoever hears of it, what is not by the clock. */
export const approve = (before: Batch, by: Person, now: Date) =>
  step(before, 'approve', { approvedBy: by, approvedAt: now, dueAt: latest(before.sendAt, now) });

export const begin = (before: Batch, now: Date) =>
  isDue(before, now) ? step(before, 'begin', nextTurn(before, now)) : undefined;

export const goOn = (before: Batch, now: Date) => step(before, 'go-on', nextTurn(before, now));
export const putOff = (before: Batch, until: Date) => step(before, 'put-off', { dueAt: until });
export const pause = (before: Batch, now: Date) => step(before, 'pause', { dueAt: later(now, waitMs) });
export const resume = (before: Batch, now: Date) => step(before, 'resume', { dueAt: latest(before.sendAt, now) });
/** It is over, in whichever way. */
export const end = (before: Batch, act: 'finish' | 'cancel' | 'lapse' | 'stop') =>
  step(before, act, { dueAt: undefined });

/** What time alone makes of a batch. */
export function pass(before: Batch, now: Date): BatchChange | undefined {
  if (!isDue(before, now)) return undefined;
  return end(before, 'lapse') ?? begin(before, now) ?? goOn(before, now);
}

/** Maker and checker are two persons, by whichever accounts (发布审核：拟稿与审核分离). */
export const isOwn = ({ proposedBy }: Pick<Batch, 'proposedBy'>, by: Person): boolean =>
  proposedBy.sub === by.sub || proposedBy.partyId === by.partyId;

const shown = ['confirm', 'approve', 'pause', 'resume', 'cancel'] as const;

/** What people may do with it by its state; whether his role may, the route says. */
export function actionsOf(found: Batch, by: Person): (typeof shown)[number][] {
  const open = shown.filter((act) => batchGraph.some((arrow) => arrow.act === act && arrow.from.includes(found.state)));
  return open.filter((act) => act !== 'approve' || !isOwn(found, by));
}

const isDue = ({ dueAt }: Batch, now: Date): boolean => dueAt !== undefined && dueAt <= now;
const later = (now: Date, byMs: number): Date => new Date(now.getTime() + byMs);
const latest = (asked: Date | undefined, now: Date): Date => (asked && asked > now ? asked : now);
const nextTurn = ({ turn }: Batch, now: Date) => ({ turn: turn + 1, dueAt: later(now, turnMs) });

const toldOf = ({ id, state, turn }: Batch): Fact => fact(BatchChangedV1, { batchId: id, state, turn });

function step(before: Batch, act: BatchAct, is: Partial<Batch>): BatchChange | undefined {
  const state = batchStep(before.state, act);
  if (!state) return undefined;
  const after = { ...before, ...is, state, version: before.version + 1 };
  return { before, batch: after, act, facts: [toldOf(after)] };
}
