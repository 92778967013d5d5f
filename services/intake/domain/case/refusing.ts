import { givesNoReasons } from '../supervision/reasons.ts';
import type { Entry } from '../party/entry.ts';
import type { Application } from './application.ts';
import { deceived } from './bar.ts';
import { end, refused, step, type Acting, type Change, type Refused } from './change.ts';
import { isMaker, makerOf } from './maker.ts';
import type { OtherOffice } from './proposal.ts';

/** 窗口无否决权: a window may only propose; guidance tells the applicant what he can do. */
export function proposeRefusal(
  application: Application,
  { at, body, by }: Acting<{ reasons: string; guidance: string; deception?: string | undefined }>,
): Change {
  const refusal = { ...makerOf(by), at, ...body };
  return { ...step(application, 'propose-refusal', { refusal }), reason: body.reasons };
}

/** 指路牌: that it is another office's (行政许可法 art. 32(1)(2)). It ends the case as a refusal does, so it is proposed as one. */
export const signpost =
  (office: OtherOffice, set: string) =>
  (application: Application, { at, body, by }: Acting<Shown>): Change | Refused => {
    if (isOwnOffice(office, set, application)) return itself;
    const refusal = shownTo(office, { at, body, by });
    return { ...step(application, 'signpost', { refusal }), reason: refusal.reasons };
  };

/** The applicant, before the clerk, agrees in writing: he is the second person, and the case ends at once. He may still ask for a review. */
export const signpostAgreed =
  (office: OtherOffice, set: string, agreed: Entry) =>
  (application: Application, { at, body, by }: Acting<Shown>): Change | Refused => {
    if (isOwnOffice(office, set, application)) return itself;
    const refusal = { ...shownTo(office, { at, body, by }), agreed };
    const { reasons } = refusal;
    const decision = { outcome: 'returned' as const, opinion: `申请人当场同意向${office.name}提出。`, reasons };
    return { ...end(application, 'signpost-agreed', { outcome: 'returned', at, decision, refusal }), reason: reasons };
  };

interface Shown {
  reasons?: string | undefined;
  guidance: string;
}

const itself = refused('not-another-office', [{ path: ['office', 'department'] }]);

const isOwnOffice = (office: OtherOffice, set: string, { department }: Application): boolean =>
  office.set === set && office.department === department;

function shownTo(office: OtherOffice, { at, body, by }: Pick<Acting<Shown>, 'at' | 'body' | 'by'>) {
  const { reasons = `依法不属于本机关职权范围，属于${office.name}。`, guidance } = body;
  return { ...makerOf(by), at, reasons, guidance, office };
}

/** The head, another person, refuses acceptance, or agrees that the applicant is shown the way. */
export function approveRefusal(
  application: Application,
  { at, by, body }: Acting<{ opinion: string }>,
): Change | Refused {
  const { refusal } = application;
  if (!refusal || isMaker(refusal, by.actor)) return refused('same-person');
  const outcome = refusal.office ? ('returned' as const) : ('not-accepted' as const);
  const found = refusal.deception;
  const deception = found === undefined ? {} : { deception: deceived(found, application, at) };
  const decision = { outcome, opinion: body.opinion, reasons: refusal.reasons, ...deception };
  const change = { ...end(application, 'approve-refusal', { outcome, at, decision }), reason: refusal.reasons };
  const silent = !refusal.office && givesNoReasons(decision);
  return silent ? { ...change, findings: [{ rule: 'no-reasons' }] } : change;
}

/** A refusal that does not hold: the case goes on, its five days still running, and a supervisor hears of it. */
export function overturnRefusal(application: Application, { body }: Acting<{ opinion: string }>): Change {
  const change = step(application, 'overturn-refusal', { refusal: undefined });
  return { ...change, reason: body.opinion, findings: [{ rule: 'refusal-overturned' }] };
}
