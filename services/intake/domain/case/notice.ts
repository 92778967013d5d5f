import type { Item } from '../catalogue/item.ts';
import { demandable } from '../catalogue/requirements.ts';
import { isDescribed } from '../form/pointer.ts';
import type { Application } from './application.ts';
import { refused, step, type Acting, type Change, type Fault, type Refused } from './change.ts';
import type { Defect } from './correction.ts';
import { makerOf } from './maker.ts';
import { correctBy } from './standing.ts';

/** What is demanded is held against the item's list. */
type Listed = Pick<Item, 'materials' | 'commitment' | 'form'>;

export interface CorrectionNotice {
  defects: readonly Defect[];
  days: number;
}

/** 一次性告知: all defects at once. One that an earlier notice could have named is the office's fault. */
export function requestCorrection(item: Listed) {
  return (application: Application, acting: Acting<CorrectionNotice>): Change | Refused => {
    const fault = faultIn(acting.body.defects, item, application);
    if (fault) return fault;
    return noticed(step(application, 'request-correction', { corrections: added(application, acting) }));
  };
}

/** After acceptance once, for what only the review could show; the office's days stand still meanwhile. */
export function requestSupplement(item: Listed) {
  return (application: Application, acting: Acting<CorrectionNotice & { why: string }>): Change | Refused => {
    const { at, body } = acting;
    const fault = faultIn(body.defects, item, application);
    if (fault) return fault;
    const pauses = [...application.pauses, { kind: 'supplement' as const, from: at, why: body.why }];
    const corrections = added(application, acting);
    return { ...noticed(step(application, 'request-supplement', { corrections, pauses })), reason: body.why };
  };
}

function added(
  { corrections }: Application,
  { at, body, by, calendar }: Acting<CorrectionNotice>,
): Application['corrections'] {
  const places = new Set(corrections.flatMap(({ defects }) => defects.map(placeOf)));
  const fault = corrections.length > 0 && body.defects.some((one) => !places.has(placeOf(one)));
  const notice = { at, ...makerOf(by), days: body.days, defects: [...body.defects], fault };
  return [...corrections, { ...notice, until: correctBy(notice, calendar)?.dueAt }];
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
  { body, calendar }: Acting<{ days: number; reason: string }>,
): Change | Refused {
  const notice = application.corrections.at(-1);
  if (!notice) return refused('wrong-state');
  const longer = { ...notice, extraDays: body.days };
  const until = correctBy(longer, calendar)?.dueAt;
  const corrections = [...application.corrections.slice(0, -1), { ...longer, until }];
  return { ...step(application, 'extend-correction', { corrections }), reason: body.reason };
}
