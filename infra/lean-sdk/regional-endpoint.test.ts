import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { EventBridgeClient } from '@aws-sdk/client-eventbridge';
import { SecretsManagerClient } from '@aws-sdk/client-secrets-manager';
import { describe, expect, it } from 'vitest';
import { regionalEndpoint } from './regional-endpoint.ts';

const regions = ['cn-north-1', 'cn-northwest-1', 'ap-east-1', 'us-west-2'];
const clients = {
  dynamodb: (region: string) => new DynamoDBClient({ region }),
  events: (region: string) => new EventBridgeClient({ region }),
  secretsmanager: (region: string) => new SecretsManagerClient({ region }),
};

describe('the host of a regional service', () => {
  it.each(Object.entries(clients))("is for %s where the SDK's own rules find it", (service, client) => {
    const ours = regionalEndpoint(service);
    for (const Region of regions) {
      const { endpointProvider } = client(Region).config;
      const theirs = endpointProvider({ Region, UseFIPS: false, UseDualStack: false });
      expect(ours({ Region }).url.href).toBe(theirs.url.href);
    }
  });

  it('is the address that the environment names', () => {
    const Endpoint = 'http://127.0.0.1:4566';
    expect(regionalEndpoint('dynamodb')({ Region: 'local-1', Endpoint }).url.href).toBe(`${Endpoint}/`);
  });

  it('is found for a cloud of ones own, whose address a client asks for last', () => {
    expect(regionalEndpoint('events')({ Region: 'local-1' }).url.hostname).toBe('events.local-1.amazonaws.com');
  });

  it('is refused without a region, and where FIPS or dual-stack hosts are asked for', () => {
    const ours = regionalEndpoint('dynamodb');
    expect(() => ours({})).toThrow('"" is no region');
    expect(() => ours({ Region: 'x.evil.test/' })).toThrow('is no region');
    expect(() => ours({ Region: 'us-west-2', UseFIPS: true })).toThrow('FIPS');
    expect(() => ours({ Region: 'us-west-2', UseDualStack: true })).toThrow('dual-stack');
  });
});
