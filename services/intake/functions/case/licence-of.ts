import type { Application } from '../../domain/case/application.ts';
import { licenceAmong, licenceFault, meantAmong } from '../../domain/case/licence.ts';
import type { Held, Licence, LicenceFault } from '../../domain/case/licence.ts';
import { handingInFault, type SituationFault } from '../../domain/case/renewal.ts';
import type { Item } from '../../domain/catalogue/item.ts';
import type { IntakeDeps } from '../../deps.ts';

type Deps = Pick<IntakeDeps, 'licences' | 'parties'>;
type Whose = Pick<Application, 'partyId' | 'itemKey' | 'situation' | 'expiresOn' | 'licenceId'>;

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

/** Why a case may not be begun or handed in as its applicant says: by its situation, or since it is not clear which licence he means. */
export async function unfitFor(
  item: Pick<Item, 'situations'>,
  application: Whose,
  { at, deps }: { at: Date; deps: Deps },
): Promise<SituationFault | LicenceFault | undefined> {
  const fault = handingInFault(application, item, at);
  if (fault || application.situation === '新办') return fault;
  return licenceFault(meantAmong(await heldBy(application, deps), application, at), application);
}

export async function heldBy({ partyId, itemKey }: Whose, { licences, parties }: Deps): Promise<Held[]> {
  return (await licences()).of(await parties.group(partyId), itemKey);
}
