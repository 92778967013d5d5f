import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import * as sdk from '@aws-sdk/client-dynamodb';
import { build } from 'esbuild';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { root } from '../bundle-paths.ts';
import { buildOptions } from '../bundle.ts';
import { plainErrors } from './plain-errors.ts';

const replies = [
  {
    __type: 'com.amazonaws.dynamodb.v20120810#ConditionalCheckFailedException',
    message: 'no',
    Item: { pk: { S: 'a' } },
  },
  {
    __type: 'com.amazonaws.dynamodb.v20120810#TransactionCanceledException',
    Message: 'cancelled',
    CancellationReasons: [{ Code: 'None' }, { Code: 'TransactionConflict', Message: 'busy' }],
  },
  { __type: 'com.amazonaws.dynamodb.v20120810#ResourceNotFoundException', message: 'no table' },
  { __type: 'com.amazonaws.dynamodb.v20120810#InternalServerError', message: 'ours' },
  { __type: 'com.amazonaws.dynamodb.v20120810#Unheard', message: 'new' },
];

describe('the errors of a client', () => {
  let folder: string;
  let bundled: typeof sdk;

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'banshi-errors-'));
    const outfile = join(folder, 'sdk.mjs');
    const stdin = { contents: `export * from '@aws-sdk/client-dynamodb'`, resolveDir: root };
    await build({ ...buildOptions, outExtension: {}, outfile, stdin });
    bundled = await import(pathToFileURL(outfile).href);
  }, 30_000);

  afterAll(() => rm(folder, { recursive: true, force: true }));

  it.each(replies)("are, as we bundle them, those of the SDK's own classes: $__type", async (reply) => {
    const [ours, theirs] = await Promise.all([thrownBy(bundled, reply), thrownBy(sdk, reply)]);
    expect(fieldsOf(ours)).toEqual(fieldsOf(theirs));
    const classes = Object.entries(sdk).flatMap(([name]) => (name.endsWith('Exception') ? [name] : []));
    expect(classes.filter((name) => ours instanceof classOf(bundled, name))).toEqual(
      classes.filter((name) => theirs instanceof classOf(sdk, name)),
    );
    expect(classes.length).toBeGreaterThan(20);
  });

  it('are not read from a source that is written otherwise', () => {
    expect(() => plainErrors('export class A extends __BaseException {}')).toThrow('0 of 1 error classes');
  });
});

/** Its own, with the words that an error does not list. */
function fieldsOf(error: Error): object {
  const names = ['name', 'message', ...Object.keys(error)];
  return Object.fromEntries(names.map((name) => [name, Reflect.get(error, name)]));
}

function classOf(from: object, name: string): new () => Error {
  return Reflect.get(from, name);
}

/** What a client throws on a reply. */
async function thrownBy({ DynamoDBClient, PutItemCommand }: typeof sdk, reply: object): Promise<Error> {
  const body = new TextEncoder().encode(JSON.stringify(reply));
  const client = new DynamoDBClient({
    region: 'local-1',
    endpoint: 'http://127.0.0.1:1',
    credentials: { accessKeyId: 'id', secretAccessKey: 'secret' },
    maxAttempts: 1,
    requestHandler: { handle: async () => ({ response: { statusCode: 400, headers: {}, body } }) },
  });
  const error = await client.send(new PutItemCommand({ TableName: 't', Item: {} })).then(
    () => undefined,
    (thrown: unknown) => thrown,
  );
  if (!(error instanceof Error)) throw new Error('the client took the reply for a success');
  return error;
}
