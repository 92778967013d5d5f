import * as z from 'zod';
import { ArchiveDueV1 } from '#events/intake/archive-due.v1';
import { fact, type Fact } from '#events/event';
import { dayOf, type Day } from '#shared/calendar';
import { once } from '#shared/once';
import { keptUntil as lastDay, retention, type Retention } from '#shared/retention';
import type { Application } from '../case/application.ts';
import { hasResult } from '../delivery/delivery.ts';
import { archiveState, type ArchiveAct, type ArchiveState } from './state.ts';

const moment = once(() => z.coerce.date());

/** 归档: the one package that is kept of a closed case. */
export const archive = once(() =>
  z.object({
    caseId: z.uuid(),
    version: z.int().min(1),
    state: archiveState,
    department: z.string(),
    itemKey: z.string(),
    number: z.string().optional(),
    retention,
    closedAt: moment(),
    keptAt: moment().optional(),
    /** SHA-256 of the manifest, base64url: it names that of each part. */
    manifest: z.string().optional(),
    parts: z.int().optional(),
    bytes: z.int().optional(),
    ref: z.string().optional(),
    timelineHash: z.string().default(''),
  }),
);
export type Archive = z.infer<ReturnType<typeof archive>>;

interface ArchiveArrow {
  act: Exclude<ArchiveAct, 'begin'>;
  from: readonly ArchiveState[];
  to: ArchiveState;
  who: readonly string[];
}

/** From the closing of a case to its package: (from, act, who) → to. */
export const archiveGraph: readonly ArchiveArrow[] = [
  { act: 'order', from: ['due'], to: 'ordered', who: ['clock'] },
  { act: 'keep', from: ['ordered'], to: 'kept', who: ['archive'] },
];

/** Whether a case is closed when it ends: where something is to be delivered, that comes first. */
export function closesAtOnce(ended: Pick<Application, 'state' | 'outcome'>): boolean {
  return (ended.state === 'withdrawn' || ended.state === 'decided') && !hasResult(ended);
}

/** The last day on which it is kept; undefined where that is for good. */
export function keptUntil({ retention: how, closedAt }: Pick<Archive, 'retention' | 'closedAt'>): Day | undefined {
  return lastDay(how, dayOf(closedAt));
}

export interface ArchiveChange {
  before: Archive | undefined;
  archive: Archive;
  act: ArchiveAct;
  facts: readonly Fact[];
}

export function begin(closed: Application, { retention: how, at }: { retention: Retention; at: Date }): ArchiveChange {
  const { id: caseId, department, itemKey, number } = closed;
  const about = { caseId, department, itemKey, number, retention: how, closedAt: at };
  return {
    before: undefined,
    archive: { ...about, version: 1, state: 'due', timelineHash: '' },
    act: 'begin',
    facts: [],
  };
}

/** By the hour after the closing what the last act owed in writing has been made. */
export function order(before: Archive): ArchiveChange {
  return { ...step(before, 'order', {}), facts: [fact(ArchiveDueV1, { caseId: before.caseId })] };
}

export function keep(
  before: Archive,
  kept: Required<Pick<Archive, 'keptAt' | 'manifest' | 'parts' | 'bytes' | 'ref'>>,
): ArchiveChange {
  return step(before, 'keep', kept);
}

export function archiveLook({ state, closedAt }: Archive): { at: Date } | undefined {
  return state === 'due' ? { at: closedAt } : undefined;
}

function step(before: Archive, act: ArchiveChange['act'], changed: Partial<Archive>): ArchiveChange {
  const arrow = archiveGraph.find((one) => one.act === act && one.from.includes(before.state));
  if (!arrow) throw new Error(`the graph has no ${act} from ${before.state}`);
  return { before, archive: { ...before, ...changed, state: arrow.to, version: before.version + 1 }, act, facts: [] };
}
