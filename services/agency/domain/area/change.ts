import type { Day } from '#shared/calendar';
import type { Area, AreaReport } from './area.ts';
import { areaGraph, type AreaAct } from './graph.ts';

export interface AreaChange {
  before: Area | undefined;
  area: Area;
  act: AreaAct | 'register';
}

type Beginning = Pick<Area, 'id' | 'name' | 'bounds' | 'reports'>;

/** An area that counts for nobody until it is published. */
export function registerArea(given: Beginning, at: Date): AreaChange {
  const begun: Area = { ...given, version: 1, state: 'draft', registeredAt: at, timelineHash: '' };
  return { before: undefined, area: begun, act: 'register' };
}

/** What these may do with an area: the one graph that also decides. */
export function actionsOnArea(found: Area, who: readonly string[]): AreaAct[] {
  return areaGraph
    .filter((arrow) => arrow.from.includes(found.state) && arrow.who.some((one) => who.includes(one)))
    .map(({ act }) => act)
    .filter((act) => act !== 'publish' || found.reports.length > 0);
}

function changed(before: Area, act: AreaAct, set: Partial<Area>): AreaChange | undefined {
  const arrow = areaGraph.find((one) => one.act === act && one.from.includes(before.state));
  return arrow && { before, area: { ...before, ...set, state: arrow.to, version: before.version + 1 }, act };
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
