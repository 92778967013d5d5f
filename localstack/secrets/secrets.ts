import { randomBytes, randomUUID } from 'node:crypto';
import { createServer } from 'node:http';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { json } from 'node:stream/consumers';
import * as z from 'zod';
import { once } from '#shared/once';
import { account, region } from '../place.ts';
import { listen, stopServer } from '../server.ts';
import { makeSecret } from './secret-value.ts';

/** Secrets Manager: values live in memory and are made anew at each start. */
export interface Secrets {
  endpoint: string;
  /** Creates a secret from resolved `AWS::SecretsManager::Secret` properties. */
  create(logicalId: string, properties: unknown): { arn: string };
  /** The text of the one secret whose name matches, for a simulator that shares it with the functions. Throws where there is none. */
  textOf(name: RegExp): string;
  /** Gives a text to the secret whose name matches, where its template gives none: made when it is first read. */
  fill(name: RegExp, text: () => Promise<string>): void;
  stop(): Promise<void>;
}

interface Secret {
  arn: string;
  name: string;
  text: string;
  versionId: string;
  created: number;
}

interface Filling {
  name: RegExp;
  text: () => Promise<string>;
}

const prefix = 'secretsmanager.';
const inputSchema = z.object({ SecretId: z.string(), VersionStage: z.literal('AWSCURRENT').optional() });

/** Starts Secrets Manager on a free port. It answers `GetSecretValue`; all else is refused by name. */
export async function startSecrets(): Promise<Secrets> {
  const secrets = new Map<string, Secret>();
  const fillings: Filling[] = [];
  const server = createServer((request, response) => void answer(request, response, { secrets, fillings }));
  const port = await listen(server, 0);

  const create = (logicalId: string, properties: unknown): { arn: string } => {
    const { name = logicalId, text } = makeSecret(properties);
    const arn = `arn:aws:secretsmanager:${region}:${account}:secret:${name}-${randomBytes(3).toString('hex')}`;
    const secret = { arn, name, text, versionId: randomUUID(), created: Date.now() / 1000 };
    if (secrets.has(name)) throw new Error(`The secret ${name} exists`);
    secrets.set(name, secret).set(arn, secret);
    return { arn };
  };
  const textOf = (name: RegExp): string => {
    const found = [...secrets].find(([key]) => name.test(key));
    if (!found) throw new Error(`there is no secret ${name}`);
    return found[1].text;
  };
  return {
    endpoint: `http://127.0.0.1:${port}`,
    create,
    textOf,
    fill: (name, text) => void fillings.push({ name, text: once(text) }),
    stop: () => stopServer(server),
  };
}

async function answer(
  request: IncomingMessage,
  response: ServerResponse,
  { secrets, fillings }: { secrets: ReadonlyMap<string, Secret>; fillings: readonly Filling[] },
): Promise<void> {
  const operation = String(request.headers['x-amz-target'] ?? '').replace(prefix, '');
  const body: unknown = await json(request).catch(() => undefined);
  if (operation !== 'GetSecretValue') {
    return refuse(response, 'UnknownOperationException', `The local Secrets Manager has no "${operation}".`);
  }
  const input = inputSchema.safeParse(body);
  if (!input.success) return refuse(response, 'InvalidParameterException', z.prettifyError(input.error));

  const secret = secrets.get(input.data.SecretId);
  // One that was made without a text is found no less missing than one that is not there.
  const text = secret && (secret.text || (await fillings.find(({ name }) => name.test(secret.name))?.text()));
  if (!text) return refuse(response, 'ResourceNotFoundException', "Secrets Manager can't find the specified secret.");
  return send(response, 200, {
    ARN: secret.arn,
    Name: secret.name,
    SecretString: text,
    VersionId: secret.versionId,
    VersionStages: ['AWSCURRENT'],
    CreatedDate: secret.created,
  });
}

function refuse(response: ServerResponse, type: string, message: string): void {
  send(response, 400, { ['__type']: type, Message: message });
}

function send(response: ServerResponse, status: number, body: unknown): void {
  response.writeHead(status, { 'content-type': 'application/x-amz-json-1.1', 'x-amzn-requestid': randomUUID() });
  response.end(JSON.stringify(body));
}
