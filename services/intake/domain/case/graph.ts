import type { Role } from '#shared/actor';
import type { Known } from '../party/person.ts';
import type { Application, ApplicationState } from './application.ts';
import { isOpen } from './ahead.ts';
import { conditions } from './conditions.ts';
import { isMaker } from './maker.ts';
import { isOwn } from './own.ts';
import { standsForItself } from './follows.ts';
import { heldActs, isHeld } from './joint-case.ts';
import { isRecused } from './recused.ts';
import { officeRefusal } from './office-refusal.ts';
import { deskOf } from './view.ts';

/** Who may do an act: the applicant's side, a role, or the clock (an act of the schedule). */
export type Capacity = Role | 'applicant' | 'clock';

/** Who may hand in for an applicant: he himself, his officer, or staff who enter it for him at a desk, a kiosk or on the telephone. */
const entering = ['applicant', 'officer', 'window', 'community', 'kiosk', 'hotline'] as const;
/** Who acts in a case that there is. On the telephone nobody can be identified: it takes in, and nothing more. */
const forApplicant = ['applicant', 'officer', 'window', 'community', 'kiosk'] as const;
const ofApplicant = 'not the office’s own accord';
const taking = ['window', 'approver', 'head'] as const;
const reviewing = ['approver', 'head', 'lead'] as const;
const deciding = ['approver', 'head'] as const;
const handling = ['window', 'approver', 'head', 'lead'] as const;

export interface Transition {
  act: string;
  from: readonly ApplicationState[];
  to: ApplicationState;
  who: readonly Capacity[];
  when?: keyof typeof conditions;
  /** Acts on one task are done in its department, stepping back in any that has part, all others in the one that owns the case. */
  on?: 'task' | 'part' | 'desk';
}

const beforeAcceptance = ['submitted', 'correcting', 'refusal-proposed'] as const;
const running = ['accepted', 'suspended', 'supplementing'] as const;
const open = [...beforeAcceptance, ...running] as const;
const unanswered = ['submitted', 'refusal-proposed'] as const;
const staying = <S extends ApplicationState>(state: S) => ({ from: [state], to: state });
const inReview = staying('accepted');

const arrows = [
  { act: 'edit', from: ['draft'], to: 'draft', who: entering },
  { act: 'submit', from: ['draft'], to: 'submitted', who: entering, when: 'its item is offered' },
  { act: 'move-to-successor', from: ['draft'], to: 'draft', who: entering, when: 'its item has a successor' },
  { act: 'accept', from: ['submitted'], to: 'accepted', who: taking, when: 'complete is not all' },
  { act: 'accept', from: ['submitted'], to: 'decided', who: taking, when: 'complete is done' },
  { act: 'accept-silently', from: unanswered, to: 'accepted', who: ['clock'], when: 'complete is not all' },
  { act: 'accept-silently', from: unanswered, to: 'decided', who: ['clock'], when: 'complete is done' },
  {
    act: 'request-correction',
    from: ['submitted'],
    to: 'correcting',
    who: taking,
    when: 'asked for by its applicant, told at most once',
  },
  {
    act: 'request-correction',
    from: ['submitted'],
    to: 'correcting',
    who: ['head'],
    when: 'asked for by its applicant, told twice already',
  },
  { act: 'extend-correction', from: ['correcting'], to: 'correcting', who: taking, when: 'notice not yet extended' },
  { act: 'resubmit', from: ['correcting'], to: 'submitted', who: forApplicant },
  { act: 'resubmit', from: ['supplementing'], to: 'accepted', who: forApplicant },
  { act: 'close-uncorrected', from: ['correcting'], to: 'decided', who: ['clock'] },
  {
    act: 'propose-refusal',
    from: ['submitted'],
    to: 'refusal-proposed',
    who: ['window', 'approver'],
    when: ofApplicant,
  },
  { act: 'approve-refusal', from: ['refusal-proposed'], to: 'decided', who: ['head'] },
  { act: 'overturn-refusal', from: ['refusal-proposed'], to: 'submitted', who: ['head'] },
  { act: 'signpost', from: ['submitted'], to: 'refusal-proposed', who: ['window', 'approver'], when: ofApplicant },
  { act: 'signpost-agreed', from: ['submitted'], to: 'decided', who: ['window'], when: ofApplicant, on: 'desk' },
  { act: 'claim', ...inReview, who: reviewing, when: 'a task is open', on: 'task' },
  { act: 'release', ...inReview, who: reviewing, when: 'a task is open', on: 'task' },
  { act: 'transfer', ...inReview, who: reviewing, when: 'a task is open', on: 'task' },
  ...open.map((state) => ({ act: 'recuse' as const, from: [state], to: state, who: handling, on: 'part' as const })),
  { act: 'give-opinion', ...inReview, who: reviewing, when: 'a task is open', on: 'task' },
  { act: 'settle-tolerance', ...inReview, who: taking, when: 'something may still follow' },
  { act: 'suspend', from: ['accepted'], to: 'suspended', who: deciding },
  { act: 'resume', from: ['suspended'], to: 'accepted', who: deciding },
  {
    act: 'request-supplement',
    from: ['accepted'],
    to: 'supplementing',
    who: deciding,
    when: 'nothing asked since acceptance',
  },
  { act: 'lapse-supplement', from: ['supplementing'], to: 'accepted', who: ['clock'] },
  { act: 'extend', ...inReview, who: ['head'], when: 'not yet extended' },
  { act: 'warn', ...inReview, who: ['clock'] },
  { act: 'warn', ...staying('suspended'), who: ['clock'] },
  { act: 'warn', ...staying('supplementing'), who: ['clock'] },
  { act: 'warn', ...staying('submitted'), who: ['clock'], when: 'its time runs from receipt' },
  { act: 'warn', ...staying('refusal-proposed'), who: ['clock'], when: 'its time runs from receipt' },
  { act: 'warn', ...staying('correcting'), who: ['clock'], when: 'its time runs from receipt' },
  { act: 'decide', from: ['submitted'], to: 'decided', who: deciding, when: 'decided at once' },
  { act: 'decide', from: ['accepted'], to: 'decided', who: deciding, when: 'every opinion given, or on a commitment' },
  {
    act: 'renew-silently',
    from: running,
    to: 'decided',
    who: ['clock'],
    when: 'a renewal of a licence that the office knows',
  },
  { act: 'forward', from: ['accepted'], to: 'decided', who: deciding, when: 'not about another decision' },
  { act: 'void', from: beforeAcceptance, to: 'decided', who: ['head'] },
  { act: 'void', from: running, to: 'decided', who: ['head'], when: 'another has proposed it' },
  { act: 'propose-void', from: ['accepted'], to: 'accepted', who: taking },
  { act: 'propose-void', from: ['suspended'], to: 'suspended', who: taking },
  { act: 'propose-void', from: ['supplementing'], to: 'supplementing', who: taking },
  {
    act: 'withdraw',
    from: ['draft', ...open],
    to: 'withdrawn',
    who: forApplicant,
    when: ofApplicant,
  },
] as const satisfies readonly Transition[];

/** All that a timeline tells: a beginning, an arrow, or that a calendar moved an end, which leads nowhere. */
export type Act = 'create' | 'recount' | (typeof arrows)[number]['act'];
export const acts: readonly Act[] = ['create', ...new Set(arrows.map(({ act }) => act))];

/** The whole life of a case: (from, act, who) → to. Everything else is refused. */
export const graph: readonly Transition[] = arrows;

/** Acts of the applicant's side: whoever else does them does them on his behalf. The other acts are the office's own. */
export const applicantActs: readonly Act[] = ['create', 'edit', 'submit', 'move-to-successor', 'resubmit', 'withdraw'];

/** Who acts: in which capacities, for which departments, and who he is himself. */
export interface Handler {
  capacities: readonly Capacity[];
  departments: readonly string[] | 'any';
  actor: Known & { orgs: readonly string[] };
  office?: string;
  guest?: boolean;
}

/** Why an act cannot be done now, or not by this one. */
export type NotNow =
  | 'wrong-state'
  | 'third-notice'
  | 'void-not-proposed'
  | 'stage-not-accepted'
  | 'own-notice'
  | 'not-to-forward'
  | OfficeNotNow;
export type OfficeNotNow = 'own-case' | 'recused' | 'not-your-department';

/** The transition that an act makes from where a case stands; undefined where there is none. */
export function transitionOf(application: Application, act: Act): Transition | undefined {
  return transitionsOf(application, act)[0];
}

/** All of them: there is never more than one. */
export function transitionsOf(application: Application, act: Act): readonly Transition[] {
  return graph.filter((one) => one.act === act && leads(one, application));
}

function leads({ from, when }: Transition, application: Application): boolean {
  return from.includes(application.state) && (when === undefined || conditions[when](application));
}

/** Why this one may not do an act on a case; undefined when he may. */
export function refusalOf(application: Application, act: Act, by: Handler): NotNow | undefined {
  // 更正, 撤销, 复议 are about what an office has decided: no other can do them in its place.
  if (act === 'forward' && !standsForItself(application)) return 'not-to-forward';
  if (act === 'void' && application.acceptedAt && !application.voiding && isOpen(application))
    return 'void-not-proposed';
  if (isHeld(application) && heldActs.has(act)) return 'stage-not-accepted';
  const transition = transitionOf(application, act);
  if (!transition?.who.some((who) => by.capacities.includes(who))) {
    return transition?.when === 'asked for by its applicant, told twice already' ? 'third-notice' : 'wrong-state';
  }
  return applicantActs.includes(act) ? deskRefusal(application, act, by) : officeRefusal(application, transition, by);
}

/** A desk acts for others only, nobody who has stepped back from a case does more of it, and nobody writes the answer to what he asked for himself. */
function deskRefusal(application: Application, act: Act, { capacities, actor }: Handler): NotNow | undefined {
  if (!deskOf(capacities)) return undefined;
  if (isOwn(application, actor)) return 'own-case';
  if (isRecused(application, actor)) return 'recused';
  const notice = application.corrections.at(-1);
  return act === 'resubmit' && notice && isMaker(notice, actor) ? 'own-notice' : undefined;
}

/** What this one may do next with a case. */
export function actionsFor(application: Application, by: Handler): Act[] {
  return acts.filter((act) => refusalOf(application, act, by) === undefined);
}
