import { GetSecretValueCommand, SecretsManagerClient } from '@aws-sdk/client-secrets-manager';

/**
 * Reads the text of a secret once, for all callers; rejects when it cannot be read, and the next call asks again.
 * Where it is rarely needed, import this file on demand: the client is 30 KB of code.
 */
export function secretReader(SecretId: string): () => Promise<string> {
  const client = new SecretsManagerClient({});
  let answer: Promise<string> | undefined;
  const ask = async (): Promise<string> => {
    try {
      const { SecretString } = await client.send(new GetSecretValueCommand({ SecretId }));
      if (!SecretString) throw new Error('the secret has no text');
      return SecretString;
    } catch (error) {
      answer = undefined;
      throw error;
    }
  };
  return () => (answer ??= ask());
}

/**
 * Reads the text of a secret, and again once what was read is older than `forMs`, so that what replaces it is seen without a
 * new start. Undefined where nobody has put a text in yet; rejects when it cannot be read.
 */
export function renewedSecret(
  SecretId: string,
  { now, forMs }: { now: () => Date; forMs: number },
): () => Promise<string | undefined> {
  const client = new SecretsManagerClient({});
  let held: { until: number; text: Promise<string | undefined> } | undefined;
  const ask = async (): Promise<string | undefined> => {
    try {
      return (await client.send(new GetSecretValueCommand({ SecretId }))).SecretString;
    } catch (error) {
      if (error instanceof Error && error.name === 'ResourceNotFoundException') return undefined;
      held = undefined;
      throw error;
    }
  };
  return () => {
    const at = now().getTime();
    if (!held || at >= held.until) held = { until: at + forMs, text: ask() };
    return held.text;
  };
}
