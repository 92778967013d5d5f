import type { Item } from '../catalogue/item.ts';
import { demandable } from '../catalogue/requirements.ts';
import { isDescribed } from '../form/pointer.ts';
import type { Application } from './application.ts';
import type { Defect } from './correction.ts';
import { end, refused, step, type Acting, type Change, type Fault, type Refused } from './change.ts';
import type { Licence } from './licence.ts';
import { isMaker, makerOf } from './maker.ts';
import type { OtherOffice } from './proposal.ts';
import { openTasks } from './review.ts';
import { tolerance, type Tolerating, type ToleratingFor } from './tolerance.ts';
import { givesNoReasons } from '../supervision/reasons.ts';

/** What an acceptance may say: what the applicant may hand in later, and within how many working days. */
export interface Acceptance {
  tolerance?: Tolerating | undefined;
  /** The licence that the case is about, which whoever accepts it has seen. */
  licence?: { document: string; until?: string | undefined } | undefined;
}

/** What is demanded is held against the item's list. */
type Listed = Pick<Item, 'materials' | 'commitment' | 'form'>;

/** 受理: the promised limit begins; the day of acceptance is not counted. 备案: complete is done. */
export function accept(listed: ToleratingFor | undefined) {
  return (application: Application, { at, body, by }: Acting<Acceptance>): Change | Refused => {
    if (body.licence && application.situation === '新办') return refused('no-licence-asked');
    if (application.handling === 'filing') {
      const firstClerk = application.firstClerk ?? by.actor.sub;
      const filed = filing('材料齐全，予以备案。', at);
      return end(application, 'accept', { ...filed, acceptedAt: at, acceptedBy: 'office', firstClerk });
    }
    const tolerated = body.tolerance && tolerance(application, body.tolerance, { listed, at, by: by.actor.sub });
    if (tolerated === 'not-deferrable') return refused('not-deferrable');
    const firstClerk = application.firstClerk ?? by.actor.sub;
    const accepted = { acceptedAt: at, acceptedBy: 'office' as const, firstClerk };
    return step(application, 'accept', {
      ...accepted,
      ...(tolerated && { tolerance: tolerated }),
      ...(body.licence && { licence: seen(application, body.licence, { at, by: by.actor.sub }) }),
      tasks: openTasks(application.tasks, at),
    });
  };
}

/** Where the office has granted it itself, its own record says how long it holds. */
function seen(
  { licence: known }: Application,
  { document, until }: NonNullable<Acceptance['licence']>,
  who: { at: Date; by: string },
): Licence {
  return { ...(until && { until }), ...known, seen: { ...who, document } };
}

const filing = (opinion: string, at: Date) => {
  const outcome = 'granted' as const;
  return { outcome, at, decision: { outcome, opinion } };
};

/** Silent to the end of the fifth working day: accepted as of the day of receipt, and counted against the office. What is only filed is done. */
export function acceptSilently(application: Application, now: Date): Change {
  const at = application.submittedAt;
  if (!at) throw new Error('a case that was not handed in cannot be accepted');
  const accepted = { acceptedAt: at, acceptedBy: 'silence' as const };
  const change =
    application.handling === 'filing'
      ? end(application, 'accept-silently', { ...filing('逾期未告知补正，视为材料齐全，予以备案。', now), ...accepted })
      : step(application, 'accept-silently', { ...accepted, tasks: openTasks(application.tasks, at) });
  return { ...change, findings: [{ rule: 'silent-acceptance' }] };
}

export interface CorrectionNotice {
  defects: readonly Defect[];
  days: number;
}

/** 一次性告知: all defects at once. One that an earlier notice could have named is the office's fault. */
export function requestCorrection(item: Listed) {
  return (application: Application, { at, body, by }: Acting<CorrectionNotice>): Change | Refused => {
    const fault = faultIn(body.defects, item, application);
    if (fault) return fault;
    return noticed(step(application, 'request-correction', { corrections: added(application, { at, body, by }) }));
  };
}

/** After acceptance once, for what only the review could show; the office's days stand still meanwhile. */
export function requestSupplement(item: Listed) {
  return (application: Application, { at, body, by }: Acting<CorrectionNotice & { why: string }>): Change | Refused => {
    const fault = faultIn(body.defects, item, application);
    if (fault) return fault;
    const pauses = [...application.pauses, { kind: 'supplement' as const, from: at, why: body.why }];
    const corrections = added(application, { at, body, by });
    return { ...noticed(step(application, 'request-supplement', { corrections, pauses })), reason: body.why };
  };
}

function added(
  { corrections }: Application,
  { at, body, by }: Pick<Acting<CorrectionNotice>, 'at' | 'body' | 'by'>,
): Application['corrections'] {
  const places = new Set(corrections.flatMap(({ defects }) => defects.map(placeOf)));
  const fault = corrections.length > 0 && body.defects.some((one) => !places.has(placeOf(one)));
  return [...corrections, { at, ...makerOf(by), days: body.days, defects: [...body.defects], fault }];
}

function noticed(change: Change): Change {
  return change.application.corrections.at(-1)?.fault ? { ...change, findings: [{ rule: 'second-notice' }] } : change;
}

const placeOf = ({ pointer = '', material = '' }: Defect): string => `${pointer}|${material}`;

/** All texts of one notice in characters: its case holds several, and a record of DynamoDB 400 KB. */
const longest = 12_000;

/** Why a notice may not be given: too long to be kept, or it demands what the item does not. */
function faultIn(defects: readonly Defect[], item: Listed, application: Application): Refused | undefined {
  const length = defects.reduce((sum, { what, mend }) => sum + what.length + mend.length, 0);
  if (length > longest) return refused('notice-too-long', [{ path: ['defects'] }]);
  const off = offList(defects, item, application);
  return off.length > 0 ? refused('not-on-list', off) : undefined;
}

/** Nothing may be demanded that is not in the item's list (证明事项清单), nor a field that its form does not have. */
function offList(defects: readonly Defect[], item: Listed, application: Application): Fault[] {
  const listed = new Set(demandable(item, application).map(({ type }) => type));
  return defects.flatMap(({ material, pointer }, n) => [
    ...(material === undefined || listed.has(material) ? [] : [{ path: ['defects', n, 'material'] }]),
    ...(pointer === undefined || isDescribed(item.form, pointer) ? [] : [{ path: ['defects', n, 'pointer'] }]),
  ]);
}

/** The deadline of a notice, moved once. */
export function extendCorrection(
  application: Application,
  { body }: Acting<{ days: number; reason: string }>,
): Change | Refused {
  const notice = application.corrections.at(-1);
  if (!notice) return refused('wrong-state');
  const corrections = [...application.corrections.slice(0, -1), { ...notice, extraDays: body.days }];
  return { ...step(application, 'extend-correction', { corrections }), reason: body.reason };
}

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

/** The clock: nobody answered the notice in time (补正不来). */
export function closeUncorrected(application: Application, at: Date): Change {
  return end(application, 'close-uncorrected', { outcome: 'no-correction', at });
}
