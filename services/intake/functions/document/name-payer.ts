import { fact, type ReceivedOf } from '#events/event';
import type { FeeAssessedV1 } from '#events/intake/fee-assessed.v1';
import { PayerNamedV1 } from '#events/intake/payer-named.v1';
import type { Cause } from '#shared/cause';
import { handOver } from '#shared/handed-over';
import type { DocumentDeps } from '../../deps.ts';
import { partyIn } from '../../domain/document/form-rows.ts';
import { kindOf, namedIn } from '../../domain/publicity/holder.ts';

type Deps = Pick<DocumentDeps, 'applications' | 'catalogue' | 'documents' | 'payers' | 'handOver' | 'newId' | 'set'>;

/**
 * A receipt names its payer (财政票据 交款人): what the applicant calls himself in the form goes to the city by the hand-over bucket.
 * Where the form does not name him nothing is told, and the receipt has the number of his party alone.
 */
export const namePayer =
  (deps: Deps) =>
  async ({ data }: ReceivedOf<typeof FeeAssessedV1>, cause: Cause): Promise<void> => {
    const { assessmentId, revision, caseId } = data;
    const name = await nameOf(caseId, deps);
    if (!name) return;
    // Names are few enough that their hashes could all be tried: the salt makes that of this piece say nothing.
    const piece = { name, salt: deps.newId() };
    const handed = await handOver(piece, `${PayerNamedV1.type}/${deps.set}/${assessmentId}`, deps.handOver);
    const told = fact(PayerNamedV1, { assessmentId, revision, caseId, ...handed });
    await deps.payers.named(told, { assessmentId, revision }, cause);
  };

async function nameOf(caseId: string, { applications, catalogue, documents }: Deps): Promise<string | undefined> {
  const application = await applications.getForClock(caseId);
  if (!application) throw new Error('the case that a fee is of is not there');
  const [item, form] = await Promise.all([
    catalogue.itemAt(application.itemKey, application),
    documents.formAt(caseId, application.version + 1),
  ]);
  // A founder pays for himself, whatever he founds.
  const { appliesAs } = application;
  const kind = kindOf({ ...(appliesAs && { appliesAs }) });
  const named = namedIn(form ?? {}, item.form ?? {}, kind);
  if (!named) return partyIn(item.form ?? {}, form ?? {});
  return kind === undefined || named.kind === kind ? named.name : undefined;
}
