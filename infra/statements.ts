import { CfnParameter, Duration, type Stack } from 'aws-cdk-lib';
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
  const description = 'The first day whose statements are fetched, yyyy-mm-dd; empty: none are';
  const from = new CfnParameter(stack, 'StatementsFrom', { description, default: '' });
  service.tick.knows('STATEMENTS_FROM', from.valueAsString);
  const every = Duration.minutes(10);
  service.every(every, 'fetch-statements');
  service.watches('StatementsMissing', {
    every,
    description: 'a statement of a channel or bank is not there although it was due, and nobody has decided about it',
    runbook: 'missing-statements',
  });
  service.watches('CalendarUnpublished', {
    every,
    description: 'the working days of a year are not published, so that nobody knows which statements banks owe',
    runbook: 'an-unpublished-calendar',
  });
  service.watches('StatementsStopped', {
    every,
    description:
      'the run of a statement has stopped and is begun again by the clock, without having come any further for two hours',
    runbook: 'statements-that-are-not-matched',
  });
  return bucket;
}
