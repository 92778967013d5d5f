import { dayOf } from '#shared/calendar';
import { lifeOf, type CaseLife } from '../plan/case-life.ts';
import type { CaseCopy } from '../plan/case-copy.ts';
import type { ClockItem } from './clock.ts';
import type { Round, RoundItem } from './round.ts';

/** How an item of a round stands; `stopped`: what it needs was not granted, so that it is not applied for. */
export const standings = ['waiting', 'open', 'paused', 'granted', 'refused', 'ended', 'stopped'] as const;
type Standing = (typeof standings)[number];

export interface Stands extends RoundItem {
  standing: Standing;
  caseId?: string | undefined;
  life?: CaseLife | undefined;
  /** When it was decided, or came to nothing. */
  decidedAt?: Date | undefined;
  answer?: Round['answered'][number]['answer'];
}

const lost: ReadonlySet<Standing> = new Set<Standing>(['refused', 'ended', 'stopped']);
export const isUndecided = ({ standing }: Pick<Stands, 'standing'>): boolean =>
  standing !== 'granted' && !lost.has(standing);

/** How the items of a round stand, by the cases of their project. */
export function standingsOf(round: Round, copies: readonly CaseCopy[]): Stands[] {
  const known = new Map<string, Stands>();
  function stands(item: RoundItem): Stands {
    const found = known.get(item.itemKey) ?? standsOf(item, round, copies) ?? waits(item);
    known.set(item.itemKey, found);
    return found;
  }
  function waits(item: RoundItem): Stands {
    const needed = round.items.filter(({ itemKey }) => item.needs.includes(itemKey)).map(stands);
    const ends = needed.filter(({ standing }) => lost.has(standing)).flatMap(({ decidedAt }) => decidedAt ?? []);
    const stoppedAt = ends.toSorted(byTime)[0];
    return { ...item, standing: stoppedAt ? 'stopped' : 'waiting', ...(stoppedAt && { decidedAt: stoppedAt }) };
  }
  return round.items.map((item) => {
    const answer = round.answered.find(({ itemKey }) => itemKey === item.itemKey)?.answer;
    return { ...stands(item), ...(answer && { answer }) };
  });
}

const byTime = (a: Date, b: Date): number => a.getTime() - b.getTime();

/** By its case: the first that was handed in for this round, and where that was forwarded, the one in which it goes on. */
function standsOf(item: RoundItem, round: Round, copies: readonly CaseCopy[]): Stands | undefined {
  const first = casesIn(round, copies)
    .filter(({ itemKey }) => itemKey === item.itemKey)
    .toSorted((a, b) => byTime(a.submittedAt, b.submittedAt) || (a.caseId < b.caseId ? -1 : 1))[0];
  return first && { ...item, ...goingOn(first, copies) };
}

function goingOn(copy: CaseCopy, copies: readonly CaseCopy[]): Omit<Stands, keyof RoundItem> {
  const life = lifeOf(copy);
  const next = copies.find(({ caseId }) => caseId === life.forwardedTo);
  if (next) return goingOn(next, copies);
  const { caseId } = copy;
  // Where it goes on is heard of in a moment.
  if (life.forwardedTo !== undefined) return { standing: 'open', caseId, life };
  return { standing: life.state, caseId, life, ...(life.endedAt && { decidedAt: life.endedAt }) };
}

/** The cases that were handed in for a round. */
export const casesIn = ({ plannedAt, until, items }: Round, copies: readonly CaseCopy[]): CaseCopy[] =>
  copies.filter(
    ({ about, itemKey, submittedAt }) =>
      !about &&
      submittedAt >= plannedAt &&
      (!until || submittedAt < until) &&
      items.some((item) => item.itemKey === itemKey),
  );

/** What the clock of a stage counts by. */
export const clockItem = ({ decidedAt, life }: Stands): ClockItem => ({
  decided: decidedAt && dayOf(decidedAt),
  pauses: (life?.pauses ?? []).map(({ from, until }) => ({ from: dayOf(from), until: until && dayOf(until) })),
});
