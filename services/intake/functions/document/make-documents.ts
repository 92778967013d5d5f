import type { ReceivedOf } from '#events/event';
import type { DocumentDueV1 } from '#events/intake/document-due.v1';
import { dayOf } from '#shared/calendar';
import type { Cause } from '#shared/cause';
import type { About } from '../../domain/document/about.ts';
import { owes, type DocumentKind } from '../../domain/document/kind.ts';
import { documentNumber, isNumbered } from '../../domain/document/number.ts';
import { sheetOf } from '../../domain/document/write.ts';
import type { DocumentDeps } from '../../deps.ts';
import type { Office } from '#shared/seal/office-signers';
import type { Sealed } from '../../stores/document-rows.ts';
import { officeOf, sealSheet } from './seal-sheet.ts';

type Due = ReceivedOf<typeof DocumentDueV1>;

/**
 * Puts an act in writing. A second delivery, or one after a crash, draws what is not yet recorded under the numbers that
 * the first took; a file that was left behind is in nobody's list, as the place of each ends in its hash.
 */
export const makeDocuments =
  (deps: DocumentDeps) =>
  async ({ data: { caseId, documents }, sequence: version, time }: Due, cause: Cause): Promise<void> => {
    const { about, office } = await readAbout({ caseId, version, at: new Date(time) }, deps);
    const made: Sealed[] = [];
    const earlier = await deps.documents.actsBefore(caseId, version);
    for (const kind of documents) {
      // Facts come in any order, numbers are given in that of the acts: what an act before this one still waits for is taken first.
      for (const act of earlier.filter((one) => owes(one.act, kind))) {
        await reserve(kind, { caseId, version: act.version, office, at: act.at }, deps);
      }
      const { reserved, isMade } = await reserve(kind, { caseId, version, office, at: about.at }, deps);
      if (isMade) continue;
      const { sealed } = await sealSheet(
        sheetOf(kind, about, reserved),
        { caseId, office, reserved, at: cause.at },
        deps,
      );
      made.push(sealed);
    }
    await deps.documents.made(made, cause);
  };

const reserve = (kind: DocumentKind, act: Act & { office: Office }, deps: DocumentDeps) =>
  deps.documents.reserve(act.caseId, { version: act.version, kind }, () => numbersOf(kind, act, deps));

interface Act {
  caseId: string;
  version: number;
  at: Date;
}

async function readAbout({ caseId, version, at }: Act, deps: DocumentDeps): Promise<{ about: About; office: Office }> {
  const [application, form, materials] = await Promise.all([
    deps.applications.getForClock(caseId),
    deps.documents.formAt(caseId, version),
    (await deps.caseMaterials()).get(caseId),
  ]);
  if (!application || !form) throw new Error('the case that a document is about is not there');
  const against = application.decision?.against?.departments ?? [];
  const [item, office, calendar, ...others] = await Promise.all([
    deps.catalogue.itemAt(application.itemKey, application),
    officeOf(application, deps),
    deps.calendars.current(),
    ...against.map((department) => officeOf({ department }, deps)),
  ]);
  return {
    about: {
      application,
      item,
      form,
      office: office.name,
      against: others.map(({ name }) => name),
      lines: materials?.lines.filter(({ givenAt }) => givenAt <= at) ?? [],
      at,
      calendar,
    },
    office,
  };
}

async function numbersOf(kind: DocumentKind, { at, office }: { at: Date; office: Office }, deps: DocumentDeps) {
  const verification = deps.newVerification();
  if (!isNumbered(kind)) return { verification };
  const day = dayOf(at);
  const sequence = await deps.documents.count(office.key, kind, day.slice(0, 4));
  return { verification, number: documentNumber(office.name, kind, { day, sequence }) };
}
