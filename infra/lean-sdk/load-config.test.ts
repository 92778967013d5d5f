import { afterEach, describe, expect, it, vi } from 'vitest';
import { defaultProvider } from '../lambda-credentials.ts';
import { loadConfig } from './load-config.ts';

afterEach(() => {
  vi.unstubAllEnvs();
});

describe("a client's option", () => {
  const option = {
    environmentVariableSelector: (environment: NodeJS.ProcessEnv) => environment['AWS_MAX_ATTEMPTS'],
    default: () => Promise.resolve('3'),
  };

  it('is what the environment says', async () => {
    vi.stubEnv('AWS_MAX_ATTEMPTS', '5');
    expect(await loadConfig(option)()).toBe('5');
  });

  it('is the default where the environment says nothing, given as a value or found out', async () => {
    expect(await loadConfig(option)()).toBe('3');
    expect(await loadConfig({ ...option, default: '4' })()).toBe('4');
  });

  it('is found out once', async () => {
    const load = loadConfig(option);
    await load();
    vi.stubEnv('AWS_MAX_ATTEMPTS', '5');
    expect(await load()).toBe('3');
  });
});

describe('credentials', () => {
  it('come from the environment, with the session token', async () => {
    vi.stubEnv('AWS_ACCESS_KEY_ID', 'id');
    vi.stubEnv('AWS_SECRET_ACCESS_KEY', 'secret');
    vi.stubEnv('AWS_SESSION_TOKEN', 'token');
    expect(await defaultProvider()()).toEqual({ accessKeyId: 'id', secretAccessKey: 'secret', sessionToken: 'token' });
  });

  it('fail where the environment has none', async () => {
    vi.stubEnv('AWS_ACCESS_KEY_ID', undefined);
    await expect(defaultProvider()()).rejects.toThrow('no AWS credentials');
  });
});
