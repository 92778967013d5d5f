import { readFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

import { describe, expect, test } from 'vitest';

import { siteDeps } from '../deps.ts';
import { answer } from './answer.ts';

const scalar = join(dirname(fileURLToPath(import.meta.resolve('@scalar/api-reference'))), 'browser/standalone.js');
const gulou = { key: 'gulou', code: '350102', name: '鼓楼区', nameEn: 'Gulou', services: ['intake'] };
const jinan = { ...gulou, key: 'jinan', code: '350111', name: '晋安区', nameEn: "Jin'an" };
const env = {
  BANSHI_SET: 'gulou',
  DISTRICTS: JSON.stringify([gulou, jinan]),
  SET_BASES: 'http://localhost:8787/{set}/v1',
};

const file = (name: string) => (name === 'standalone.js' ? readFile(scalar, 'utf8') : Promise.resolve('{"openapi":1}'));

function get(resource: string, { proxy, bases = env.SET_BASES, path, language }: Record<string, string> = {}) {
  const deps = siteDeps({ ...env, SET_BASES: bases });
  const at = path ?? resource.replace('{proxy+}', proxy ?? '');
  return answer({ ...deps, file })({
    resource,
    path: at,
    headers: language === undefined ? null : { 'Accept-Language': language },
    pathParameters: proxy === undefined ? null : { proxy },
    requestContext: { domainName: 'api1.execute-api.cn-north-1.amazonaws.com.cn', path: `/v1${at}` },
  });
}

test('health says which set answers', async () => {
  const { statusCode, body, headers } = await get('/health');

  expect({ statusCode, body: JSON.parse(body) }).toEqual({ statusCode: 200, body: { status: 'ok', set: 'gulou' } });
  expect(headers).toMatchObject({ 'Cache-Control': 'no-store', 'Access-Control-Allow-Origin': '*' });
});

test('the API is the file as it was deployed', async () => {
  expect((await get('/openapi.json')).body).toBe('{"openapi":1}');
});

describe('the directory', () => {
  test('gives every set with its base', async () => {
    expect(JSON.parse((await get('/districts')).body)).toEqual({
      items: [
        { ...gulou, base: 'http://localhost:8787/gulou/v1' },
        { ...jinan, base: 'http://localhost:8787/jinan/v1' },
      ],
    });
  });

  test('without bases knows its own from the request and guesses no other', async () => {
    expect(JSON.parse((await get('/districts', { bases: '' })).body)).toMatchObject({
      items: [
        { key: 'gulou', base: 'https://api1.execute-api.cn-north-1.amazonaws.com.cn/v1' },
        { key: 'jinan', base: null },
      ],
    });
  });
});

describe('the reference page', () => {
  test('asks nothing of anybody else, and its policy holds it to that', async () => {
    const { body, headers } = await get('/docs');

    expect(body).not.toMatch(/https?:|="\/|\/\//);
    expect(body).toContain('src="docs/scalar.js"');
    expect(body).not.toMatch(/<script>|<script[^>]*>[^<]/);
    expect(headers?.['Content-Security-Policy']).toMatch(/^default-src 'none'; script-src 'self';/);
    expect(headers?.['Content-Security-Policy']).not.toMatch(/https?:|\*/);
  });

  test('called with a slash at its end leads to the one without', async () => {
    expect(await get('/docs', { path: '/docs/' })).toMatchObject({ statusCode: 308, headers: { Location: '../docs' } });
  });

  test('its script is whole and below the limit of an answer', async () => {
    const found = await get('/docs/{proxy+}', { proxy: 'scalar.js' });

    expect(found.headers?.['Content-Type']).toMatch(/^text\/javascript/);
    expect(found.body.length).toBeGreaterThan(1_000_000);
    expect(Buffer.byteLength(JSON.stringify(found))).toBeLessThan(6 * 1024 * 1024);
  });
});

test.each([
  { resource: '/docs/{proxy+}', proxy: 'other.js', language: 'fr', title: '未找到。' },
  { resource: '/docs/{proxy+}', proxy: '../openapi.json', language: 'zh-CN', title: '未找到。' },
  { resource: '/{proxy+}', proxy: 'nowhere', language: 'en', title: 'Not found.' },
])('$resource with $proxy is not found', async ({ resource, proxy, language, title }) => {
  const { statusCode, headers, body } = await get(resource, { proxy, language });

  expect(statusCode).toBe(404);
  expect(headers?.['Content-Type']).toBe('application/problem+json');
  expect(JSON.parse(body)).toMatchObject({ code: 'not-found', status: 404, title });
});

test('a directory that cannot be read stops the start', () => {
  expect(() => siteDeps({ ...env, DISTRICTS: '[{}]' })).toThrow();
  expect(() => siteDeps({ ...env, SET_BASES: 'https://one.example/v1' })).toThrow();
});
