import { CfnDeletionPolicy, Validations } from 'aws-cdk-lib';
import type { IKey } from 'aws-cdk-lib/aws-kms';
import { CfnSecret } from 'aws-cdk-lib/aws-secretsmanager';
import type { Construct } from 'constructs';
import type { LambdaFunction } from './lambda-function.ts';

/** Where a secret is, and the key that encrypts it; it may be another stack's. */
export interface KeptSecret {
  secretArn: string;
  keyArn: string;
}

export interface KeptSecretProps {
  description: string;
  key: IKey;
  /** Why it is never replaced by a schedule. */
  notRotated: string;
}

/** Generates a secret of 64 characters, once, so that none is ever a default; kept when its stack goes, as no one can make it anew. */
export function createSecret(
  scope: Construct,
  id: string,
  { description, key, notRotated }: KeptSecretProps,
): KeptSecret {
  // L1, because the L2 secret widens the key's policy by `kms:GenerateDataKey*` and `kms:ReEncrypt*`.
  const secret = new CfnSecret(scope, id, {
    description,
    kmsKeyId: key.keyArn,
    generateSecretString: { passwordLength: 64, excludePunctuation: true },
  });
  secret.cfnOptions.deletionPolicy = CfnDeletionPolicy.RETAIN;
  secret.cfnOptions.updateReplacePolicy = CfnDeletionPolicy.RETAIN;
  Validations.of(secret).acknowledge({ id: 'AwsSolutions-SMG4', reason: notRotated });
  return { secretArn: secret.ref, keyArn: key.keyArn };
}

/** Lets a function read it, and gives it its ARN as the variable of that name. */
export function grantSecret(to: LambdaFunction, variable: string, { secretArn, keyArn }: KeptSecret): void {
  to.may(['secretsmanager:GetSecretValue'], [secretArn]);
  to.may(['kms:Decrypt'], [keyArn]);
  to.knows(variable, secretArn);
}
