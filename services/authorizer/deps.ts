import * as z from 'zod';
import { secretReader } from '#shared/secret';

import { keySource, tokenVerifier, type Verified } from './verify.ts';

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

/** Reads the environment and builds what the authorizer works with. */
export function authorizerDeps(env: Record<string, string | undefined> = process.env): AuthorizerDeps {
  const { TOKEN_ISSUER, TOKEN_AUDIENCE, TOKEN_JWKS, TOKEN_JWKS_URI, PARTY_KEY_SECRET_ARN } = environment.parse(env);
  const keys = keySource({ jwks: TOKEN_JWKS, jwksUri: TOKEN_JWKS_URI });

  return {
    verify: tokenVerifier({ issuer: TOKEN_ISSUER, audience: TOKEN_AUDIENCE, keys, now: () => new Date() }),
    cityKey: secretReader(PARTY_KEY_SECRET_ARN),
    log: (line) => {
      process.stdout.write(`${JSON.stringify({ ...line, service: 'authorizer', timestamp: new Date() })}\n`);
    },
  };
}
