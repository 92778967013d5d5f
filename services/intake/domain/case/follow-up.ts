import type { CalendarYear } from '#shared/calendar';
import type { Limit } from '../catalogue/item.ts';
import { dueOf, surelyPast } from '../clock/limit.ts';
import type { Application, ApplicationState, FollowKind, Outcome } from './application.ts';
import { standsForItself } from './follows.ts';
import { beganLicence } from './licence.ts';
import { actionsFor, type Act, type Capacity, type Handler, type OfficeNotNow } from './graph.ts';
import { officeRefusal } from './office-refusal.ts';
import { isOwn } from './own.ts';
import { deskOf } from './view.ts';

export const followActs = ['correct', 'revoke', 'review', 'sanction'] as const satisfies readonly FollowKind[];
export type FollowAct = (typeof followActs)[number];
/** Whatever opens a case upon another. */
export type OpeningAct = FollowAct | 'decide-anew';

/** How a case that has ended is followed by another: it never changes itself. */
interface Opening {
  /** Decided anew is what nobody asks for: it comes with the decision of a review. */
  act: OpeningAct;
  /** Of the case that is followed. */
  from: readonly Outcome[];
  /** Of the case that is opened. */
  to: 'submitted' | 'accepted';
  who: readonly Capacity[];
  when: string;
}

const decided = ['granted', 'refused', 'not-accepted'] as const;
const side = ['applicant', 'officer', 'window'] as const;

/** Who may open what, upon which outcome: 更正 a slip, 撤销 a grant (行政许可法 art. 69), 暂扣 or 吊销 its licence, 复议 a decision (行政复议法 art. 20). */
export const followUpGraph: readonly Opening[] = [
  { act: 'correct', from: decided, to: 'submitted', who: side, when: 'no correction is open' },
  // What the office opens of its own accord nobody need accept: its time runs at once.
  { act: 'correct', from: decided, to: 'accepted', who: ['approver', 'head'], when: 'no correction is open' },
  { act: 'revoke', from: ['granted'], to: 'accepted', who: ['head'], when: 'not revoked yet' },
  { act: 'sanction', from: ['granted'], to: 'accepted', who: ['head'], when: 'it gave a licence' },
  { act: 'review', from: [...decided, 'returned', 'void'], to: 'submitted', who: side, when: 'once, within 60 days' },
  // 行政复议法 (2023) art. 64: 责令重新作出; who decides the review opens it.
  {
    act: 'decide-anew',
    from: [...decided, 'returned', 'void'],
    to: 'submitted',
    who: ['approver', 'head'],
    when: 'a review annuls it',
  },
];

interface Rule {
  promised: Limit;
  legal: Limit;
  /** Calendar days after the decision in which it may be opened. */
  within?: number;
  /** Whether one that was opened before stands in the way. */
  blocks: (earlier: Follower) => boolean;
}

/** A case that was opened upon another, as far as another one like it asks. */
export interface Follower {
  as: FollowKind;
  state: ApplicationState;
  outcome?: Outcome | undefined;
}

const office = { from: 'accepted', of: 'office' } as const;
const workingDays = (n: number): Limit => ({ n, unit: 'working-day', ...office });
const days = (n: number): Limit => ({ n, unit: 'day', ...office });
const hasNotEnded = ({ state }: Follower): boolean => state !== 'decided' && state !== 'withdrawn';

export const followRules: Record<FollowAct, Rule> = {
  // No law sets a limit for a slip: ours are 5 and 20 working days (record 0016).
  correct: { promised: workingDays(5), legal: workingDays(20), blocks: hasNotEnded },
  revoke: {
    promised: workingDays(20),
    legal: workingDays(20),
    blocks: (earlier) => hasNotEnded(earlier) || earlier.outcome === 'granted',
  },
  // 行政处罚法 (2021) art. 60: ninety days.
  sanction: { promised: days(90), legal: days(90), blocks: hasNotEnded },
  // 行政复议法 (2023) art. 20 and 62: within sixty days, decided in sixty days; never twice.
  review: { promised: days(60), legal: days(60), within: 60, blocks: () => true },
};

export type FollowRefusal = 'wrong-state' | OfficeNotNow | 'deadline-passed' | 'already-followed' | 'decision-gone';

interface Asked {
  by: Handler;
  at: Date;
  calendar: readonly CalendarYear[];
  followers: readonly Follower[];
  /** The grant was taken back: there is nothing left to correct, to review or to revoke. */
  gone?: boolean;
}

/** Why a case may not be followed so; undefined where it may. */
export function followRefusal(
  found: Application,
  act: FollowAct,
  { by, at, calendar, followers, gone = false }: Asked,
): FollowRefusal | undefined {
  const refused = refusalOfOpening(found, act, by);
  if (refused) return refused;
  const { within, blocks } = followRules[act];
  const last = within && dueOf({ limit: days(within), from: found.decidedAt ?? at }, calendar);
  if (last && surelyPast(last) < at) return 'deadline-passed';
  // What was annulled is not mended: what takes its place may be.
  if (followers.some((one) => one.as === 'anew' || (one.as === act && blocks(one)))) return 'already-followed';
  return gone ? 'decision-gone' : undefined;
}

function refusalOfOpening(found: Application, act: FollowAct, by: Handler): FollowRefusal | undefined {
  const ways = followUpGraph.filter((one) => one.act === act && one.from.some((outcome) => outcome === found.outcome));
  if (!ways.some(({ who }) => who.some((one) => by.capacities.includes(one)))) return 'wrong-state';
  if (found.follows && !endsAnew(found.follows.as, act)) return 'wrong-state';
  if (act === 'sanction' && !beganLicence(found)) return 'wrong-state';
  if (deskOf(by.capacities) && isOwn(found, by.actor)) return 'own-case';
  return sideOf(by) === 'office' ? officeRefusal(found, {}, by) : undefined;
}

/** Whether what a linked case ended with can be followed in its turn: a revocation, or a sanction, is a decision like any other. */
function endsAnew(as: FollowKind, act: FollowAct): boolean {
  if (as === 'forward' || as === 'anew') return true;
  return (as === 'revoke' || as === 'sanction') && (act === 'correct' || act === 'review');
}

/** Whether a decision that a review annuls is made anew: that of an application. A revocation that is annulled leaves what it revoked. */
export function isDecidedAnew(found: Application): boolean {
  const way = followUpGraph.find(({ act }) => act === 'decide-anew');
  return standsForItself(found) && way?.from.some((outcome) => outcome === found.outcome) === true;
}

/** On whose side somebody opens a case; a clerk at a window does it for the applicant. */
export function sideOf({ capacities }: Pick<Handler, 'capacities'>): 'applicant' | 'office' {
  return side.some((one) => capacities.includes(one)) ? 'applicant' : 'office';
}

/** What this one may do next with a case, or upon it. */
export function actionsOf(found: Application, by: Handler): (Act | FollowAct)[] {
  const upon = followActs.filter((act) => refusalOfOpening(found, act, by) === undefined);
  return [...actionsFor(found, by), ...upon];
}
