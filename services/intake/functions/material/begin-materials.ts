import type { Cause } from '#shared/cause';
import type { Write } from '#shared/table';
import type { Application } from '../../domain/case/application.ts';
import { give } from '../../domain/material/act.ts';
import { mostGiven, type Given, type Told } from '../../domain/material/given.ts';
import type { IntakeDeps } from '../../deps.ts';

export interface Beginning {
  /** Documents that the applicant names. */
  named: readonly Given[];
  /** Licences that earlier parts of its bundle have given; each stands in the place of what was named for its line. */
  results: readonly Given[];
  cause: Cause;
}

/** What the library is told of it, and what is written. */
export interface Begun {
  materials: readonly Told[];
  beside: readonly Write[];
}

/** What a case has of documents as it is handed in, for its fact and for its transaction: the library is asked, and the case waits for its answer. */
export async function beginMaterials(
  application: Application,
  { named, results, cause }: Beginning,
  { caseMaterials }: Pick<IntakeDeps, 'caseMaterials'>,
): Promise<Begun> {
  const others = named.filter(({ requirement }) => !results.some((one) => one.requirement === requirement));
  const known = results.map((one): Told => ({ ...one, result: true }));
  const materials = [...known, ...others].slice(0, mostGiven);
  if (materials.length === 0) return { materials, beside: [] };
  const change = give(application, { before: undefined, materials, at: cause.at });
  return { materials, beside: (await caseMaterials()).writes(change, cause) };
}
