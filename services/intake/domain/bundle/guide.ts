import type { PublishedItem } from '../catalogue/item.ts';
import type { BundleDefinition, BundlePart } from './definition.ts';
import { materialsFor, situationOf } from './materials.ts';
import { oneForm } from './one-form.ts';

/** 办事指南 of a bundle: its items in order, one form, one list of materials; fees stay with their items. */
export function guideOf(
  { key, name, nameEn, questions = [] }: BundleDefinition,
  parts: readonly BundlePart[],
  items: ReadonlyMap<string, PublishedItem>,
) {
  return {
    key,
    name,
    nameEn,
    questions,
    parts: parts.flatMap((part) => {
      const item = items.get(part.item);
      return item ? [partOf(part, item)] : [];
    }),
    form: oneForm(parts, items),
    materials: materialsFor(parts, items),
  };
}

function partOf(part: BundlePart, item: PublishedItem) {
  const { name, nameEn, channels, commitment, department, legalLimit, promisedLimit, visits, fee, result } = item;
  const told = {
    name,
    nameEn,
    department,
    legalLimit,
    promisedLimit,
    fee,
    result,
    ...(channels && { channels }),
    ...(commitment && { commitment }),
    ...(visits !== undefined && { visits }),
  };
  return { ...part, situation: situationOf(part, item) ?? '新办', ...told };
}
