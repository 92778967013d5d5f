import { isObject } from '../json.ts';

/** What an expression may refer to while it is resolved. */
export interface Scope {
  ref: (name: string) => unknown;
  attribute: (logicalId: string, name: string) => unknown;
  condition: (name: string) => boolean;
  mapping: (name: string, first: string, second: string) => unknown;
  imported: (exportName: string) => unknown;
}

const text = (value: unknown): string => {
  if (typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean') return String(value);
  throw new Error(`expected text, found ${JSON.stringify(value)}`);
};

const list = (value: unknown): unknown[] => {
  if (Array.isArray(value)) return value;
  throw new Error(`expected a list, found ${JSON.stringify(value)}`);
};

function substitute(argument: unknown, scope: Scope): string {
  const [pattern, own] = Array.isArray(argument) ? argument : [argument, {}];
  const variables = isObject(own) ? own : {};
  return text(pattern).replaceAll(/\$\{(!?)([^}]+)\}/g, (_, literal: string, name: string) => {
    if (literal) return `\${${name}}`;
    if (name in variables) return text(resolve(variables[name], scope));
    const [logicalId = '', ...attribute] = name.split('.');
    return text(attribute.length > 0 ? scope.attribute(logicalId, attribute.join('.')) : scope.ref(name));
  });
}

function getAttribute(argument: unknown, scope: Scope): unknown {
  const [logicalId, name] = typeof argument === 'string' ? argument.split(/\.(.*)/) : list(argument);
  return scope.attribute(text(logicalId), text(resolve(name, scope)));
}

const truth = (value: unknown, scope: Scope): boolean => {
  const resolved = resolve(value, scope);
  return resolved === true || resolved === 'true';
};

const functions: Record<string, (argument: unknown, scope: Scope) => unknown> = {
  Ref: (name, scope) => scope.ref(text(name)),
  Condition: (name, scope) => scope.condition(text(name)),
  'Fn::GetAtt': getAttribute,
  'Fn::Sub': substitute,
  'Fn::Join': (argument, scope) => {
    const [separator, parts] = list(argument);
    return list(resolve(parts, scope)).map(text).join(text(separator));
  },
  'Fn::Select': (argument, scope) => {
    const [index, from] = list(argument);
    return list(resolve(from, scope))[Number(resolve(index, scope))];
  },
  'Fn::Split': (argument, scope) => {
    const [separator, from] = list(argument);
    return text(resolve(from, scope)).split(text(separator));
  },
  'Fn::ImportValue': (name, scope) => scope.imported(text(resolve(name, scope))),
  'Fn::If': (argument, scope) => {
    const [name, yes, no] = list(argument);
    return resolve(scope.condition(text(name)) ? yes : no, scope);
  },
  'Fn::FindInMap': (argument, scope) => {
    const [name, first, second] = list(resolve(argument, scope)).map(text);
    return scope.mapping(name ?? '', first ?? '', second ?? '');
  },
  'Fn::Equals': (argument, scope) => {
    const [left, right] = list(resolve(argument, scope));
    return text(left) === text(right);
  },
  'Fn::And': (argument, scope) => list(argument).every((each) => truth(each, scope)),
  'Fn::Or': (argument, scope) => list(argument).some((each) => truth(each, scope)),
  'Fn::Not': (argument, scope) => !truth(list(argument)[0], scope),
};

/**
 * Resolves every intrinsic function in a value. A member that comes to `AWS::NoValue` is left out. Throws on a function
 * the local cloud does not know, and on what the scope cannot find.
 */
export function resolve(value: unknown, scope: Scope): unknown {
  if (Array.isArray(value)) return value.map((each) => resolve(each, scope)).filter((each) => each !== undefined);
  if (!isObject(value)) return value;

  const entries = Object.entries(value);
  const [first] = entries;
  if (first && entries.length === 1) {
    const [name, argument] = first;
    const apply = functions[name];
    if (apply) return apply(argument, scope);
    if (name.startsWith('Fn::')) throw new Error(`the function ${name} is not known to the local cloud`);
  }
  const resolved = entries.map(([name, each]) => [name, resolve(each, scope)] as const);
  return Object.fromEntries(resolved.filter(([, each]) => each !== undefined));
}
