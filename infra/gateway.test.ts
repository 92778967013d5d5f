import { beforeAll, describe, expect, it } from 'vitest';
import { synthesise, textAt, valuesOf } from './synthesis.fake.ts';
import type { SynthesisedResource } from './synthesis.fake.ts';

describe('the gateway of a set', () => {
  let resources: SynthesisedResource[];
  const all = (type: string) => resources.filter((one) => one.type === `AWS::ApiGateway::${type}`);
  const methods = () => all('Method').map(({ properties }) => properties);

  beforeAll(async () => {
    const stacks = await synthesise({ sets: 'fuzhou', region: 'ap-east-1', checked: false });
    resources = stacks.flatMap((stack) => (stack.id === 'fuzhou-gateway' ? stack.resources : []));
  }, 60_000);

  /** The path of a resource, from its parents. */
  const pathOf = (id: string): string => {
    const found = all('Resource').find((one) => one.id === id)?.properties;
    return found ? `${pathOf(textAt(found, 'ParentId', 'Ref'))}/${textAt(found, 'PathPart')}` : '';
  };

  it('asks for a token on every route but the public ones and those of the site', () => {
    const routes = methods().filter(({ HttpMethod }) => HttpMethod !== 'OPTIONS');

    expect(
      routes.map((one) => [one['HttpMethod'], pathOf(textAt(one, 'ResourceId', 'Ref')), one['AuthorizationType']]),
    ).toEqual([
      ...['intake', 'materials', 'payments', 'notifications', 'agency'].flatMap((name) => [
        ['ANY', `/${name}`, 'CUSTOM'],
        ['ANY', `/${name}/{proxy+}`, 'CUSTOM'],
        ['ANY', `/${name}/public/{proxy+}`, 'NONE'],
      ]),
      ['GET', '/health', 'NONE'],
      ['GET', '/openapi.json', 'NONE'],
      ['GET', '/docs', 'NONE'],
      ['GET', '/docs/{proxy+}', 'NONE'],
      ['GET', '/districts', 'NONE'],
    ]);
  });

  it('answers the preflight of every resource', () => {
    const preflights = methods().filter(({ HttpMethod }) => HttpMethod === 'OPTIONS');
    expect(preflights).toHaveLength(all('Resource').length + 1);
    for (const one of preflights) expect(textAt(one, 'Integration', 'Type')).toBe('MOCK');
  });

  it('caches the authorizer for five minutes and stands in its region alone', () => {
    expect(all('Authorizer')).toMatchObject([{ properties: { Type: 'TOKEN', AuthorizerResultTtlInSeconds: 300 } }]);
    expect(all('RestApi')).toMatchObject([{ properties: { EndpointConfiguration: { Types: ['REGIONAL'] } } }]);
  });

  it('answers everything it answers by itself as a bilingual problem', () => {
    expect(all('GatewayResponse')).toHaveLength(21);
    for (const { properties } of all('GatewayResponse')) {
      const problem: unknown = JSON.parse(textAt(properties, 'ResponseTemplates', 'application/problem+json'));
      expect(problem).toMatchObject({
        type: 'about:blank',
        title: expect.any(String),
        status: Number(properties['StatusCode']),
        code: expect.stringMatching(/^[a-z-]+$/),
        detail: expect.stringMatching(/^\p{Script=Han}.* \/ [A-Z]/u),
      });
      expect(textAt(properties, 'ResponseParameters', 'gatewayresponse.header.Access-Control-Allow-Origin')).toBe(
        "'*'",
      );
    }
  });

  it('logs the route, never the path, query, address or caller', () => {
    const format = textAt(all('Stage')[0]?.properties, 'AccessLogSetting', 'Format');
    expect(format).toContain('$context.resourcePath"');
    expect(format).not.toMatch(/\$context\.(path|identity|authorizer|customDomain|domain)/);
  });

  it('lets bodies over 8 KB through its firewall and counts them', () => {
    const overrides = resources.flatMap(({ properties }) => valuesOf('RuleActionOverrides', properties));
    expect(overrides).toEqual([[{ Name: 'SizeRestrictions_BODY', ActionToUse: { Count: {} } }]]);
    expect(resources.filter(({ type }) => type === 'AWS::WAFv2::WebACLAssociation')).toHaveLength(1);
  });
});
