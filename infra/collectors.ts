import { CfnParameter } from 'aws-cdk-lib';
import { Construct } from 'constructs';
import { createSecret, grantSecret } from './constructs/kept-secret.ts';
import type { Service } from './constructs/service.ts';
import type { Platform } from './platform.ts';

/**
 * 税务, social insurance and utilities that collect by their own books: where they are is a parameter, and only the functions that
 * ask them may read the key that requests are signed by. Without an address there are none.
 */
export function openCollectors(
  stack: Construct,
  { platform, service }: { platform: Platform; service: Service },
): void {
  const description =
    'The collectors (tax, social insurance, utilities): https://host/path, without a slash at its end';
  const address = new CfnParameter(stack, 'CollectorsAddress', { description, default: '' }).valueAsString;
  service.knows('COLLECTORS_ADDRESS', address);
  const secret = createSecret(new Construct(stack, 'Collectors'), 'Key', {
    description: 'Key by which requests to the collectors are signed',
    key: platform.key,
    notRotated: 'It is agreed with the collectors, and is renewed together with them (docs/runbook.md).',
  });
  for (const one of [service.api, service.tick]) grantSecret(one, 'COLLECTORS_SECRET_ARN', secret);
}
