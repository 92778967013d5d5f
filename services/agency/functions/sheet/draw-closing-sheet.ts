import type { ClosingSheetDueV1 } from '#events/agency/closing-sheet-due.v1';
import type { ReceivedOf } from '#events/event';
import type { Cause } from '#shared/cause';
import { sealPaper } from '#shared/paper/seal-paper';
import type { SheetDeps } from '../../deps.ts';
import { closingSheet } from '../../domain/mandate/sheet.ts';

/** 代办结束单: drawn and sealed once. Its place ends in its own hash, so that a file that a crash left behind is nobody's. */
export const drawClosingSheet =
  (deps: Pick<SheetDeps, 'mandates' | 'projects' | 'place' | 'bucket' | 'signerFor' | 'font'>) =>
  async ({ data: { mandateId } }: ReceivedOf<typeof ClosingSheetDueV1>, cause: Cause): Promise<void> => {
    const mandates = await deps.mandates();
    if (await mandates.sheetOf(mandateId)) return;
    const found = await mandates.get(mandateId);
    const project = found && (await (await deps.projects()).get(found.projectId));
    if (!project) throw new Error(`mandate ${mandateId} or its project is not there`);
    const { zh, en } = deps.place;
    const office = { key: 'agency', name: { zh: `${zh}代办服务`, en: `${en}, agent officers` } };
    const drawing = { font: await deps.font(), at: cause.at, signer: await deps.signerFor(office) };
    const { bytes, sha256, certificate } = await sealPaper(
      closingSheet(found, { project, office: office.name }),
      drawing,
    );
    const ref = `mandates/${mandateId}/${sha256}.pdf`;
    await deps.bucket.put(ref, { bytes, contentType: 'application/pdf', fileName: `${found.number}.pdf` });
    await mandates.keepSheet(mandateId, { ref, sha256, certificate, bytes: bytes.length, sealedAt: cause.at }, cause);
  };
