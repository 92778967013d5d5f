import { afterAll, beforeAll, expect, test } from 'vitest';
import { renewedSecret } from '#shared/secret';
import { startSecrets, type Secrets } from './secrets.ts';

const names = ['AWS_ENDPOINT_URL_SECRETS_MANAGER', 'AWS_REGION', 'AWS_ACCESS_KEY_ID', 'AWS_SECRET_ACCESS_KEY'];
const before = names.map((name) => [name, process.env[name]] as const);
let secrets: Secrets;
beforeAll(async () => {
  secrets = await startSecrets();
  // As a function in Lambda is told where it is.
  for (const name of names) process.env[name] = name.includes('URL') ? secrets.endpoint : 'local-1';
});
afterAll(async () => {
  for (const [name, value] of before) {
    if (value === undefined) delete process.env[name];
    else process.env[name] = value;
  }
  await secrets.stop();
});

test('a secret is read again once what was read is too old, and while it is empty nobody has put a text in', async () => {
  let at = 0;
  const { arn } = secrets.create('ChannelKeys', {});
  const read = renewedSecret(arn, { now: () => new Date(at), forMs: 60_000 });
  expect(await read()).toBeUndefined();
  secrets.fill(/^ChannelKeys/, async () => 'keys');
  at = 59_999;
  expect(await read()).toBeUndefined();
  at = 60_000;
  expect(await Promise.all([read(), read()])).toEqual(['keys', 'keys']);
});
