import type { Stack } from 'aws-cdk-lib';
import type { Service } from './constructs/service.ts';
import { StatementBucket } from './constructs/statement-bucket.ts';
import type { Platform } from './platform.ts';

/** 对账单: the clock fetches them, finance sends them, and both lie in a bucket of their own. */
export function keepStatements(
  stack: Stack,
  { platform, service }: { platform: Platform; service: Service },
): StatementBucket {
  const bucket = new StatementBucket(stack, 'Statements', platform.key);
  for (const one of [service.api, service.tick]) {
    bucket.grantWrite(one);
    bucket.grantRead(one);
  }
  return bucket;
}
