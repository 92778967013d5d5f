import type { Caller } from '../../support/hall.ts';
import { pdfOf } from '../../support/pdf.ts';
import { declare, put } from '../../support/upload.ts';

interface Line {
  type: string;
  how: string;
}

/** A document of the investor's library for each line that it has to bring itself. */
export async function uploaded(company: Caller, lines: readonly Line[]) {
  const own = lines.filter(({ how }) => how === 'asked');
  return Promise.all(
    own.map(async ({ type }) => {
      const file = pdfOf(`document ${type}`);
      const sent = await declare(company, file, type);
      if (sent.upload) await put(sent, file);
      return { requirement: type, materialId: sent.id, version: 1 };
    }),
  );
}
