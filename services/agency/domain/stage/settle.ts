import { dayOf, endOf, type CalendarYear } from '#shared/calendar';
import type { CaseCopy } from '../plan/case-copy.ts';
import type { RoundChange } from './change.ts';
import { dueDay } from './clock.ts';
import { actBetween, isOpen, type StageState } from './graph.ts';
import type { Round } from './round.ts';
import { clockItem, isUndecided, standingsOf, type Stands } from './standing.ts';

interface Known {
  copies: readonly CaseCopy[];
  calendar: readonly CalendarYear[];
  /** When it became known that the project has ended, where it has. */
  over?: Date | undefined;
}

/** The rounds of a project as they stand now, each with what has changed of it. */
export const settled = (rounds: readonly Round[], known: Known): { round: Round; change?: RoundChange }[] =>
  rounds.map((before) => {
    const after = settle(before, known);
    const same = isSame(before, after);
    const act = before.state === after.state ? 'note' : (actBetween(before.state, after.state) ?? 'note');
    const round = { ...after, version: before.version + 1 };
    return same ? { round: before } : { round, change: { before, round, act, facts: [] } };
  });

const isSame = (a: Round, b: Round): boolean =>
  a.state === b.state &&
  [a.acceptedAt, a.endedAt, a.dueAt].every(
    (at, n) => at?.getTime() === [b.acceptedAt, b.endedAt, b.dueAt][n]?.getTime(),
  );

/**
 * A round by all that is known now: the same in whatever order it became known. Only the end of its project is final: what is decided
 * after that belongs to its case alone.
 */
export function settle(found: Round, { copies, calendar, over }: Known): Round {
  const givenUpAt = found.givenUpAt ?? (isOpen(found.state) ? over : undefined);
  const round = givenUpAt ? { ...found, givenUpAt } : found;
  const items = standingsOf(round, copies);
  const wanted = stateOf(round, items);
  const state = actBetween(round.state, wanted) ? wanted : round.state;
  const acceptedAt = round.told.find((one) => one.state === 'accepted')?.at;
  const ends = items.flatMap(({ decidedAt }) => decidedAt ?? []).toSorted((a, b) => b.getTime() - a.getTime());
  const endedAt = (state === 'given-up' ? givenUpAt : undefined) ?? ends[0];
  const after = { ...round, state, acceptedAt, endedAt: isOpen(state) ? undefined : endedAt };
  return { ...after, dueAt: dueAt(after, items, calendar) };
}

function stateOf({ told, givenUpAt }: Round, items: readonly Stands[]): StageState {
  const last = told.at(-1)?.state;
  if (last !== undefined && !items.some(isUndecided)) return endOfAll(items);
  if (givenUpAt) return 'given-up';
  if (last === undefined) return 'planned';
  return last === 'done' ? 'accepted' : last;
}

function endOfAll(items: readonly Stands[]): StageState {
  const has = (standing: Stands['standing']) => items.some((one) => one.standing === standing);
  if (items.every(({ standing }) => standing === 'granted')) return 'granted';
  if (has('granted')) return 'partly-granted';
  return has('refused') ? 'refused' : 'given-up';
}

function dueAt(
  { acceptedAt, state, limit }: Round,
  items: readonly Stands[],
  calendar: readonly CalendarYear[],
): Date | undefined {
  if (!acceptedAt || !isOpen(state)) return undefined;
  const due = dueDay({ accepted: dayOf(acceptedAt), items: items.map(clockItem) }, limit.n, calendar);
  return due && endOf(due.day);
}
