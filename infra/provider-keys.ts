import { CfnDeletionPolicy, Validations } from 'aws-cdk-lib';
import { CfnSecret } from 'aws-cdk-lib/aws-secretsmanager';
import type { Construct } from 'constructs';
import type { KeptSecret } from './constructs/kept-secret.ts';
import type { Platform } from './platform.ts';

/** An empty secret for what is agreed with another house, which puts its keys in: nobody could make them up. Kept when its stack goes. */
export function agreedSecret(
  place: Construct,
  id: string,
  { name, platform: { key } }: { name: string; platform: Pick<Platform, 'key'> },
): KeptSecret {
  const secret = new CfnSecret(place, id, { description: `Keys of ${name}`, kmsKeyId: key.keyArn });
  secret.cfnOptions.deletionPolicy = CfnDeletionPolicy.RETAIN;
  secret.cfnOptions.updateReplacePolicy = CfnDeletionPolicy.RETAIN;
  Validations.of(secret).acknowledge({
    id: 'AwsSolutions-SMG4',
    reason: 'The keys are replaced together with the other house, both in force meanwhile (docs/runbook.md).',
  });
  return { secretArn: secret.ref, keyArn: key.keyArn };
}
