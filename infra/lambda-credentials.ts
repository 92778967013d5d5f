/** Credentials as Lambda hands them out. */
export interface EnvironmentCredentials {
  accessKeyId: string;
  secretAccessKey: string;
  sessionToken?: string;
}

/**
 * Stands in for `@aws-sdk/credential-provider-node` in every bundle: Lambda always gives its role's credentials in the
 * environment, so profile files, SSO, web identity and instance metadata are dead weight at start.
 * Throws when the environment holds no credentials.
 */
export const defaultProvider = () => async (): Promise<EnvironmentCredentials> => {
  const {
    AWS_ACCESS_KEY_ID: accessKeyId,
    AWS_SECRET_ACCESS_KEY: secretAccessKey,
    AWS_SESSION_TOKEN: sessionToken,
  } = process.env;
  if (!accessKeyId || !secretAccessKey) throw new Error('no AWS credentials in the environment');

  return { accessKeyId, secretAccessKey, ...(sessionToken && { sessionToken }) };
};
