import type { Cause } from '#shared/cause';
import { refuse, type Call, type Refusal } from '#shared/route';
import type { Write } from '#shared/table';
import type { Application } from '../../domain/case/application.ts';
import { give, givenFact } from '../../domain/material/act.ts';
import { mostGiven } from '../../domain/material/given.ts';
import type { IntakeDeps } from '../../deps.ts';
import { tooManyGiven } from '../../problems/material.ts';
import { givenRefusal } from './given-refusal.ts';

interface Said {
  material?: string | undefined;
  document?: { materialId: string; version: number } | undefined;
}

/**
 * The documents with which a notice is answered: the library hears of them, and they take the place of what was given before,
 * whatever that was: the notice has asked for it.
 */
export async function answeredWith(
  application: Application,
  { answers, cause, language }: { answers: readonly Said[]; cause: Cause } & Pick<Call, 'language'>,
  deps: IntakeDeps,
): Promise<{ beside: readonly Write[] } | Refusal> {
  const materials = answers.flatMap(({ material: requirement, document }) =>
    requirement && document ? [{ requirement, ...document }] : [],
  );
  if (materials.length === 0) return { beside: [] };
  const store = await deps.caseMaterials();
  const before = await store.get(application.id);
  const wrong = await givenRefusal(materials, { application, language, materials: before }, deps);
  if (wrong) return wrong;
  const change = give(application, { before, materials, at: cause.at });
  if (change.materials.lines.length > mostGiven) return refuse(tooManyGiven);
  const facts = [givenFact(change.materials, deps.set)];
  return { beside: store.writes({ ...change, facts }, cause) };
}
