import { dayOf } from '#shared/calendar';
import type { Application } from './application.ts';
import { takesBack } from './follows.ts';
import { isProved } from './licence.ts';

/** A place in the line of an item limited in number: which line, by what it is sorted, and how many are granted. */
export interface Place {
  line: string;
  since: string;
  limit: number;
}

/** What a line says at a moment: how many were granted, and how many open cases were accepted before. */
export interface Line {
  used: number;
  ahead: number;
}

/** The place of an accepted case in the line of its item and period; undefined where its item is not limited in number. */
export function placeOf(application: Application): Place | undefined {
  const { itemKey, id, quantity, situation, handling, acceptedAt, queued } = application;
  const since = queued?.since ?? acceptedAt;
  // A filing (备案) is no licence, and to give one up takes no place.
  if (!quantity || situation === '注销' || handling === 'filing' || !since) return undefined;
  // Who renews or changes what he has takes no place that another could have; that he has it he must not only say.
  if (situation !== '新办' && isProved(application)) return undefined;
  const period = queued?.period ?? periodOf(since, quantity.per);
  return { line: `${itemKey}#${period}`, since: `${since.toISOString()}#${id}`, limit: quantity.limit };
}

type Per = NonNullable<Application['quantity']>['per'];
export const periodOf = (at: Date, per: Per): string => dayOf(at).slice(0, per === 'year' ? 4 : 7);

/** A place that an act takes, or gives back, and the line as it was read for that. */
export interface Seat {
  place: Place;
  by: 1 | -1;
  line: Line;
  /** A grant stands again: it has its place, whoever was granted one meanwhile. */
  again?: true;
}

/** An earlier grant that a case takes back, or that stands again by it. */
export interface Undone {
  grant: Application;
  stands: boolean;
  /** It was gone already: taken back by another case, which stands. */
  goneBefore?: boolean;
  /** Its licence alone was forfeited, and is not by a review: the grant itself was never taken back. */
  lifted?: true;
}

/** Which place an act touches: a grant takes its own, what takes a grant back gives that one's back, or takes it again. */
export function seatOf(after: Application, undone: Undone | undefined): Omit<Seat, 'line'> | undefined {
  if (after.queued && !takesBack(after)) return keptSeat(after);
  const whose = takesBack(after) ? undone?.grant : after;
  const place = whose?.outcome === 'granted' ? placeOf(whose) : undefined;
  // A grant that is revoked and annulled gives its place back once: the first time somebody else may have it.
  if (!place || undone?.goneBefore || undone?.lifted) return undefined;
  if (undone?.stands) return { place, by: 1, again: true };
  return { place, by: undone ? -1 : 1 };
}

/** A place that is kept is counted from the start: a grant leaves it so, any other end gives it back. */
function keptSeat(after: Application): Omit<Seat, 'line'> | undefined {
  const ended = after.state === 'decided' || after.state === 'withdrawn';
  const place = ended && after.outcome !== 'granted' ? placeOf(after) : undefined;
  return place && { place, by: -1 };
}

/**
 * First accepted, first decided (行政许可法 art. 57): nobody takes a place that a case accepted before may still need. While there
 * are places for all of these, none of them, waiting for its applicant perhaps, keeps the others waiting.
 */
export function grantFault({
  place: { limit },
  by,
  line: { used, ahead },
  again,
}: Seat): 'quota-used' | 'not-first' | undefined {
  if (by < 0 || again) return undefined;
  if (used >= limit) return 'quota-used';
  return used + ahead >= limit ? 'not-first' : undefined;
}
