import { isOpen } from '../case/ahead.ts';
import type { Application, ApplicationState } from '../case/application.ts';
import type { Capacity, Handler, NotNow } from '../case/graph.ts';
import { officeRefusal } from '../case/office-refusal.ts';
import { isOwn } from '../case/own.ts';
import { deskOf } from '../case/view.ts';

/** Acts on the materials of a case that was handed in. */
export const materialsActs = ['give', 'see', 'uphold'] as const;
export type MaterialsAct = (typeof materialsActs)[number];

interface MaterialsArrow {
  act: MaterialsAct;
  /** Where the case stands. While a notice is open its answer brings what it asks for, and nothing else does. */
  in: readonly ApplicationState[];
  who: readonly Capacity[];
}

const open = ['submitted', 'refusal-proposed', 'accepted', 'suspended'] as const;
/** Who may do what, and while the case stands where. */
export const materialsRules: readonly MaterialsArrow[] = [
  { act: 'give', in: open, who: ['applicant', 'officer', 'window', 'community', 'kiosk'] },
  { act: 'uphold', in: open, who: ['approver', 'head'] },
  { act: 'see', in: [...open, 'correcting', 'supplementing'], who: ['window', 'approver', 'head'] },
];

/** Why this one may not do an act now; undefined when he may. */
export function materialsRefusal(application: Application, act: MaterialsAct, by: Handler): NotNow | undefined {
  const rule = materialsRules.find((one) => one.act === act && one.in.includes(application.state));
  if (!isOpen(application) || !rule?.who.some((who) => by.capacities.includes(who))) return 'wrong-state';
  if (act !== 'give') return officeRefusal(application, {}, by);
  // A desk acts for others only.
  return deskOf(by.capacities) && isOwn(application, by.actor) ? 'own-case' : undefined;
}

/** What this one may do next. */
export function materialsActions(application: Application, by: Handler): MaterialsAct[] {
  return materialsActs.filter((act) => materialsRefusal(application, act, by) === undefined);
}
