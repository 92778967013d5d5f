import type { PublishedItem } from '../catalogue/item.ts';
import type { Offer } from '../catalogue/offer.ts';
import { sameContent } from '../catalogue/same-content.ts';
import { carriedOver } from '../form/carry-over.ts';
import type { FormSchema } from '../form/form.ts';
import type { Bundle } from './bundle.ts';
import type { Answers } from './choice.ts';
import { bundled } from './bundled.ts';
import { bundleFaults } from './definition-faults.ts';
import type { BundleDefinition } from './definition.ts';
import { bundleForm, type BundleForm } from './form.ts';
import type { BundleGiven } from './given.ts';
import { insteadOf, mended } from './offered.ts';
import { oneForm } from './one-form.ts';

/** What a draft can go on under: a definition that holds now, its items, and which of them took the place of which. */
export interface BundleSuccessor {
  definition: BundleDefinition;
  items: ReadonlyMap<string, PublishedItem>;
  /** The item that took the place of another, by that one's key. */
  instead: ReadonlyMap<string, string>;
  catalogueVersion: number;
  /** Of a stage that was planned anew. */
  joint?: Bundle['joint'];
}

type Offered = Pick<Offer<PublishedItem>, 'items' | 'bundles' | 'withdrawn' | 'version'>;

/**
 * The bundle as it is offered now, where that is another; where it is not offered because items have ended, the same bundle
 * with what took their place. Undefined where the draft's own still holds, or nothing takes its place.
 */
export function bundleSuccessor(
  { definition }: Pick<Bundle, 'definition'>,
  offer: Offered,
): BundleSuccessor | undefined {
  const instead = insteadOf(definition, offer);
  const offered = offer.bundles.find(({ key }) => key === definition.key) ?? mended(definition, instead);
  if (sameContent(offered, definition) || bundleFaults([offered], offer.items.map(bundled)).length > 0)
    return undefined;
  const items = new Map(offer.items.map((item) => [item.key, item]));
  const own = offered.parts.flatMap(({ item }) => items.get(item) ?? []);
  return {
    definition: offered,
    items: new Map(own.map((item) => [item.key, item])),
    instead,
    catalogueVersion: offer.version,
  };
}

interface Filled {
  answers: Answers;
  commitments: readonly string[];
  form: BundleForm;
  materials: readonly BundleGiven[];
}

/** What was filled in, as far as it fits: answers to questions that are still asked, and what both forms ask. */
export function movedForm(
  { answers, commitments, form, materials }: Filled,
  { definition, items, instead }: BundleSuccessor,
  before: { definition: BundleDefinition; items: ReadonlyMap<string, PublishedItem> },
): Filled {
  const questions = definition.questions ?? [];
  const kept = Object.entries(answers).filter(([asked, said]) =>
    questions.some(({ key, options }) => key === asked && options.some((option) => option.key === said)),
  );
  const now = (item: string) => instead.get(item) ?? item;
  const { shared = {}, items: own = {} } = carriedOver(
    { shared: form.shared, items: underNow(Object.entries(form.items), now) },
    wholeForm(
      before.definition.parts.map(({ item }) => now(item)),
      new Map(Object.entries(underNow([...before.items], now))),
    ),
    wholeForm(
      definition.parts.map(({ item }) => item),
      items,
    ),
  );
  return {
    answers: Object.fromEntries(kept),
    commitments: commitments.map(now).filter((item) => items.get(item)?.commitment),
    form: bundleForm().parse({ shared, items: own }),
    materials: materials.flatMap((one) => stillAsked(one, now, items)),
  };
}

/** A document goes on for those of its items that are still there and ask for it. */
function stillAsked(
  { items: meant, ...document }: BundleGiven,
  now: (item: string) => string,
  items: ReadonlyMap<string, PublishedItem>,
): BundleGiven[] {
  const asks = (key: string) => items.get(key)?.materials.some(({ type }) => type === document.requirement) ?? false;
  if (!meant) return Array.from(items.keys()).some(asks) ? [document] : [];
  const left = meant.map(now).filter(asks);
  return left.length > 0 ? [{ ...document, items: left }] : [];
}

/** Under the keys of what took their place; what stood under such a key already is newer. */
function underNow<Value>(known: readonly (readonly [string, Value])[], now: (item: string) => string) {
  const passed = known.filter(([item]) => now(item) !== item).map(([item, value]) => [now(item), value] as const);
  return Object.fromEntries([...passed, ...known.filter(([item]) => now(item) === item)]);
}

/** All that could be asked, also what the result of an earlier part would bring: nothing that was filled in is lost. */
function wholeForm(keys: readonly string[], items: ReadonlyMap<string, PublishedItem>): FormSchema {
  return oneForm(
    keys.map((item) => ({ item, needs: [] })),
    items,
  );
}
