import { fittingItems, type Filed, type ItemFilter } from './filter.ts';
import type { Item } from './item.ts';
import { isAbbreviated } from './pinyin.ts';
import { themes } from './themes.ts';

type Findable = Filed & Pick<Item, 'key' | 'name' | 'nameEn' | 'keywords'>;

/** Items that fit, best first; where nothing is said in the order of the catalogue. */
export function findItems<One extends Findable>(
  offer: { items: readonly One[] },
  { q, ...filter }: ItemFilter & { q?: string | undefined },
): One[] {
  const fitting = fittingItems(offer, filter);
  const said = q?.trim().toLowerCase();
  if (!said) return fitting;
  const words = plainly(said);
  const characters = [...new Set(words)];
  return fitting
    .map((item) => ({ item, score: item.key === said ? 100 : score(item, { words, characters }) }))
    .filter(({ score }) => score > 0)
    .toSorted((a, b) => b.score - a.score)
    .map(({ item }) => item);
}

/** How people write does not matter: full width or half, upper case or lower, with spaces, brackets and marks or without. */
const plainly = (text: string): string =>
  text
    .normalize('NFKC')
    .toLowerCase()
    .replaceAll(/[\p{Z}\p{P}\p{S}\p{C}]/gu, '');

interface Called {
  name: string;
  nameEn: string;
  key: string;
  keywords: readonly string[];
}

// A snapshot of the catalogue is asked often: its items are read once.
const read = new WeakMap<Findable, Called>();

function calledOf(item: Findable): Called {
  const known = read.get(item);
  if (known) return known;
  const { name, nameEn, key, keywords = [] } = item;
  const called = {
    name: plainly(name),
    nameEn: plainly(nameEn),
    key: plainly(key),
    keywords: keywords.map(plainly),
  };
  read.set(item, called);
  return called;
}

interface Said {
  words: string;
  characters: readonly string[];
}

/** From what the item is called, over what people call it, to what it has in common with the words; 0: nothing. */
function score(item: Findable, { words, characters }: Said): number {
  if (words === '') return 0;
  const { name, nameEn, key, keywords: called } = calledOf(item);
  const rules: [number, boolean][] = [
    [95, called.includes(words)],
    [90, name === words],
    [80, name.includes(words)],
    [70, called.some((one) => one.includes(words))],
    // 身份证丢了怎么办: what people call it, in a longer sentence.
    [60, called.some((one) => one.length > 1 && words.includes(one))],
    [50, nameEn.includes(words) || key.includes(words)],
    [40, /^[a-z]{2,12}$/.test(words) && [name, ...called].some((one) => isAbbreviated(one, words))],
    [30, themes.some((theme) => theme.name.includes(words) && item.themes?.includes(theme.key))],
  ];
  const best = rules.find(([, holds]) => holds)?.[0];
  return best ?? Math.max(0, ...[name, ...called].map((one) => inCommon(one, characters)));
}

/** The share of characters found, where it is most of them. */
function inCommon(text: string, characters: readonly string[]): number {
  const found = characters.filter((one) => text.includes(one)).length / characters.length;
  return found >= 0.6 ? found : 0;
}
