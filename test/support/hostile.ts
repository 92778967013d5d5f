import { randomUUID } from 'node:crypto';
import * as fc from 'fast-check';
import { foodItem } from './cases.ts';
import { foodForm } from './form.ts';
import { entryAt } from './entries.ts';

/** Texts that have broken readers before: of paths, numbers, prototypes, encodings, keys and queries. */
export const hostileTexts = [
  '',
  ' ',
  '.',
  '..',
  '../../etc/passwd',
  '%00',
  '%ff%fe',
  '%2e%2e%2f',
  '\u0000',
  '\ud800',
  '\u202e\u{1f600}',
  '__proto__',
  'constructor',
  'toString',
  '-1',
  '0',
  '1e999',
  'NaN',
  '999999999999999999999',
  'null',
  'true',
  '{}',
  '[]',
  "' OR 1=1 --",
  '${jndi:ldap://x}',
  '<script>alert(1)</script>',
  'CASE#x',
  'OUT#2026-11-23#0',
  'a'.repeat(3000),
  '示'.repeat(700),
];

export const hostile: fc.Arbitrary<string> = fc.oneof(
  fc.constantFrom(...hostileTexts),
  fc.string({ maxLength: 40 }),
  fc.string({ unit: 'binary', maxLength: 40 }),
);

const applicant = { kind: 'person', document: { kind: 'passport', country: 'FRA', number: 'AB123456' } };
const limit = { n: 9, unit: 'working-day', from: 'accepted', of: 'office' };
const catalogueItem = {
  key: 'x',
  name: '示例',
  nameEn: 'Example',
  type: '01',
  audience: ['1'],
  department: 'nowhere',
  level: 1,
  kind: 1,
  materials: [],
  fee: [],
  legalLimit: { ...limit, n: 1 },
  promisedLimit: limit,
  basis: '示例',
  result: { licenceType: null, validity: null, public: true },
  situations: ['新办'],
};

/** Bodies that fit, or nearly: the catalogue is refused by its own rules only, so that it stays as it is. */
const samples: Record<string, readonly unknown[]> = {
  applications: [
    { itemKey: foodItem, form: foodForm, channel: 'online' },
    { itemKey: foodItem, form: foodForm, channel: 'window', applicant, entry: entryAt.window },
  ],
  '{id}': [{ form: foodForm }],
  submit: [{}],
  accept: [{}],
  withdraw: [{ reason: '示例' }],
  decide: [
    { outcome: 'granted', opinion: '示例' },
    { outcome: 'refused', opinion: '示例', reasons: '示例' },
  ],
  catalogue: [{ departments: [{ key: 'amr', name: '示例', nameEn: 'Example' }], items: [catalogueItem] }],
};

const samplesOf = (path: string): readonly unknown[] => samples[path.split('/').at(-1) ?? ''] ?? [{}];
const deep = (depth: number): string => `${'{"form":'.repeat(depth)}1${'}'.repeat(depth)}`;
const odd = fc.oneof(
  fc.jsonValue(),
  hostile,
  fc.constantFrom(1e308, -0, Number.MAX_SAFE_INTEGER, [[[[]]]], { __proto__: null, constructor: { prototype: 1 } }),
);

/** A sample with something odd at one of its places, at any depth. */
const nearly = (fitting: readonly unknown[]): fc.Arbitrary<unknown> =>
  fc
    .tuple(fc.constantFrom(...fitting), fc.array(fc.nat(30), { maxLength: 4 }), odd)
    .map(([sample, path, value]) => changed(sample, path, value));

function changed(sample: unknown, [step, ...rest]: number[], value: unknown): unknown {
  if (step === undefined) return value;
  if (typeof sample !== 'object' || sample === null) return value;
  const entries = Object.entries(sample);
  const at = step % (entries.length + 1);
  const [name = 'surplus', inner] = entries[at] ?? [];
  const next = rest.length > 0 ? changed(inner, rest, value) : value;
  if (Array.isArray(sample)) return sample.toSpliced(at, 1, next);
  return { ...sample, [name]: next };
}

/** Bodies for a route as they go over the wire: fitting, nearly fitting, made for another route, or no JSON at all. */
export const bodiesFor = (path: string): fc.Arbitrary<string> =>
  fc.oneof(
    { weight: 6, arbitrary: fc.constantFrom(...samplesOf(path)).map((sample) => JSON.stringify(sample)) },
    { weight: 6, arbitrary: nearly(samplesOf(path)).map((body) => JSON.stringify(body) ?? '') },
    { weight: 1, arbitrary: nearly(Object.values(samples).flat()).map((body) => JSON.stringify(body) ?? '') },
    { weight: 1, arbitrary: hostile },
    {
      weight: 1,
      arbitrary: fc.constantFrom('{"form":', '\ufeff{}', '{"a":1,"a":2}', deep(30), deep(9000), '1'.repeat(9)),
    },
  );

/** Header values may hold no line breaks and no letters beyond Latin-1: nothing else leaves a client. */
const header = hostile.map((text) => text.replaceAll(/[^\t\x20-\x7e\x80-\xff]/g, '?').slice(0, 2000));

export const headers: fc.Arbitrary<Record<string, string>> = fc.record(
  {
    'Idempotency-Key': fc.oneof({ weight: 5, arbitrary: fc.constant('').map(() => randomUUID()) }, header),
    'If-Match': fc.oneof(fc.constantFrom('"1"', '"2"', '"3"', '"0"', '"999999999"', '"1e9"', '*', 'W/"1"'), header),
    'Content-Type': fc.oneof(
      { weight: 8, arbitrary: fc.constant('application/json') },
      fc.constantFrom('application/json; charset=gbk', 'text/plain', 'multipart/form-data', ''),
      header,
    ),
    'Accept-Language': fc.oneof(fc.constantFrom('zh-CN', 'en', 'fr;q=0.9, *'), header),
    'X-Correlation-Id': header,
  },
  { requiredKeys: ['Idempotency-Key', 'If-Match', 'Content-Type'] },
);

const values: Record<string, readonly string[]> = {
  limit: ['1', '100', '20'],
  cursor: ['WyJ4IiwieSJd', 'bnVsbA', 'WyIiLCIiXQ'],
  q: ['食品', 'x'],
  audience: ['1', '7'],
  department: ['amr', 'health'],
  status: ['submitted', 'accepted', 'draft'],
  mine: ['true', 'false'],
  reason: ['核对', ''],
  surplus: ['1'],
};

export const queries: fc.Arbitrary<string> = fc
  .array(
    fc.constantFrom(...Object.keys(values)).chain((name) => {
      const value = fc.oneof({ weight: 3, arbitrary: fc.constantFrom(...(values[name] ?? [''])) }, hostile);
      return value.map((text) => `${name}=${encodeURIComponent(text.toWellFormed())}`);
    }),
    { maxLength: 4 },
  )
  .map((pairs) => pairs.join('&'));
