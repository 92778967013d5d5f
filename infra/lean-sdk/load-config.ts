interface Option<T> {
  environmentVariableSelector: (environment: NodeJS.ProcessEnv, options?: object) => T | undefined;
  default: T | (() => Promise<T>);
}

/**
 * Stands in for the SDK's `loadConfig`: a client's option is what the environment says, or else the default. The SDK
 * would also look for `~/.aws/config` and `~/.aws/credentials`, which Lambda does not have, and throws and catches two
 * errors per option on the way.
 */
export const loadConfig = <T>(option: Option<T>, configuration: object = {}): (() => Promise<T>) => {
  let value: Promise<T> | undefined;
  return () => (value ??= read(option, configuration));
};

async function read<T>(option: Option<T>, configuration: object): Promise<T> {
  const given = option.environmentVariableSelector(process.env, configuration);
  if (given !== undefined) return given;
  return isProvider(option.default) ? option.default() : option.default;
}

function isProvider<T>(value: T | (() => Promise<T>)): value is () => Promise<T> {
  return typeof value === 'function';
}
