import { ArnFormat, RemovalPolicy, Stack } from 'aws-cdk-lib';
import { AccountRootPrincipal, PolicyDocument, PolicyStatement, ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import { Key } from 'aws-cdk-lib/aws-kms';
import type { Construct } from 'constructs';

const administer = `CancelKeyDeletion CreateAlias CreateGrant DeleteAlias DescribeKey DisableKey EnableKey
  EnableKeyRotation GetKeyPolicy GetKeyRotationStatus ListGrants ListKeyPolicies ListKeyRotations ListResourceTags
  PutKeyPolicy RetireGrant RevokeGrant RotateKeyOnDemand ScheduleKeyDeletion TagResource UntagResource UpdateAlias
  UpdateKeyDescription`
  .split(/\s+/)
  .map((action) => `kms:${action}`);

const use = ['Decrypt', 'Encrypt', 'GenerateDataKey', 'ReEncryptFrom', 'ReEncryptTo'].map((action) => `kms:${action}`);

/**
 * The customer-managed key of one set: rotated yearly, kept when the stack goes. The account decides by IAM who uses it;
 * log groups and alarms come as services. CDK's own key policy would allow `kms:*`.
 */
export function createKey(scope: Construct, id: string): Key {
  const { account, region, urlSuffix } = Stack.of(scope);
  const logGroups = Stack.of(scope).formatArn({
    service: 'logs',
    resource: '*',
    arnFormat: ArnFormat.NO_RESOURCE_NAME,
  });

  const policy = new PolicyDocument({
    statements: [
      new PolicyStatement({
        principals: [new AccountRootPrincipal()],
        actions: [...administer, ...use],
        resources: ['*'],
      }),
      new PolicyStatement({
        principals: [new ServicePrincipal(`logs.${region}.${urlSuffix}`)],
        actions: ['kms:DescribeKey', ...use],
        resources: ['*'],
        conditions: { ArnLike: { 'kms:EncryptionContext:aws:logs:arn': logGroups } },
      }),
      new PolicyStatement({
        principals: [new ServicePrincipal('cloudwatch.amazonaws.com')],
        actions: ['kms:Decrypt', 'kms:GenerateDataKey'],
        resources: ['*'],
        conditions: { StringEquals: { 'aws:SourceAccount': account } },
      }),
    ],
  });

  return new Key(scope, id, {
    description: `Banshi, ${Stack.of(scope).stackName}`,
    enableKeyRotation: true,
    removalPolicy: RemovalPolicy.RETAIN,
    policy,
  });
}
