import type { Application } from './application.ts';
import type { Capacity } from './graph.ts';

/** The channels in which staff enter a case for an applicant, each by its own role. */
export const staffChannels = ['window', 'community', 'kiosk', 'hotline'] as const;

/** At which desk somebody acts for an applicant; undefined for the applicant himself, an officer, or the office. */
export const deskOf = (capacities: readonly Capacity[]): (typeof staffChannels)[number] | undefined =>
  staffChannels.find((one) => capacities.includes(one));

/** Roles whose work needs a form as it was written; a kiosk, the hotline and other desks do with masks. */
const unmasking: ReadonlySet<Capacity> = new Set(['window', 'officer', 'approver', 'head', 'lead', 'supervisor']);

/** How a caller sees personal fields: the applicant as they are, staff masked, or as they are for a reason that is recorded. */
export function viewOf(
  capacities: readonly Capacity[],
  reason: string | undefined,
): 'own' | 'masked' | 'recorded' | 'not-needed' {
  if (capacities.includes('applicant')) return 'own';
  if (reason === undefined) return 'masked';
  return capacities.some((one) => unmasking.has(one)) ? 'recorded' : 'not-needed';
}

/** Desks that hand in for applicants and do no casework: they see what was entered at a desk of their kind and district. */
const desks: ReadonlySet<Capacity> = new Set(['community', 'kiosk', 'hotline']);

/** What a caller may look at: his own cases; for staff those of their departments, a draft only where a desk like theirs entered it. */
export interface Viewer {
  capacities: readonly Capacity[];
  parties: readonly string[];
  departments: readonly string[] | 'any';
  office: string;
}

/** A case handed in is seen by every department that has part in it. */
export function sees({ capacities, parties, departments, office }: Viewer, application: Application): boolean {
  const { partyId, heldBy, state, channel, entry } = application;
  // An officer sees nothing by his post: his mandate puts him in a party's place.
  if (capacities.includes('applicant') || capacities.includes('officer')) {
    return parties.some((one) => one === partyId || one === heldBy);
  }
  if (departments !== 'any' && !application.departments.some((one) => departments.includes(one))) return false;
  const entered = enteredAtDesk({ capacities, office }, { channel, entry });
  return entered || (state !== 'draft' && capacities.some((one) => !desks.has(one)));
}

/** Whether it was entered at a desk of their kind, and of their district; at a window at any. */
export function enteredAtDesk(
  { capacities, office }: Pick<Viewer, 'capacities' | 'office'>,
  { channel, entry }: Pick<Application, 'channel' | 'entry'>,
): boolean {
  if (!staffChannels.some((one) => one === channel && capacities.includes(one))) return false;
  return channel === 'window' || (entry !== undefined && districtOf(entry.office) === districtOf(office));
}

/** 全城通办: a desk of another district works for the office on what its own district took in, by whichever entry, and on nothing else. */
export function hasPart(
  { guest, office = '' }: Partial<Pick<Viewer, 'office'>> & { guest?: boolean | undefined },
  { entry, corrections }: Pick<Application, 'entry' | 'corrections'>,
): boolean {
  const came = [{ entry }, ...corrections].flatMap((one) => one.entry?.office ?? []);
  return !guest || came.some((one) => districtOf(one) === districtOf(office));
}

const districtOf = (office: string) => office.split('/')[0];
