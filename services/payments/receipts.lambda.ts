import { ReceiptChangedV1 } from '#events/payments/receipt-changed.v1';
import { openBucket } from '#shared/bucket';
import { on, queueHandler } from '#shared/queue';
import { officeSigners } from '#shared/seal/office-signers';
import { secretReader } from '#shared/secret';
import { receiptPaperDeps } from './deps.ts';
import { drawReceipt } from './functions/paper/draw-receipt.ts';

export const handler = queueHandler(
  [on(ReceiptChangedV1, 'payments.draw-receipt', drawReceipt)],
  receiptPaperDeps({ openBucket, secretReader, officeSigners }),
);
