import type { Item } from '../catalogue/item.ts';

const codeLength = 31;

/** The set whose case a number is: it begins with the implementing code of an item there. Undefined where no item of the catalogue has that code. */
export function setOf(number: string, items: readonly Pick<Item, 'codes'>[]): string | undefined {
  const code = number.slice(0, codeLength);
  const all = items.flatMap(({ codes }) => Object.entries(codes?.implementing ?? {}));
  return all.find(([, one]) => one === code)?.[0];
}
