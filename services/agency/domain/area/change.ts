import type { Day } from '#shared/calendar';
import { actsIn, stateBy, type RecordChange } from '../record-change.ts';
import type { Area, AreaReport } from './area.ts';
import { areaGraph, type AreaAct } from './graph.ts';

export type AreaChange = RecordChange<Area>;

type Beginning = Pick<Area, 'id' | 'name' | 'bounds' | 'reports'>;

/** An area that counts for nobody until it is published. */
export function registerArea(given: Beginning, at: Date): AreaChange {
  const begun: Area = { ...given, version: 1, state: 'draft', registeredAt: at, timelineHash: '' };
  return { before: undefined, after: begun, act: 'register', facts: [] };
}

/** What these may do with an area: the one graph that also decides. */
export const actionsOnArea = ({ state, reports }: Area, who: readonly string[]): AreaAct[] =>
  actsIn(areaGraph, state, who).filter((act) => act !== 'publish' || reports.length > 0);

function changed(before: Area, act: AreaAct, set: Partial<Area>): AreaChange | undefined {
  const state = stateBy(areaGraph, before.state, act);
  return state && { before, after: { ...before, ...set, state, version: before.version + 1 }, act, facts: [] };
}

export const publishArea = (found: Area, today: Day) => changed(found, 'publish', { publishedOn: today });
export const endArea = (found: Area, today: Day, reasons: string) => changed(found, 'end', { endedOn: today, reasons });

/** Another evaluation, or one that goes on where another lapses: what was before stays. */
export const addReport = (found: Area, report: AreaReport) =>
  changed(found, 'add-report', { reports: [...found.reports, report] });

/** A report that does not hold any more, from today on; undefined where it is none, or withdrawn already. */
export function withdrawReport(
  found: Area,
  { reportId, ...withdrawn }: { reportId: string; on: Day; reasons: string },
): AreaChange | undefined {
  if (!found.reports.some((one) => one.id === reportId && !one.withdrawn)) return undefined;
  const reports = found.reports.map((one) => (one.id === reportId ? { ...one, withdrawn } : one));
  return changed(found, 'withdraw-report', { reports });
}
