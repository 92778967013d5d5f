import { nextDay, type Day } from '#shared/calendar';
import { evaluate, readCondition } from '../plan/condition.ts';
import type { Facts } from '../plan/stage-plan.ts';
import type { Area, AreaReport, EvaluationKind } from './area.ts';

/** Where a project stands and what it says of itself. */
export interface Ground {
  region: string;
  plot?: string | undefined;
  facts: Facts;
}

/** By which report an evaluation of the area is in force, and until which day. */
export interface InForce {
  areaId: string;
  reportId: string;
  until: Day;
}

/** How a report stands to a project on a day. */
export type Standing =
  | 'in-force'
  | 'not-yet'
  | 'lapsed'
  | 'withdrawn'
  | 'outside'
  /** A condition is not met. */
  | 'unmet'
  /** Facts that are not told decide it: unknown is not "yes". */
  | 'asks';

export interface ReportStanding {
  report: AreaReport;
  standing: Standing;
  asks: readonly string[];
}

/** Whether an area holds a place: a division holds all that lies in it. */
export function isInside({ bounds }: Area, { region, plot }: Pick<Ground, 'region' | 'plot'>): boolean {
  if ('plots' in bounds) return plot !== undefined && bounds.plots.includes(plot);
  return bounds.regions.some((one) => region.startsWith(one));
}

/** Each report of an area as it stands to a project on a day. */
export function standingsOf(area: Area, ground: Ground, day: Day): ReportStanding[] {
  return area.reports.map((report) => {
    const dated = datedOn(area, report, day);
    if (dated !== 'in-force') return { report, standing: dated, asks: [] };
    if (!isInside(area, ground)) return { report, standing: 'outside', asks: [] };
    return { report, ...metBy(report, ground.facts) };
  });
}

/** The evaluations in force for a project on a day; of several reports of one kind the one that counts the longest. */
export function inForce(area: Area, ground: Ground, day: Day): Map<EvaluationKind, InForce> {
  const counting = standingsOf(area, ground, day)
    .filter(({ standing }) => standing === 'in-force')
    .map(({ report }) => report)
    .toSorted((a, b) => (a.until < b.until ? -1 : 1));
  return new Map(counting.map(({ evaluation, id, until }) => [evaluation, { areaId: area.id, reportId: id, until }]));
}

function datedOn({ publishedOn, endedOn }: Area, { from, until, withdrawn }: AreaReport, day: Day): Standing {
  if (publishedOn === undefined || day < publishedOn || day < from) return 'not-yet';
  if ((withdrawn && withdrawn.on <= day) || (endedOn !== undefined && endedOn <= day)) return 'withdrawn';
  return day > until ? 'lapsed' : 'in-force';
}

function metBy({ conditions }: AreaReport, facts: Facts): Pick<ReportStanding, 'standing' | 'asks'> {
  const truths = conditions.flatMap(({ when }) => (when === undefined ? [] : [truthOf(when, facts)]));
  if (truths.some((one) => 'is' in one && !one.is)) return { standing: 'unmet', asks: [] };
  const asks = [...new Set(truths.flatMap((one) => ('asks' in one ? one.asks : [])))];
  return { standing: asks.length > 0 ? 'asks' : 'in-force', asks };
}

function truthOf(when: string, facts: Facts) {
  const read = readCondition(when);
  if ('fault' in read) throw new Error('a report was taken in with a condition that cannot be read');
  return evaluate(read.condition, facts);
}

/** The days on which something begins or ceases to count in an area, in their order. */
export function turnsOf({ publishedOn, endedOn, reports }: Area): Day[] {
  const days = reports.flatMap(({ from, until, withdrawn }) => [from, nextDay(until), withdrawn?.on]);
  return [...new Set([publishedOn, endedOn, ...days].flatMap((one) => one ?? []))].toSorted();
}
