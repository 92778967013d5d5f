import { dayOf } from '#shared/calendar';
import { pointerOf, type Fault, type Language } from '#shared/problem';
import { refuse, type Refusal } from '#shared/route';
import { burdenFaults, groundFaults, placesOf } from '../../domain/catalogue/burden-faults.ts';
import { codeFaults } from '../../domain/catalogue/code-faults.ts';
import { districtFaults } from '../../domain/catalogue/district-faults.ts';
import type { Edition } from '../../domain/catalogue/edition.ts';
import { faultsIn, type CatalogueFault } from '../../domain/catalogue/faults.ts';
import type { Item } from '../../domain/catalogue/item.ts';
import type { Catalogue } from '../../domain/catalogue/line.ts';
import type { Outline } from '../../domain/catalogue/outline.ts';
import { emptyFaults } from '../../domain/catalogue/list-faults.ts';
import { longerFaults } from '../../domain/catalogue/longer-faults.ts';
import { holdingOn, type Offer } from '../../domain/catalogue/offer.ts';
import { ownFaults } from '../../domain/catalogue/own-faults.ts';
import { joined, missingFaults, missingParts, placedIn } from '../../domain/catalogue/part-faults.ts';
import { staleFaults } from '../../domain/catalogue/stale-faults.ts';
import type { IntakeDeps } from '../../deps.ts';
import { catalogueInvalid } from '../../problems/catalogue.ts';
import type { Part } from '../../stores/editions.ts';
import { catalogueWords } from './catalogue-words.ts';

interface Asked {
  current: Catalogue | undefined;
  at: Date;
  /** Its items, where they are not kept yet. */
  posted?: readonly Item[];
}

type Deps = Pick<IntakeDeps, 'forms' | 'cityLimits' | 'set' | 'city' | 'catalogue'>;

/** What is wrong with items whatever else there is. */
export async function ownFaultsOf(items: readonly Item[], { forms }: Pick<Deps, 'forms'>): Promise<CatalogueFault[]> {
  return ownFaults(items, await forms.faultFinder());
}

/** What is wrong with an edition as a whole, beside what holds when it is to hold. */
export async function wholeFaults(
  content: Outline,
  { current, at, posted }: Asked,
  deps: Omit<Deps, 'forms'>,
): Promise<CatalogueFault[]> {
  const { cityLimits, set, city } = deps;
  const today = dayOf(at);
  const day = content.from && content.from > today ? content.from : today;
  const beside = content.whole || !current ? undefined : holdingOn(current, day);
  const bounds = { city: await (await cityLimits()).all(), day };
  return [
    ...emptyFaults(content),
    ...faultsIn(content, beside),
    ...codeFaults(content.items, { set, items: beside ? stayingOf(beside, content) : [] }),
    ...longerFaults(content, current, bounds),
    ...groundFaults(content),
    ...(set === city ? [] : districtFaults(content, current, bounds)),
    ...(set === city || !current ? [] : await burdensOf(content, { holding: holdingOn(current, day), posted }, deps)),
  ];
}

/** What it asks more of people: of items whose content changes alone the whole is read. */
async function burdensOf(
  content: Outline,
  { holding, posted }: { holding: Offer; posted: readonly Item[] | undefined },
  { catalogue }: Pick<Deps, 'catalogue'>,
): Promise<CatalogueFault[]> {
  const inPlaceOf = placesOf(holding);
  const pairs = content.items.flatMap((line, n) => {
    const was = inPlaceOf(line);
    return was && was.content !== line.content ? [{ n, line, was }] : [];
  });
  const [fresh, before] = await Promise.all([
    posted ? pairs.map(({ n }) => posted[n]) : catalogue.contents(pairs.map(({ line }) => line)),
    catalogue.contents(pairs.map(({ was }) => was)),
  ]);
  const compared = pairs.flatMap(({ n }, m) => {
    const [item, was] = [fresh[m], before[m]];
    return item && was ? [{ n, item, was }] : [];
  });
  return burdenFaults(compared, content);
}

/** The same of an edition in the parts in which it came; where some have not come, that alone. */
export async function partsFaults(
  { parts, base }: Pick<Edition, 'parts' | 'base'>,
  { there, ...asked }: Asked & { there: readonly Part[] },
  deps: Omit<Deps, 'forms'>,
): Promise<CatalogueFault[]> {
  const missing = missingParts(
    parts,
    there.map(({ part }) => part),
  );
  if (missing.length > 0) return missingFaults(missing);
  const outlines = there.map(({ outline }) => outline);
  const content = joined(outlines);
  const stale = staleFaults(content, asked.current, base);
  const faults = [...stale, ...(await wholeFaults(content, asked, deps))];
  return faults.map((one) => placedIn(outlines, one));
}

/** A fault by its pointer, in the words of the reader. */
export const toldIn =
  (language: Language) =>
  ({ path, code, about }: CatalogueFault): Fault => ({
    pointer: pointerOf(path),
    code,
    message: catalogueWords[code](about)[language],
  });

/** Refuses an edition whole, with every fault; undefined where it may go on. */
export function refusalOfFaults(faults: readonly CatalogueFault[], language: Language): Refusal | undefined {
  return faults.length === 0 ? undefined : refuse(catalogueInvalid, faults.map(toldIn(language)));
}

function stayingOf({ items }: Offer, { withdraw }: Outline): Offer['items'] {
  const ending = new Set(withdraw.map(({ key }) => key));
  return items.filter(({ key }) => !ending.has(key));
}
