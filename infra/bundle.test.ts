import { execFile } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { bundle } from './bundle.ts';
import type { BundleReport } from './bundle.ts';

const run = promisify(execFile);

/** Whatever a function asks of its environment at start. */
const environment = Object.fromEntries(
  `BANSHI_SET=gulou BANSHI_CITY=fuzhou TABLE_NAME=table BUS_NAME=bus DISTRICTS=[] SET_BASES=
  TOKEN_ISSUER=https://issuer.test TOKEN_AUDIENCE=banshi TOKEN_JWKS={"keys":[]} TOKEN_JWKS_URI=
  PARTY_KEY_SECRET_ARN=secret DOCUMENT_BUCKET=bucket MATERIAL_BUCKET=bucket STATEMENT_BUCKET=bucket BATCH_BUCKET=bucket SCANNER_ADDRESS=localhost:3310 SANDBOX=off NOTICE_ADDRESS= RETURN_ADDRESS= SHARING_ADDRESS= SHARING_KEY_SECRET_ARN=secret SEAL_SECRET_ARN=secret COUNTING_KEY_SECRET_ARN=secret HAND_OVER_BUCKET=bucket CITY_BASE=https://city.test SET_NAME={"zh":"-","en":"-"} POWERTOOLS_SERVICE_NAME=test POWERTOOLS_LOG_LEVEL=INFO
  AWS_REGION=local-1 AWS_ACCESS_KEY_ID=id AWS_SECRET_ACCESS_KEY=secret AWS_SESSION_TOKEN=token`
    .split(/\s+/)
    .map((pair) => pair.split('=', 2)),
);

/** Loads files of one function in a Node of its own and tells what each exports, and whether undici came along. */
async function load(...paths: string[]): Promise<{ exports: string[][]; undici: boolean }> {
  const script = `const { pathToFileURL } = await import('node:url');
    const exports = [];
    for (const path of ${JSON.stringify(paths)}) exports.push(Object.keys(await import(pathToFileURL(path))));
    const undici = process.moduleLoadList.some((module) => module.includes('undici'));
    process.stdout.write(JSON.stringify({ exports, undici }));`;
  const { stdout } = await run(process.execPath, ['--input-type=module', '-e', script], { env: environment });
  return JSON.parse(stdout);
}

describe('the bundles', () => {
  let folder: string;
  let report: BundleReport;

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'banshi-bundles-'));
    report = await bundle(folder);
  }, 120_000);

  afterAll(() => rm(folder, { recursive: true, force: true }));

  it('are one per function, with its size, and files for what it loads on demand', () => {
    const names = report.map(({ name }) => name);
    expect(names).toEqual(
      expect.arrayContaining(['authorizer/authorizer', 'intake/api', 'notifications/consume', 'site/site']),
    );
    expect(names).toEqual(expect.arrayContaining([expect.stringMatching(/^intake\/api\/[a-z-]+-[A-Z0-9]{8}\.mjs$/)]));
    for (const { kilobytes } of report) expect(kilobytes).toBeGreaterThan(0);
  });

  it('each start, have a handler, and leave undici where it is', { timeout: 120_000 }, async () => {
    for (const { name } of report.filter((one) => !one.name.endsWith('.mjs'))) {
      expect([name, await load(join(folder, name, 'index.mjs'))]).toEqual([
        name,
        { exports: [['handler']], undici: false },
      ]);
    }
  });

  it('each load what they load on demand', { timeout: 120_000 }, async () => {
    const names = report.map(({ name }) => name).filter((name) => name.endsWith('.mjs'));
    for (const [of, files] of Map.groupBy(names, dirname)) {
      const { exports } = await load(...files.map((name) => join(folder, name)));
      const empty = files.filter((_, n) => exports[n]?.length === 0);
      expect([of, exports.length, empty]).toEqual([of, files.length, []]);
    }
  });
});
