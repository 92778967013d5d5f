import { beforeAll, expect, test } from 'vitest';
import { synthesise, valuesOf } from './synthesis.fake.ts';
import type { SynthesisedResource } from './synthesis.fake.ts';

let all: SynthesisedResource[];
let resources: SynthesisedResource[];
beforeAll(async () => {
  const stacks = await synthesise({ sets: 'fuzhou,gulou', region: 'ap-east-1', checked: false });
  all = stacks.flatMap((stack) => stack.resources);
  resources = all.filter(({ stack }) => stack === 'gulou-intake');
}, 60_000);

const of = (type: string) => resources.filter((one) => one.type === `AWS::${type}`);

/** Whose policies these are: `IntakeApiRole`, `DocumentsFunctionRole`. */
const rolesOf = (policies: readonly SynthesisedResource[]): string[] =>
  policies.map(({ id }) => id.replace(/DefaultPolicy\w+$/, '')).toSorted((a, b) => a.localeCompare(b));
const allowed = (action: string) =>
  rolesOf(of('IAM::Policy').filter(({ properties }) => valuesOf('Action', properties).flat().includes(action)));

test('papers are written by their maker and the archive, and read by the archive and by addresses that api signs', () => {
  expect(allowed('s3:PutObject')).toEqual(['ArchiveFunctionRole', 'DocumentsFunctionRole']);
  expect(allowed('s3:GetObject')).toEqual(['ArchiveFunctionRole', 'IntakeApiRole', 'IntakeConsumeRole']);
});

test('the keys of the seals are generated, and read by the maker of documents alone', () => {
  const [seals, ...others] = of('SecretsManager::Secret');
  expect(others).toEqual([]);
  expect(seals?.properties).toMatchObject({
    GenerateSecretString: { PasswordLength: 64 },
    KmsKeyId: expect.anything(),
  });
  expect(seals?.properties).not.toHaveProperty('SecretString');
  const named = JSON.stringify({ Ref: seals?.id });
  const readers = of('IAM::Policy').filter(({ properties }) => JSON.stringify(properties).includes(named));
  expect(rolesOf(readers)).toEqual(['DocumentsFunctionRole']);
});

test('the bucket is closed to everybody, encrypted by the key of the set, and keeps every version', () => {
  const [papers, ...others] = of('S3::Bucket');
  expect(others).toEqual([]);
  expect(papers?.properties).toMatchObject({
    PublicAccessBlockConfiguration: { BlockPublicAcls: true, RestrictPublicBuckets: true },
    VersioningConfiguration: { Status: 'Enabled' },
  });
  expect(valuesOf('SSEAlgorithm', papers?.properties)).toEqual(['aws:kms']);
});

test('receipts are written by their maker, statements by whoever takes them in or matches them, and both read by addresses that api signs; an alarm tells when their numbers run out', () => {
  const own = all.filter(({ stack }) => stack === 'fuzhou-payments');
  const policies = own.filter(({ type }) => type === 'AWS::IAM::Policy');
  const may = (action: string) =>
    rolesOf(policies.filter(({ properties }) => valuesOf('Action', properties).flat().includes(action)));
  const services = ['PaymentsApiRole', 'PaymentsTickRole'];
  expect(may('s3:PutObject')).toEqual(['MatchingFunctionRole', ...services, 'ReceiptsFunctionRole']);
  // The consumer takes over how payers are called, from the hand-over bucket alone.
  expect(may('s3:GetObject')).toEqual([
    'MatchingFunctionRole',
    'PaymentsApiRole',
    'PaymentsConsumeRole',
    'PaymentsTickRole',
  ]);
  const alarms = own.filter(({ type }) => type === 'AWS::CloudWatch::Alarm');
  expect(alarms.flatMap(({ properties }) => valuesOf('MetricName', properties))).toContain('ReceiptNumbersShort');
});

test('files of batches are written and read by whoever takes them in or tells them, and removed by the run alone', () => {
  const own = all.filter(({ stack }) => stack === 'fuzhou-notifications');
  const policies = own.filter(({ type }) => type === 'AWS::IAM::Policy');
  const may = (action: string) =>
    rolesOf(policies.filter(({ properties }) => valuesOf('Action', properties).flat().includes(action)));
  const both = ['BatchesFunctionRole', 'NotificationsApiRole'];
  expect([may('s3:PutObject'), may('s3:GetObject')]).toEqual([both, both]);
  expect(may('s3:DeleteObject')).toEqual(['BatchesFunctionRole']);
});
