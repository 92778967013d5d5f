import type { PublishedItem } from './item.ts';
import type { Offer } from './offer.ts';

export interface ItemFilter {
  q?: string | undefined;
  audience?: string | undefined;
  department?: string | undefined;
}

/** Items that fit, best first; without `q` in the order of the catalogue. */
export function findItems({ items }: Pick<Offer, 'items'>, { q, audience, department }: ItemFilter): PublishedItem[] {
  const fitting = items.filter(
    (item) =>
      (!audience || item.audience.some((one) => one === audience)) && (!department || item.department === department),
  );
  const words = q?.trim().toLowerCase();
  if (!words) return fitting;
  return fitting
    .map((item) => ({ item, score: score(item, words) }))
    .filter(({ score }) => score > 0)
    .toSorted((a, b) => b.score - a.score)
    .map(({ item }) => item);
}

/** 4 the key itself, 3 part of the name, 2 part of the English name, up to 1 for the share of characters found. */
function score({ key, name, nameEn }: PublishedItem, words: string): number {
  if (key === words) return 4;
  if (name.toLowerCase().includes(words)) return 3;
  if (nameEn.toLowerCase().includes(words) || key.includes(words)) return 2;
  const characters = [...new Set(words.replaceAll(/\s/g, ''))];
  const found = characters.filter((one) => name.includes(one)).length / characters.length;
  return found >= 0.6 ? found : 0;
}
