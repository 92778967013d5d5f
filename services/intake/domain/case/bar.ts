import * as z from 'zod';
import { dayOf, monthsAfter, type Day } from '#shared/calendar';
import { once } from '#shared/once';
import type { Item } from '../catalogue/item.ts';
import { isSamePerson, type Known } from '../party/person.ts';
import type { Application } from './application.ts';

// 行政许可法 arts 78, 79: whoever hid facts or gave false material, or came to a licence so, may not apply for it again for a time,
// where it directly concerns public safety, personal health, or the safety of life and property.

/** What a case keeps of an item that concerns these: by what right it does, and which licence it gives. */
export const safety = once(() => z.object({ basis: z.string(), licence: z.string().optional() }));

export const safetyOf = ({ safety: basis, result: { licenceType } }: Pick<Item, 'safety' | 'result'>) =>
  basis ? { safety: { basis, ...(licenceType && { licence: licenceType }) } } : {};

/** What was found to be hidden or false, by which article, and the last day on which its party may not apply again. */
export const deception = once(() => z.object({ found: z.string(), basis: z.string(), until: z.string().optional() }));
type Deception = z.infer<ReturnType<typeof deception>>;

const [aYear, threeYears] = [12, 36];

/** Of an application that is refused (art. 78). Without the safety of others at stake nobody is barred. */
export const deceived = (found: string, { safety: concerned }: Application, at: Date): Deception =>
  said({ found, basis: '行政许可法 art. 78' }, concerned && barredUntil(at, aYear));

/** Of a licence that is revoked, as it was come by through deception (art. 79). */
export const deceivedGrant = (found: string, { safety: concerned }: Application, at: Date): Deception =>
  said({ found, basis: '行政许可法 art. 79' }, concerned && barredUntil(at, threeYears));

const said = (what: Deception, until: Day | undefined): Deception => ({ ...what, ...(until && { until }) });

/**
 * Months count from the day after the decision to the day of the same number, else to the last of that month (民法典 arts 201, 202).
 * That a last day on a holiday moves (art. 203) is for who must act by it: nobody is barred longer for a holiday.
 */
const barredUntil = (at: Date, months: number): Day => monthsAfter(dayOf(at), months);

/** Nobody finds somebody a deceiver alone: another person has said in the review that it does not hold. */
export const isSecond = ({ tasks }: Pick<Application, 'tasks'>, by: Known): boolean =>
  tasks.some(
    ({ opinion }) =>
      opinion?.verdict === 'disagree' && !isSamePerson({ sub: opinion.by, partyId: opinion.byParty }, by),
  );

/** A bar as it stands beside its party: for which licence, until when, and the case that decided it. */
export interface Bar {
  caseId: string;
  itemKey: string;
  licence?: string | undefined;
  until: Day;
  basis: string;
}

/** The bar that a decision brings about; undefined for any other. */
export function barOf({ id, itemKey, safety: concerned, decision }: Application): Bar | undefined {
  const { until, basis } = decision?.deception ?? {};
  const licence = concerned?.licence;
  return until && basis ? { caseId: id, itemKey, until, basis, ...(licence && { licence }) } : undefined;
}
