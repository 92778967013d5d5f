import type { SpecialProcedure } from '../catalogue/item.ts';
import type { Application, Outcome, Ruling } from './application.ts';
import { end, refused, step, type Acting, type Change, type Refused } from './change.ts';
import type { Finding } from '../supervision/finding.ts';
import { givesNoReasons } from '../supervision/reasons.ts';
import type { Issued } from './issued.ts';
import { endPause } from './handing-in.ts';

export interface Deciding {
  outcome: 'granted' | 'refused';
  opinion: string;
  reasons?: string | undefined;
  /** What the grant gives, and the id of the party that it creates. */
  issued?: Issued | undefined;
  createdPartyId?: string | undefined;
  /** Why it is granted although a department disagreed. */
  against?: string | undefined;
  /** Of a review: what becomes of the decision, what it says from now on, and the case in which it is made anew. */
  ruling?: Ruling | undefined;
  changedTo?: string | undefined;
  anew?: string | undefined;
}

/** What a ruling makes of the request for review. */
const rulings: Record<Ruling, Outcome> = { upheld: 'refused', changed: 'granted', annulled: 'granted' };

/** Every review rules, nothing else does; to refuse one is to uphold the decision. */
function rulingFault({ follows }: Application, { outcome, ruling, changedTo }: Deciding): Refused | undefined {
  if (follows?.as !== 'review') return ruling || changedTo ? refused('not-a-review') : undefined;
  return rulings[ruling ?? 'upheld'] === outcome ? undefined : refused('ruling-missing');
}

/** 办结: one outcome, once. Reasons are shown to the applicant (行政许可法 art. 38). */
export function decide(application: Application, { at, body }: Acting<Deciding>): Change | Refused {
  const { outcome, opinion, reasons, against, issued, createdPartyId } = body;
  // 备案: who has handed in all that is asked has filed; whether that is right is checked afterwards.
  if (application.handling === 'filing' && body.outcome === 'refused') return refused('filing-not-refused');
  const fault = rulingFault(application, body) ?? dissentFault(application, body);
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

interface Suspending {
  kind: SpecialProcedure;
  why: string;
}

/** 特别程序: told in writing, not counted (行政许可法 art. 45); only what the item provides for. */
export function suspend(special: readonly SpecialProcedure[]) {
  return (application: Application, { at, body }: Acting<Suspending>): Change | Refused => {
    const { kind, why } = body;
    if (!special.includes(kind)) return refused('not-a-special-procedure');
    const pauses = [...application.pauses, { kind, from: at, why }];
    return { ...step(application, 'suspend', { pauses }), reason: why };
  };
}

/** The procedure is over: from tomorrow on the days count again. */
export function resume(application: Application, { at, body }: Acting<{ result: string }>): Change {
  return { ...step(application, 'resume', { pauses: endPause(application, at) }), reason: body.result };
}

/** 延长: once, by the head, at most ten working days, fifteen where offices decide jointly (行政许可法 art. 42), thirty days in a review. */
export function extend(
  application: Application,
  { at, body }: Acting<{ days: number; why: string }>,
): Change | Refused {
  if (body.days > longest(application)) return refused('extension-too-long');
  return { ...step(application, 'extend', { extension: { ...body, at } }), reason: body.why };
}

/** 行政复议法 art. 62: a review may take thirty days more. */
function longest({ follows, departments }: Application): number {
  if (follows?.as === 'review') return 30;
  return departments.length > 1 ? 15 : 10;
}

/** What was to follow has come (容缺). */
export function settleTolerance(application: Application, { at }: Acting): Change | Refused {
  const { tolerance } = application;
  if (!tolerance) return refused('wrong-state');
  return step(application, 'settle-tolerance', { tolerance: { ...tolerance, settledAt: at } });
}

/** 转报: another office decides; the case ends here and goes on there. */
export function forward(application: Application, { at, body }: Acting<{ to: string; why: string }>): Change {
  const { to, why } = body;
  return { ...end(application, 'forward', { outcome: 'forwarded', at, forwardedTo: to }), reason: why };
}

export interface Voiding {
  ground: 'duplicate' | 'clerical';
  why: string;
}

const grounds = { duplicate: '与另一办件重复', clerical: '录入有误' } satisfies Record<Voiding['ground'], string>;

/** 作废: what was entered twice or by a slip. The head does it alone, so a supervisor hears of each, and a review may be asked for. */
export const makeVoid =
  (other: Application | undefined) =>
  (application: Application, { at, body }: Acting<Voiding>): Change | Refused => {
    const { ground, why } = body;
    if (ground === 'duplicate' && !isTwin(application, other)) {
      return refused('not-a-duplicate', [{ path: ['duplicateOf'] }]);
    }
    const decision = { outcome: 'void' as const, opinion: `作废：${grounds[ground]}。`, reasons: why };
    const pauses = endPause(application, at);
    const change = end(application, 'void', { outcome: 'void', at, decision, pauses });
    return { ...change, reason: why, findings: [{ rule: 'made-void', about: ground }] };
  };

/** The same application once more, which goes on or was decided. */
function isTwin({ id, partyId, itemKey }: Application, other: Application | undefined): boolean {
  if (!other || other.id === id || other.partyId !== partyId || other.itemKey !== itemKey) return false;
  return other.state !== 'draft' && other.state !== 'withdrawn' && other.outcome !== 'void';
}
