import { Construct } from 'constructs';
import { ClosingSheetDueV1 } from '#events/agency/closing-sheet-due.v1';
import type { Service } from './constructs/service.ts';
import { createPaperMaker } from './paper-maker.ts';
import type { Platform } from './platform.ts';

/** 代办结束单: a function of its own draws and seals it once a mandate is over, fed by a queue of its own. */
export function makeClosingSheets(
  scope: Construct,
  { platform, service }: { platform: Platform; service: Service },
): void {
  const place = new Construct(scope, 'ClosingSheets');
  const of = { service: 'agency', name: 'sheets' };
  const { inbox } = createPaperMaker(place, { platform, service, of, sealsOf: 'officers' });
  // Districts' facts reach the city's bus as well: each set makes its own sheets.
  inbox.takes('Due', { types: [ClosingSheetDueV1.type], onlyFrom: platform.set.key });
}
