import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { catalogue } from '#events/catalogue';
import { root } from '../tree/sources.ts';
import { readJson, schemaPath } from './event-facts.ts';
import { jsonSchemaOf, readSchema, type SchemaNode } from './json-schema.ts';

/** Every contract as the JSON Schema that is frozen beside it. */
export function contractSchemas(): { type: string; schema: SchemaNode }[] {
  return catalogue.map(({ type, data }) => ({ type, schema: jsonSchemaOf(data) }));
}

/** Changes of released contracts that need a new version; empty where only optional fields were added. */
export function breaches(): string[] {
  return contractSchemas().flatMap(({ type, schema }) =>
    existsSync(join(root, schemaPath(type)))
      ? breachesOf(readSchema(readJson(schemaPath(type))), schema).map((breach) => `${type}: ${breach}`)
      : [],
  );
}

/** What differs between a frozen schema and today's, beyond words and new optional fields. */
export function breachesOf(frozen: SchemaNode, now: SchemaNode, at = 'data'): string[] {
  const { properties: before = {}, items: entry, required: musts = [], description: was, ...shape } = frozen;
  const { properties: after = {}, items: newEntry, required: newMusts = [], description: is, ...newShape } = now;
  return [
    ...(JSON.stringify(shape) === JSON.stringify(newShape) ? [] : [`${at} has another shape`]),
    ...(sameNames(musts, newMusts) ? [] : [`${at} requires other fields`]),
    ...(entry && newEntry ? breachesOf(entry, newEntry, `${at}[]`) : []),
    ...(Boolean(entry) === Boolean(newEntry) ? [] : [`${at} has another shape`]),
    ...Object.entries(before).flatMap(([name, inner]) => {
      const next = after[name];
      return next ? breachesOf(inner, next, `${at}.${name}`) : [`${at}.${name} is gone`];
    }),
  ];
}

function sameNames(some: readonly string[], others: readonly string[]): boolean {
  return some.length === others.length && some.every((name) => others.includes(name));
}
