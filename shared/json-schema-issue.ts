import type { ErrorObject } from 'ajv';
import * as z from 'zod';
import type { Saying } from '#shared/locale';
import { once } from '#shared/once';

/** A fault as zod would tell it: a form and a body then name the same fault by the same code, in the same words. */
type Raw = z.core.$ZodRawIssue;

const text = once(() => z.string().default(''));
const params = once(() =>
  z.object({
    limit: z.number().default(0),
    missingProperty: text(),
    additionalProperty: text(),
    unevaluatedProperty: text(),
    propertyName: text(),
    type: z.union([z.string(), z.array(z.string()).transform((all) => all.join(','))]).default(''),
    format: text(),
    multipleOf: z.number().default(0),
    allowedValues: z.array(z.unknown()).default([]),
    allowedValue: z.unknown().optional(),
  }),
);
type Params = z.infer<ReturnType<typeof params>>;

const primitive = once(() => z.union([z.string(), z.number(), z.boolean(), z.null()]));
const confirmed = once(() =>
  z.object({ properties: z.record(z.string(), z.looseObject({ const: z.unknown().optional() })) }),
);

type Base = Pick<ErrorObject, 'data' | 'parentSchema'>;
type Tell = (given: Params, base: Base & { path: string[] }) => Raw;

const atMost =
  (origin: string, inclusive = true): Tell =>
  ({ limit }, { path, data }) => ({ code: 'too_big', origin, maximum: limit, inclusive, path, input: data });
const atLeast =
  (origin: string, inclusive = true): Tell =>
  ({ limit }, { path, data }) => ({ code: 'too_small', origin, minimum: limit, inclusive, path, input: data });
const surplus =
  (key: 'additionalProperty' | 'unevaluatedProperty' | 'propertyName'): Tell =>
  (given, { path }) => ({ code: 'unrecognized_keys', keys: [given[key]], path, input: {} });
const oneOf = (values: readonly unknown[], path: string[], input: unknown): Raw => ({
  code: 'invalid_value',
  values: values.flatMap((one) => primitive().safeParse(one).data ?? []),
  path,
  input,
});
const inOurWords =
  (code: string, words: Saying): Tell =>
  (_, { path, data }) => ({ code: 'custom', params: { code, ...words }, path, input: data });

/** A missing value stands where it should be; one that can only be `true` is a confirmation. */
const missing: Tell = ({ missingProperty: name }, { path, parentSchema }) => {
  const rules = confirmed().safeParse(parentSchema).data?.properties[name];
  const place = [...path, name];
  return rules?.const === true
    ? oneOf([true], place, undefined)
    : { code: 'invalid_type', expected: 'nonoptional', path: place, input: undefined };
};

const notAllowed = inOurWords('not_allowed', { zh: '此处不允许这样填写。', en: 'This is not allowed here.' });
const noneFits = inOurWords('invalid_union', {
  zh: '不符合任何一种允许的填法。',
  en: 'It fits none of the ways allowed.',
});

const tellers: Partial<Record<string, Tell>> = {
  required: missing,
  dependentRequired: missing,
  type: ({ type }, { path, data }) => ({ code: 'invalid_type', expected: type, path, input: data }),
  enum: ({ allowedValues }, { path, data }) => oneOf(allowedValues, path, data),
  const: ({ allowedValue }, { path, data }) => oneOf([allowedValue], path, data),
  minLength: atLeast('string'),
  maxLength: atMost('string'),
  minItems: atLeast('array'),
  maxItems: atMost('array'),
  items: atMost('array'),
  unevaluatedItems: atMost('array'),
  minimum: atLeast('number'),
  maximum: atMost('number'),
  exclusiveMinimum: atLeast('number', false),
  exclusiveMaximum: atMost('number', false),
  minProperties: atLeast('object'),
  maxProperties: atMost('object'),
  multipleOf: ({ multipleOf: divisor }, { path }) => ({ code: 'not_multiple_of', divisor, path, input: undefined }),
  pattern: (_, { path }) => ({ code: 'invalid_format', format: 'regex', path, input: '' }),
  format: ({ format }, { path }) => ({ code: 'invalid_format', format, path, input: '' }),
  additionalProperties: surplus('additionalProperty'),
  unevaluatedProperties: surplus('unevaluatedProperty'),
  propertyNames: surplus('propertyName'),
  uniqueItems: inOurWords('not_unique', { zh: '不得重复。', en: 'No entry may stand twice.' }),
  contains: inOurWords('not_contained', {
    zh: '缺少必须列入的内容，或者其数量不对。',
    en: 'What must be in it is not, or not as often.',
  }),
  anyOf: noneFits,
  oneOf: noneFits,
};

/** The faults that a validator found, as issues in the words of an error map. */
export function issuesOf(errors: readonly ErrorObject[], messages: z.core.$ZodErrorMap): z.core.$ZodIssue[] {
  // What is of a wrong type has no other fault yet; that a branch does not fit is told by what it wants.
  const mistyped = new Set(errors.filter(({ keyword }) => keyword === 'type').map(({ instancePath }) => instancePath));
  return errors
    .filter(({ keyword, instancePath }) => keyword === 'type' || (keyword !== 'if' && !mistyped.has(instancePath)))
    .map((error) => {
      const base = { ...error, path: pathOf(error.instancePath) };
      const issue = (tellers[error.keyword] ?? notAllowed)(params().parse(error.params), base);
      const said = messages(issue);
      const message = (typeof said === 'string' ? said : said?.message) ?? '';
      return { ...issue, path: issue.path ?? base.path, message };
    });
}

/** The steps of a JSON pointer (RFC 6901). */
const pathOf = (pointer: string): string[] =>
  pointer
    .split('/')
    .slice(1)
    .map((step) => step.replaceAll('~1', '/').replaceAll('~0', '~'));
