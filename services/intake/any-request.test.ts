import { expect, test } from 'vitest';
import { fakeTable } from '#shared/table.fake';
import { staffActor } from '../../test/support/actors.ts';
import * as cases from '../../test/support/intake.ts';
import { draft, people } from '../../test/support/intake.ts';
import { fc } from '../../test/support/property.ts';
import { routes } from './api.ts';
import { itemOf } from './cases.fake.ts';

const text = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 40 }),
  fc.constantFrom(
    '',
    '__proto__',
    'constructor',
    '\u0000',
    '\ud800',
    'true',
    'amr',
    'submitted',
    '-1',
    '1e9',
    '"1"',
    'W10',
  ),
);
const json = fc.oneof(fc.jsonValue({ maxDepth: 4 }), text);

/** What each route asks for, by the end of its path. */
const asked: Record<string, Record<string, unknown>> = {
  applications: { itemKey: 'food-business-licence', form: cases.goodForm, channel: 'online' },
  '{id}': { form: cases.goodForm },
  decide: { outcome: 'refused', opinion: '不同意', reasons: '场所不符' },
  withdraw: { reason: '不办了' },
  catalogue: { ...cases.publication },
  '{year}': { notice: '国办发明电〔2025〕7号', off: ['2026-01-01'], worked: [] },
};
const applicant = fc.record(
  { kind: fc.constantFrom('organisation', 'person'), uscc: text, document: json },
  { requiredKeys: ['kind'] },
);
const items = fc.array(fc.record({ ...fcItem(), key: json, form: json }, { requiredKeys: [] }), { maxLength: 2 });

function fcItem() {
  return Object.fromEntries(
    Object.entries(itemOf()).map(([name, value]) => [name, fc.oneof(fc.constant(value), json)]),
  );
}

/** What a route asks for, or that with one part wrong, missing or too much, or anything. */
const bodyFor = (asking: Record<string, unknown> = {}) =>
  fc.oneof(
    { weight: 3, arbitrary: fc.constant(asking) },
    fc
      .tuple(fc.constantFrom(...Object.keys(asking), 'applicant', 'more'), fc.oneof(json, applicant, items))
      .map(([name, value]) => ({ ...asking, [name]: value })),
    fc.constantFrom('more', ...Object.keys(asking)).map((name) => ({ ...asking, [name]: undefined })),
    json,
  );
const query = fc.dictionary(
  fc.constantFrom('limit', 'cursor', 'q', 'audience', 'department', 'status', 'mine', 'reason'),
  text,
);
const headers = fc.record(
  {
    'Idempotency-Key': fc.oneof({ weight: 4, arbitrary: fc.uuid() }, fc.constant('key-of-anybody'), text),
    'If-Match': fc.oneof({ weight: 3, arbitrary: fc.constantFrom('"1"', '"2"', '"3"', '*') }, text),
    'Accept-Language': text,
    'X-Correlation-Id': text,
    'Content-Type': fc.oneof({ weight: 4, arbitrary: fc.constant('application/json') }, text),
  },
  { requiredKeys: ['Content-Type', 'Idempotency-Key'] },
);
const callers = [...Object.values(people), people.company, people.approver, staffActor('catalogue-publisher')];
const requests = fc.constantFrom(...routes).chain((route) =>
  fc.record({
    route: fc.constant(route),
    part: fc.oneof({ weight: 6, arbitrary: fc.nat(3) }, text),
    body: bodyFor(asked[route.path.split('/').at(-1) ?? '']),
    query,
    headers,
    actor: fc.constantFrom(...callers),
  }),
);

test('property: whatever is sent to whichever route by whomever, no answer is a 5xx, and each refusal is a problem', async () => {
  const world = cases.intakeOver(fakeTable());
  await cases.publish(world);
  const ids = [await draft(world), await draft(world), await draft(world), await draft(world)];
  for (const id of ids.slice(1)) await world.send(cases.submit(id));
  for (const id of ids.slice(2)) await world.send(cases.accept(id));
  await fc.assert(
    fc.asyncProperty(requests, async ({ route, part, ...rest }) => {
      const path = route.path.replaceAll(/\{(\w+)\}/g, (_, name) =>
        typeof part === 'string' ? part : name === 'id' ? (ids[part] ?? '') : 'guide-only',
      );
      const answer = await world.send({ method: route.method, path, ...rest });
      expect(answer.status).toBeLessThan(500);
      if (answer.status < 400) return;
      expect(answer.headers['Content-Type']).toBe('application/problem+json');
      expect(answer.body).toMatchObject({ type: 'about:blank', status: answer.status, code: expect.any(String) });
    }),
    { numRuns: 1500 },
  );
});
