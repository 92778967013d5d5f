import { problems, type Language } from '#shared/problem';
import { refuse, type Refusal } from '#shared/route';
import type { Application } from '../../domain/case/application.ts';
import { givenFaults } from '../../domain/material/given-faults.ts';
import type { CaseMaterials } from '../../domain/material/case-materials.ts';
import type { Given } from '../../domain/material/given.ts';
import { notProvided } from '../../domain/material/shared-line.ts';
import type { IntakeDeps } from '../../deps.ts';
import { givenTwice, notOnList } from '../../problems/material.ts';
import { itemOf } from '../case/item-of.ts';

interface Taking {
  application: Application;
  language: Language;
  /** What the case has already; a draft has nothing. */
  materials?: CaseMaterials | undefined;
}

/** Why documents are not taken for a case, each by its place; undefined where nothing is wrong with them. */
export async function givenRefusal(
  all: readonly Given[],
  { application, language, materials }: Taking,
  deps: Pick<IntakeDeps, 'catalogue'>,
): Promise<Refusal | undefined> {
  const words = { 'not-on-list': notOnList, 'given-twice': givenTwice };
  const about = { ...application, notProvided: notProvided(materials ?? {}) };
  const faults = givenFaults(all, await itemOf(application, deps), about);
  if (faults.length === 0) return undefined;
  const told = faults.map(({ pointer, code }) => ({ pointer, code, message: words[code][language] }));
  return refuse(problems.invalidInput, told);
}
