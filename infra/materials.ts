import { CfnParameter, Duration, Stack } from 'aws-cdk-lib';
import type { StackProps } from 'aws-cdk-lib';
import { Construct } from 'constructs';
import { AuthorityChangedV1 } from '#events/agency/authority-changed.v1';
import { ApplicationSubmittedV1 } from '#events/intake/application-submitted.v1';
import { CalendarPublishedV1 } from '#events/intake/calendar-published.v1';
import { CaseChangedV2 } from '#events/intake/case-changed.v2';
import { DeliveryChangedV1 } from '#events/intake/delivery-changed.v1';
import { ItemsPublishedV1 } from '#events/intake/items-published.v1';
import { LicenceDecidedV1 } from '#events/intake/licence-decided.v1';
import { LicenceMadeV1 } from '#events/intake/licence-made.v1';
import { PartyMergedV1 } from '#events/intake/party-merged.v1';
import { MaterialsGivenV1 } from '#events/intake/materials-given.v1';
import { DisputeChangedV1 } from '#events/materials/dispute-changed.v1';
import { LicenceChangedV1 } from '#events/materials/licence-changed.v1';
import { MaterialChangedV1 } from '#events/materials/material-changed.v1';
import { Inbox } from './constructs/inbox.ts';
import { MaterialBucket, quarantine } from './constructs/material-bucket.ts';
import { Service } from './constructs/service.ts';
import { makeCopies } from './copies.ts';
import type { Platform } from './platform.ts';
import { fetchSharedData } from './sharing.ts';

/** One library of documents per person, so it runs in the city only. */
export class Materials extends Stack {
  readonly service: Service;

  constructor(scope: Construct, id: string, { platform, ...props }: StackProps & { platform: Platform }) {
    super(scope, id, props);
    this.service = new Service(this, 'Materials', { platform, name: 'materials' });
    this.service.every(Duration.hours(1), 'pass-time');
    this.service.consumes(
      ApplicationSubmittedV1,
      CaseChangedV2,
      MaterialsGivenV1,
      ItemsPublishedV1,
      DeliveryChangedV1,
      LicenceDecidedV1,
      LicenceMadeV1,
    );
    // What is in force no more is told to each case that uses it, one by one. Personal
    // authorities live in the city, parties are merged there, and it publishes the calendar.
    this.service.consumesFromItsSet(
      MaterialChangedV1,
      LicenceChangedV1,
      AuthorityChangedV1,
      PartyMergedV1,
      CalendarPublishedV1,
      DisputeChangedV1,
    );

    const bucket = new MaterialBucket(this, 'Files', platform.key);
    // Who signs an address needs the rights that the address gives.
    bucket.grantSending(this.service.api);
    bucket.grantReading(this.service.api);
    bucket.grantParts(this.service.api);
    // Its owner erases a file, or the clock does once the last archive that refers to it may go.
    bucket.grantRemoving(this.service.api);
    bucket.grantRemoving(this.service.tick);
    // The papers of licences come from the sets that sealed them.
    const consumer = this.service.consumer();
    platform.grantTakingOver(consumer, LicenceMadeV1);
    bucket.grantSending(consumer);
    this.#checkFiles(bucket, platform);
    fetchSharedData(this, { platform, service: this.service });
    makeCopies(this, { platform, service: this.service, bucket });
  }

  /** A function of its own looks at each file that comes in, fed by a queue of its own. */
  #checkFiles(bucket: MaterialBucket, platform: Platform): void {
    const place = new Construct(this, 'Check');
    const { alarms, bus } = platform;
    // 500 MB are read, hashed and scanned once, and an archive unpacked once more.
    const size = { service: 'materials', name: 'check', memoryMb: 1024, timeoutSeconds: 180 };
    const checker = platform.createFunction(place, 'Function', size);
    this.service.grantRecords(checker);
    bucket.grantReading(checker);
    bucket.grantSending(checker);
    bucket.grantRemoving(checker);
    const scanner = 'A clamd that the checker of files can reach: host:port';
    checker.knows(
      'SCANNER_ADDRESS',
      new CfnParameter(this, 'ScannerAddress', { description: scanner, default: '' }).valueAsString,
    );
    // One file at a time: a large one takes the function's memory and most of its time.
    const inbox = new Inbox(place, 'Inbox', {
      alarms,
      bus,
      consumer: checker,
      name: 'the checker of files',
      batchSize: 1,
    });
    inbox.takesFiles('Came', bucket.bucket, quarantine);
  }
}
