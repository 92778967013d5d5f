import * as z from 'zod';
import { publicKeySet } from './issuer/keys.ts';
import type { IssuerState } from './issuer/state.ts';

export const endpoint = 'http://localhost:4566';
export const region = 'us-east-1';

/** The CDK CLI needs no wrapper: it follows these variables, and takes path-style S3 addresses on localhost by itself. */
export function environmentFor(env: NodeJS.ProcessEnv): NodeJS.ProcessEnv {
  const own = Object.entries(env).filter(([name]) => !name.startsWith('AWS_'));
  return {
    ...Object.fromEntries(own),
    AWS_ENDPOINT_URL: endpoint,
    AWS_ENDPOINT_URL_S3: endpoint,
    AWS_ACCESS_KEY_ID: 'test',
    AWS_SECRET_ACCESS_KEY: 'test',
    AWS_REGION: region,
  };
}

/** Arguments of `cdk deploy` for these sets, whose gateways trust the issuer and know the bases that are known. */
export function deployment(
  sets: readonly string[],
  { issuer, audience, privateJwk }: IssuerState,
  bases: Record<string, string>,
): string[] {
  const given = {
    TokenIssuer: issuer,
    TokenAudience: audience,
    TokenJwks: JSON.stringify(publicKeySet(privateJwk)),
    SetBases: Object.keys(bases).length > 0 ? JSON.stringify(bases) : '',
  };
  const parameters = sets.flatMap((set) =>
    Object.entries(given).flatMap(([name, value]) => ['--parameters', `${set}-gateway:${name}=${value}`]),
  );
  const city = bases['fuzhou'] ?? endpoint;
  const stacks = [...sets.map((set) => `${set}-intake`), ...(sets.includes('fuzhou') ? ['fuzhou-payments'] : [])];
  const codes = stacks.flatMap((stack) => ['--parameters', `${stack}:CityBase=${city}`]);
  return ['-c', `sets=${sets.join(',')}`, '-c', `region=${region}`, '-c', 'nag=off', ...parameters, ...codes];
}

const outputs = z.record(z.string(), z.looseObject({ Base: z.url().optional() }));

/** Where LocalStack serves each gateway, from what `cdk deploy --outputs-file` wrote: the API's id is in its AWS address. */
export function basesOf(written: unknown): Record<string, string> {
  return Object.fromEntries(
    Object.entries(outputs.parse(written)).flatMap(([stack, { Base }]) => {
      const [, set] = /^banshi-(.+)-gateway$/.exec(stack) ?? [];
      const [, api] = /^https:\/\/([^.]+)\./.exec(Base ?? '') ?? [];
      return set && api ? [[set, `${endpoint}/_aws/execute-api/${api}/v1`]] : [];
    }),
  );
}
