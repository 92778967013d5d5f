import { sealPaper } from '#shared/paper/seal-paper';
import type { Label, Sheet } from '#shared/paper/sheet';
import type { Office } from '#shared/seal/office-signers';
import type { Application } from '../../domain/case/application.ts';
import type { DocumentDeps } from '../../deps.ts';
import { documentName, type Reserved, type Sealed } from '../../stores/document-rows.ts';

interface Sealing {
  caseId: string;
  office: Office;
  reserved: Reserved;
  at: Date;
}

/** Draws a sheet, has its office seal it, and puts it where the papers of its case are: a file and what is to be recorded of it. */
export async function sealSheet(
  sheet: Sheet,
  { caseId, office, reserved, at }: Sealing,
  deps: DocumentDeps,
): Promise<{ sealed: Sealed; bytes: Uint8Array }> {
  const drawing = { font: await deps.font(), at, signer: await deps.signerFor(office) };
  const { bytes, unshown, ...hashes } = await sealPaper(sheet, drawing);
  const name = documentName(reserved.version, reserved.kind);
  const ref = `cases/${caseId}/${name}/${hashes.sha256}.pdf`;
  await deps.bucket.put(ref, { bytes, contentType: 'application/pdf', fileName: `${name}.pdf` });
  const { title, day } = sheet;
  const file = { ...hashes, bytes: bytes.length, ref, ...(unshown.length > 0 && { unshown }) };
  return { sealed: { ...reserved, caseId, title, office: office.name, day, sealedAt: at, ...file }, bytes };
}

/** 鼓楼区市场监督管理局: the place and the department. */
export async function officeOf(
  { department }: Pick<Application, 'department'>,
  { catalogue, place }: Pick<DocumentDeps, 'catalogue' | 'place'>,
): Promise<Office> {
  const known = (await catalogue.departments()).find(({ key }) => key === department);
  const name: Label = {
    zh: `${place.zh}${known?.name ?? department}`,
    en: `${place.en} ${known?.nameEn ?? department}`,
  };
  return { key: department, name };
}
