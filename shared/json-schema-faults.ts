import { Ajv2020 } from 'ajv/dist/2020.js';
import * as z from 'zod';
import { formats } from '#shared/json-schema-formats';
import { ajv, type JsonSchema } from '#shared/json-schema';
import { childrenOf, type Placed } from '#shared/json-schema-parts';
import { once } from '#shared/once';
import { isSafePattern } from '#shared/safe-pattern';

export const draft = 'https://json-schema.org/draft/2020-12/schema';

/** Why a schema cannot be used, by path into it. */
export interface SchemaFault {
  path: readonly string[];
  about: string;
}

// The vocabularies of 2020-12 that a form needs: what is not among them would be read and not enforced, or is for uploads.
const keywords = new Set(
  `$schema $defs $ref $comment type enum const multipleOf maximum exclusiveMaximum minimum exclusiveMinimum maxLength minLength
  pattern format maxItems minItems uniqueItems maxContains minContains maxProperties minProperties required dependentRequired
  allOf anyOf oneOf not if then else dependentSchemas prefixItems items contains properties patternProperties
  additionalProperties propertyNames unevaluatedItems unevaluatedProperties title description default deprecated readOnly
  writeOnly examples`.split(/\s+/),
);

/** Everything for which a schema cannot be published as the rules of a form (an object); empty when it can. */
export function schemaFaults(schema: JsonSchema): SchemaFault[] {
  const said = [...rootFaults(schema), ...faultsWithin({ path: [], schema, described: [] })];
  return said.length > 0 ? said : unread(schema);
}

function rootFaults(schema: JsonSchema): SchemaFault[] {
  const { type, $schema: dialect = draft } = schema;
  return [
    ...(type === 'object' ? [] : [{ path: [], about: 'it must describe an object' }]),
    ...(dialect === draft ? [] : [{ path: ['$schema'], about: `only ${draft}` }]),
  ];
}

const record = once(() => z.record(z.string(), z.unknown()));
const names = once(() => z.array(z.string()));

function faultsWithin(place: Placed): SchemaFault[] {
  const node = record().safeParse(place.schema).data;
  if (!node) return [];
  const described = [...place.described, ...Object.keys(record().safeParse(node['properties']).data ?? {})];
  const here = ruleFaults(node, described).map(({ path, about }) => ({ path: [...place.path, ...path], about }));
  return [...here, ...childrenOf({ ...place, schema: node, described }).flatMap(faultsWithin)];
}

function ruleFaults(node: JsonSchema, described: readonly string[]): SchemaFault[] {
  const unknown = Object.keys(node).filter((name) => !keywords.has(name) && !name.startsWith('x-'));
  const required = names().safeParse(node['required']).data ?? [];
  const { format, pattern, $ref: ref, uniqueItems, maxItems } = node;
  const patterns = Object.keys(record().safeParse(node['patternProperties']).data ?? {});
  return [
    ...unknown.map((name) => ({ path: [name], about: `${name} is not taken` })),
    ...required
      .filter((name) => !described.includes(name))
      .map((name) => ({ path: ['required'], about: `required names ${name}, which properties does not describe` })),
    ...(typeof format === 'string' && !Object.hasOwn(formats, format)
      ? [{ path: ['format'], about: `${format} is not among ${Object.keys(formats).join(', ')}` }]
      : []),
    ...(typeof pattern === 'string' && !isSafePattern(pattern)
      ? [{ path: ['pattern'], about: `${pattern} is none, or could take too long` }]
      : []),
    ...patterns
      .filter((one) => !isSafePattern(one))
      .map((one) => ({ path: ['patternProperties', one], about: `${one} is none, or could take too long` })),
    ...(typeof ref === 'string' && !/^#\/\$defs\/[^/]+$/.test(ref)
      ? [{ path: ['$ref'], about: `${ref} does not lead into $defs` }]
      : []),
    // Entries are compared with each other.
    ...(uniqueItems === true && maxItems === undefined ? [{ path: ['uniqueItems'], about: 'needs maxItems' }] : []),
  ];
}

const dialect = once(() => new Ajv2020({ strict: false, logger: false, allErrors: true }));

/** What the validator itself finds: a keyword whose value is none, a reference to nowhere or back to itself. */
function unread(schema: JsonSchema): SchemaFault[] {
  const reader = dialect();
  if (reader.validateSchema(schema) !== true) {
    const errors = reader.errors ?? [];
    return errors.map(({ instancePath, message = '' }) => ({ path: instancePath.split('/').slice(1), about: message }));
  }
  try {
    ajv().compile(schema);
    return circular(schema);
  } catch (error) {
    return [{ path: [], about: error instanceof Error ? error.message : 'it cannot be read' }];
  }
}

/** A form is not endless: a definition that leads back to itself is refused, which nothing a person fills in needs. */
function circular(schema: JsonSchema): SchemaFault[] {
  const definitions = record().safeParse(schema['$defs']).data ?? {};
  const leads = new Map(Object.entries(definitions).map(([name, inner]) => [name, refsIn(inner)]));
  const reaches = (name: string, seen: ReadonlySet<string>): boolean =>
    seen.has(name) || (leads.get(name) ?? []).some((next) => reaches(next, new Set([...seen, name])));
  return [...leads.keys()]
    .filter((name) => reaches(name, new Set()))
    .map((name) => ({ path: ['$defs', name], about: `${name} leads back to itself` }));
}

function refsIn(schema: unknown): string[] {
  const node = record().safeParse(schema).data;
  if (!node) return [];
  const { $ref: ref } = node;
  const own = typeof ref === 'string' ? /^#\/\$defs\/(.+)$/.exec(ref)?.[1] : undefined;
  return [
    ...(own ? [own] : []),
    ...childrenOf({ path: [], schema: node, described: [] }).flatMap((one) => refsIn(one.schema)),
  ];
}
