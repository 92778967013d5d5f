import { createHash } from 'node:crypto';
import { signDetached, type Signer } from '#shared/cms';
import { signPdf } from '#shared/pdf-signature';
import { drawSheet, type Drawing } from './draw-sheet.ts';
import type { Sheet } from './sheet.ts';

/** A sheet as a sealed PDF, and what is recorded of it: its hash and that of the signer's certificate (SHA-256, base64url). */
export interface SealedPaper {
  bytes: Buffer;
  sha256: string;
  certificate: string;
  /** What the font lacks, and is printed by its code. */
  unshown: string[];
}

/** Draws a sheet and signs it (PAdES, baseline B-B). Throws where the signature does not fit. */
export async function sealPaper(
  sheet: Sheet,
  { signer, ...drawing }: Drawing & { signer: Signer },
): Promise<SealedPaper> {
  const { pdf, unshown } = await drawSheet(sheet, drawing);
  const bytes = await signPdf(pdf, (content) => signDetached(content, signer));
  return { bytes, sha256: hashOf(bytes), certificate: hashOf(signer.certificates[0] ?? bytes), unshown };
}

const hashOf = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('base64url');
