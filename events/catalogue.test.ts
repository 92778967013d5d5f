import { globSync } from 'node:fs';
import { basename, join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { catalogue } from '#events/catalogue';
import { envelope } from '#events/event';
import { examplePath, fileOf, readJson, schemaPath } from '../test/docs/event-facts.ts';
import { breaches, breachesOf } from '../test/docs/frozen.ts';
import { fieldsOf, jsonSchemaOf, readSchema } from '../test/docs/json-schema.ts';
import { root } from '../test/tree/sources.ts';

const contractOf = (type: string) => catalogue.find((one) => one.type === type);
const names = (pattern: string) => globSync(pattern, { cwd: root }).map((path) => basename(path, '.json'));

/** What the queue wrapper does with a message: the envelope first, then the data by the contract of its type. */
function isTaken(event: unknown): boolean {
  const read = envelope().safeParse(event);
  return read.success && (contractOf(read.data.type)?.data.safeParse(read.data.data).success ?? false);
}

describe('the catalogue', () => {
  test('lists every contract there is, once', () => {
    const files = globSync('events/*/*.v*.ts', { cwd: root });

    expect(catalogue.map(({ type }) => fileOf(type)).toSorted()).toEqual(files.toSorted());
  });

  test.each(catalogue)('exports $type under the name of its file', async ({ type }) => {
    const pascal = type
      .split('.')
      .slice(1)
      .join('-')
      .replaceAll(/(?:^|-)(\w)/g, (_, letter: string) => letter.toUpperCase());
    const file = join(root, fileOf(type));
    const exported = await import(file);

    expect(Object.keys(exported)).toEqual([pascal]);
    expect(exported[pascal].type).toBe(type);
  });

  test.each(catalogue)('keeps names and numbers of persons out of $type', ({ data }) => {
    const personal = /name|phone|mobile|mail|address|birth|gender|number|idcard|uscc|account|opinion|remark|text/i;

    expect(
      fieldsOf(jsonSchemaOf(data))
        .map(({ path }) => path)
        .filter((path) => personal.test(path)),
    ).toEqual([]);
  });
});

describe('the examples', () => {
  test('are one for each type, under its name', () => {
    expect(names('events/examples/*.json').toSorted()).toEqual(catalogue.map(({ type }) => type).toSorted());
  });

  test.each(catalogue)('of $type is taken, has that type and stays below 8 KB', ({ type }) => {
    const example = readJson(examplePath(type));

    expect(example).toMatchObject({ type });
    expect(isTaken(example)).toBe(true);
    expect(Buffer.byteLength(JSON.stringify(example))).toBeLessThanOrEqual(8192);
  });

  test.each(catalogue)('of $type is still taken with fields that nobody knows yet', ({ type }) => {
    const example = envelope().parse(readJson(examplePath(type)));

    expect(isTaken({ ...example, later: 1, data: { ...example.data, later: { deep: true } } })).toBe(true);
  });

  test.each(names('events/examples/bad/*.json'))('%s is refused', (name) => {
    const type = name.slice(0, name.lastIndexOf('.'));

    expect(contractOf(type)).toBeDefined();
    expect(isTaken(readJson(`events/examples/bad/${name}.json`))).toBe(false);
  });
});

describe('a released contract', () => {
  test('is frozen under its name', () => {
    expect(names('events/schemas/*.json').toSorted()).toEqual(catalogue.map(({ type }) => type).toSorted());
    expect(schemaPath('a.b.v1')).toBe('events/schemas/a.b.v1.json');
  });

  test('gains optional fields only; anything else is a new version', () => {
    expect(breaches()).toEqual([]);
  });

  const frozen = readSchema({
    type: 'object',
    properties: { id: { type: 'string' }, lines: { type: 'array', items: { type: 'object', properties: {} } } },
    required: ['id'],
  });
  test.each([
    ['a field that is gone', { ...frozen, properties: {} }, 2],
    ['another type', { ...frozen, properties: { ...frozen.properties, id: { type: 'integer' } } }, 1],
    ['a field that must be there now', { ...frozen, required: ['id', 'lines'] }, 1],
    ['a field that need not be there any more', { ...frozen, required: [] }, 1],
    ['a closed object', { ...frozen, additionalProperties: false }, 1],
    ['an optional field more', { ...frozen, properties: { ...frozen.properties, later: { type: 'string' } } }, 0],
    ['other words', { ...frozen, description: 'the same in other words' }, 0],
  ])('with %s is told', (_, now, count) => {
    expect(breachesOf(frozen, readSchema(now))).toHaveLength(count);
  });
});
