import { placesOf } from './burden-faults.ts';
import { promisesOfCity, type Bounds } from './city-limits.ts';
import type { CatalogueFault } from './faults.ts';
import { words } from './limit-faults.ts';
import type { Catalogue, ItemLine, PublishedLine } from './line.ts';
import { asOffered, holdingOn, isInCommunities } from './offer.ts';
import type { Outline } from './outline.ts';
import { isShorter, isWithin } from './promise.ts';

/**
 * What an edition of a district may not do to an item: promise more time than is in force, take it further from people, or
 * promise less and move it down without the review of basis and burden that an adjustment has (扩权强县, 社区受理).
 */
export function districtFaults(
  { items }: Pick<Outline, 'items'>,
  current: Catalogue | undefined,
  bounds: Bounds,
): CatalogueFault[] {
  const inPlaceOf = current ? placesOf(holdingOn(current, bounds.day)) : () => undefined;
  return items.flatMap((item, n) => {
    const was = inPlaceOf(item);
    const found = was && current ? changeFaults(item, was, { current, bounds }) : beginFaults(item, bounds);
    return found.map((one) => ({ ...one, path: ['items', n, ...one.path] }));
  });
}

interface Beside {
  current: Catalogue;
  bounds: Bounds;
}

function changeFaults(item: ItemLine, was: PublishedLine, { current, bounds }: Beside): CatalogueFault[] {
  const offered = asOffered(was, current);
  const about = words(offered.promisedLimit);
  const places = placeFaults(item, was, offered);
  const longer = [
    [item, was],
    [asOffered(item, current), offered],
  ].some(([one, other]) => one && other && !isWithin(one.promisedLimit, other.promisedLimit));
  if (longer) return [{ path: ['promisedLimit'], code: 'longer-than-offered', about }, ...places];
  // What an adjustment has brought was reviewed: the item may say it itself.
  const sooner = isShorter(item.promisedLimit, offered.promisedLimit) && !isMade(item, was, bounds);
  return [...(sooner ? [{ path: ['promisedLimit'], code: 'needs-review' as const, about }] : []), ...places];
}

/** A promise is made shorter by the city, whose item it follows, or by a law that allows no longer what was promised. */
function isMade(item: ItemLine, { promisedLimit }: PublishedLine, bounds: Bounds): boolean {
  const follows = promisesOfCity(item, bounds).some((one) => isWithin(one, item.promisedLimit));
  return follows || !isWithin(promisedLimit, { ...item.legalLimit, of: promisedLimit.of });
}

/** GB/T 39046-2020: 3 is a city, 4 a county, 5 a township, 6 a village or community. */
function placeFaults(item: ItemLine, was: PublishedLine, offered: PublishedLine): CatalogueFault[] {
  const level = moved(item.level, was.level, offered.level);
  const opened = moved(near(item), near(was), near(offered));
  return [
    ...(level ? [{ path: ['level'], code: level, about: String(was.level) }] : []),
    ...(opened ? [{ path: ['channels'], code: opened, about: 'community' }] : []),
  ];
}

const near = (one: ItemLine): number => Number(isInCommunities(one));

/** Less than was published takes back, more than is offered is proposed first. */
function moved(now: number, was: number, offered: number): 'moved-up' | 'needs-review' | undefined {
  if (now < was) return 'moved-up';
  return now > offered ? 'needs-review' : undefined;
}

/** What begins here as the city's item does not promise less than that at once. */
function beginFaults(item: ItemLine, bounds: Bounds): CatalogueFault[] {
  const city = promisesOfCity(item, bounds);
  const [first] = city;
  return first && city.every((one) => isShorter(item.promisedLimit, one))
    ? [{ path: ['promisedLimit'], code: 'needs-review', about: words(first) }]
    : [];
}
