import * as z from 'zod';
import { once } from '#shared/once';

const secretArn = once(() => z.object({ PARTY_KEY_SECRET_ARN: z.string().min(1) }));

/** The city key that turns document numbers into party ids; read once, and only where somebody is named by his document. */
export function partyKeyReader(env: NodeJS.ProcessEnv): () => Promise<string> {
  let read: (() => Promise<string>) | undefined;
  return async () => {
    const { secretReader } = await import('#shared/secret');
    read ??= secretReader(secretArn().parse(env).PARTY_KEY_SECRET_ARN);
    return read();
  };
}
