import type { ReceivedOf } from '#events/event';
import type { ReceiptChangedV1 } from '#events/payments/receipt-changed.v1';
import type { Cause } from '#shared/cause';
import { sealPaper } from '#shared/paper/seal-paper';
import type { Sheet } from '#shared/paper/sheet';
import type { ReceiptPaperDeps } from '../../deps.ts';
import type { Receipt } from '../../domain/receipt/receipt.ts';
import { receiptSheet } from '../../domain/receipt/sheet.ts';

/**
 * 版式文件: a receipt that was issued is drawn and sealed by its payee. Its place ends in its own hash, so that a file that was left
 * behind by a crash is nobody's.
 */
export const drawReceipt =
  (deps: ReceiptPaperDeps) =>
  async ({ data }: ReceivedOf<typeof ReceiptChangedV1>, cause: Cause): Promise<void> => {
    const { receipts } = deps;
    const { receiptId: id, state } = data;
    if (state !== 'issued' || (await receipts.paper(id))) return;
    const found = await receipts.load(id);
    if (!found) throw new Error(`receipt ${id} is not there`);
    const sheet = await sheetOf(found, deps);
    const payee = await payeeOf(found.payee, deps);
    const signer = await deps.signerFor({ key: found.payee, name: payee });
    const paper = await sealPaper(sheet, { font: await deps.font(), at: cause.at, signer });
    const { bytes, sha256, certificate } = paper;
    const ref = `receipts/${id}/${sha256}.pdf`;
    await deps.bucket.put(ref, {
      bytes,
      contentType: 'application/pdf',
      fileName: `${found.code}-${found.number}.pdf`,
    });
    await receipts.keepPaper(id, { ref, sha256, certificate, bytes: bytes.length, sealedAt: cause.at }, cause);
  };

/** What its paper says. */
export async function sheetOf(
  found: Receipt,
  deps: Pick<ReceiptPaperDeps, 'receipts' | 'charges' | 'payers' | 'cityBase'>,
): Promise<Sheet> {
  const [payee, original, payer] = await Promise.all([
    payeeOf(found.payee, deps),
    originalOf(found, deps),
    deps.payers.ofAny(found.lines.map(({ billId }) => billId)),
  ]);
  return receiptSheet(found, { payee, payer, original, base: deps.cityBase });
}

/** What the payee is called by the charge list; its key where it has left that since. */
async function payeeOf(key: string, { charges }: Pick<ReceiptPaperDeps, 'charges'>) {
  const list = await charges.live();
  return list?.payees.find((one) => one.key === key)?.name ?? { zh: key, en: key };
}

async function originalOf(
  { reverses, replaces }: { reverses?: string | undefined; replaces?: string | undefined },
  { receipts }: Pick<ReceiptPaperDeps, 'receipts'>,
) {
  const id = reverses ?? replaces;
  return id ? receipts.load(id) : undefined;
}
