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
