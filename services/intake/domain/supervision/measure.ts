import { CaseMeasuredV1 } from '#events/intake/case-measured.v1';
import { PapersMeasuredV1 } from '#events/intake/papers-measured.v1';
import { VisitMeasuredV1 } from '#events/intake/visit-measured.v1';
import { fact, type Fact } from '#events/event';
import { dayOf, type CalendarYear, type Day } from '#shared/calendar';
import { kindUpon } from '../case/follows.ts';
import { isOpen } from '../case/ahead.ts';
import type { Application, Outcome } from '../case/application.ts';
import type { Change } from '../case/change.ts';
import { dueBy } from '../case/standing.ts';
import { daysCounted } from '../clock/light.ts';
import { inWorkingDays } from './working-days.ts';

type Calendar = readonly CalendarYear[];

/** What an office decides. A case that was withdrawn, never corrected or should never have been one was not decided. */
const decisions: ReadonlySet<Outcome> = new Set(['granted', 'refused', 'forwarded']);

/** What supervision counts of an act: each case is accepted, decided and overdue at most once. */
export function measuredFacts(change: Pick<Change, 'before' | 'application' | 'warning'>, calendar: Calendar): Fact[] {
  const { before, application, warning } = change;
  // A case upon another (更正, 撤销, 复议) is no application for the item: its days and outcomes are not the item's.
  if (kindUpon(application.follows)) return [];
  const { acceptedAt, acceptedBy, decidedAt, outcome } = application;
  const accepted = acceptedAt && !before.acceptedAt;
  const decided = acceptedAt && decidedAt && !before.decidedAt && outcome && decisions.has(outcome);
  const late = warning?.kind === 'overdue' && warning.to === 'head' ? warning.dueAt : undefined;
  const lateUnseen = isOpen(before) ? overdueUnseen(application, calendar) : undefined;
  const overdue = late ?? lateUnseen;
  return [
    ...(accepted
      ? [factOf(application, 'accepted', { day: dayOf(acceptedAt), silent: acceptedBy === 'silence' })]
      : []),
    ...(overdue ? [factOf(application, 'overdue', { day: dayOf(overdue) })] : []),
    ...(decided ? [factOf(application, 'decided', decisionOf(application, decidedAt, calendar))] : []),
  ];
}

/** Ended, however, after its limit and before anybody was told of that: overdue all the same. */
function overdueUnseen(application: Application, calendar: Calendar): Date | undefined {
  const { warned, decidedAt, withdrawnAt } = application;
  const endedAt = decidedAt ?? withdrawnAt;
  if (!endedAt || warned.includes('overdue-head')) return undefined;
  const due = dueBy(application, 'promised', calendar);
  return due && due.dueAt < endedAt ? due.dueAt : undefined;
}

interface Measured {
  day: Day;
  silent?: boolean;
  days?: number;
  burden?: ReturnType<typeof burdenOf>;
}

function factOf(application: Application, measure: 'accepted' | 'decided' | 'overdue', measured: Measured): Fact {
  const { silent, burden, ...rest } = measured;
  return fact(CaseMeasuredV1, {
    ...whereOf(application),
    measure,
    ...rest,
    ...(silent && { silent }),
    ...(burden && { burden }),
  });
}

/** Where a case counts. */
function whereOf({ id, itemKey, department, entry, firstClerk }: Application) {
  const place = { ...(entry?.hall && { hall: entry.hall }), ...(entry?.window && { window: entry.window }) };
  return { caseId: id, itemKey, department, ...place, ...(firstClerk && { clerk: firstClerk }) };
}

/** A result that is fetched at a desk is a visit more, on the day and in the place in which its decision counts; of no case whose reductions nobody compares. */
export function visitFacts(application: Application): Fact[] {
  const { acceptedAt, decidedAt, outcome, burden, follows } = application;
  const compared = burden?.baseline !== undefined && !kindUpon(follows);
  const counts = compared && acceptedAt && decidedAt && outcome && decisions.has(outcome);
  return counts ? [fact(VisitMeasuredV1, { ...whereOf(application), day: dayOf(decidedAt) })] : [];
}

/** What was asked for on paper: originals that a desk has seen, and copies that it took, of a case that counts as decided. */
export function papersFacts(application: Application, seen: readonly Papers[]): Fact[] {
  const { acceptedAt, decidedAt, outcome, follows } = application;
  const shown = seen.filter(({ originals, copies }) => originals + copies > 0);
  const counts = acceptedAt && decidedAt && outcome && decisions.has(outcome) && !kindUpon(follows);
  if (!counts || shown.length === 0) return [];
  const sum = (of: (one: Papers) => number) => shown.reduce((all, one) => all + of(one), 0);
  const papers = { originals: sum(({ originals }) => originals), copies: sum(({ copies }) => copies) };
  return [fact(PapersMeasuredV1, { ...whereOf(application), day: dayOf(decidedAt), lines: shown.length, ...papers })];
}

interface Papers {
  originals: number;
  copies: number;
}

function decisionOf(application: Application, decidedAt: Date, calendar: Calendar): Measured {
  return {
    day: dayOf(decidedAt),
    days: daysTaken(application, decidedAt, calendar),
    burden: burdenOf(application),
  };
}

/** Working days from the start of the promise to a moment, whatever it is counted in, without those that a pause takes out. */
function daysTaken(
  { promised, acceptedAt, submittedAt, pauses }: Application,
  until: Date,
  calendar: Calendar,
): number {
  const from = (promised.from === 'received' ? submittedAt : acceptedAt) ?? until;
  return daysCounted({ limit: { n: promised.n, unit: 'working-day' }, from, pauses }, until, calendar);
}

function burdenOf({ burden, tasks, visits }: Application) {
  if (!burden?.baseline) return undefined;
  const { asked, fetched, baseline } = burden;
  const { days, unit, ...rest } = baseline;
  const before = { ...rest, days: inWorkingDays({ n: days, unit }) };
  // What is decided without a review is one step all the same.
  return { steps: Math.max(1, tasks.length), asked, fetched, visits, before };
}
