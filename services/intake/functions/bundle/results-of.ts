import type { Bundle } from '../../domain/bundle/bundle.ts';
import { resultsFrom, type Results } from '../../domain/bundle/fill.ts';
import type { IntakeDeps } from '../../deps.ts';
import { itemsOf } from './items-of.ts';

type ResultDeps = Pick<IntakeDeps, 'bundles' | 'catalogue'>;

/** What the grants of a bundle have given so far. */
export async function resultsOf(bundle: Bundle, deps: ResultDeps): Promise<Results> {
  const granted = bundle.parts.filter(({ outcome }) => outcome === 'granted');
  const [bundles, items] = await Promise.all([deps.bundles(), itemsOf(bundle, deps)]);
  const issued = await bundles.issuedBy(granted.map(({ caseId }) => caseId));
  return new Map(
    granted.flatMap(({ item, caseId }) => {
      const given = issued.get(caseId);
      return given ? [[item, resultsFrom(given, items.get(item)?.produces ?? [])] as const] : [];
    }),
  );
}
