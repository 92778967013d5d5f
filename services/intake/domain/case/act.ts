import { ApplicationSubmittedV1 } from '#events/intake/application-submitted.v1';
import { CaseChangedV1 } from '#events/intake/case-changed.v1';
import { DraftWithdrawnV1 } from '#events/intake/draft-withdrawn.v1';
import { fact, type Fact } from '#events/event';
import type { CalendarYear } from '#shared/calendar';
import { transitionOf, type Act, type Application, type ApplicationState, type Decision } from './application.ts';
import { dueOf } from '../clock/limit.ts';

/** What an act changes: the case after it, what has happened, and the reason that the timeline shows. */
export interface Change {
  before: Application;
  application: Application;
  act: Act;
  facts: readonly Fact[];
  reason?: string;
}

/** An act that the graph does not allow from the case's state. */
export interface WrongState {
  refused: 'wrong-state';
}
const wrongState: WrongState = { refused: 'wrong-state' };

/** Hands a draft in: from now on the office must answer. `district` is the set that owns the case. */
export function submit(draft: Application, at: Date, district: string): Change | WrongState {
  const next = advance(draft, 'submit');
  if (!next) return wrongState;
  const { id, itemKey, itemVersion, partyId, departments } = draft;
  const data = { caseId: id, itemKey, version: itemVersion, district, partyId, departments, materials: [] };
  return {
    before: draft,
    application: { ...next, submittedAt: at },
    act: 'submit',
    facts: [fact(ApplicationSubmittedV1, data)],
  };
}

/** 受理: the promised limit begins; the day of acceptance is not counted. */
export function accept(submitted: Application, at: Date, calendar: readonly CalendarYear[]): Change | WrongState {
  const next = advance(submitted, 'accept');
  if (!next) return wrongState;
  // A limit that runs from receipt has been running since the case came in.
  const from = next.promised.from === 'received' ? (next.submittedAt ?? at) : at;
  const application = { ...next, acceptedAt: at, ...dueOf({ limit: next.promised, from }, calendar) };
  return { before: submitted, application, act: 'accept', facts: [changed(application, 'accepted')] };
}

/** 办结: one outcome, once. Reasons are shown to the applicant (行政许可法 art. 38). */
export function decide(accepted: Application, at: Date, decision: Decision): Change | WrongState {
  const next = advance(accepted, 'decide');
  if (!next) return wrongState;
  const application = { ...next, decidedAt: at, decision };
  const reason = decision.reasons ?? decision.opinion;
  return {
    before: accepted,
    application,
    act: 'decide',
    facts: [changed(application, `decided-${decision.outcome}`)],
    reason,
  };
}

/** The applicant takes his case back, until it is decided. An office learns of it only where it had come to one. */
export function withdraw(open: Application, at: Date, reason: string): Change | WrongState {
  const next = advance(open, 'withdraw');
  if (!next) return wrongState;
  const application = { ...next, withdrawnAt: at };
  const { id, itemKey, partyId } = open;
  const told =
    open.state === 'draft'
      ? fact(DraftWithdrawnV1, { caseId: id, itemKey, partyId })
      : changed(application, `withdrawn-${open.state}`);
  return { before: open, application, act: 'withdraw', facts: [told], reason };
}

function advance(application: Application, act: Act): Application | undefined {
  const transition = transitionOf(application.state, act);
  return transition && { ...application, state: transition.to, version: application.version + 1 };
}

const toldStates = ['accepted', 'decided', 'withdrawn'] as const;

/** The state as the fact names it; every state that a case comes to after its submission has one. */
function toldState(state: ApplicationState): (typeof toldStates)[number] {
  const told = toldStates.find((one) => one === state);
  if (!told) throw new Error(`no fact tells of a case in state ${state}`);
  return told;
}

function changed({ id, state, decision, dueAt, provisional }: Application, reasonCode: string): Fact {
  return fact(CaseChangedV1, {
    caseId: id,
    state: toldState(state),
    ...(decision && { outcome: decision.outcome }),
    ...(dueAt && { dueAt: dueAt.toISOString() }),
    provisional,
    reasonCode,
  });
}
