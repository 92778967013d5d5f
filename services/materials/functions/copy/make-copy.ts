import type { ReceivedOf } from '#events/event';
import type { CopyDueV1 } from '#events/materials/copy-due.v1';
import type { Cause } from '#shared/cause';
import type { CopyDeps } from '../../deps.ts';
import type { Copy } from '../../domain/copy/copy.ts';
import { copyObjectKey } from '../../domain/material/place.ts';
import { drawMark, drawNotice } from '../../paper/draw-mark.ts';
import { markPdf } from '../../paper/mark-pdf.ts';

/** The largest file that is written upon: a larger one, a set of drawings, would not fit in memory with what is made of it. */
const largest = 50 * 2 ** 20;

/** Makes the copy that a member of staff has asked for; told again, it makes the same one again. */
export const makeCopy =
  (deps: CopyDeps) =>
  async ({ data: { copyId } }: ReceivedOf<typeof CopyDueV1>, cause: Cause): Promise<void> => {
    const found = await deps.copies.get(copyId);
    if (found?.state !== 'making') return;
    const bytes = await markedBytes(found, deps);
    const objectKey = copyObjectKey(copyId);
    if (bytes) await deps.files.keep(objectKey, bytes, 'application/pdf');
    await deps.copies.made(bytes ? { ...found, state: 'ready', objectKey } : { ...found, state: 'unmarked' }, cause);
  };

/** Undefined where nothing can be written upon it: it is at hand as a PDF, and who needs it for his case gets it as it is. */
async function markedBytes(found: Copy, { files, font }: CopyDeps): Promise<Uint8Array | undefined> {
  const original = await files.whole(found.original.objectKey, largest);
  if (!original) return undefined;
  const letters = await font();
  const [notice, mark] = await Promise.all([drawNotice(found, letters), drawMark(found, letters)]);
  return markPdf(original, { notice, mark });
}
