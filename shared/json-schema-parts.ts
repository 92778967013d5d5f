import * as z from 'zod';
import { once } from '#shared/once';

/** A schema within another, where it stands, and the names of properties that are described of the same value. */
export interface Placed {
  path: readonly string[];
  schema: unknown;
  described: readonly string[];
}

// Those that speak of the same value, and those that speak of a part of it.
const same = {
  named: ['dependentSchemas'],
  listed: ['allOf', 'anyOf', 'oneOf'],
  single: ['not', 'if', 'then', 'else'],
};
const inner = {
  named: ['properties', 'patternProperties', '$defs'],
  listed: ['prefixItems'],
  single: ['items', 'contains', 'additionalProperties', 'propertyNames', 'unevaluatedItems', 'unevaluatedProperties'],
};

const record = once(() => z.record(z.string(), z.unknown()));

/** The schemas directly within a schema (JSON Schema 2020-12, its applicators). */
export function childrenOf({ path, schema, described }: Placed): Placed[] {
  const node = record().safeParse(schema).data ?? {};
  const within = ({ named, listed, single }: typeof same) => [
    ...[...named, ...listed].flatMap((keyword) =>
      typeof node[keyword] === 'object'
        ? Object.entries(node[keyword] ?? {}).map(([name, one]) => [[keyword, name], one] as const)
        : [],
    ),
    ...single.flatMap((keyword) => (keyword in node ? [[[keyword], node[keyword]] as const] : [])),
  ];
  return [
    ...within(same).map(([steps, one]) => ({ path: [...path, ...steps], schema: one, described })),
    ...within(inner).map(([steps, one]) => ({ path: [...path, ...steps], schema: one, described: [] })),
  ];
}
