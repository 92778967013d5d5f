import type { Item } from '../catalogue/item.ts';
import { demandable } from '../catalogue/requirements.ts';
import type { Form } from '../form/form.ts';
import { isDescribed, isPlace, isWithin } from '../form/pointer.ts';
import type { Application } from './application.ts';
import { refused, step, type Acting, type Change, type Fault, type Refused } from './change.ts';
import type { Defect, ShownBy } from './correction.ts';
import { makerOf } from './maker.ts';
import { correctBy } from './standing.ts';

/** What is demanded is held against the item's list. */
type Listed = Pick<Item, 'materials' | 'commitment' | 'form'>;

export interface CorrectionNotice {
  defects: readonly Defect[];
  days: number;
}

export interface SupplementNotice extends CorrectionNotice {
  why: string;
  /** How the review came upon it. */
  shownBy?: ShownBy | undefined;
}

/** What a notice is held against. */
interface Against extends Asked {
  application: Application;
}

/** The item's list, the form as it was handed in, and what sharing has turned out not to provide. */
interface Asked {
  item: Listed;
  form: Form;
  notProvided?: readonly string[];
}

/** 一次性告知: all defects at once. One that an earlier notice could have named is the office’s fault. */
export function requestCorrection(against: Asked) {
  return (application: Application, acting: Acting<CorrectionNotice>): Change | Refused => {
    const fault = faultIn(acting.body.defects, { ...against, application });
    if (fault) return fault;
    const late = application.corrections.length > 0 ? acting.body.defects.filter(isOld(application)) : [];
    const corrections = added(application, acting, late.length > 0);
    const burden = askedAfterAll(application, acting.body.defects, against);
    return noticed(step(application, 'request-correction', { corrections, burden }), late);
  };
}

/** After acceptance once, for what only the review could show; the office’s days stand still meanwhile. */
export function requestSupplement(against: Asked) {
  return (application: Application, acting: Acting<SupplementNotice>): Change | Refused => {
    const { at, body } = acting;
    const fault = faultIn(body.defects, { ...against, application });
    if (fault) return fault;
    // What could be seen when the case came in was to be told then, before it was accepted, or silence had accepted it (art. 32(4)).
    // Of a case that is made after its stage was accepted nobody could tell anything before.
    const late = body.shownBy || application.joint?.later ? [] : body.defects;
    const pauses = [...application.pauses, { kind: 'supplement' as const, from: at, why: body.why }];
    const corrections = added(application, acting, late.length > 0);
    const burden = askedAfterAll(application, body.defects, against);
    const change = step(application, 'request-supplement', { corrections, pauses, burden });
    return { ...noticed(change, late), reason: body.why };
  };
}

/** What sharing was to provide, and a notice asks of the applicant now, is no burden that he was spared: each line counts once. */
function askedAfterAll(
  { burden, corrections }: Application,
  defects: readonly Defect[],
  { notProvided = [] }: Asked,
): Application['burden'] {
  const before = new Set(corrections.flatMap((one) => one.defects.map(({ material }) => material)));
  const asked = new Set(defects.flatMap(({ material = '' }) => (before.has(material) ? [] : [material])));
  const count = notProvided.filter((one) => asked.has(one)).length;
  return burden && { ...burden, asked: burden.asked + count, fetched: Math.max(0, burden.fetched - count) };
}

function added(
  { corrections }: Application,
  { at, body, by, calendar }: Acting<CorrectionNotice & Pick<SupplementNotice, 'shownBy'>>,
  fault: boolean,
): Application['corrections'] {
  const { days, defects, shownBy } = body;
  const notice = { at, ...makerOf(by), days, defects: [...defects], ...(shownBy && { shownBy }), fault };
  return [...corrections, { ...notice, until: correctBy(notice, calendar)?.dueAt }];
}

/** What the last answer did not bring anew was there to be seen when the notice before it was given. */
const isOld =
  ({ corrections }: Application) =>
  ({ pointer, material }: Defect): boolean => {
    const { changed = [], answers = [] } = corrections.at(-1) ?? {};
    const isNewField = pointer !== undefined && changed.some((one) => isWithin(one, pointer) || isWithin(pointer, one));
    const isNewFile = answers.some((one) => one.document && one.material === material);
    return !isNewField && !isNewFile;
  };

function noticed(change: Change, [first]: readonly Defect[]): Change {
  if (!first) return change;
  return { ...change, findings: [{ rule: 'second-notice', about: first.pointer ?? first.material ?? '' }] };
}

/** All texts of one notice in characters: its case holds several, and a record of DynamoDB 400 KB. */
const longest = 12_000;

/** Why a notice may not be given: too long to be kept, or it demands what the item does not. */
function faultIn(defects: readonly Defect[], against: Against): Refused | undefined {
  const length = defects.reduce((sum, { what, mend }) => sum + what.length + mend.length, 0);
  if (length > longest) return refused('notice-too-long', [{ path: ['defects'] }]);
  const off = offList(defects, against);
  return off.length > 0 ? refused('not-on-list', off) : undefined;
}

/** Nothing may be demanded that is not in the item's list (证明事项清单), nor a field that its form does not have, or that nobody could fill. */
function offList(defects: readonly Defect[], { item, form, application, notProvided }: Against): Fault[] {
  const listed = new Set(demandable(item, { ...application, notProvided }).map(({ type }) => type));
  return defects.flatMap(({ material, pointer }, n) => [
    ...(material === undefined || listed.has(material) ? [] : [{ path: ['defects', n, 'material'] }]),
    ...(pointer === undefined || (isDescribed(item.form, pointer) && isPlace(form, pointer))
      ? []
      : [{ path: ['defects', n, 'pointer'] }]),
  ]);
}

/** The deadline of a notice, moved once. */
export function extendCorrection(
  application: Application,
  { body, calendar }: Acting<{ days: number; reason: string }>,
): Change | Refused {
  const notice = application.corrections.at(-1);
  if (!notice) return refused('wrong-state');
  const longer = { ...notice, extraDays: body.days };
  const until = correctBy(longer, calendar)?.dueAt;
  const corrections = [...application.corrections.slice(0, -1), { ...longer, until }];
  return { ...step(application, 'extend-correction', { corrections }), reason: body.reason };
}
