import { existsSync, readFileSync } from 'node:fs';
import { isBuiltin } from 'node:module';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import * as z from 'zod';
import { broken, imported, isDeployable, isTest, packageOf, reachable, uses } from './tree/rules.ts';
import { importsOf, root, sourceAt, sourceFiles, type SourceFile } from './tree/sources.ts';

const sources = sourceFiles();
const serviceOf = (path: string) => /^services\/([^/]+)\//.exec(path)?.[1];
const deployable = sources.filter(isDeployable);
const inServices = deployable.filter(({ path }) => serviceOf(path));

describe('imports', () => {
  test('each resolve to a file, a built-in or a package that package.json names', () => {
    const manifest = z
      .object({ dependencies: z.record(z.string(), z.string()), devDependencies: z.record(z.string(), z.string()) })
      .parse(JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')));
    // `@types/aws-lambda` types a module that does not exist; the SDK brings its own parts, in step with its clients.
    const brought = ['aws-lambda', '@smithy/'];
    const named = [...Object.keys({ ...manifest.dependencies, ...manifest.devDependencies }), ...brought];

    expect(
      broken(sources, (source) =>
        imported(source)
          .filter(({ specifier, file }) =>
            file
              ? !existsSync(join(root, file))
              : !isBuiltin(specifier) &&
                !named.some((name) => `${specifier}/`.startsWith(`${name.replace(/\/$/, '')}/`)),
          )
          .map(({ specifier }) => specifier),
      ),
    ).toEqual([]);
  });

  test('lead from no service to another, and from none to infra, localstack or test', () => {
    expect(
      broken(inServices, (source) =>
        imported(source)
          .filter(({ file }) => file && !/^(shared|events)\//.test(file) && serviceOf(file) !== serviceOf(source.path))
          .map(({ specifier }) => specifier),
      ),
    ).toEqual([]);
  });

  test('on demand name their file, so that these rules and the bundler see it', () => {
    const unnamed = /\bimport\((?!'[^']+'\))[^)]*\)?/g;

    expect(broken(deployable, uses(unnamed))).toEqual([]);
    expect(
      imported({ path: 'services/a/routes/x.ts', text: '', lines: 0, imports: importsOf('x.ts', "import('../y.ts')") }),
    ).toEqual([{ specifier: '../y.ts', typeOnly: false, file: 'services/a/y.ts' }]);
  });

  test('of shared/ and events/ know no service', () => {
    const foundation = deployable.filter(({ path }) => !serviceOf(path));

    expect(
      broken(foundation, (source) =>
        imported(source)
          .filter(({ file }) => file && !/^(shared|events)\//.test(file))
          .map(({ specifier }) => specifier),
      ),
    ).toEqual([]);
    expect(
      broken(
        foundation.filter(({ path }) => path.startsWith('events/')),
        (source) =>
          imported(source)
            .filter(
              ({ specifier, file }) => !file?.startsWith('events/') && !['zod', '#shared/once'].includes(specifier),
            )
            .map(({ specifier }) => specifier),
      ),
    ).toEqual([]);
  });

  test('of domain/ are pure: itself, events, zod and what computes without a world', () => {
    const pure = new Set([
      'zod',
      '#shared/calendar', // legal days: arithmetic over a published calendar that is handed in
      '#shared/money', // arithmetic over fen
      '#shared/csv', // rows to the text of a file
      '#shared/mask', // texts to masked texts
      '#shared/actor', // the words for roles and claims, as zod schemas
      '#shared/identity-number', // arithmetic over digits
      '#shared/document-number', // the same, by kind of document
      '#shared/licence-number', // the same, of a licence
      '#shared/party', // ids of parties: the key is handed in
      '#shared/retention', // arithmetic over days
      '#shared/paper/sheet', // what stands on a paper: types, and a day in words
      '#shared/once', // makes a schema when it is first asked for, always the same one
    ]);
    const domains = inServices.filter(({ path }) => path.includes('/domain/'));

    expect(domains.length).toBeGreaterThan(5);
    expect(
      broken(domains, (source) =>
        imported(source)
          .filter(({ specifier, file }) => {
            if (pure.has(specifier) || file?.startsWith('events/')) return false;
            return !file?.startsWith(`services/${serviceOf(source.path)}/domain/`);
          })
          .map(({ specifier }) => specifier),
      ),
    ).toEqual([]);
    expect(broken(domains, uses(/\b(?:async|await|Promise)\b/g))).toEqual([]);
  });

  test('of what is deployed need no development dependency', () => {
    const { devDependencies } = z
      .object({ devDependencies: z.record(z.string(), z.string()) })
      .parse(JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')));
    const deployed = reachable(sources.filter(({ path }) => path.endsWith('.lambda.ts')));

    expect(deployed.length).toBeGreaterThan(40);
    expect(deployed.filter(isTest)).toEqual([]);
    expect(
      broken(deployed, ({ imports }) =>
        imports
          .filter(({ specifier, typeOnly }) => !typeOnly && Object.hasOwn(devDependencies, packageOf(specifier)))
          .map(({ specifier }) => specifier),
      ),
    ).toEqual([]);
  });
});

describe('the world', () => {
  // The clock, chance and the environment come in as arguments; what makes them is listed here.
  const clockOrChance =
    /\bnew Date\(\)|\bDate\.now\b|\bMath\.random\b|\brandomUUID\b|\brandomBytes\b|\bperformance\.now\b/g;
  const environment = /\bprocess\.\w+/g;
  const makers = new Set(['shared/runtime.ts']);
  const inDeps = ({ path }: SourceFile) => /^services\/[^/]+\/deps\.ts$/.test(path) || makers.has(path);

  test('enters a service by its deps.ts alone', () => {
    const others = deployable.filter((file) => !inDeps(file));

    expect(broken(others, uses(clockOrChance))).toEqual([]);
    expect(broken(others, uses(environment))).toEqual([]);
  });

  test('does not enter domain/ at all, not even by an id or a line on the console', () => {
    expect(broken(inServices, uses(/\bconsole\.\w+/g))).toEqual([]);
    expect(
      broken(
        inServices.filter(({ path }) => path.includes('/domain/')),
        uses(/\bcrypto\b|\bsetTimeout\b|\bfetch\b/g),
      ),
    ).toEqual([]);
  });
});

/** The contracts that a file names. */
function eventsIn(path: string): string[] {
  return imported(sourceAt(path))
    .flatMap(({ file }) => (file && /\.v\d+\.ts$/.test(file) ? [file] : []))
    .toSorted();
}

describe('events', () => {
  test('that the infrastructure brings to a service are those its consumer handles', () => {
    const consumers = [
      { entry: 'consume.lambda.ts', brought: (service: string) => `infra/${service}.ts` },
      { entry: 'documents.lambda.ts', brought: () => 'infra/documents.ts' },
      { entry: 'stamp.lambda.ts', brought: () => 'infra/copies.ts' },
      { entry: 'sheets.lambda.ts', brought: () => 'infra/closing-sheets.ts' },
      { entry: 'receipts.lambda.ts', brought: () => 'infra/receipts.ts' },
    ];

    for (const { entry, brought } of consumers)
      for (const { path } of sources.filter((one) => one.path.endsWith(`/${entry}`))) {
        // The table of who takes what stands in the entry, or beside it where tests bring facts by it.
        const beside = path.replace('consume.lambda.ts', 'subscriptions.ts');
        const table = sources.some((one) => one.path === beside) ? beside : path;
        expect([path, eventsIn(table)]).toEqual([path, eventsIn(brought(serviceOf(path) ?? ''))]);
      }
  });
});
