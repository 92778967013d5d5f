import { describe, expect, test } from 'vitest';
import { viewOf, type Capacity } from './application.ts';

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
