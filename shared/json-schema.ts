import { Ajv2020 } from 'ajv/dist/2020.js';
import type * as z from 'zod';
import { formats } from '#shared/json-schema-formats';
import { issuesOf } from '#shared/json-schema-issue';
import { boundedPattern } from '#shared/safe-pattern';

/** JSON Schema 2020-12, as it is stored. */
export type JsonSchema = Record<string, unknown>;

/** Every fault of a value, none when it fits; messages in the language of the error map. */
export type SchemaCheck = (value: unknown, messages: z.core.$ZodErrorMap) => readonly z.core.$ZodIssue[];

/** A reader of one schema. Its own: what a schema names must not be found in another. */
export const ajv = () =>
  new Ajv2020({
    allErrors: true,
    // The rules beside a fault: they say whether a missing value had to be confirmed.
    verbose: true,
    // What is read here has been published: `#shared/json-schema-faults` has looked at it before.
    strict: false,
    meta: false,
    validateSchema: false,
    logger: false,
    // `toString` is no field of a form that does not say it.
    ownProperties: true,
    formats,
    code: { regExp: boundedPattern },
  });

/** Reads a schema once and gives its check; throws where it is none. Import this file on demand: it brings a validator along. */
export function schemaCheck(schema: JsonSchema): SchemaCheck {
  const validate = ajv().compile(schema);
  return (value, messages) => (validate(value) ? [] : issuesOf(validate.errors ?? [], messages));
}
