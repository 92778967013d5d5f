import type { Day } from '#shared/calendar';
import { bundlesOffered } from '../bundle/offered.ts';
import type { Overlay } from './item.ts';
import type { Catalogue, Dated, PublishedLine } from './line.ts';
import type { Outline } from './outline.ts';
import { holdingOn, type Offer } from './offer.ts';

const nothing: Catalogue = {
  version: 0,
  departments: [],
  items: [],
  bundles: [],
  withdrawn: [],
  adjustments: [],
  counts: {},
};

interface Next {
  catalogue: Catalogue;
  /** How many items are new or differ, and how many end. */
  changed: number;
  withdrawn: number;
  /** Bundles that stood and, as items end, are offered no more, or for fewer answers. */
  bundlesEnded: readonly string[];
  bundlesNarrowed: readonly string[];
}

/** The next catalogue of a set, published on a day: an item that differs from the one that would hold gets its next version. */
export function nextCatalogue(current: Catalogue = nothing, edition: Outline, today: Day): Next {
  const from = edition.from && edition.from > today ? edition.from : today;
  const since = current.version + 1;
  const before = holdingOn(current, from);
  const stamp = (key: string) => ({ version: (current.counts[key] ?? 0) + 1, since, from });

  const offered = new Map(before.items.map((one) => [one.key, one]));
  const changed = edition.items
    .filter((item) => item.content !== offered.get(item.key)?.content)
    .map((item) => ({ ...item, ...stamp(item.key) }));
  const withdrawn = endingOf(edition, before).map((one) => {
    const last = offered.get(one.key);
    return { ...one, ...stamp(one.key), ...(last && { last }) };
  });

  const staying = edition.whole ? upTo(current, from) : current;
  const old = edition.whole && from === today ? nothing : current;
  const departments = merged(old.departments, edition.departments);
  const bundles = merged(old.bundles, edition.bundles);
  const items = inOrderOf(edition, [...staying.items, ...changed]);
  const counts = { ...current.counts, ...countsOf([...changed, ...withdrawn]) };
  const ends = [...staying.withdrawn, ...withdrawn];
  const all = { ...current, version: since, departments, items, bundles, withdrawn: ends, counts };
  const lost = bundlesLost(before, { posted: edition.bundles, after: holdingOn(all, from) });
  return { catalogue: withoutPast(all, today), changed: changed.length, withdrawn: withdrawn.length, ...lost };
}

/** What an edition does to bundles of which it says nothing. */
function bundlesLost(before: Offer, { posted, after }: { posted: Outline['bundles']; after: Offer }) {
  const others = bundlesOffered(before).filter(({ key }) => posted.every((one) => one.key !== key));
  const now = new Map(bundlesOffered(after).map((one) => [one.key, one]));
  const narrowed = others.filter((one) => (now.get(one.key)?.parts.length ?? Infinity) < one.parts.length);
  return {
    bundlesEnded: others.filter(({ key }) => !now.has(key)).map(({ key }) => key),
    bundlesNarrowed: narrowed.map(({ key }) => key),
  };
}

/** What an edition ends: what it says, and where it is the whole catalogue all that it does not name. */
function endingOf({ whole, items, withdraw }: Outline, before: Offer): Outline['withdraw'] {
  const said = new Set([...items, ...withdraw].map(({ key }) => key));
  const unnamed = whole ? before.items.filter(({ key }) => !said.has(key)) : [];
  return [...withdraw, ...unnamed.map(({ key }) => ({ key, reason: '新目录未列入。' }))];
}

/** What was to hold only after a day is overtaken by a whole catalogue that holds from then. */
function upTo({ items, withdrawn, ...rest }: Catalogue, from: Day): Catalogue {
  const early = (turn: Dated) => turn.from <= from;
  return { ...rest, items: items.filter(early), withdrawn: withdrawn.filter(early) };
}

/** Nothing asks again for what held before today and does so no more; cases have it in the version they began with. */
function withoutPast(catalogue: Catalogue, today: Day): Catalogue {
  const now = holdingOn(catalogue, today);
  const items = new Set<Dated>(now.items);
  const ended = new Set<Dated>(now.withdrawn);
  return {
    ...catalogue,
    items: catalogue.items.filter((one) => one.from > today || items.has(one)),
    withdrawn: catalogue.withdrawn.filter((one) => one.from > today || ended.has(one)),
  };
}

/** A whole catalogue brings its order; a part leaves items where they stand and comes after them. */
function inOrderOf({ whole, items }: Outline, all: readonly PublishedLine[]): PublishedLine[] {
  const order = new Map((whole ? items : all).map(({ key }, n) => [key, n] as const).toReversed());
  const place = ({ key }: Dated) => order.get(key) ?? order.size;
  return all.toSorted((a, b) => place(a) - place(b));
}

/** The next catalogue with other adjustments of an item: whatever version of it is there gets a number anew. */
export function adjustedCatalogue(current: Catalogue, key: string, adjustments: readonly Overlay[]): Catalogue {
  const version = current.version + 1;
  const last = current.counts[key] ?? 0;
  const mine = current.items.filter((item) => item.key === key).toSorted((a, b) => a.version - b.version);
  const renewed = new Map(mine.map((item, n) => [item, { ...item, version: last + 1 + n, since: version }]));
  const items = current.items.map((item) => renewed.get(item) ?? item);
  const counts = { ...current.counts, [key]: last + mine.length };
  return { ...current, version, items, adjustments: [...adjustments], counts };
}

function merged<One extends { key: string }>(old: readonly One[], fresh: readonly One[]): One[] {
  const replaced = new Map(fresh.map((one) => [one.key, one]));
  const known = new Set(old.map(({ key }) => key));
  return [...old.map((one) => replaced.get(one.key) ?? one), ...fresh.filter(({ key }) => !known.has(key))];
}

const countsOf = (fresh: readonly Dated[]) => Object.fromEntries(fresh.map(({ key, version }) => [key, version]));
