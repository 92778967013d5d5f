import type { CaseChangedV2 } from '#events/intake/case-changed.v2';
import type { ReceivedOf } from '#events/event';
import type { Cause } from '#shared/cause';
import type { Application } from '../../domain/case/application.ts';
import { takesBack } from '../../domain/case/follows.ts';
import { licenceFacts } from '../../domain/case/licence-told.ts';
import type { IntakeDeps } from '../../deps.ts';
import { itemOf } from '../case/item-of.ts';
import { undoneBy } from '../case/undone.ts';

type Deps = Pick<IntakeDeps, 'applications' | 'catalogue' | 'links' | 'licenceFacts' | 'set'>;

/** A case of this set is granted: the library of the city hears what that means for licences. */
export const tellLicence =
  (deps: Deps) =>
  async ({ district, data }: ReceivedOf<typeof CaseChangedV2>, cause: Cause): Promise<void> => {
    if (district !== deps.set || data.outcome !== 'granted') return;
    const { applications } = deps;
    const decided = await applications.getForClock(data.caseId);
    if (!decided) return;
    const { grantedIn } = decided.licence ?? {};
    const [item, undone, earlier, lifted] = await Promise.all([
      itemOf(decided, deps),
      undoneBy(decided, deps),
      grantedIn && applications.getForClock(grantedIn),
      sanctionLifted(decided, deps),
    ]);
    const facts = licenceFacts(decided, {
      licenceType: item.result.licenceType,
      undone,
      earlier: earlier || undefined,
      lifted,
    });
    if (facts.length > 0) await (await deps.licenceFacts()).tell(decided, facts, cause);
  };

/** The sanction that a review has annulled. */
async function sanctionLifted(decided: Application, { applications }: Deps): Promise<Application | undefined> {
  const upon = takesBack(decided) && decided.follows && (await applications.getForClock(decided.follows.caseId));
  return upon && upon.follows?.as === 'sanction' && upon.outcome === 'granted' ? upon : undefined;
}
