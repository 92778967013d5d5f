import { join } from 'node:path';
import type { Mounted } from './apigateway/front.ts';
import { city } from '../infra/districts.ts';
import type { Clock } from './clock.ts';
import { createIssuer } from './issuer/issuer.ts';
import { newKey } from './issuer/keys.ts';
import { writeIssuerState } from './issuer/state.ts';
import { signToken } from './issuer/token.ts';

/** The local OIDC issuer as a part of the local cloud. */
export interface IssuerPart {
  handle: Mounted;
  /** What the gateways' stacks are told of it. */
  parameters: Record<string, string>;
  token: (account: string) => Promise<string>;
}

const audience = 'banshi';

/** Makes a key for this start and, with a state directory, writes it for the token command. */
export async function startIssuer(options: {
  port: number;
  clock: Clock;
  stateDirectory: string | undefined;
}): Promise<IssuerPart> {
  const { port, clock, stateDirectory } = options;
  const issuer = `http://localhost:${port}/issuer`;
  const key = await newKey();
  const provider = createIssuer({ issuerUrl: issuer, clock, key, audience });
  if (stateDirectory) {
    await writeIssuerState(join(stateDirectory, 'issuer.json'), { issuer, audience, privateJwk: key });
  }
  return {
    handle: (request, response) => provider.handle(request, response),
    parameters: {
      TokenIssuer: issuer,
      TokenAudience: audience,
      // Inline, so that the first request of an authorizer need not come back here for the keys.
      TokenJwks: JSON.stringify(provider.jwks),
      SetBases: `http://localhost:${port}/{set}/v1`,
      CityBase: `http://localhost:${port}/${city.key}/v1`,
    },
    token: (account) => signToken(account, { issuer, audience, key, now: clock.now() }),
  };
}
