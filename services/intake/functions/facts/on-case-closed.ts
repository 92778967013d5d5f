import type { CaseChangedV2 } from '#events/intake/case-changed.v2';
import type { DeliveryChangedV1 } from '#events/intake/delivery-changed.v1';
import type { ReceivedOf } from '#events/event';
import type { Cause } from '#shared/cause';
import { begin, closesAtOnce } from '../../domain/archive/archive.ts';
import { retentionOf } from '../../domain/catalogue/retention-of.ts';
import type { IntakeDeps } from '../../deps.ts';
import { itemOf } from '../case/item-of.ts';
import { undoneBy } from '../case/undone.ts';

type Deps = Pick<IntakeDeps, 'applications' | 'archives' | 'catalogue' | 'set'>;

/** A case that ends with nothing to deliver is closed with its end. */
export const archiveEnded =
  (deps: Deps) =>
  async ({ district, data }: ReceivedOf<typeof CaseChangedV2>, cause: Cause): Promise<void> => {
    if (district === deps.set && closesAtOnce(data)) await beginArchive(data.caseId, cause, deps);
  };

/** A case with a result is closed when that is proved to be delivered. */
export const archiveDelivered =
  (deps: Deps) =>
  async ({ district, data }: ReceivedOf<typeof DeliveryChangedV1>, cause: Cause): Promise<void> => {
    if (district === deps.set && data.state === 'delivered') await beginArchive(data.caseId, cause, deps);
  };

/** What is taken back and was not delivered never will be: its case is closed. */
export const archiveTakenBack =
  (deps: Deps & Pick<IntakeDeps, 'links'>) =>
  async ({ district, data }: ReceivedOf<typeof CaseChangedV2>, cause: Cause): Promise<void> => {
    if (district !== deps.set || data.outcome !== 'granted' || !data.follows) return;
    const decided = await deps.applications.getForClock(data.caseId);
    const undone = decided && (await undoneBy(decided, deps));
    if (undone && !undone.stands) await beginArchive(undone.grant.id, cause, deps);
  };

async function beginArchive(caseId: string, cause: Cause, deps: Deps): Promise<void> {
  const store = await deps.archives();
  const [closed, begun] = await Promise.all([deps.applications.getForClock(caseId), store.get(caseId)]);
  if (!closed || begun) return;
  const retention = retentionOf(await itemOf(closed, deps));
  await store.save(begin(closed, { retention, at: cause.at }), cause);
}
