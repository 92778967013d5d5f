import { InvokeCommand, LambdaClient, ListFunctionsCommand, paginateListFunctions } from '@aws-sdk/client-lambda';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type LambdaEndpoint, startLambdaEndpoint } from './endpoint.ts';
import type { FunctionPool } from './pool.ts';
import { failure, type Outcome } from './spec.ts';

const given: string[] = [];
const pool = (name: string, outcome: Outcome): FunctionPool => ({
  name,
  arn: `arn:aws:lambda:local-1:000000000000:function:${name}`,
  spec: {
    name,
    arn: name,
    description: `what ${name} does`,
    directory: '',
    handler: 'index.handler',
    environment: {},
    memoryMb: 512,
    timeoutSeconds: 3,
    maximum: 1,
  },
  async invoke(event) {
    given.push(event);
    return outcome;
  },
  kill: () => {},
  counters: () => ({ cold: 0, invocations: 0, failures: 0 }),
  stop: async () => {},
});

const pools = [
  pool('works', { ok: true, payload: '{"sent":3}' }),
  pool('fails', failure('error', 'it does not work')),
  ...Array.from({ length: 60 }, (_, n) => pool(`other-${n}`, { ok: true, payload: 'null' })),
];
let endpoint: LambdaEndpoint;
let client: LambdaClient;
const clientOf = (accessKeyId: string): LambdaClient =>
  new LambdaClient({
    endpoint: endpoint.endpoint,
    region: 'local-1',
    credentials: { accessKeyId, secretAccessKey: 'x' },
  });

beforeAll(async () => {
  endpoint = await startLambdaEndpoint({
    functions: new Map(pools.map((one) => [one.arn, one])),
    accessKeyId: 'ASIAKNOWN',
  });
  client = clientOf('ASIAKNOWN');
});
afterAll(async () => {
  client.destroy();
  await endpoint.stop();
});

test('functions are listed in pages, with their descriptions', async () => {
  const found: string[] = [];
  for await (const { Functions } of paginateListFunctions({ client }, {}))
    found.push(...(Functions ?? []).map(({ FunctionName, Description }) => `${FunctionName}: ${Description}`));
  expect(found).toEqual(pools.map(({ name }) => `${name}: what ${name} does`));
});

test('an invocation by name or ARN gives what the function gave, or its error', async () => {
  const Payload = '{"replay":1}';
  const byArn = await client.send(new InvokeCommand({ FunctionName: pools[0]?.arn, Payload }));
  expect(byArn.Payload?.transformToString()).toBe('{"sent":3}');
  expect(byArn.FunctionError).toBeUndefined();
  expect(given.at(-1)).toBe(Payload);

  const failed = await client.send(new InvokeCommand({ FunctionName: 'fails' }));
  expect(failed).toMatchObject({ StatusCode: 200, FunctionError: 'Unhandled' });
  expect(failed.Payload?.transformToString()).toContain('it does not work');
});

test('an unknown function, another way of invoking and a stranger are refused', async () => {
  await expect(client.send(new InvokeCommand({ FunctionName: 'nothing' }))).rejects.toMatchObject({
    name: 'ResourceNotFoundException',
    message: 'Function not found: nothing',
  });
  const dry = new InvokeCommand({ FunctionName: 'works', InvocationType: 'DryRun' });
  await expect(client.send(dry)).rejects.toMatchObject({ name: 'InvalidParameterValueException' });
  const stranger = clientOf('ASIASTRANGER');
  await expect(stranger.send(new ListFunctionsCommand({}))).rejects.toMatchObject({
    name: 'UnrecognizedClientException',
  });
  stranger.destroy();
});

test('an event is taken and done later', async () => {
  const before = given.length;
  const reply = await client.send(new InvokeCommand({ FunctionName: 'works', InvocationType: 'Event', Payload: '1' }));
  expect(reply.StatusCode).toBe(202);
  expect(given.slice(before)).toEqual(['1']);
});
