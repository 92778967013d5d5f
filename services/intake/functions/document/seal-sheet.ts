import { createHash } from 'node:crypto';
import { signDetached } from '#shared/cms';
import { signPdf } from '#shared/pdf-signature';
import type { Application } from '../../domain/case/application.ts';
import type { Label, Sheet } from '../../domain/document/sheet.ts';
import type { DocumentDeps } from '../../deps.ts';
import { drawSheet } from '../../paper/draw-sheet.ts';
import type { Office } from '../../seal/office-signers.ts';
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
  const signer = await deps.signerFor(office);
  const { pdf, unshown } = await drawSheet(sheet, { font: await deps.font(), at });
  const bytes = await signPdf(pdf, (content) => signDetached(content, signer));

  const [sha256, certificate] = [hashOf(bytes), hashOf(signer.certificates[0] ?? bytes)];
  const name = documentName(reserved.version, reserved.kind);
  const ref = `cases/${caseId}/${name}/${sha256}.pdf`;
  await deps.bucket.put(ref, { bytes, contentType: 'application/pdf', fileName: `${name}.pdf` });
  const { title, day } = sheet;
  const file = { sha256, bytes: bytes.length, ref, certificate, ...(unshown.length > 0 && { unshown }) };
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

const hashOf = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('base64url');
