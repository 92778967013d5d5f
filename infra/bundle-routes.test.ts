import { expect, it } from 'vitest';
import { withoutDescriptions, withoutWords, withPureConstants } from './bundle-routes.ts';

it('leaves of a route what answers requests', () => {
  const source = `route({
    method: 'POST',
    summary: 'Say, in "words", (what) it\\'s for',
    may: [anyone],
    reply: { status: 200, schema: schemas.reply },
    refusals: [a, ...b, c['d']],
    run: act(),
  })`;
  expect(withoutWords(source).replaceAll(/\s+/g, ' ')).toBe(`route({ method: 'POST', may: [anyone], run: act(), })`);
});

it('leaves out the last property of an object, and one on the line of others', () => {
  expect(withoutWords(`x({ ...spec, path, reply: { status: 200, schema } })`)).toBe('x({ ...spec, path, })');
  expect(withoutWords(`const x = { may, refusals: [a] };`)).toBe('const x = { may, };');
});

it('imports nothing that only those words used', () => {
  const source = `import { a, b } from '../a.ts';\nimport { c } from '../c.ts';\nimport * as d from '../d.ts';\nimport * as e from '../e.ts';
x({ may: [b], refusals: [a, c], reply: d.reply, body: e.body })`;
  expect(withoutWords(source).replaceAll(/\s+/g, ' ')).toBe(
    `import { b } from '../a.ts'; import * as e from '../e.ts'; x({ may: [b], body: e.body })`,
  );
});

it('leaves types and other words alone', () => {
  const source = `interface Spec {\n  summary: string;\n  refusals: readonly Problem[];\n}\nconst { reply } = call; // a reply: none`;
  expect(withoutWords(source)).toBe(source);
});

it('refuses a value without an end', () => {
  expect(() => withoutWords(`x({ summary: [`)).toThrow('no end');
});

it('leaves of a schema what it checks, and not what it says of itself', () => {
  const source = `z.object({
    a: z.int().min(1).describe('How many (at least 1), it\\'s "said"'),
    b: z
      .enum(['x'])
      .optional()
      .meta({ description: \`of \${c}\`, id: 'B' }),
    d: z.int().describe(
      'one that is long',
    ),
  }).meta({ id: 'Whole' });`;
  expect(withoutDescriptions(source).replaceAll(/\s+/g, ' ')).toBe(
    `z.object({ a: z.int().min(1), b: z .enum(['x']) .optional(), d: z.int(), });`,
  );
});

it('marks schemas as free of side effects', () => {
  expect(withPureConstants('export const a = once(() => z.int());')).toBe(
    'export const a = /* @__PURE__ */ once(() => z.int());',
  );
});
