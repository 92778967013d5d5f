import { givesNoReasons } from '../supervision/reasons.ts';
import type { Application } from './application.ts';
import { end, refused, step, type Acting, type Change, type Refused } from './change.ts';
import { isMaker, makerOf } from './maker.ts';
import type { OtherOffice } from './proposal.ts';

/** 窗口无否决权: a window may only propose; guidance tells the applicant what he can do. */
export function proposeRefusal(
  application: Application,
  { at, body, by }: Acting<{ reasons: string; guidance: string }>,
): Change {
  const refusal = { ...makerOf(by), at, ...body };
  return { ...step(application, 'propose-refusal', { refusal }), reason: body.reasons };
}

/** 指路牌: that it is another office's (行政许可法 art. 32(1)(2)). It ends the case as a refusal does, so it is proposed as one. */
export const signpost =
  (office: OtherOffice, set: string) =>
  (
    application: Application,
    { at, body, by }: Acting<{ reasons?: string | undefined; guidance: string }>,
  ): Change | Refused => {
    const own = office.set === set && office.department === application.department;
    if (own) return refused('not-another-office', [{ path: ['office', 'department'] }]);
    const { reasons = `依法不属于本机关职权范围，属于${office.name}。`, guidance } = body;
    const refusal = { ...makerOf(by), at, reasons, guidance, office };
    return { ...step(application, 'signpost', { refusal }), reason: reasons };
  };

/** The head, another person, refuses acceptance, or agrees that the applicant is shown the way. */
export function approveRefusal(
  application: Application,
  { at, by, body }: Acting<{ opinion: string }>,
): Change | Refused {
  const { refusal } = application;
  if (!refusal || isMaker(refusal, by.actor)) return refused('same-person');
  const outcome = refusal.office ? ('returned' as const) : ('not-accepted' as const);
  const decision = { outcome, opinion: body.opinion, reasons: refusal.reasons };
  const change = { ...end(application, 'approve-refusal', { outcome, at, decision }), reason: refusal.reasons };
  const silent = !refusal.office && givesNoReasons(decision);
  return silent ? { ...change, findings: [{ rule: 'no-reasons' }] } : change;
}

/** A refusal that does not hold: the case goes on, its five days still running, and a supervisor hears of it. */
export function overturnRefusal(application: Application, { body }: Acting<{ opinion: string }>): Change {
  const change = step(application, 'overturn-refusal', { refusal: undefined });
  return { ...change, reason: body.opinion, findings: [{ rule: 'refusal-overturned' }] };
}
