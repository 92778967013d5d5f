import { fact, type ReceivedOf } from '#events/event';
import type { LicenceDecidedV1 } from '#events/intake/licence-decided.v1';
import { LicenceMadeV1 } from '#events/intake/licence-made.v1';
import type { Cause } from '#shared/cause';
import { handOver, type Handed } from '#shared/handed-over';
import { numberFor } from '#shared/licence-number';
import { addresseeIn } from '../../domain/document/form-rows.ts';
import { licenceSheet } from '../../domain/document/licence.ts';
import { saysOf, type Says } from '../../domain/holding/says.ts';
import { namedIn } from '../../domain/publicity/holder.ts';
import type { DocumentDeps } from '../../deps.ts';
import { officeOf, sealSheet } from './seal-sheet.ts';

type Decided = ReceivedOf<typeof LicenceDecidedV1>;

/**
 * 电子证照: each edition that a grant gives is put on a sealed paper, which goes to the city's library by the hand-over bucket. Told
 * again, or after a crash, it is made under the same verification number, or left where it is made.
 */
export const makeLicence =
  (deps: DocumentDeps) =>
  async (event: Decided, cause: Cause): Promise<void> => {
    const { edition, caseId, licenceId } = event.data;
    if (!edition) return;
    const wanted = { version: event.sequence, kind: 'licence' } as const;
    const number = async () => ({ verification: deps.newVerification() });
    const { reserved, isMade } = await deps.documents.reserve(caseId, wanted, number);
    if (isMade) return;

    const { office, holder, says, ...about } = await readAbout(event, deps);
    const id = numberFor(edition);
    const page = `${deps.cityBase}/materials/public/licences/${id}`;
    const sheet = licenceSheet({ ...about, ...edition, holder, id, page, office: office.name, ...reserved });
    const { sealed, bytes } = await sealSheet(sheet, { caseId, office, reserved, at: cause.at }, deps);

    const handed = await handOn({ holder, says, bytes, caseId }, deps);
    const made = fact(LicenceMadeV1, { caseId, licenceId, ...handed });
    await deps.licencePapers.made(sealed, made, cause);
  };

/** What the paper says besides the edition: the case as it was granted, and who is who. */
async function readAbout({ data, sequence }: Decided, deps: DocumentDeps) {
  const [application, form] = await Promise.all([
    deps.applications.getForClock(data.caseId),
    deps.documents.formAt(data.caseId, sequence),
  ]);
  if (!application || !form) throw new Error('the case that gave a licence is not there');
  const [item, office, issued] = await Promise.all([
    deps.catalogue.itemAt(application.itemKey, application),
    officeOf(application, deps),
    deps.documents.issued(data.caseId),
  ]);
  const schema = item.form ?? {};
  const holder = namedIn(form, schema)?.name ?? addresseeIn(schema, form);
  const creates = application.createdPartyId !== undefined;
  const says = { ...saysOf({ issued, form, schema }), creates };
  return { item, form, office, holder, says, caseNumber: application.number ?? '' };
}

interface Piece {
  holder: string;
  /** For the forms that are filled in from it. */
  says: Says & { creates: boolean };
  bytes: Uint8Array;
  caseId: string;
}

/** The holder's name, what the licence says and the paper travel as one piece: its hash, in the fact, holds for both. */
async function handOn(
  { holder, says, bytes, caseId }: Piece,
  { handOver: bucket, set }: DocumentDeps,
): Promise<Handed> {
  const piece = { holder, says, pdf: Buffer.from(bytes).toString('base64') };
  return handOver(piece, `${LicenceMadeV1.type}/${set}/${caseId}`, bucket);
}
