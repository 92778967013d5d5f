import type { Role } from '#shared/actor';
import type { CalendarYear } from '#shared/calendar';
import { surelyPast, type DueAt } from '../clock/limit.ts';
import { isSamePerson, type Known } from '../party/person.ts';
import { answerBy, type FindingState } from './finding.ts';
import type { FindingAct } from './finding-entry.ts';
import type { RaisedFinding } from './finding-record.ts';

interface Transition {
  act: Exclude<FindingAct, 'raise' | 'recount'>;
  from: FindingState;
  to: FindingState;
  who: readonly Role[];
}

/** The whole life of a finding: (from, act, who) → to. Nothing closes unanswered. */
export const findingGraph: readonly Transition[] = [
  { act: 'answer', from: 'open', to: 'answered', who: ['head'] },
  { act: 'return', from: 'answered', to: 'open', who: ['supervisor'] },
  { act: 'close', from: 'answered', to: 'closed', who: ['supervisor'] },
];

interface Acting {
  at: Date;
  by: Known;
  text: string;
  calendar: readonly CalendarYear[];
}

export interface FindingChange {
  before: RaisedFinding;
  finding: RaisedFinding;
  act: FindingAct;
  text?: string;
}
export type FindingRefusal = 'wrong-state' | 'same-person';
export type FindingDecided = FindingChange | { refused: FindingRefusal };

/** A head says what happened and what is done about it. */
export const answer = (found: RaisedFinding, acting: Acting): FindingDecided =>
  step(found, 'answer', { acting, changed: { answer: saidBy(acting) } });

/** A supervisor is not content: the department answers again, in a time of its own. */
export const giveBack = (found: RaisedFinding, acting: Acting): FindingDecided =>
  step(found, 'return', {
    acting,
    changed: { returned: saidBy(acting), answer: undefined, answerBy: answerBy(found.rule, acting).dueAt },
  });

export const close = (found: RaisedFinding, acting: Acting): FindingDecided =>
  step(found, 'close', { acting, changed: { conclusion: saidBy(acting) } });

/** The time of a finding, which began when it was raised or given back. */
export function timeToAnswer({ rule, raisedAt, returned }: RaisedFinding, calendar: readonly CalendarYear[]): DueAt {
  return answerBy(rule, { at: returned?.at ?? raisedAt, calendar });
}

/** Whether a department's time has passed without its answer, whatever calendar is published. */
export function isLate(
  found: RaisedFinding,
  { now, calendar }: { now: Date; calendar: readonly CalendarYear[] },
): boolean {
  return found.state === 'open' && surelyPast(timeToAnswer(found, calendar)) < now;
}

/** What a calendar does to the time of an open finding; undefined where nothing. */
export function recountFinding(before: RaisedFinding, calendar: readonly CalendarYear[]): FindingChange | undefined {
  const { dueAt: until } = timeToAnswer(before, calendar);
  if (before.state !== 'open' || until.getTime() === before.answerBy.getTime()) return undefined;
  return { before, finding: { ...before, answerBy: until, version: before.version + 1 }, act: 'recount' };
}

const saidBy = ({ at, by, text }: Acting) => ({ by: by.sub, partyId: by.partyId, at, text });

interface Step {
  acting: Acting;
  changed: Partial<RaisedFinding>;
}

function step(before: RaisedFinding, act: Transition['act'], { acting, changed }: Step): FindingDecided {
  const transition = findingGraph.find((one) => one.act === act && one.from === before.state);
  if (!transition) return { refused: 'wrong-state' };
  const { answer } = before;
  // Nobody judges his own answer, whatever posts he holds.
  if (act !== 'answer' && answer && isSamePerson({ sub: answer.by, partyId: answer.partyId }, acting.by))
    return { refused: 'same-person' };
  const finding = { ...before, ...changed, state: transition.to, version: before.version + 1 };
  return { before, finding, act, text: acting.text };
}

/** What one in these capacities may do next with a finding. */
export function findingActions({ state }: RaisedFinding, capacities: readonly string[]): FindingAct[] {
  return findingGraph
    .filter(({ from, who }) => from === state && who.some((role) => capacities.includes(role)))
    .map(({ act }) => act);
}
