import type { Language } from '#shared/problem';
import { problems } from '#shared/problem';
import { refuse, type Refusal } from '#shared/route';
import { bundleGivenFaults, type BundleGiven } from '../../domain/bundle/given.ts';
import { materialsFor, type Committing } from '../../domain/bundle/materials.ts';
import type { PublishedItem } from '../../domain/catalogue/item.ts';
import { givenTwice, notOnList } from '../../problems/material.ts';

interface Naming {
  parts: readonly Committing[];
  items: ReadonlyMap<string, PublishedItem>;
  language: Language;
}

const words = { 'not-on-list': notOnList, 'given-twice': givenTwice };

/** Why a bundle may not name these documents, each by its place; undefined where nothing is wrong with them. */
export function documentsRefusal(
  materials: readonly BundleGiven[],
  { parts, items, language }: Naming,
): Refusal | undefined {
  const faults = materials.length > 0 ? bundleGivenFaults(materials, materialsFor(parts, items)) : [];
  const told = faults.map(({ pointer, code }) => ({ pointer, code, message: words[code][language] }));
  return told.length > 0 ? refuse(problems.invalidInput, told) : undefined;
}
