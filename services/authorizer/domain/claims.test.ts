import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';

import { readClaims } from './claims.ts';

const person = {
  sub: 'citizen',
  exp: 1_800_000_000,
  kind: 'person',
  assurance: 3,
  document: { kind: 'resident-id', number: '11010519491231002X' },
};
const clerk = {
  sub: 'clerk',
  exp: 1_800_000_000,
  kind: 'staff',
  assurance: 3,
  acr: 'mfa',
  posts: [{ role: 'window', district: 'gulou' }],
};
const company = { ...person, kind: 'organisation', document: undefined, uscc: '91110000600037341L' };

test('a person is the party of the document', () => {
  expect(readClaims({ ...person, orgs: ['91110000600037341L'], name: '示例' })).toEqual({
    actor: { sub: 'citizen', kind: 'person', assurance: 3, posts: [] },
    document: person.document,
    orgs: [{ kind: 'uscc', number: '91110000600037341L' }],
    exp: person.exp,
  });
});

test('an organisation is the party of its code, even where the code breaks the check', () => {
  expect(readClaims(company)).toMatchObject({ document: { kind: 'uscc', number: '91110000600037341L' } });
  expect(readClaims({ ...company, uscc: '91110000600037341N' })).toMatchObject({ actor: { kind: 'organisation' } });
});

test('staff are the party of their document, or else of their account', () => {
  expect(readClaims(clerk)).toMatchObject({ document: { kind: 'account', number: 'clerk' }, actor: { acr: 'mfa' } });
  expect(readClaims({ ...clerk, document: person.document })).toMatchObject({ document: person.document });
});

test('an end with a fraction is whole seconds afterwards', () => {
  expect(readClaims({ ...person, exp: 1_800_000_000.9 })).toMatchObject({ exp: 1_800_000_000 });
});

test('whatever a payload holds, it is read or refused, and nobody without a second factor holds a post', () => {
  const change = fc.tuple(fc.constantFrom(...Object.keys({ ...clerk, ...person })), fc.jsonValue());
  fc.assert(
    fc.property(fc.constantFrom(person, clerk, company), fc.array(change, { maxLength: 4 }), (payload, changes) => {
      const read = readClaims({ ...payload, ...Object.fromEntries(changes) });
      if ('refused' in read) return;
      expect(read.actor.posts.length === 0 || read.actor.acr === 'mfa').toBe(true);
    }),
  );
});

describe('refused', () => {
  test.each([
    ['no payload', undefined],
    ['no subject', { ...person, sub: '' }],
    ['an unknown kind', { ...person, kind: 'robot' }],
    ['no assurance', { ...person, assurance: undefined }],
    ['an assurance that does not exist', { ...person, assurance: 4 }],
    ['a person without a document', { ...person, document: undefined }],
    ['a number that fails its check', { ...person, document: { kind: 'resident-id', number: '36042619910102009X' } }],
    ['an organisation without a code', { ...company, uscc: undefined }],
    ['a role that does not exist', { ...clerk, posts: [{ role: 'king', district: 'gulou' }] }],
    ['posts that are no list', { ...clerk, posts: 'window' }],
  ])('%s', (_, payload) => {
    expect(readClaims(payload)).toEqual({ refused: 'broken-claims' });
  });

  test.each([undefined, 'pwd', 'MFA'])('staff whose second factor is %s', (acr) => {
    expect(readClaims({ ...clerk, acr })).toEqual({ refused: 'second-factor-missing' });
  });

  test('a machine without a second factor', () => {
    expect(readClaims({ ...clerk, kind: 'service', acr: undefined })).toEqual({ refused: 'second-factor-missing' });
  });

  test('a citizen who carries a post', () => {
    expect(readClaims({ ...person, posts: clerk.posts })).toEqual({ refused: 'posts-without-office' });
  });
});
