import { dayOf, daysAfter, endOf } from '#shared/calendar';
import type { Item } from '../catalogue/item.ts';
import type { Application } from './application.ts';

type Said = Pick<Application, 'situation' | 'expiresOn'>;

/** Why one cannot apply under an item as he says, by the field that is wrong. */
export type SituationFault = 'situation-unknown' | 'expiry-missing' | 'expiry-not-asked' | 'expiry-past' | 'expiry-far';

/** How many days before its licence ends a renewal is taken in. Ours: art. 50 of 行政许可法 says by when at the latest, nothing how early. */
const horizonDays = 366;

/** A situation must be one that the item has, and a renewal, as nothing else, says when the licence ends. */
export function situationFault(
  { situation, expiresOn }: Said,
  { situations }: Pick<Item, 'situations'>,
): SituationFault | undefined {
  if (!situations.includes(situation)) return 'situation-unknown';
  if (situation === '延续') return expiresOn === undefined ? 'expiry-missing' : undefined;
  return expiresOn === undefined ? undefined : 'expiry-not-asked';
}

/** The same when it is handed in: a licence that has ended cannot be renewed, nor one that ends far off. */
export function handingInFault(said: Said, item: Pick<Item, 'situations'>, at: Date): SituationFault | undefined {
  const fault = situationFault(said, item);
  const { expiresOn } = said;
  if (fault || expiresOn === undefined) return fault;
  if (expiresOn < dayOf(at)) return 'expiry-past';
  return expiresOn > daysAfter(dayOf(at), horizonDays) ? 'expiry-far' : undefined;
}

/** 行政许可法 art. 50: thirty days before the end, calendar days as they bind the applicant, unless the item's own law says otherwise. */
const usualDays = 30;

type Renewed = Pick<Application, 'situation' | 'expiresOn' | 'submittedAt' | 'appliedAt' | 'renewBefore' | 'licence'>;

/** When silence renews: as a licence ends that the office knows (行政许可法 art. 50). */
export function renewedAt(application: Renewed): Date | undefined {
  return application.licence?.until === undefined ? undefined : endsAt(application, application.licence.until);
}

/** When a licence ends, as the applicant says, of which the office knows nothing: nothing is renewed, somebody hears of it. */
export function unprovedAt(application: Renewed): Date | undefined {
  const { licence, expiresOn } = application;
  return licence?.until !== undefined || expiresOn === undefined ? undefined : endsAt(application, expiresOn);
}

/**
 * Undefined where it came in later than the law asks, or came in whole only when the licence had ended: then nobody was late
 * with it, and silence says nothing.
 */
function endsAt({ situation, submittedAt, appliedAt = submittedAt, renewBefore = usualDays }: Renewed, day: string) {
  if (situation !== '延续') return undefined;
  const inTime = !appliedAt || dayOf(appliedAt) <= daysAfter(day, -renewBefore);
  const end = endOf(day);
  return inTime && !(submittedAt && submittedAt > end) ? end : undefined;
}
