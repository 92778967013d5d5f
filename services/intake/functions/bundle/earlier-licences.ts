import type { Application } from '../../domain/case/application.ts';
import type { Bundle } from '../../domain/bundle/bundle.ts';
import { waitsFor } from '../../domain/bundle/choice.ts';
import { licencesFor, type EarlierGrant } from '../../domain/bundle/licences-before.ts';
import type { Given } from '../../domain/material/given.ts';
import type { IntakeDeps } from '../../deps.ts';
import { itemOf } from '../case/item-of.ts';

type Deps = Pick<IntakeDeps, 'applications' | 'catalogue'>;

/** The licences that earlier parts of its bundle have given to a case, for the lines of its list that ask for them. */
export async function earlierLicences(
  application: Application,
  { parts }: Pick<Bundle, 'parts'>,
  deps: Deps,
): Promise<Given[]> {
  const own = parts.find(({ caseId, forwarded = [] }) => [caseId, ...forwarded].includes(application.id));
  const before = own ? waitsFor(own.item, parts) : new Set<string>();
  const granted = parts.filter(({ item, outcome }) => outcome === 'granted' && before.has(item));
  const earlier = await Promise.all(granted.map(({ caseId }) => grantOf(caseId, deps)));
  return licencesFor(application, await itemOf(application, deps), earlier.flat());
}

async function grantOf(caseId: string, deps: Deps): Promise<EarlierGrant[]> {
  const decided = await deps.applications.getForClock(caseId);
  if (!decided) return [];
  const { result } = await itemOf(decided, deps);
  return [{ decided, licenceType: result.licenceType }];
}
