import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';

/** The database's native binary was not installed for this machine. Its message is one line for the console. */
export class MissingBinary extends Error {
  override name = 'MissingBinary';
}

/** Path of the native DynamoDB engine for a platform such as `linux-x64`; throws `MissingBinary` when npm has not installed it. */
export function binaryPath(platform = `${process.platform}-${process.arch}`): string {
  const name = `@dynoxide/${platform}`;
  try {
    return join(dirname(createRequire(import.meta.url).resolve(`${name}/package.json`)), 'dynoxide');
  } catch {
    throw new MissingBinary(
      `The local DynamoDB has no binary for ${platform} (npm package ${name}); use Linux x64, or LocalStack (npm run localstack).`,
    );
  }
}
