import type { Scope } from '#shared/access';
import type { Application } from '../../domain/case/application.ts';
import type { CaseMaterials } from '../../domain/material/case-materials.ts';
import type { Given } from '../../domain/material/given.ts';
import type { IntakeDeps } from '../../deps.ts';

export interface Found {
  application: Application;
  /** What was given and seen, once it was handed in or a clerk saw something. */
  materials: CaseMaterials | undefined;
  /** Of a draft: what it names. */
  named: readonly Given[];
}

/** A case with its materials, for whoever may see it. */
export async function materialsIn(
  scope: Scope,
  id: string,
  { applications, caseMaterials }: Pick<IntakeDeps, 'applications' | 'caseMaterials'>,
): Promise<Found | undefined> {
  const store = await caseMaterials();
  const [found, materials] = await Promise.all([applications.getWithForm(scope, id), store.get(id)]);
  return found && { application: found.application, materials, named: found.form.materials ?? [] };
}
