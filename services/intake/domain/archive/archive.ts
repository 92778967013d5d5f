import * as z from 'zod';
import { ArchiveDueV1 } from '#events/intake/archive-due.v1';
import { fact, type Fact } from '#events/event';
import { dayOf, type Day } from '#shared/calendar';
import { once } from '#shared/once';
import { keptUntil as lastDay, retention, type Retention } from '#shared/retention';
import type { Application } from '../case/application.ts';
import { hasResult } from '../case/asked.ts';
import { archiveState, type ArchiveAct, type ArchiveState } from './state.ts';

const moment = once(() => z.coerce.date());

const versions = once(() => z.record(z.string(), z.int()));
export type Versions = z.infer<ReturnType<typeof versions>>;

/** A package that was made. */
const packed = once(() =>
  z.object({ keptAt: moment(), manifest: z.string(), parts: z.int(), bytes: z.int(), ref: z.string() }),
);
export type Packed = z.infer<ReturnType<typeof packed>>;

/** 归档: the package that is kept of a closed case. */
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
    /** Versions of what follows from the case, as they are in the last package. */
    covers: versions().optional(),
    /** The packages before the last, oldest first: each later one names the one before it. */
    earlier: z.array(packed()).default([]),
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
  { act: 'supplement', from: ['kept'], to: 'ordered', who: ['clock'] },
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
    archive: { ...about, version: 1, state: 'due', earlier: [], timelineHash: '' },
    act: 'begin',
    facts: [],
  };
}

/** By the hour after the closing what the last act owed in writing has been made. */
export function order(before: Archive): ArchiveChange {
  return { ...step(before, 'order', {}), facts: [fact(ArchiveDueV1, { caseId: before.caseId })] };
}

export function keep(before: Archive, kept: Packed & { covers: Versions }): ArchiveChange {
  const last = packageOf(before);
  return step(before, 'keep', { ...kept, earlier: [...before.earlier, ...(last ? [last] : [])] });
}

/** What follows from the case has gone on since: a package more, which names the last one. */
export function supplement(before: Archive): ArchiveChange {
  return { ...step(before, 'supplement', {}), facts: [fact(ArchiveDueV1, { caseId: before.caseId })] };
}

/** The last package that was made; undefined before the first. */
export function packageOf({ keptAt, manifest, parts, bytes, ref }: Archive): Packed | undefined {
  const isMade = keptAt && manifest !== undefined && parts !== undefined && bytes !== undefined && ref !== undefined;
  return isMade ? { keptAt, manifest, parts, bytes, ref } : undefined;
}

/** Whether what follows from a case stands elsewhere than in its last package. */
export const hasGoneOn = ({ covers = {} }: Archive, now: Versions): boolean =>
  Object.entries(now).some(([name, version]) => covers[name] !== version);

const dayMs = 86_400_000;
/** What follows is looked at every thirty days, for a year: publicity, receipts, objections and repayments have come by then. Ours; no source sets it. */
const [everyMs, lookedAtMs] = [30 * dayMs, 365 * dayMs];

/** When the clock looks: to order the first package, and then whether a supplement is due. */
export function archiveLook({ state, closedAt, earlier, ...last }: Archive, now: Date): { at: Date } | undefined {
  if (state === 'due') return { at: closedAt };
  const first = earlier[0]?.keptAt ?? last.keptAt;
  if (state !== 'kept' || !first) return undefined;
  const rounds = Math.floor((now.getTime() - first.getTime()) / everyMs) + 1;
  return rounds * everyMs <= lookedAtMs ? { at: new Date(first.getTime() + rounds * everyMs) } : undefined;
}

function step(before: Archive, act: ArchiveChange['act'], changed: Partial<Archive>): ArchiveChange {
  const arrow = archiveGraph.find((one) => one.act === act && one.from.includes(before.state));
  if (!arrow) throw new Error(`the graph has no ${act} from ${before.state}`);
  return { before, archive: { ...before, ...changed, state: arrow.to, version: before.version + 1 }, act, facts: [] };
}
