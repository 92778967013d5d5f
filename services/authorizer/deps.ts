import { GetSecretValueCommand, SecretsManagerClient } from '@aws-sdk/client-secrets-manager';
import * as z from 'zod';

import { keySource, tokenVerifier } from './verify.ts';
import type { Verified } from './verify.ts';

export interface AuthorizerDeps {
  verify: (token: string) => Promise<Verified>;
  cityKey: () => Promise<string>;
  log: (line: LogLine) => void;
}

/** All that this function may say: never a token, never a claim. */
interface LogLine {
  level: 'INFO';
  code: string;
  requestId: string;
}

const environment = z
  .object({
    TOKEN_ISSUER: z.string().min(1),
    TOKEN_AUDIENCE: z.string().min(1),
    TOKEN_JWKS_URI: z.string().default(''),
    TOKEN_JWKS: z.string().default(''),
    PARTY_KEY_SECRET_ARN: z.string().min(1),
  })
  .refine((env) => env.TOKEN_JWKS !== '' || env.TOKEN_JWKS_URI !== '', {
    error: 'TOKEN_JWKS or TOKEN_JWKS_URI must be given',
  });

export function dependencies(env: Record<string, string | undefined> = process.env): AuthorizerDeps {
  const { TOKEN_ISSUER, TOKEN_AUDIENCE, TOKEN_JWKS, TOKEN_JWKS_URI, PARTY_KEY_SECRET_ARN } = environment.parse(env);
  const keys = keySource({ jwks: TOKEN_JWKS, jwksUri: TOKEN_JWKS_URI });
  const secrets = new SecretsManagerClient();

  return {
    verify: tokenVerifier({ issuer: TOKEN_ISSUER, audience: TOKEN_AUDIENCE, keys, now: () => new Date() }),
    cityKey: once(() => readSecret(secrets, PARTY_KEY_SECRET_ARN)),
    log: (line) => {
      process.stdout.write(`${JSON.stringify({ ...line, service: 'authorizer', timestamp: new Date() })}\n`);
    },
  };
}

async function readSecret(secrets: SecretsManagerClient, arn: string): Promise<string> {
  const { SecretString } = await secrets.send(new GetSecretValueCommand({ SecretId: arn }));
  return z.string().min(32).parse(SecretString);
}

/** One answer for all callers; a failure is forgotten, so that the next call asks again. */
export function once<T>(load: () => Promise<T>): () => Promise<T> {
  let answer: Promise<T> | undefined;
  const ask = async (): Promise<T> => {
    try {
      return await load();
    } catch (error) {
      answer = undefined;
      throw error;
    }
  };
  return () => (answer ??= ask());
}
