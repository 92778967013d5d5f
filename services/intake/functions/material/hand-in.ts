import type { Call, Refusal } from '#shared/route';
import type { Write } from '#shared/table';
import type { Application } from '../../domain/case/application.ts';
import { give } from '../../domain/material/act.ts';
import type { Given } from '../../domain/material/given.ts';
import type { IntakeDeps } from '../../deps.ts';
import { givenRefusal } from './given-refusal.ts';

/** What a draft names of the applicant's library, as it is handed in: the library is asked, and the case waits for its answer. */
export async function handIn(
  application: Application,
  { materials, language, cause }: { materials: readonly Given[] } & Pick<Call, 'language' | 'cause'>,
  deps: Pick<IntakeDeps, 'catalogue' | 'caseMaterials'>,
): Promise<{ materials: readonly Given[]; beside: readonly Write[] } | Refusal> {
  const wrong = await givenRefusal(materials, { application, language }, deps);
  if (wrong) return wrong;
  const store = await deps.caseMaterials();
  const change = give(application, { before: undefined, materials, at: cause.at });
  return { materials, beside: store.writes(change, cause) };
}
