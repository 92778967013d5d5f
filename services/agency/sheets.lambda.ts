import { ClosingSheetDueV1 } from '#events/agency/closing-sheet-due.v1';
import { openBucket } from '#shared/bucket';
import { on, queueHandler } from '#shared/queue';
import { officeSigners } from '#shared/seal/office-signers';
import { secretReader } from '#shared/secret';
import { sheetDeps } from './deps.ts';
import { drawClosingSheet } from './functions/sheet/draw-closing-sheet.ts';

export const handler = queueHandler(
  [on(ClosingSheetDueV1, 'agency.draw-closing-sheet', drawClosingSheet)],
  sheetDeps({ openBucket, secretReader, officeSigners }),
);
