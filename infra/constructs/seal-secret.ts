import { CfnDeletionPolicy, Validations } from 'aws-cdk-lib';
import type { IKey } from 'aws-cdk-lib/aws-kms';
import { CfnSecret } from 'aws-cdk-lib/aws-secretsmanager';
import type { Construct } from 'constructs';
import type { LambdaFunction } from './lambda-function.ts';

/**
 * The secret that a set's seals come from: generated, so that none is ever a default; keys and certificates of a
 * certification service take its place as a new value (docs/runbook.md).
 */
export function createSealSecret(scope: Construct, id: string, key: IKey): CfnSecret {
  const secret = new CfnSecret(scope, id, {
    description: 'Keys of the electronic seals of the offices',
    kmsKeyId: key.keyArn,
    generateSecretString: { passwordLength: 64, excludePunctuation: true },
  });
  secret.cfnOptions.deletionPolicy = CfnDeletionPolicy.RETAIN;
  secret.cfnOptions.updateReplacePolicy = CfnDeletionPolicy.RETAIN;
  Validations.of(secret).acknowledge({
    id: 'AwsSolutions-SMG4',
    reason:
      'A seal is renewed when its certificate runs out or its key is lost, by people who then tell whom it concerns.',
  });
  return secret;
}

/** Lets a function read it; gives it `SEAL_SECRET_ARN`. */
export function grantSealSecret(to: LambdaFunction, secret: CfnSecret, key: IKey): void {
  to.may(['secretsmanager:GetSecretValue'], [secret.ref]);
  to.may(['kms:Decrypt'], [key.keyArn]);
  to.knows('SEAL_SECRET_ARN', secret.ref);
}
