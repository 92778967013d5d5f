import { describe, expect, test } from 'vitest';
import { roles } from '#shared/actor';
import { applicationOf } from '../../cases.fake.ts';
import { channel } from '../catalogue/item.ts';
import { applicationState } from './application.ts';
import type { Capacity } from './graph.ts';
import { sees, viewOf } from './view.ts';

const states = applicationState.options;
const capacities: readonly Capacity[] = ['applicant', ...roles];

describe('personal fields of a form', () => {
  test('are the applicant’s own, with or without a reason', () => {
    expect([viewOf(['applicant'], undefined), viewOf(['applicant'], 'r')]).toEqual(['own', 'own']);
  });

  test.each<Capacity>(['window', 'approver', 'head', 'lead', 'supervisor'])(
    'are masked to a %s, until he says why',
    (role) => {
      expect([viewOf([role], undefined), viewOf([role], 'r')]).toEqual(['masked', 'recorded']);
    },
  );

  test.each<Capacity>(['community', 'kiosk', 'hotline'])('stay masked to a %s, whatever he says', (role) => {
    expect([viewOf([role], undefined), viewOf([role], 'r')]).toEqual(['masked', 'not-needed']);
  });
});

const viewer = (capacity: Capacity, departments: readonly string[] | 'any', ...parties: string[]) => ({
  capacities: [capacity],
  parties,
  departments,
  office: `gulou/${capacity}`,
});
/** As a clerk of that post in Gulou entered it. */
const enteredAt = (entered: string, state?: 'submitted') =>
  applicationOf({
    channel: channel.parse(entered),
    entry: { ...enteredBy, office: `gulou/${entered}` },
    ...(state && { state }),
  });
const enteredBy = { clerk: 'st_1', documentsSeen: [], originalChecked: false, signatureKept: false };

describe('who sees a case', () => {
  test('an applicant: his own and those of his organisations, in every state; of others none', () => {
    for (const state of states) {
      const found = applicationOf({ state });
      expect(sees(viewer('applicant', [], 'p_company'), found)).toBe(true);
      expect(sees(viewer('applicant', [], 'p_li', 'p_company'), found)).toBe(true);
      expect(sees(viewer('applicant', [], 'p_li'), found)).toBe(false);
    }
  });

  test('an officer of a department: its cases, once handed in', () => {
    for (const state of states) {
      const found = applicationOf({ state });
      expect(sees(viewer('approver', ['amr']), found)).toBe(state !== 'draft');
      expect(sees(viewer('approver', ['health', 'amr']), found)).toBe(state !== 'draft');
      expect(sees(viewer('approver', ['health']), found)).toBe(false);
      expect(sees(viewer('approver', []), found)).toBe(false);
      expect(sees(viewer('approver', ['health']), { ...found, departments: ['amr', 'health'] })).toBe(
        state !== 'draft',
      );
      expect(sees(viewer('supervisor', 'any'), found)).toBe(state !== 'draft');
    }
  });

  test('a draft: beside the applicant only the desk that entered it, by its role', () => {
    for (const capacity of capacities.filter((one) => one !== 'applicant')) {
      for (const entered of channel.options) {
        const own = ['window', 'community', 'kiosk', 'hotline'].includes(entered) && entered === capacity;
        expect(sees(viewer(capacity, 'any'), enteredAt(entered))).toBe(own);
      }
    }
  });

  test('a desk without casework: of cases that were handed in, too, only those of its own kind and district', () => {
    for (const entered of channel.options) {
      const found = enteredAt(entered, 'submitted');
      for (const desk of ['community', 'kiosk', 'hotline'] as const) {
        expect(sees(viewer(desk, 'any'), found)).toBe(entered === desk);
        expect(sees({ ...viewer(desk, 'any'), office: `jinan/${desk}` }, found)).toBe(false);
      }
      expect(sees(viewer('window', 'any'), found)).toBe(true);
    }
  });

  test('nobody without a capacity', () => {
    expect(sees({ capacities: [], parties: ['p_company'], departments: [], office: 'none' }, applicationOf())).toBe(
      false,
    );
  });
});
