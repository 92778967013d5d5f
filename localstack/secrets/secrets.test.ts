import { GetSecretValueCommand, ListSecretsCommand, SecretsManagerClient } from '@aws-sdk/client-secrets-manager';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { makeSecret } from './secret-value.ts';
import { startSecrets } from './secrets.ts';
import type { Secrets } from './secrets.ts';

let secrets: Secrets;
let client: SecretsManagerClient;
beforeAll(async () => {
  secrets = await startSecrets();
  const credentials = { accessKeyId: 'local', secretAccessKey: 'local' };
  client = new SecretsManagerClient({ endpoint: secrets.endpoint, region: 'local-1', credentials, maxAttempts: 1 });
});
afterAll(async () => {
  client.destroy();
  await secrets.stop();
});

const text = (GenerateSecretString: object) => makeSecret({ GenerateSecretString }).text;
const read = (SecretId: string) => client.send(new GetSecretValueCommand({ SecretId }));

test('a generated secret is read by its ARN or its name, always with the same value', async () => {
  const { arn } = secrets.create('PartyKey', {
    GenerateSecretString: { PasswordLength: 64, ExcludePunctuation: true },
  });
  expect(arn).toMatch(/^arn:aws:secretsmanager:local-1:000000000000:secret:PartyKey-\w{6}$/);
  const { SecretString, ...rest } = await read(arn);
  expect(SecretString).toMatch(/^[a-zA-Z0-9]{64}$/);
  expect(rest).toMatchObject({ ARN: arn, Name: 'PartyKey', VersionStages: ['AWSCURRENT'] });
  expect((await read('PartyKey')).SecretString).toBe(SecretString);
});

test('an unknown secret and any other operation are refused as the SDK expects', async () => {
  await expect(read('nothing')).rejects.toMatchObject({ name: 'ResourceNotFoundException' });
  await expect(client.send(new ListSecretsCommand({}))).rejects.toThrow('ListSecrets');
});

test('a secret without a text is not found, until somebody puts one in', async () => {
  const { arn } = secrets.create('EmptyKeys', { Description: 'to be filled' });
  await expect(read(arn)).rejects.toMatchObject({ name: 'ResourceNotFoundException' });
  let made = 0;
  secrets.fill(/^Empty/, async () => `text ${(made += 1)}`);
  expect([(await read(arn)).SecretString, (await read('EmptyKeys')).SecretString]).toEqual(['text 1', 'text 1']);
});

test('a generated value keeps to its rule', () => {
  expect(text({})).toHaveLength(32);
  for (let n = 0; n < 50; n += 1) {
    const value = text({ PasswordLength: 8, ExcludeCharacters: 'abc"' });
    for (const kind of [/[a-z]/, /[A-Z]/, /\d/, /[^\w]|_/]) expect(value).toMatch(kind);
    expect(value).not.toMatch(/[abc"]/);
  }
  expect(text({ ExcludeLowercase: 'true', ExcludeUppercase: true, ExcludePunctuation: true })).toMatch(/^\d{32}$/);
  expect(JSON.parse(text({ SecretStringTemplate: '{"user":"u"}', GenerateStringKey: 'key' }))).toEqual({
    user: 'u',
    key: expect.stringMatching(/^.{32}$/),
  });
});

test('two starts give two values, and a fixed value stays', () => {
  const generated = { GenerateSecretString: {} };
  expect(makeSecret(generated).text).not.toBe(makeSecret(generated).text);
  expect(makeSecret({ Name: 'n', SecretString: 'fixed', Description: 'd' })).toEqual({ name: 'n', text: 'fixed' });
});

test('an unknown property is refused by name', () => {
  expect(() => makeSecret({ HostedRotationLambda: {} })).toThrow('HostedRotationLambda');
});
