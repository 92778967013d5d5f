import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { filesIn, tarOf } from '#shared/tar';

const at = new Date('2026-08-12T02:00:00Z');
const entry = (name: string, size: number) => ({ name, bytes: Buffer.alloc(size, 'x') });

test.each([0, 1, 511, 512, 513, 5000])('files of %i bytes come out as they went in', (size) => {
  const entries = [entry('manifest.json', size), entry('documents/2-receipt.pdf', size + 1)];
  const tar = tarOf(entries, at);
  expect(filesIn(tar).map(({ name, bytes }) => [name, Buffer.from(bytes).toString()])).toEqual(
    entries.map(({ name, bytes }) => [name, bytes.toString()]),
  );
  expect(tarOf(entries, at).equals(tar)).toBe(true);
});

test('any tar program unpacks it', () => {
  const folder = mkdtempSync(join(tmpdir(), 'banshi-tar-'));
  writeFileSync(join(folder, 'it.tar'), tarOf([entry('a/b.json', 700)], at));
  execFileSync('tar', ['-xf', 'it.tar'], { cwd: folder });
  expect(readFileSync(join(folder, 'a/b.json'), 'utf8')).toBe('x'.repeat(700));
  rmSync(folder, { recursive: true });
});

test('a broken header and a name that does not fit are found', () => {
  const tar = tarOf([entry('a', 3)], at);
  tar[0] = 98;
  expect(() => filesIn(tar)).toThrow('broken');
  expect(() => tarOf([entry('名.json', 1)], at)).toThrow('does not fit');
});
