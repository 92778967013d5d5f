import type { Application } from '../../domain/case/application.ts';
import { hasRoom, keptPlaces } from '../../domain/case/kept-places.ts';
import { placeOf, type Seat } from '../../domain/case/quota.ts';
import type { Queued } from '../../domain/case/queued.ts';
import type { IntakeDeps } from '../../deps.ts';
import { isGone } from './undone.ts';

export interface Kept {
  queued: Queued;
  /** None where the place of the grant that is annulled passes on. */
  seat?: Seat | undefined;
}

/** 责令重作 of an item limited in number: the place that is kept for what is decided anew, with the order that it had (行政许可法 art. 57). */
export async function keptPlace(
  found: Application,
  { at, review }: { at: Date; review: string },
  deps: Pick<IntakeDeps, 'applications' | 'links' | 'quotas'>,
): Promise<Kept | undefined> {
  const places = keptPlaces(found, at);
  const [first] = places;
  if (!first) return undefined;
  const granted = found.outcome === 'granted' && placeOf(found) !== undefined;
  if (granted && !(await isGone(found, deps, review))) return { queued: found.queued ?? first.queued };
  for (const { queued, place } of places) {
    const line = await deps.quotas.line(place);
    if (hasRoom(place, line)) return { queued, seat: { place, by: 1, line } };
  }
  return undefined;
}
