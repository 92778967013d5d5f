import { beforeAll, describe, expect, it } from 'vitest';
import { synthesise, textAt, valuesOf } from './synthesis.fake.ts';
import type { SynthesisedResource, SynthesisedStack } from './synthesis.fake.ts';

/** What both the local cloud and AWS in China know; a new type is added here only after looking at both. */
const types = new Set(
  `ApiGateway::Account ApiGateway::Authorizer ApiGateway::Deployment ApiGateway::GatewayResponse ApiGateway::Method
  ApiGateway::Resource ApiGateway::RestApi ApiGateway::Stage CloudWatch::Alarm DynamoDB::Table Events::EventBus
  Events::Rule IAM::Policy IAM::Role KMS::Key Lambda::EventSourceMapping Lambda::Function Lambda::Permission
  Logs::LogGroup S3::Bucket S3::BucketPolicy SecretsManager::Secret SNS::Topic SNS::TopicPolicy SQS::Queue
  SQS::QueuePolicy WAFv2::WebACL WAFv2::WebACLAssociation`
    .split(/\s+/)
    .map((type) => `AWS::${type}`),
);

const refersTo = (one: unknown, id: string) => JSON.stringify(one).includes(JSON.stringify(id));
const set = (stack: string) => stack.split('-')[0];

/** What facts of one type have handed over to the city: the ARN that it exports, and a prefix that says which. */
function isHandedOver(resource: unknown): boolean {
  const [joined] = valuesOf('Fn::Join', resource);
  const [separator, parts] = Array.isArray(joined) ? joined : [];
  const [bucket, rest] = Array.isArray(parts) ? parts : [];
  const isPrefix = /^\/[a-z]+\.[a-z-]+\.v\d+(\/[a-z]+)?\/\*$/.test(String(rest));
  return separator === '' && isPrefix && textAt(bucket, 'Fn::ImportValue') === 'banshi-fuzhou-HandOverArn';
}

/** The objects of one bucket of the templates: its ARN and `/*`. */
function isObjectsOf(resource: unknown, resources: readonly SynthesisedResource[]): boolean {
  const [joined] = valuesOf('Fn::Join', resource);
  const [separator, parts] = Array.isArray(joined) ? joined : [];
  const [bucket, rest] = Array.isArray(parts) ? parts : [];
  const id = textAt(bucket, 'Fn::GetAtt', '0');
  return separator === '' && rest === '/*' && resources.some((one) => one.id === id && one.type === 'AWS::S3::Bucket');
}

describe.each(['ap-east-1', 'cn-north-1'])('the templates for %s', (region) => {
  let stacks: SynthesisedStack[];
  let resources: SynthesisedResource[];
  const all = (type: string) => resources.filter((one) => one.type === `AWS::${type}`);

  // Checked by CloudFormation's schemas and by cdk-nag: either throws here.
  beforeAll(async () => {
    stacks = await synthesise({ sets: 'fuzhou,gulou', region, checked: true });
    resources = stacks.flatMap((stack) => stack.resources);
  }, 180_000);

  it('hold only types that both the local cloud and China know, and no custom resource', () => {
    expect(resources.map(({ type }) => type).filter((type) => !types.has(type))).toEqual([]);
  });

  it('write no ARN and no host by hand', () => {
    for (const { id, text } of stacks) {
      expect([id, text.match(/arn:aws[^"]*/g)]).toEqual([id, null]);
      // Principals of services are names, not hosts: the same in every partition.
      expect([
        id,
        text.match(/[a-z0-9.-]+\.amazonaws\.com[^"]*/g)?.filter((host) => !/^[a-z]+\.amazonaws\.com$/.test(host)) ?? [],
      ]).toEqual([id, []]);
    }
  });

  it('keep and protect every table, bucket, key and secret', () => {
    for (const type of ['DynamoDB::Table', 'S3::Bucket', 'KMS::Key', 'SecretsManager::Secret', 'Logs::LogGroup']) {
      expect(all(type).length).toBeGreaterThan(0);
      expect(all(type).filter(({ kept }) => !kept)).toEqual([]);
    }
    for (const { properties } of all('DynamoDB::Table')) {
      expect(properties).toMatchObject({
        BillingMode: 'PAY_PER_REQUEST',
        DeletionProtectionEnabled: true,
        PointInTimeRecoverySpecification: { PointInTimeRecoveryEnabled: true },
        SSESpecification: { SSEEnabled: true, SSEType: 'KMS', KMSMasterKeyId: expect.anything() },
        StreamSpecification: { StreamViewType: 'NEW_IMAGE' },
        TimeToLiveSpecification: { AttributeName: 'expiresAt', Enabled: true },
      });
    }
    for (const { properties } of all('KMS::Key')) expect(properties['EnableKeyRotation']).toBe(true);
  });

  it('give every queue a dead-letter queue, or make it one, with an alarm that tells somebody', () => {
    const targets = resources.flatMap(({ properties }) =>
      ['deadLetterTargetArn', 'DeadLetterConfig', 'OnFailure'].flatMap((name) => valuesOf(name, properties)),
    );
    const alarms = all('CloudWatch::Alarm');

    for (const { id, stack, properties } of all('SQS::Queue')) {
      const [redrive] = valuesOf('deadLetterTargetArn', properties);
      const name = textAt(redrive, 'Fn::GetAtt', '0') || id;
      expect([stack, name, targets.some((one) => refersTo(one, name))]).toEqual([stack, name, true]);
      expect([
        stack,
        name,
        alarms.some((one) => one.stack === stack && refersTo(one.properties['Dimensions'], name)),
      ]).toEqual([stack, name, true]);
    }
    for (const { properties } of alarms) expect(properties['AlarmActions']).toHaveLength(1);
  });

  it('allow no wildcard action, and a wildcard resource only to a key about itself for the objects of one bucket, and for what facts of one type have handed over', () => {
    const documents = resources.flatMap((one) =>
      ['PolicyDocument', 'KeyPolicy', 'AssumeRolePolicyDocument'].flatMap((name) =>
        valuesOf(name, one.properties).map((document) => ({ ...one, document })),
      ),
    );
    expect(documents.length).toBeGreaterThan(20);

    for (const { id, type, document } of documents) {
      const allowed = valuesOf('Statement', document)
        .flat()
        .filter((one) => valuesOf('Effect', one).includes('Allow'));
      expect([
        id,
        allowed
          .flatMap((one) => valuesOf('Action', one))
          .flat()
          .filter((action) => String(action).includes('*')),
      ]).toEqual([id, []]);
      expect([id, valuesOf('NotAction', allowed)]).toEqual([id, []]);
      if (type !== 'AWS::KMS::Key')
        expect([
          id,
          valuesOf('Resource', allowed)
            .flat()
            .filter((one) => JSON.stringify(one).includes('*') && !isObjectsOf(one, resources) && !isHandedOver(one)),
        ]).toEqual([id, []]);
    }
  });

  it('give every function a role and an encrypted log group of its own, kept for 180 days', () => {
    const groups = all('Logs::LogGroup');
    for (const { stack, properties } of all('Lambda::Function')) {
      const group = groups.find((one) => one.stack === stack && refersTo(properties['LoggingConfig'], one.id));
      expect(group?.properties).toMatchObject({ KmsKeyId: expect.anything() });
      expect(properties).not.toHaveProperty('TracingConfig');
    }
    for (const { properties } of groups) expect(properties['RetentionInDays']).toBeGreaterThanOrEqual(180);
    const roles = all('Lambda::Function').map(
      ({ stack, properties }) => `${stack} ${JSON.stringify(properties['Role'])}`,
    );
    expect(new Set(roles).size).toBe(roles.length);
  });

  it('hop once each way, by rules of the district', () => {
    const patterns = all('Events::Rule').map(({ stack, properties }) => [stack, properties['EventPattern']]);
    // A rule that names types brings facts to an inbox, not to another bus.
    const hops = patterns.filter(
      ([, pattern]) =>
        valuesOf('detail-type', pattern).length === 0 &&
        valuesOf('district', pattern)
          .flat()
          .every((one) => typeof one === 'string') &&
        valuesOf('district', pattern).length > 0,
    );

    expect(hops).toEqual([
      ['gulou-platform', { detail: { district: ['gulou'] } }],
      ['gulou-platform', { detail: { district: ['fuzhou'], toDistrict: ['gulou', '*'] } }],
    ]);
  });

  it('depend on each other in one direction, and the city on no district', () => {
    const exporter = new Map(stacks.flatMap(({ id, exports }) => exports.map((name): [string, string] => [name, id])));
    const needs = new Map(
      stacks.map(({ id, text, dependencies }) => {
        const imported = valuesOf('Fn::ImportValue', JSON.parse(text)).map(
          (name) => exporter.get(String(name)) ?? `nobody exports ${String(name)}`,
        );
        return [id, new Set([...dependencies, ...imported])];
      }),
    );

    const deployed: string[] = [];
    while (deployed.length < stacks.length) {
      const next = stacks.find(
        ({ id }) => !deployed.includes(id) && [...(needs.get(id) ?? [])].every((one) => deployed.includes(one)),
      );
      expect(next, `after ${deployed.join(', ')} nothing can be deployed`).toBeDefined();
      deployed.push(next!.id);
    }
    for (const [id, needed] of needs) {
      if (set(id) === 'fuzhou')
        expect([...needed].filter((one) => !['fuzhou', 'account'].includes(set(one)!))).toEqual([]);
    }
  });
});
