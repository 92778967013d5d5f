import { CfnParameter, Duration, type Stack } from 'aws-cdk-lib';
import { Construct } from 'constructs';
import { ReceiptChangedV1 } from '#events/payments/receipt-changed.v1';
import type { Service } from './constructs/service.ts';
import { createPaperMaker } from './paper-maker.ts';
import type { Platform } from './platform.ts';

/** 财政电子票据: the clock makes those that wait, and a function of its own draws and seals them, fed by a queue of its own. */
export function issueReceipts(stack: Stack, { platform, service }: { platform: Platform; service: Service }): void {
  const every = Duration.minutes(1);
  service.every(every, 'issue-receipts');
  service.watches('ReceiptNumbersShort', {
    every,
    description: 'a tenth or less of the receipt numbers of this year is left, or receipts wait for one',
    runbook: 'receipt-numbers',
  });

  const place = new Construct(stack, 'Receipts');
  const of = { service: 'payments', name: 'receipts' };
  const { maker, inbox } = createPaperMaker(place, { platform, service, of, sealsOf: 'payees' });
  const description = 'Base of the city, up to /v1: the codes on receipts lead there';
  maker.knows('CITY_BASE', new CfnParameter(stack, 'CityBase', { description }).valueAsString);
  inbox.takes('Issued', { types: [ReceiptChangedV1.type], onlyFrom: platform.set.key });
}
