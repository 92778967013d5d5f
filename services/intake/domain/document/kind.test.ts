import { describe, expect, test } from 'vitest';
import type { ApplicationState } from '../case/application.ts';
import { acts, type Act } from '../case/graph.ts';
import { documentKind, documentsDue } from './kind.ts';
import { documentNumber, isNumbered } from './number.ts';

const due = (act: Act, before: ApplicationState = 'submitted', after: ApplicationState = 'accepted') =>
  documentsDue({ before: { state: before }, application: { id: 'a', state: after }, act });

describe('a document is owed', () => {
  test('by every act of the law that must be in writing, and by no other', () => {
    const owing = acts.filter((act) => due(act, 'accepted', 'accepted').length > 0);
    expect(owing.toSorted()).toEqual(
      `accept accept-silently approve-refusal close-uncorrected decide extend extend-correction forward renew-silently request-correction
      request-supplement resubmit signpost-agreed submit suspend void withdraw`.split(/\s+/),
    );
  });

  test('for a submission with its form; for a draft taken back not at all', () => {
    expect(due('submit', 'draft', 'submitted')).toEqual(['application-form', 'receipt']);
    expect(due('withdraw', 'draft', 'withdrawn')).toEqual([]);
    expect(due('edit', 'draft', 'draft')).toEqual([]);
  });

  test('as a decision where acceptance is all (备案)', () => {
    expect(due('accept')).toEqual(['acceptance-notice']);
    expect(due('accept', 'submitted', 'decided')).toEqual(['decision']);
  });
});

test('every kind but the form has a number of the office, each with a word of its own', () => {
  const office = { zh: '鼓楼区市场监督管理局', en: '' };
  const numbers = documentKind()
    .options.filter(isNumbered)
    .map((kind) => documentNumber(office, kind, { day: '2026-08-03', sequence: 12 }));
  expect(numbers).toContain('鼓楼区市场监督管理局受字〔2026〕12号');
  expect(new Set(numbers).size).toBe(documentKind().options.length - 1);
});
