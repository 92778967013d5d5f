import type { CalendarYear } from '#shared/calendar';
import type { Application } from '../case/application.ts';
import { followActs } from '../case/follow-up.ts';
import { acts } from '../case/graph.ts';
import { correctBy, standingOf, type Look, type Standing } from '../case/standing.ts';
import { actWords, outcomeSaid, stateWords, wayShown, type Saying } from './words.ts';

/** An entry of the timeline, as far as the public may know it. */
interface Entry {
  at: string;
  act: string;
}

/** Where a case stands, with nothing of whoever applied, worked on it, or wrote something about it. */
export interface Tracked {
  state: Saying;
  outcome: Saying | undefined;
  standing: Standing & { correctBy?: Date };
  acts: { at: string; said: Saying }[];
}

/** What the holder of number and code sees; undefined of a case that was never handed in. */
export function trackedOf(
  application: Application,
  entries: readonly Entry[],
  { calendar, ...look }: Look & { calendar: readonly CalendarYear[] },
): Tracked | undefined {
  const { state, outcome, corrections } = application;
  if (state === 'draft') return undefined;
  const notice = corrections.at(-1);
  const asked = state === 'correcting' || state === 'supplementing';
  const answer = asked && notice ? correctBy(notice, calendar) : undefined;
  const standing = standingOf(application, look, calendar);
  const provisional = standing.provisional || (answer?.provisional ?? false);
  return {
    state: stateWords[state],
    outcome: outcomeSaid(application),
    standing: { ...standing, provisional, ...(answer && { correctBy: answer.dueAt }) },
    acts: entries.flatMap(({ at, act }) => {
      const known = [...acts, ...followActs].find((one) => one === act);
      const shown = known === 'approve-refusal' && outcome === 'returned';
      const said = shown ? wayShown : known && actWords[known];
      return said ? [{ at, said }] : [];
    }),
  };
}
