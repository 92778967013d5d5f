import type { Call, Refusal } from '#shared/route';
import type { Application } from '../../domain/case/application.ts';
import type { Given } from '../../domain/material/given.ts';
import type { IntakeDeps } from '../../deps.ts';
import { earlierLicences } from '../bundle/earlier-licences.ts';
import { beginMaterials, type Begun } from './begin-materials.ts';
import { givenRefusal } from './given-refusal.ts';

type Deps = Pick<IntakeDeps, 'applications' | 'bundles' | 'catalogue' | 'caseMaterials'>;
type HandingIn = { materials: readonly Given[] | undefined } & Pick<Call, 'language' | 'cause'>;

/** What a draft names of the applicant's library, as it is handed in; one of a bundle has the licences of earlier parts as well. */
export async function handIn(
  application: Application,
  { materials: named = [], language, cause }: HandingIn,
  deps: Deps,
): Promise<Begun | Refusal> {
  const wrong = await givenRefusal(named, { application, language }, deps);
  if (wrong) return wrong;
  const { bundleId } = application;
  const found = bundleId ? await (await deps.bundles()).getForFacts(bundleId) : undefined;
  const results = found ? await earlierLicences(application, found.bundle, deps) : [];
  return beginMaterials(application, { named, results, cause }, deps);
}
