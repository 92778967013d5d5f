import type { Bundled } from './bundled.ts';
import { waitsFor } from './choice.ts';
import type { BundleDefinition, BundlePart } from './definition.ts';
import { situationOf } from './materials.ts';

/** A fault of a bundle, by path into what was posted. */
export interface BundleFault {
  path: readonly (string | number)[];
  code:
    | 'duplicate'
    | 'unknown-item'
    | 'item-without-form'
    | 'unknown-situation'
    | 'renewal-in-bundle'
    | 'not-in-bundle'
    | 'needs-circle'
    | 'party-not-created'
    | 'unknown-answer'
    | 'shared-field-differs';
  about: string;
}

type Items = ReadonlyMap<string, Bundled>;

/** What is wrong with the bundles of a catalogue. An item of another set is unknown here: a case is posted to the set that owns it. */
export function bundleFaults(bundles: readonly BundleDefinition[], items: readonly Bundled[]): BundleFault[] {
  const byKey = new Map(items.map((item) => [item.key, item]));
  return bundles.flatMap((bundle, n) =>
    [...questionFaults(bundle), ...bundle.parts.flatMap((_, m) => partFaults(bundle, m, byKey))].map((fault) => ({
      ...fault,
      path: ['bundles', n, ...fault.path],
    })),
  );
}

function questionFaults({ questions = [] }: BundleDefinition): BundleFault[] {
  return [
    ...repeated(questions, ['questions']),
    ...questions.flatMap(({ options }, n) => repeated(options, ['questions', n, 'options'])),
  ];
}

function repeated(list: readonly { key: string }[], path: BundleFault['path']): BundleFault[] {
  return list
    .map(({ key }, n) => ({ key, n }))
    .filter(({ key, n }) => list.findIndex((one) => one.key === key) < n)
    .map(({ key, n }) => ({ path: [...path, n, 'key'], code: 'duplicate', about: key }));
}

function partFaults(bundle: BundleDefinition, m: number, items: Items): BundleFault[] {
  const part = bundle.parts[m];
  if (!part) return [];
  const before = bundle.parts.slice(0, m);
  const twice = before.some(({ item }) => item === part.item);
  return [
    ...(twice ? [{ path: ['item'], code: 'duplicate' as const, about: part.item }] : []),
    ...itemFaults(part, items.get(part.item)),
    ...orderFaults(part, bundle),
    ...partyFaults(part, bundle, items),
    ...answerFaults(part, bundle),
    ...fieldFaults(part, before, items),
  ].map((fault) => ({ ...fault, path: ['parts', m, ...fault.path] }));
}

function itemFaults({ item: key, situation }: BundlePart, item: Bundled | undefined): BundleFault[] {
  if (!item) return [{ path: ['item'], code: 'unknown-item', about: key }];
  const guideOnly: BundleFault[] = item.online ? [] : [{ path: ['item'], code: 'item-without-form', about: key }];
  const known = situation === undefined || item.situations.some((one) => one === situation);
  if (!known) return [...guideOnly, { path: ['situation'], code: 'unknown-situation', about: situation }];
  // A bundle asks nobody when which of his licences ends.
  const renewal = situationOf({ situation }, item) === '延续';
  return renewal ? [...guideOnly, { path: ['situation'], code: 'renewal-in-bundle', about: key }] : guideOnly;
}

function orderFaults({ item, needs }: BundlePart, { parts }: BundleDefinition): BundleFault[] {
  const strange = needs
    .map((need, n): BundleFault => ({ path: ['needs', n], code: 'not-in-bundle', about: need }))
    .filter(({ about }) => parts.every((one) => one.item !== about));
  const circle = waitsFor(item, parts).has(item);
  return circle ? [...strange, { path: ['needs'], code: 'needs-circle', about: item }] : strange;
}

/** A part can only be of a party that an item creates which it waits for. */
function partyFaults({ item, party }: BundlePart, { parts }: BundleDefinition, items: Items): BundleFault[] {
  if (party === undefined) return [];
  const created = items.get(party)?.creates === 'party' && waitsFor(item, parts).has(party);
  return created ? [] : [{ path: ['party'], code: 'party-not-created', about: party }];
}

function answerFaults({ when = {} }: BundlePart, { questions = [] }: BundleDefinition): BundleFault[] {
  return Object.entries(when).flatMap(([asked, answers]) => {
    const known = questions.find(({ key }) => key === asked)?.options.map(({ key }) => key) ?? [];
    return answers
      .filter((one) => !known.includes(one))
      .map((one): BundleFault => ({ path: ['when', asked], code: 'unknown-answer', about: one }));
  });
}

/** What is asked once must be one kind of value wherever it goes. */
function fieldFaults({ item }: BundlePart, before: readonly BundlePart[], items: Items): BundleFault[] {
  const kindsOf = (key: string) => items.get(key)?.shared ?? [];
  const others = before.flatMap((one) => kindsOf(one.item));
  return kindsOf(item)
    .filter(([sameAs, type]) => others.some(([other, kind]) => other === sameAs && kind !== type))
    .map(([sameAs]) => ({ path: ['item'], code: 'shared-field-differs', about: sameAs }));
}

/** What posted items would break of bundles that stand: told at the item. A bundle of which an item has ended is not offered anyway. */
export function brokenBundles(
  standing: readonly BundleDefinition[],
  posted: readonly Pick<Bundled, 'key'>[],
  items: readonly Bundled[],
): BundleFault[] {
  const known = new Set(items.map(({ key }) => key));
  const offered = standing.filter(({ parts }) => parts.every(({ item }) => known.has(item)));
  return offered.flatMap((bundle) =>
    bundleFaults([bundle], items).flatMap(({ path, code, about }) => {
      const part = bundle.parts[Number(path[3])]?.item;
      const n = posted.findIndex(({ key }) => key === about || key === part);
      return n < 0 ? [] : [{ path: ['items', n], code, about }];
    }),
  );
}
