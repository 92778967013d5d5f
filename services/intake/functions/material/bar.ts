import type { Application } from '../../domain/case/application.ts';
import { refused, type Decide } from '../../domain/case/change.ts';
import { waitingIn } from '../../domain/material/case-materials.ts';
import type { IntakeDeps } from '../../deps.ts';

type Deps = Pick<IntakeDeps, 'caseMaterials'>;

/** Whether a document that was given is neither confirmed nor refused yet: what the case rests on is not known. */
export async function isWaiting(caseId: string, { caseMaterials }: Deps): Promise<boolean> {
  const found = await (await caseMaterials()).get(caseId);
  return found !== undefined && waitingIn(found).length > 0;
}

/** A grant of what was never accepted before waits as an acceptance does. */
export async function unlessWaiting<Body>(
  { id, acceptedAt }: Application,
  decide: Decide<Body>,
  deps: Deps,
): Promise<Decide<Body>> {
  return !acceptedAt && (await isWaiting(id, deps)) ? () => refused('materials-waiting') : decide;
}
