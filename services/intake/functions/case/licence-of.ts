import type { Application } from '../../domain/case/application.ts';
import { licenceAmong, type Held, type Licence } from '../../domain/case/licence.ts';
import type { IntakeDeps } from '../../deps.ts';

type Deps = Pick<IntakeDeps, 'licences' | 'parties'>;
type Whose = Pick<Application, 'partyId' | 'itemKey' | 'situation' | 'expiresOn'>;

/** The licence that a case is about, where this office has granted it; who applies for his first one needs no look-up. */
export async function licenceOf(application: Whose, at: Date, deps: Deps): Promise<Licence | undefined> {
  if (application.situation === '新办') return undefined;
  return licenceAmong(await heldBy(application, deps), application, at);
}

/** Whether what the office granted still stands: it may have been revoked since the case came in. */
export async function isStillHeld(application: Application, deps: Deps): Promise<boolean> {
  const { grantedIn } = application.licence ?? {};
  return grantedIn === undefined || (await heldBy(application, deps)).some(({ caseId }) => caseId === grantedIn);
}

async function heldBy({ partyId, itemKey }: Whose, { licences, parties }: Deps): Promise<Held[]> {
  return (await licences()).of(await parties.group(partyId), itemKey);
}
