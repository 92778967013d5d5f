import { BundleCaseEndedV1 } from '#events/intake/bundle-case-ended.v1';
import { CaseChangedV2 } from '#events/intake/case-changed.v2';
import { fact, type Fact } from '#events/event';
import type { CalendarYear } from '#shared/calendar';
import type { Form } from '../form/form.ts';
import type { Finding } from '../supervision/finding.ts';
import type { Warning } from '../supervision/warning.ts';
import type { Ahead } from './ahead.ts';
import type { Application, Outcome } from './application.ts';
import { toldOfFollows } from './follows.ts';
import { standsSince } from './stands-since.ts';
import { transitionOf, type Act, type Handler, type NotNow } from './graph.ts';
import type { Issued } from './issued.ts';
import { aheadOf } from './standing.ts';

/** What an act changes: the case after it, what the timeline shows, what else has come of it. */
export interface Change {
  before: Application;
  application: Application;
  act: Act;
  reason?: string | undefined;
  /** Facts of the act's own; that the case has come to another state is told by itself. */
  facts?: readonly Fact[];
  findings?: readonly Finding[];
  /** Who is told of a limit that has passed. */
  warning?: Warning;
  /** What a grant has given, where that is told. */
  issued?: Issued;
  /** The form where the act changes it, and as it was. */
  form?: { was: Form; is: Form };
  /** Done to all cases of a stage at once: its applicant is told of the stage. */
  withStage?: true;
  /** Another case, which must stand as it was looked at. */
  goesOn?: Pick<Application, 'id' | 'version'> | undefined;
}

/** Why an act was not done, by its code. */
export type CaseRefusal =
  | NotNow
  | 'not-asked'
  | 'not-answered'
  | 'not-a-duplicate'
  | 'not-another-office'
  | 'notice-too-long'
  | 'record-full'
  | 'task-taken'
  | 'task-closed'
  | 'not-your-task'
  | 'not-a-colleague'
  | 'same-person'
  | 'tolerance-open'
  | 'not-deferrable'
  | 'tolerance-too-long'
  | 'not-come'
  | 'record-unrepaired'
  | 'not-on-list'
  | 'no-licence-asked'
  | 'licence-unclear'
  | 'licence-unknown'
  | 'filing-not-refused'
  | 'not-a-special-procedure'
  | 'extension-too-long'
  | 'extension-too-late'
  | 'no-reasons'
  | 'not-first'
  | 'quota-used'
  | 'fee-due'
  | 'fee-not-assessed'
  | 'party-not-named'
  | 'creates-no-party'
  | 'numbers-used-up'
  | 'opinion-disagrees'
  | 'nobody-disagrees'
  | 'ruling-missing'
  | 'not-a-review'
  | 'decision-gone'
  | 'deception-not-here'
  | 'deception-alone'
  | 'earlier-part-gone'
  | 'materials-waiting'
  | 'basis-changed'
  | 'sharing-unknown';
/** A place in what was sent, or in what it is about, that a refusal names. */
export interface Fault {
  path: readonly (string | number)[];
}
export interface Refused {
  refused: CaseRefusal;
  faults?: readonly Fault[];
}
export const refused = (code: CaseRefusal, faults?: readonly Fault[]): Refused => ({
  refused: code,
  ...(faults && { faults }),
});

/** What a decision about a case is made from, besides the case itself. */
export interface Acting<Body = unknown> {
  at: Date;
  body: Body;
  by: Handler;
  calendar: readonly CalendarYear[];
  /** Number of the task that the path names; 0 where it names none. */
  task: number;
}
export type Decide<Body = unknown> = (application: Application, acting: Acting<Body>) => Change | Refused;

/** The case one step on, where the graph has it; whoever acts was asked for before (`refusalOf`). */
export function step(before: Application, act: Act, changed: Partial<Application> = {}): Change {
  const transition = transitionOf(before, act);
  if (!transition) throw new Error(`the graph has no ${act} from ${before.state}`);
  const application = { ...before, ...changed, state: transition.to, version: before.version + 1 };
  return { before, application, act };
}

/** The end of a case with one outcome. */
export function end(
  before: Application,
  act: Act,
  last: { outcome: Outcome; at: Date } & Partial<Application>,
): Change {
  const { outcome, at, ...changed } = last;
  return step(before, act, { ...changed, outcome, decidedAt: at });
}

/** All facts of a change: its own, and that the case stands elsewhere or is due another day. */
export function factsOf(change: Change, calendar: readonly CalendarYear[]): Fact[] {
  return [...factsOfCase(change, calendar), ...factsOfBundle(change)];
}

/** Intake itself waits for the end of a case that is part of a bundle. */
function factsOfBundle({
  before,
  application: { id, bundleId, state, outcome = 'withdrawn', createdPartyId },
}: Change): Fact[] {
  const ended = state !== before.state && (state === 'decided' || state === 'withdrawn');
  return ended && bundleId
    ? [fact(BundleCaseEndedV1, { bundleId, caseId: id, outcome, ...(createdPartyId && { createdPartyId }) })]
    : [];
}

function factsOfCase(
  { before, application, act, withStage, facts = [] }: Change,
  calendar: readonly CalendarYear[],
): Fact[] {
  // Nobody but its applicant knows of a draft; its submission and its withdrawal have facts of their own.
  if (before.state === 'draft') return [...facts];
  // What others know of its end is what was told, by whatever calendar that was.
  const was = toldOf(before, before.ahead ?? aheadOf(before, calendar));
  const is = toldOf(application, aheadOf(application, calendar));
  if (JSON.stringify(was) === JSON.stringify(is)) return [...facts];
  const { id: caseId } = application;
  const told = { caseId, ...ofProject(application), ...is, reasonCode: act, ...(withStage && { withStage }) };
  return [fact(CaseChangedV2, told), ...facts];
}

/** Who follows a project hears since when each of its cases stands so: of pauses he makes the days of a stage. */
function ofProject(application: Application) {
  const { projectId, bundleId, stage } = application;
  if (!projectId) return {};
  const since = standsSince(application);
  return {
    projectId,
    ...(bundleId && { bundleId }),
    ...(stage && { stage }),
    ...(since && { since: since.toISOString() }),
  };
}

function toldOf(
  { state, outcome, follows, forwardedTo, decision }: Application,
  { dueAt, provisional = false }: Ahead = {},
) {
  if (state === 'draft') return { state: 'submitted' as const, provisional };
  return {
    state,
    ...(outcome && { outcome }),
    ...(dueAt && { dueAt: dueAt.toISOString() }),
    provisional,
    ...(forwardedTo && { forwardedTo }),
    ...toldOfFollows({ follows }),
    ...(decision?.ruling && { ruling: decision.ruling }),
  };
}
