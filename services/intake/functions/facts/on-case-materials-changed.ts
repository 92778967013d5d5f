import type { CaseMaterialsChangedV1 } from '#events/materials/case-materials-changed.v1';
import type { ReceivedOf } from '#events/event';
import type { Cause } from '#shared/cause';
import { hear } from '../../domain/material/act.ts';
import { afterwards, leavingIn } from '../../domain/material/left.ts';
import { raise } from '../../domain/supervision/finding.ts';
import type { IntakeDeps } from '../../deps.ts';

type Deps = Pick<IntakeDeps, 'applications' | 'calendars' | 'caseMaterials' | 'set'>;

/**
 * The library says what a case may use. The city tells the set of the case; the city itself need not know of it. Where a
 * document has left, the case is looked at as well, and must not have moved meanwhile: whether it is open says what follows.
 */
export const onCaseMaterialsChanged =
  ({ applications, calendars, caseMaterials, set }: Deps) =>
  async (event: ReceivedOf<typeof CaseMaterialsChangedV1>, cause: Cause): Promise<void> => {
    if ((event.toDistrict ?? event.district) !== set) return;
    const store = await caseMaterials();
    // Begun in the transaction that asked the library, so it is there.
    const found = await store.get(event.data.caseId);
    const heard = found && hear(found, event);
    if (!heard) return;
    const application =
      leavingIn(heard).length > 0 ? await applications.getForClock(heard.materials.caseId) : undefined;
    if (!application) return store.follow(heard, cause);
    const { change, findings } = afterwards(heard, application);
    const now = { at: cause.at, calendar: await calendars.current() };
    const subject = { ...change.materials, id: application.id };
    await store.save({ ...change, raised: findings.map((one) => raise(subject, one, now)) }, application, cause);
  };
