import type { Application } from '../../domain/case/application.ts';
import type { Change, Decide } from '../../domain/case/change.ts';
import { despite, grantedDespite, type Granting } from '../../domain/bundle/despite.ts';
import { grantedBefore, partOfCase } from '../../domain/bundle/taken-back.ts';
import type { IntakeDeps } from '../../deps.ts';
import { isGone } from '../case/undone.ts';

type Deps = Pick<IntakeDeps, 'applications' | 'bundles' | 'links'>;

/** The decision of a case of a bundle, or its filing: where what it rests on is gone, a grant says why it is given all the same. */
export async function unlessGone<Body extends Granting>(
  found: Application,
  decide: Decide<Body>,
  deps: Deps,
): Promise<Decide<Body>> {
  const gone = await goneBefore(found, deps);
  return gone.length > 0 ? despite(gone, decide) : decide;
}

/** What silence grants it grants all the same: that it rests on what is gone is for its department to look into. */
export async function grantedBySilence(change: Change, deps: Deps): Promise<Change> {
  const { application } = change;
  const gone = application.outcome === 'granted' ? await goneBefore(application, deps) : [];
  return gone.length > 0 ? grantedDespite(gone, change) : change;
}

/** The earlier parts of its bundle on which a case rests and whose grants were taken back meanwhile, by item. */
async function goneBefore({ id, bundleId }: Pick<Application, 'id' | 'bundleId'>, deps: Deps): Promise<string[]> {
  const found = bundleId === undefined ? undefined : await (await deps.bundles()).getForFacts(bundleId);
  const own = found && partOfCase(found.bundle, id);
  if (!own) return [];
  const gone = await Promise.all(
    grantedBefore(own, found.bundle).map(async ({ item, caseId }) => {
      const grant = await deps.applications.getForClock(caseId);
      return grant && (await isGone(grant, deps)) ? [item] : [];
    }),
  );
  return gone.flat();
}
