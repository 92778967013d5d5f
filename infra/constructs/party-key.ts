import { CfnDeletionPolicy, Validations } from 'aws-cdk-lib';
import type { IKey } from 'aws-cdk-lib/aws-kms';
import { CfnSecret } from 'aws-cdk-lib/aws-secretsmanager';
import type { Construct } from 'constructs';
import type { LambdaFunction } from './lambda-function.ts';

/** Where the key of the party hash is: the city's secret and the key that encrypts it. */
export interface PartyKey {
  secretArn: string;
  keyArn: string;
}

/** Generates the city's key of the party hash, once; losing it would lose who is who, so it is kept. */
export function createPartyKey(scope: Construct, id: string, key: IKey): PartyKey {
  // L1, because the L2 secret widens the key's policy by `kms:GenerateDataKey*` and `kms:ReEncrypt*`.
  const secret = new CfnSecret(scope, id, {
    description: 'Key of the hash that makes a partyId',
    kmsKeyId: key.keyArn,
    generateSecretString: { passwordLength: 64, excludePunctuation: true },
  });
  secret.cfnOptions.deletionPolicy = CfnDeletionPolicy.RETAIN;
  secret.cfnOptions.updateReplacePolicy = CfnDeletionPolicy.RETAIN;
  Validations.of(secret).acknowledge({
    id: 'AwsSolutions-SMG4',
    reason: 'Rotation would change the partyId of every person and organisation and part them from their cases.',
  });

  return { secretArn: secret.ref, keyArn: key.keyArn };
}

/** Lets a function read the party key; gives it `PARTY_KEY_SECRET_ARN`. */
export function grantPartyKey(to: LambdaFunction, { secretArn, keyArn }: PartyKey): void {
  to.may(['secretsmanager:GetSecretValue'], [secretArn]);
  to.may(['kms:Decrypt'], [keyArn]);
  to.knows('PARTY_KEY_SECRET_ARN', secretArn);
}
