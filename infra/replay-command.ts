import { join } from 'node:path';
import { LambdaClient, type LambdaClientConfig } from '@aws-sdk/client-lambda';
import { messageOf } from '../localstack/json.ts';
import { findRunning } from '../localstack/running.ts';
import { findPublishers, replayBy } from './replay/publishers.ts';
import { chosen, walk } from './replay/walk.ts';
import { readWish } from './replay/wish.ts';

interface Place {
  where: string;
  config: LambdaClientConfig;
  now: Date;
}

/** Whoever names an account, a profile or an endpoint means that; otherwise the local cloud that runs here is meant. */
const named = ['AWS_PROFILE', 'AWS_ACCESS_KEY_ID', 'AWS_ENDPOINT_URL', 'AWS_ENDPOINT_URL_LAMBDA'] as const;

async function findPlace(stateDirectory: string, env: NodeJS.ProcessEnv): Promise<Place> {
  const running = named.some((name) => env[name]) ? undefined : await findRunning(stateDirectory);
  const { AWS_ENDPOINT_URL_LAMBDA: endpoint, AWS_REGION: region, ...keys } = running?.environment ?? {};
  if (!running || !endpoint || !region) return { where: env['AWS_REGION'] ?? 'AWS', config: {}, now: new Date() };
  const credentials = {
    accessKeyId: keys['AWS_ACCESS_KEY_ID'] ?? '',
    secretAccessKey: keys['AWS_SECRET_ACCESS_KEY'] ?? '',
    sessionToken: keys['AWS_SESSION_TOKEN'] ?? '',
  };
  const config = { endpoint, region, credentials };
  return { where: 'the local cloud', config, now: running.now };
}

/**
 * Sends facts of past days again, for a consumer that lost what it knew: `npm run replay`. Whoever still knows a fact
 * does nothing twice, because its mark is there. Rejects with one line that says what is wrong.
 */
export async function replayCommand(
  args: string[],
  { stateDirectory, env, say }: { stateDirectory: string; env: NodeJS.ProcessEnv; say: (line: string) => void },
): Promise<void> {
  const { where, config, now } = await findPlace(stateDirectory, env);
  const wish = readWish(args, now);
  if ('problem' in wish) throw new Error(wish.problem);
  const client = new LambdaClient(config);
  try {
    const found = await findPublishers(client).catch((cause: unknown) => {
      const hint = 'no local cloud runs here (npm start), and AWS is asked by AWS_PROFILE and AWS_REGION';
      throw new Error(config.endpoint ? messageOf(cause) : `${messageOf(cause)}: ${hint}`, { cause });
    });
    const publishers = chosen(found, wish);
    say(`Sending again on ${where}${wish.consumer ? `, for ${wish.consumer} alone` : ''}:`);
    const total = await walk(wish, { publishers, replay: replayBy(client), say });
    say(`${total} facts of ${wish.days.length} days were sent again.`);
  } finally {
    client.destroy();
  }
}

if (import.meta.main) {
  const stateDirectory = join(import.meta.dirname, '../localstack/.state');
  try {
    await replayCommand(process.argv.slice(2), { stateDirectory, env: process.env, say: console.log });
  } catch (error) {
    console.error(messageOf(error));
    process.exitCode = 1;
  }
}
