import type { Bundle } from '../../domain/bundle/bundle.ts';
import type { PublishedItem } from '../../domain/catalogue/item.ts';
import type { IntakeDeps } from '../../deps.ts';

/** The items of a bundle in the versions on which it began. */
export async function itemsOf(
  { itemVersions, catalogueVersion }: Bundle,
  { catalogue }: Pick<IntakeDeps, 'catalogue'>,
): Promise<Map<string, PublishedItem>> {
  const found = Object.entries(itemVersions).map(async ([key, itemVersion]): Promise<[string, PublishedItem]> => [
    key,
    await catalogue.itemAt(key, { itemVersion, catalogueVersion }),
  ]);
  return new Map(await Promise.all(found));
}
