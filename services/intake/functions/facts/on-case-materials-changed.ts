import type { CaseMaterialsChangedV1 } from '#events/materials/case-materials-changed.v1';
import type { ReceivedOf } from '#events/event';
import type { Cause } from '#shared/cause';
import { hear } from '../../domain/material/act.ts';
import { afterwards, isTelling } from '../../domain/material/left.ts';
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
    const { caseId, shared } = event.data;
    const known = await store.get(caseId);
    // Where documents were named it was begun in that transaction; of what is shared it begins with the library's answer.
    const begins = known === undefined && shared !== undefined;
    const whose = begins ? await applications.getForClock(caseId) : known && { ...known, id: caseId };
    const heard = whose && hear(whose, known, event);
    if (!heard) return;
    const application = isTelling(heard) ? await applications.getForClock(caseId) : undefined;
    if (!application) return store.follow(heard, cause);
    const { change, findings } = afterwards(heard, application);
    const now = { at: cause.at, calendar: await calendars.current() };
    const subject = { ...change.materials, id: application.id };
    await store.save({ ...change, raised: findings.map((one) => raise(subject, one, now)) }, application, cause);
  };
