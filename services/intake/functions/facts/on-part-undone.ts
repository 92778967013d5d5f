import type { CaseChangedV2 } from '#events/intake/case-changed.v2';
import type { ReceivedOf } from '#events/event';
import { sha256, type Cause } from '#shared/cause';
import { grantedUpon, partOfCase, partUndone } from '../../domain/bundle/taken-back.ts';
import type { Bundle } from '../../domain/bundle/bundle.ts';
import { raise } from '../../domain/supervision/finding.ts';
import type { RaisedFinding } from '../../domain/supervision/finding-record.ts';
import type { IntakeDeps } from '../../deps.ts';
import { undoneBy } from '../case/undone.ts';

type Deps = Pick<IntakeDeps, 'applications' | 'bundles' | 'calendars' | 'links' | 'set'>;

/** A bundle shows what was taken back of it; what was granted upon that is for its department to look into. */
export const onPartUndone =
  (deps: Deps) =>
  async ({ district, data }: ReceivedOf<typeof CaseChangedV2>, cause: Cause): Promise<void> => {
    if (district !== deps.set || data.outcome !== 'granted' || !data.follows) return;
    const decided = await deps.applications.getForClock(data.caseId);
    const undone = decided && (await undoneBy(decided, deps));
    if (!decided || !undone?.grant.bundleId) return;
    const bundles = await deps.bundles();
    const found = await bundles.getForFacts(undone.grant.bundleId);
    const change = found && partUndone(found.bundle, { ...undone, by: decided.id, at: cause.at });
    if (!change) return;
    const raised = undone.stands ? [] : await findingsUpon(undone.grant.id, change.bundle, { at: cause.at, deps });
    await bundles.save({ ...change, raised }, cause);
  };

/** Nothing is taken back by itself: a licence that rests on one that is gone is a finding. */
async function findingsUpon(
  grantId: string,
  bundle: Bundle,
  { at, deps }: { at: Date; deps: Deps },
): Promise<RaisedFinding[]> {
  const part = partOfCase(bundle, grantId);
  if (!part) return [];
  const calendar = await deps.calendars.current();
  const read = await Promise.all(grantedUpon(part, bundle).map((one) => deps.applications.getForClock(one.caseId)));
  return read.flatMap((one) =>
    one
      ? [
          raise(
            one,
            { rule: 'earlier-part-gone', about: part.item, apart: sha256(grantId).slice(0, 16) },
            { at, calendar },
          ),
        ]
      : [],
  );
}
