import { isObject } from '../json.ts';

/** What a value refers to before it is resolved: names in its own stack, and exports of other stacks. */
export interface References {
  names: Set<string>;
  exports: unknown[];
}

const namesInPattern = (pattern: string): string[] =>
  [...pattern.matchAll(/\$\{([^!}][^}]*)\}/g)].map(([, name = '']) => name.split('.')[0] ?? '');

function noteFunction(name: string, argument: unknown, found: References): void {
  if (name === 'Ref' && typeof argument === 'string') found.names.add(argument);
  if (name === 'Fn::ImportValue') found.exports.push(argument);
  if (name === 'Fn::GetAtt') {
    const [logicalId]: unknown[] = typeof argument === 'string' ? argument.split('.') : [argument].flat();
    if (typeof logicalId === 'string') found.names.add(logicalId);
  }
  if (name === 'Fn::Sub') {
    const [pattern]: unknown[] = [argument].flat();
    if (typeof pattern === 'string') for (const each of namesInPattern(pattern)) found.names.add(each);
  }
}

/** Collects the references of a value, however deep. */
export function referencesOf(value: unknown, found: References = { names: new Set(), exports: [] }): References {
  if (Array.isArray(value)) for (const each of value) referencesOf(each, found);
  if (isObject(value)) {
    for (const [name, argument] of Object.entries(value)) {
      noteFunction(name, argument, found);
      referencesOf(argument, found);
    }
  }
  return found;
}
