import type { Cause } from '#shared/cause';
import { retried } from '#shared/conflict';
import type { MaterialsDeps } from '../../deps.ts';
import { leave } from '../../domain/use/use.ts';

type Deps = Pick<MaterialsDeps, 'uses' | 'pause'>;

/** What is in force no more, and how it left. */
export interface Left {
  materialId: string;
  version: number;
  state: 'expired' | 'withdrawn';
}

/**
 * Tells every case that uses it, a transaction each. There is no mark: who is told of it twice has heard it before, and
 * one that failed halfway goes on where it was.
 */
export async function leaveCases(left: Left, { mark, ...cause }: Cause, deps: Deps): Promise<void> {
  for (const caseId of await deps.uses.casesWith(left.materialId, left.version)) {
    await retried(() => tell(caseId, { left, cause }, deps), deps.pause);
  }
}

async function tell(caseId: string, { left, cause }: { left: Left; cause: Cause }, { uses }: Deps): Promise<void> {
  const { known } = await uses.get(caseId);
  const use = known && leave(known, left, left.state);
  if (known && use && use !== known) await uses.follow({ before: known, use }, cause);
}
