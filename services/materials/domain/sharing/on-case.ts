import type { ApplicationSubmittedV1 } from '#events/intake/application-submitted.v1';
import { SharedDataDueV1 } from '#events/materials/shared-data-due.v1';
import { fact, type Fact, type ReceivedOf } from '#events/event';
import type { CaseUse } from '../use/use.ts';
import { beginLine, passLine, type Now, type SharedLine } from './line.ts';

/** What a case needs of shared data is asked for as soon as it is handed in. */
export function beginSharing(use: CaseUse, { data }: ReceivedOf<typeof ApplicationSubmittedV1>, now: Now): CaseUse {
  const { basis, shared = [] } = data;
  const lines = shared.flatMap((one) => beginLine(one, now));
  return lines.length === 0 ? use : { ...use, ...(basis && { basis }), shared: lines };
}

/** The line of an open case; what has ended needs nothing more. */
export function sharedIn({ shared = [], ended }: CaseUse, requirement: string): SharedLine | undefined {
  return ended ? undefined : shared.find((one) => one.requirement === requirement);
}

/** The case with a line as it has become; its set is told where that shows. */
export function withLine(use: CaseUse, line: SharedLine): CaseUse {
  const { shared: before = [] } = use;
  const shared = before.map((one) => (one.requirement === line.requirement ? line : one));
  const shows = before.some((one) => one.requirement === line.requirement && !isAlike(one, line));
  return { ...use, version: use.version + 1, told: use.told + (shows ? 1 : 0), shared };
}

const isAlike = (one: SharedLine, other: SharedLine): boolean =>
  one.state === other.state && one.late === other.late && one.left === other.left;

/** What time does to the lines of a case; undefined where it does nothing. */
export function passSharing(use: CaseUse, now: Now): CaseUse | undefined {
  if (use.ended) return undefined;
  const passed = (use.shared ?? []).flatMap((line) => passLine(line, now) ?? []);
  return passed.length === 0 ? undefined : passed.reduce(withLine, use);
}

/** When the clock must look at a case; undefined where it need not. */
export function sharingLook({ shared = [], ended }: CaseUse): Date | undefined {
  const times = ended ? [] : shared.flatMap(({ next }) => next ?? []);
  return times.toSorted((one, other) => one.getTime() - other.getTime())[0];
}

/** That lines are to be fetched now: the function that asks hears of each. */
export function fetchFacts(before: CaseUse | undefined, { caseId, shared = [], ended }: CaseUse): Fact[] {
  const begun = ended ? [] : shared.filter(({ state }) => state === 'fetching');
  return begun
    .filter((line) => !before?.shared?.some((one) => isSameFetch(one, line)))
    .map(({ requirement, resource }) => fact(SharedDataDueV1, { caseId, requirement, resource }));
}

const isSameFetch = (one: SharedLine, other: SharedLine): boolean =>
  one.requirement === other.requirement && one.state === other.state && one.at.getTime() === other.at.getTime();
