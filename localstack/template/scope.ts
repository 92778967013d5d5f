import type { Stack } from './assembly.ts';
import { resolve, type Scope } from './intrinsics.ts';

/** A resource that exists: what `Ref` and `GetAtt` give. */
export interface Existing {
  ref: string;
  attribute: (name: string) => unknown;
}

/** Where the templates think they are. */
export interface Place {
  region: string;
  account: string;
  /** Values for the parameters of any stack that declares them. */
  parameters: Record<string, string>;
}

interface Surroundings {
  place: Place;
  existing: (logicalId: string) => Existing | undefined;
  imported: (exportName: string) => unknown;
}

const pseudo = (stack: Stack, { region, account }: Place): Record<string, unknown> => ({
  'AWS::Region': region,
  'AWS::AccountId': account,
  'AWS::Partition': 'aws',
  'AWS::URLSuffix': 'amazonaws.com',
  'AWS::StackName': stack.name,
  'AWS::StackId': `arn:aws:cloudformation:${region}:${account}:stack/${stack.name}/local`,
  'AWS::NoValue': undefined,
});

const known = <Value>(value: Value | undefined, what: string): Value => {
  if (value === undefined) throw new Error(`${what} is not in the template`);
  return value;
};

/** Everything the expressions of one stack may refer to. A parameter with neither value nor default is an error. */
export function scopeOf(stack: Stack, { place, existing, imported }: Surroundings): Scope {
  const { Parameters, Conditions, Mappings } = stack.template;
  const fixed = pseudo(stack, place);

  const parameter = (name: string): unknown => {
    const value = place.parameters[name] ?? Parameters[name]?.Default;
    if (value === undefined) throw new Error(`parameter ${name} has no value`);
    return value;
  };

  const scope: Scope = {
    ref(name) {
      if (name in fixed) return fixed[name];
      if (name in Parameters) return parameter(name);
      return known(existing(name), name).ref;
    },
    attribute: (logicalId, name) =>
      known(known(existing(logicalId), logicalId).attribute(name), `${logicalId}.${name}`),
    condition: (name) => resolve(known(Conditions[name], `condition ${name}`), scope) === true,
    mapping: (name, first, second) => known(Mappings[name]?.[first]?.[second], `mapping ${name}.${first}.${second}`),
    imported,
  };
  return scope;
}
