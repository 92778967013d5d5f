import { idsOf, type Known } from '../party/person.ts';

interface Came {
  entry?: { present?: { partyId?: string | undefined } | undefined } | undefined;
}

/** Whose an affair is, and who came or acted for him in it. */
export interface Affair extends Came {
  partyId: string;
  heldBy?: string | undefined;
  corrections?: readonly Came[];
  /** Who acted in the applicant's place: his delegate, his guardian, his officer. */
  representedBy?: readonly string[] | undefined;
}

/** Everybody on the applicant's side of an affair, by the ids under which he came. */
function sideOf({ partyId, heldBy, entry, corrections = [], representedBy = [] }: Affair): (string | undefined)[] {
  const came = [{ entry }, ...corrections].map((one) => one.entry?.present?.partyId);
  return [partyId, heldBy, ...came, ...representedBy];
}

/** Nobody handles as staff his own affair, one of whom he may act for (`orgs`), or one in which he came for the applicant. */
export function isOwn(affair: Affair, actor: Pick<Known, 'partyId' | 'ids'> & { orgs: readonly string[] }): boolean {
  const side = sideOf(affair);
  return [...idsOf(actor), ...actor.orgs].some((one) => side.includes(one));
}
