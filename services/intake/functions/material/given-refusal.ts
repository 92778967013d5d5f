import { problems, type Language } from '#shared/problem';
import { refuse, type Refusal } from '#shared/route';
import type { Application } from '../../domain/case/application.ts';
import { givenFaults } from '../../domain/material/given-faults.ts';
import type { Given } from '../../domain/material/given.ts';
import type { IntakeDeps } from '../../deps.ts';
import { givenTwice, notOnList } from '../../problems/material.ts';
import { itemOf } from '../case/item-of.ts';

/** Why documents are not taken for a case, each by its place; undefined where nothing is wrong with them. */
export async function givenRefusal(
  all: readonly Given[],
  { application, language }: { application: Application; language: Language },
  deps: Pick<IntakeDeps, 'catalogue'>,
): Promise<Refusal | undefined> {
  const words = { 'not-on-list': notOnList, 'given-twice': givenTwice };
  const faults = givenFaults(all, await itemOf(application, deps), application);
  if (faults.length === 0) return undefined;
  const told = faults.map(({ pointer, code }) => ({ pointer, code, message: words[code][language] }));
  return refuse(problems.invalidInput, told);
}
