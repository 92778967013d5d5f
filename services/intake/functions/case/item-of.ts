import type { Application } from '../../domain/case/application.ts';
import type { PublishedItem } from '../../domain/catalogue/item.ts';
import type { IntakeDeps } from '../../deps.ts';

/** The version of its item on which a case began. */
export function itemOf(
  { itemKey, itemVersion, catalogueVersion }: Pick<Application, 'itemKey' | 'itemVersion' | 'catalogueVersion'>,
  { catalogue }: Pick<IntakeDeps, 'catalogue'>,
): Promise<PublishedItem> {
  return catalogue.itemAt(itemKey, { itemVersion, catalogueVersion });
}
