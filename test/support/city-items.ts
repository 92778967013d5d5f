import { readSeed } from '../../localstack/seed-files.ts';
import { catalogueInput, type CatalogueInput, type Item } from '../../services/intake/domain/catalogue/item.ts';

const seed = catalogueInput().parse(readSeed());

/** As many items as a whole city has, of the size of the demonstration's: these again and again, each with its own key, name and code. */
export function cityItems(n: number): Item[] {
  const copies = Array.from({ length: Math.ceil(n / seed.items.length) }, (_, copy) =>
    copy === 0 ? seed.items : seed.items.map((item) => another(item, copy)),
  );
  return copies.flat().slice(0, n);
}

function another(item: Item, copy: number): Item {
  const under = (key: string) => `${key}-${copy}`;
  const { key, name, nameEn, codes, needs } = item;
  return {
    ...item,
    key: under(key),
    name: `${name}${copy}号`,
    nameEn: `${nameEn} ${copy}`,
    ...(codes && { codes: otherCodes(codes, copy) }),
    ...(needs && { needs: needs.map((need) => need.split('|').map(under).join('|')) }),
  };
}

function otherCodes(codes: NonNullable<Item['codes']>, copy: number): NonNullable<Item['codes']> {
  const base = codes.base.slice(0, 9) + String(copy).padStart(3, '0');
  const implementing = Object.entries(codes.implementing).map(
    ([set, code]) => [set, code.slice(0, 19) + base] as const,
  );
  return { base, implementing: Object.fromEntries(implementing) };
}

/** The whole of it in parts that requests take, as an editor sends it. */
export function cityParts(items: readonly Item[]): Partial<CatalogueInput>[] {
  const parts: Item[][] = [];
  let size = Infinity;
  for (const item of items) {
    const bytes = Buffer.byteLength(JSON.stringify(item)) + 1;
    if (size + bytes > 250_000) {
      parts.push([]);
      size = 2000;
    }
    parts.at(-1)?.push(item);
    size += bytes;
  }
  const { departments, bundles } = seed;
  return parts.map((part, n) => ({
    items: part,
    ...(n === 0 && { departments, whole: true, parts: parts.length }),
    ...(n === parts.length - 1 && { bundles }),
  }));
}
