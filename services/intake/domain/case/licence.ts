import * as z from 'zod';
import { dayOf, daysAfter, monthsAfter, type Day } from '#shared/calendar';
import { once } from '#shared/once';
import type { Application } from './application.ts';
import { forfeits, standsForItself, takesBack } from './follows.ts';

/** The licence that a renewal or a change is about, as far as the office knows it: from a grant of its own, or because a clerk saw it. */
export const licence = once(() =>
  z.object({
    /** The last day on which it holds; absent where it has no end. */
    until: z.string().optional(),
    /** The case of this set that granted it. */
    grantedIn: z.uuid().optional(),
    seen: z.object({ by: z.string(), at: z.coerce.date(), document: z.string() }).optional(),
  }),
);
export type Licence = z.infer<ReturnType<typeof licence>>;

/** What a case keeps of licences: how long a grant of its item holds, and which one it is about. */
export const ofLicence = once(() => ({
  validity: z.string().optional(),
  /** The licence that a renewal is about ends on this day (yyyy-mm-dd), as the applicant says. */
  expiresOn: z.string().optional(),
  /** Which of several licences the applicant means: the case that granted it. */
  licenceId: z.string().optional(),
  /** By how many days before that end a renewal must have been applied for, so that silence renews it. */
  renewBefore: z.int().optional(),
  /** When a renewal was first handed in; to mend it later makes it no later. */
  appliedAt: z.coerce.date().optional(),
  licence: licence().optional(),
}));

/** A licence in force, as the office keeps it beside its holder. */
export interface Held {
  caseId: string;
  until?: Day | undefined;
}

/** What somebody says of the licence that he means: its end, or the case that granted it. */
export interface Meant {
  situation: Application['situation'];
  expiresOn?: Day | undefined;
  licenceId?: string | undefined;
}

/**
 * The licences that may be meant: the one that is named; else of a renewal those that end on the very day that was said, and
 * otherwise all in force. Nobody's other licence is renewed, changed or struck off because it is the only one that is known.
 */
export function meantAmong(
  held: readonly Held[],
  { situation, expiresOn, licenceId }: Meant,
  at: Date,
): readonly Held[] {
  if (situation === '新办') return [];
  const ends = ({ until }: Held): boolean =>
    situation === '延续' ? until !== undefined && until === expiresOn : until === undefined || until >= dayOf(at);
  return held.filter((one) => ends(one) && (licenceId === undefined || one.caseId === licenceId));
}

/** Why it is not known which licence is meant: the one that is named is not held, or several may be. */
export function licenceFault(
  meant: readonly Held[],
  { licenceId }: Pick<Meant, 'licenceId'>,
): LicenceFault | undefined {
  if (meant.length > 1) return 'licence-unclear';
  return licenceId !== undefined && meant.length === 0 ? 'licence-unknown' : undefined;
}
export type LicenceFault = 'licence-unclear' | 'licence-unknown';

/** The licence that a case is about; undefined where the office has granted none such, or cannot tell which of several. */
export function licenceAmong(held: readonly Held[], meant: Meant, at: Date): Licence | undefined {
  const [one, ...others] = meantAmong(held, meant, at);
  return one && others.length === 0 ? licenceIn(one) : undefined;
}

export const licenceIn = ({ caseId, until }: Held): Licence => ({ grantedIn: caseId, ...(until && { until }) });

/** Whether the office knows that the licence was in force when the case came in: what an applicant says of himself is no evidence. */
export function isProved({ licence: known, submittedAt }: Application): boolean {
  return known !== undefined && (known.until === undefined || !submittedAt || known.until >= dayOf(submittedAt));
}

/** What a case changes among the licences of its party: one is given, one is gone. */
export interface LicenceChange {
  given?: Held | undefined;
  gone?: string | undefined;
}

/** What its end does to the licences of its party; a filing (备案) is none. */
export function licencesAfter(before: Application, after: Application): LicenceChange {
  const { outcome, follows, situation, handling, id, licence: known } = after;
  if (outcome !== 'granted' || before.outcome === 'granted' || handling === 'filing') return {};
  if (!standsForItself(after)) return takesBack(after) || forfeits(after) ? { gone: follows?.caseId } : {};
  if (situation === '注销') return { gone: known?.grantedIn };
  // A change leaves the end as it is: the licence goes on under the case that first gave it.
  if (known?.grantedIn && situation !== '延续') return {};
  return { given: { caseId: id, until: endOfGrant(after) }, gone: known?.grantedIn };
}

/** Whether a grant began a licence that goes on under it: what is changed later is still that one, and a filing (备案) is none. */
export function beganLicence({ outcome, follows, situation, handling, licence: known }: Application): boolean {
  const changes = known?.grantedIn !== undefined && situation !== '延续';
  return (
    outcome === 'granted' && standsForItself({ follows }) && handling !== 'filing' && !changes && situation !== '注销'
  );
}

/** How long a grant holds: from its day, and of a renewal from the end of what it renews (民法典 art. 201, 202). */
function endOfGrant({ situation, validity, licence: known, expiresOn, decidedAt }: Application): Day | undefined {
  if (situation === '变更' || situation === '补证') return known?.until;
  const renewed = situation === '延续' ? (known?.until ?? expiresOn) : undefined;
  const from = renewed ?? (decidedAt && dayOf(decidedAt));
  return from && validity ? after(from, validity) : undefined;
}

function after(day: Day, validity: string): Day {
  const n = Number.parseInt(validity, 10);
  if (validity.endsWith('d')) return daysAfter(day, n);
  return monthsAfter(day, validity.endsWith('y') ? 12 * n : n);
}
