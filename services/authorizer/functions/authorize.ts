import type { APIGatewayAuthorizerResult, Context } from 'aws-lambda';
import * as z from 'zod';

import type { Actor } from '#shared/actor';
import { partyIdOf } from '#shared/party';

import type { AuthorizerDeps } from '../deps.ts';
import { readClaims } from '../domain/claims.ts';
import type { Identity } from '../domain/claims.ts';

const authorizerEvent = z.object({
  methodArn: z.string().min(1),
  authorizationToken: z.string().optional(),
  headers: z.record(z.string(), z.string().optional()).nullish(),
});
type Invocation = Pick<Context, 'awsRequestId'>;
type AuthorizerEvent = z.infer<typeof authorizerEvent>;

/**
 * Answers API Gateway who calls. The whole stage is allowed, because the answer is cached for the token and not for the route:
 * who may do what is each route's own question. Throws `Unauthorized` (a 401), or anything else for a 500.
 */
export const authorize =
  ({ verify, cityKey, log }: AuthorizerDeps) =>
  async (event: unknown, { awsRequestId: requestId }: Invocation): Promise<APIGatewayAuthorizerResult> => {
    const call = authorizerEvent.parse(event);
    const found = await identify(bearerOf(call), verify);
    if ('refused' in found) {
      log({ level: 'INFO', code: found.refused, requestId });
      throw new Error('Unauthorized');
    }

    const actor = actorOf(found, await cityKey());
    log({ level: 'INFO', code: 'allowed', requestId });
    return allow(call.methodArn, actor, found.exp);
  };

async function identify(
  token: string | undefined,
  verify: AuthorizerDeps['verify'],
): Promise<Identity | { refused: string }> {
  if (token === undefined) return { refused: 'no-bearer-token' };

  const verified = await verify(token);
  return 'refused' in verified ? verified : readClaims(verified.payload);
}

function actorOf({ actor, document, orgs }: Identity, cityKey: string): Actor {
  return { ...actor, partyId: partyIdOf(cityKey, document), orgs: orgs.map((org) => partyIdOf(cityKey, org)) };
}

function allow(methodArn: string, actor: Actor, exp: number): APIGatewayAuthorizerResult {
  const [api, stage] = methodArn.split('/');
  return {
    principalId: actor.sub,
    policyDocument: {
      Version: '2012-10-17',
      Statement: [{ Action: 'execute-api:Invoke', Effect: 'Allow', Resource: `${api}/${stage}/*` }],
    },
    context: { actor: JSON.stringify(actor), exp: String(exp) },
  };
}

function bearerOf({ authorizationToken, headers }: AuthorizerEvent): string | undefined {
  const header =
    authorizationToken ?? Object.entries(headers ?? {}).find(([name]) => name.toLowerCase() === 'authorization')?.[1];
  return /^Bearer +([\w-]+\.[\w-]+\.[\w-]*)$/i.exec(header ?? '')?.[1];
}
