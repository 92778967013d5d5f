import { endOfItem } from '../catalogue/item-end.ts';
import type { Item } from '../catalogue/item.ts';
import type { Withdrawal } from '../catalogue/line.ts';
import type { Bundled } from './bundled.ts';
import { bundleFaults } from './definition-faults.ts';
import type { BundleDefinition, BundlePart } from './definition.ts';

interface Holding {
  items: readonly (Bundled & Pick<Item, 'key' | 'name' | 'nameEn'>)[];
  withdrawn: readonly Withdrawal[];
}

/** A bundle as it can be begun, and the items that are no part of it any more. */
export interface StillOffered {
  definition: BundleDefinition;
  ended: readonly string[];
}

/**
 * A bundle as it is offered: whole; or, where items have ended, with those that took their place; or without those that answers
 * alone bring in, and without the answers that would. Undefined where it cannot do without one.
 */
export function stillOffered(definition: BundleDefinition, holding: Holding): StillOffered | undefined {
  const known = new Set(holding.items.map(({ key }) => key));
  const gone = definition.parts.map(({ item }) => item).filter((item) => !known.has(item));
  if (gone.length === 0) return { definition, ended: [] };
  const instead = mended(definition, insteadOf(definition, holding));
  if (bundleFaults([instead], holding.items).length === 0) return { definition: instead, ended: [] };
  const left = gone.reduce<BundleDefinition | undefined>((one, item) => one && withoutItem(one, item), definition);
  const isWhole = left && left.parts.length > 1 && bundleFaults([left], holding.items).length === 0;
  return isWhole ? { definition: left, ended: gone } : undefined;
}

/** The bundles of a catalogue as they can be begun. */
export const bundlesOffered = (holding: Holding & { bundles: readonly BundleDefinition[] }): BundleDefinition[] =>
  holding.bundles.flatMap((one) => stillOffered(one, holding)?.definition ?? []);

/** The items that took the place of those of a bundle that have ended. */
export function insteadOf(
  { parts }: BundleDefinition,
  holding: Pick<Holding, 'withdrawn'> & { items: readonly Pick<Item, 'key' | 'name' | 'nameEn'>[] },
): Map<string, string> {
  return new Map(
    parts.flatMap(({ item }) => {
      const next = endOfItem(holding, item)?.successor?.key;
      return next === undefined ? [] : [[item, next] as const];
    }),
  );
}

export function mended(definition: BundleDefinition, instead: ReadonlyMap<string, string>): BundleDefinition {
  const now = (item: string) => instead.get(item) ?? item;
  return {
    ...definition,
    parts: definition.parts.map(({ party, ...part }) => ({
      ...part,
      item: now(part.item),
      needs: part.needs.map(now),
      ...(party && { party: now(party) }),
    })),
  };
}

/** The bundle for all who answer so that an item is not asked for; undefined where every answer asks for it. */
function withoutItem(definition: BundleDefinition, item: string): BundleDefinition | undefined {
  const part = definition.parts.find((one) => one.item === item);
  if (!part) return definition;
  for (const [asked, fitting] of Object.entries(part.when ?? {})) {
    const question = definition.questions?.find(({ key }) => key === asked);
    const options = question?.options.filter(({ key }) => !fitting.includes(key)) ?? [];
    if (options.length > 0) return narrowed(definition, { asked, options });
  }
  return undefined;
}

interface Narrowing {
  asked: string;
  /** The options that are left of a question. */
  options: NonNullable<BundleDefinition['questions']>[number]['options'];
}

/** With fewer options; what only one is left of is no question any more. */
function narrowed({ questions = [], parts, ...rest }: BundleDefinition, narrowing: Narrowing): BundleDefinition {
  const { asked, options } = narrowing;
  const left = parts.flatMap((part) => stillAsked(part, narrowing));
  const items = new Set(left.map(({ item }) => item));
  const open = questions
    .map((one) => (one.key === asked ? { ...one, options } : one))
    .filter((one) => one.options.length > 1);
  return {
    ...rest,
    ...(open.length > 0 && { questions: open }),
    parts: left.map(({ party, ...part }) => ({
      ...part,
      needs: part.needs.filter((need) => items.has(need)),
      ...(party && items.has(party) && { party }),
    })),
  };
}

/** A part as far as some option still asks for it; one that all options ask for is asked for whatever the answer is. */
function stillAsked({ when = {}, ...part }: BundlePart, { asked, options }: Narrowing): BundlePart[] {
  const { [asked]: fitting, ...others } = when;
  const fits = fitting && options.map(({ key }) => key).filter((key) => fitting.includes(key));
  if (fits?.length === 0) return [];
  const narrower = fits && fits.length < options.length ? { ...others, [asked]: fits } : others;
  return [{ ...part, ...(Object.keys(narrower).length > 0 && { when: narrower }) }];
}
