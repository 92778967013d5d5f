import type { PublishedItem, Situation } from '../catalogue/item.ts';
import { waitsFor } from './choice.ts';
import type { BundlePart } from './definition.ts';

type Requirement = PublishedItem['materials'][number];

/** How a material comes: from the applicant, from another office by sharing, as the result of an earlier item; or his word is enough. */
type Way = { how: 'asked' | 'shared' | 'commitment' } | { how: 'result'; from: string };
/** What its own item says of a material, and nobody needs of a list for all. */
type Shown = Omit<Requirement, 'reviewPoints' | 'situations' | 'source' | 'sharedResource'>;
export type BundleMaterial = Shown & Way & { /** Who wants it. */ items: string[] };

/** A part, and whether the applicant commits himself for it. */
export type Committing = BundlePart & { committed?: boolean | undefined };

/** The one list of materials: what several items want stands once, under the strictest of their rules. */
export function materialsFor(
  parts: readonly Committing[],
  items: ReadonlyMap<string, PublishedItem>,
): BundleMaterial[] {
  const wanted = parts.flatMap((part) => {
    const item = items.get(part.item);
    const situation = situationOf(part, item);
    const applying = item?.materials.filter(
      ({ situations }) => !situations || (situation && situations.includes(situation)),
    );
    return (applying ?? []).map((one): BundleMaterial => {
      const { reviewPoints, situations, source, sharedResource, ...shown } = one;
      return { ...shown, ...wayOf(one, part, { parts, items }), items: [part.item] };
    });
  });
  const list: BundleMaterial[] = [];
  for (const one of wanted) {
    const at = list.findIndex((known) => identity(known) === identity(one));
    const known = list[at];
    if (known) list[at] = joined(known, one);
    else list.push(one);
  }
  return list;
}

/** 情形 under which a part is applied for. */
export function situationOf(
  { situation }: Pick<BundlePart, 'situation'>,
  item: Pick<PublishedItem, 'situations'> | undefined,
): Situation | undefined {
  return item?.situations.find((one) => one === situation) ?? item?.situations[0];
}

interface Whole {
  parts: readonly BundlePart[];
  items: ReadonlyMap<string, PublishedItem>;
}

function wayOf({ type, source }: Requirement, { item, committed }: Committing, { parts, items }: Whole): Way {
  const from = [...waitsFor(item, parts)].find((one) => items.get(one)?.produces?.includes(type));
  if (from !== undefined) return { how: 'result', from };
  // What sharing provides may not be asked of the applicant (国务院令716 art. 7).
  if (source === 'government') return { how: 'shared' };
  const covered = committed && items.get(item)?.commitment?.covers.includes(type);
  return { how: covered ? 'commitment' : 'asked' };
}

const identity = (one: BundleMaterial) => [one.how, one.type, one.about, 'from' in one ? one.from : ''].join('|');

const strictness = ['must', 'deferrable', 'optional'] as const;

function joined(known: BundleMaterial, one: BundleMaterial): BundleMaterial {
  return {
    ...known,
    must: strictness.find((must) => known.must === must || one.must === must) ?? known.must,
    originals: Math.max(known.originals, one.originals),
    copies: Math.max(known.copies, one.copies),
    items: [...known.items, ...one.items],
  };
}
