import type { Application, Outcome, Ruling } from './application.ts';
import { deceived, deceivedGrant, isSecond } from './bar.ts';
import { standsForItself } from './follows.ts';
import { end, refused, type Acting, type Change, type Refused } from './change.ts';
import type { Finding } from '../supervision/finding.ts';
import { givesNoReasons } from '../supervision/reasons.ts';
import type { Issued } from './issued.ts';

export interface Deciding {
  outcome: 'granted' | 'refused';
  opinion: string;
  reasons?: string | undefined;
  /** What the grant gives, and the id of the party that it creates. */
  issued?: Issued | undefined;
  createdPartyId?: string | undefined;
  /** Why it is granted although a department disagreed. */
  against?: string | undefined;
  /** Why it is granted although earlier parts of its bundle were taken back. */
  despite?: string | undefined;
  /** Of a review: what becomes of the decision, what it says from now on, and the case in which it is made anew. */
  ruling?: Ruling | undefined;
  changedTo?: string | undefined;
  anew?: string | undefined;
  /** Of a refusal: what the applicant hid or forged. */
  deception?: string | undefined;
}

/** What a ruling makes of the request for review. */
const rulings: Record<Ruling, Outcome> = { upheld: 'refused', changed: 'granted', annulled: 'granted' };

/** Every review rules, nothing else does; to refuse one is to uphold the decision. */
function rulingFault({ follows }: Application, { outcome, ruling, changedTo }: Deciding): Refused | undefined {
  if (follows?.as !== 'review') return ruling || changedTo ? refused('not-a-review') : undefined;
  return rulings[ruling ?? 'upheld'] === outcome ? undefined : refused('ruling-missing');
}

/** 办结: one outcome, once. Reasons are shown to the applicant (行政许可法 art. 38). */
export function decide(application: Application, { at, body, by }: Acting<Deciding>): Change | Refused {
  const { outcome, opinion, reasons, against, issued, createdPartyId } = body;
  // 备案: who has handed in all that is asked has filed; whether that is right is checked afterwards.
  if (application.handling === 'filing' && body.outcome === 'refused') return refused('filing-not-refused');
  const fault =
    rulingFault(application, body) ?? deceptionFault(application, body, by) ?? dissentFault(application, body);
  if (fault) return fault;
  const { tolerance, acceptedAt, creates } = application;
  if (outcome === 'granted' && tolerance && !tolerance.settledAt) return refused('tolerance-open');
  // What comes after it is that party's: a company's licences, a child's insurance.
  if (outcome === 'granted' && creates && !createdPartyId) return refused('party-not-named');
  if (createdPartyId && !creates) return refused('creates-no-party');
  // Decided on the spot is accepted in the same act.
  const accepted = acceptedAt ? {} : { acceptedAt: at, acceptedBy: 'office' as const };
  const decision = {
    outcome,
    opinion,
    ...(reasons && { reasons }),
    ...againstIn(application, body),
    ...ruledIn(application, body),
    ...deceptionIn(application, body, at),
  };
  const last = { outcome, at, ...accepted, decision, ...(createdPartyId && { createdPartyId }) };
  const said = against ? `${reasons ?? opinion}；不采纳不同意见的理由：${against}` : (reasons ?? opinion);
  const change = { ...end(application, 'decide', last), reason: said, ...(issued && { issued }) };
  const findings = findingsOf(application, body);
  return findings.length > 0 ? { ...change, findings } : change;
}

/** The departments whose opinion is against the grant. */
const dissenting = ({ tasks }: Application): string[] => [
  ...new Set(tasks.filter(({ opinion }) => opinion?.verdict === 'disagree').map(({ department }) => department)),
];

/** The lead may grant against an opinion, but only with a reason of its own that the others, and the supervisor, can read. */
function dissentFault(application: Application, { outcome, opinion, against }: Deciding): Refused | undefined {
  const isAgainst = outcome === 'granted' && dissenting(application).length > 0;
  if (!isAgainst) return against === undefined ? undefined : refused('nobody-disagrees');
  return givesNoReasons({ reasons: against, opinion }) ? refused('opinion-disagrees') : undefined;
}

function againstIn(application: Application, { against }: Deciding) {
  return against === undefined ? {} : { against: { departments: dissenting(application), reasons: against } };
}

function findingsOf(application: Application, body: Deciding): Finding[] {
  if (body.outcome === 'refused') return givesNoReasons(body) ? [{ rule: 'no-reasons' }] : [];
  if (body.against === undefined) return [];
  return [{ rule: 'granted-against-opinion', about: dissenting(application).join(' ') }];
}

function ruledIn({ follows }: Application, { ruling = 'upheld', changedTo, anew }: Deciding) {
  return follows?.as === 'review' ? { ruling, ...(changedTo && { changedTo }), ...(anew && { anew }) } : {};
}

/** Only an application is refused for deception, and by two people. */
function deceptionFault(
  application: Application,
  { deception, outcome }: Deciding,
  { actor }: Acting<Deciding>['by'],
): Refused | undefined {
  if (deception === undefined) return undefined;
  if (outcome !== 'refused' || !standsForItself(application)) return refused('deception-not-here');
  return isSecond(application, actor) ? undefined : refused('deception-alone');
}

/** What was opened as a grant that was come by through deception, by one person, and is decided so by another, needs no more words. */
function deceptionIn(application: Application, { deception, outcome }: Deciding, at: Date) {
  const { follows } = application;
  const revoked = follows?.as === 'revoke' && follows.ground === 'deception' && outcome === 'granted';
  if (revoked) return { deception: deceivedGrant(follows.why, application, at) };
  return deception === undefined ? {} : { deception: deceived(deception, application, at) };
}
