import type { Construct } from 'constructs';
import { asciiJson } from './constructs/ascii-json.ts';
import { DocumentBucket } from './constructs/document-bucket.ts';
import { Inbox } from './constructs/inbox.ts';
import { createSecret, grantSecret } from './constructs/kept-secret.ts';
import type { Service } from './constructs/service.ts';
import type { Platform } from './platform.ts';

interface Maker {
  platform: Platform;
  /** Whose papers, read by its `api`. */
  service: Service;
  /** The service, and the function of it that draws and seals. */
  of: { service: string; name: string };
  /** Whose electronic seals, in words. */
  sealsOf: string;
}

/** A function of its own that draws and seals papers, with their bucket, its keys and a queue of its own. */
export function createPaperMaker(place: Construct, { platform, service, of, sealsOf }: Maker) {
  const { alarms, bus, key, set } = platform;
  const maker = platform.createFunction(place, 'Function', { ...of, memoryMb: 1024, timeoutSeconds: 30 });
  service.grantRecords(maker);
  const bucket = new DocumentBucket(place, 'Papers', key);
  bucket.grantWrite(maker);
  bucket.grantRead(service.api);
  // Keys and certificates of a certification service take its place as a new value (docs/runbook.md).
  const seals = createSecret(place, 'Seals', {
    description: `Keys of the electronic seals of the ${sealsOf}`,
    key,
    notRotated:
      'A seal is renewed when its certificate runs out or its key is lost, by people who then tell whom it concerns.',
  });
  grantSecret(maker, 'SEAL_SECRET_ARN', seals);
  maker.knows('SET_NAME', asciiJson({ zh: set.name, en: set.nameEn }));
  const inbox = new Inbox(place, 'Inbox', { alarms, bus, consumer: maker, name: `the maker of ${of.name}` });
  return { maker, bucket, inbox };
}
