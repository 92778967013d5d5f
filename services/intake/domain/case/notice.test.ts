import { describe, expect, test } from 'vitest';
import { acting, at, made } from '../../acting.fake.ts';
import { applicationOf, itemOf } from '../../cases.fake.ts';
import type { Item } from '../catalogue/item.ts';
import type { Application } from './application.ts';
import type { Correction } from './correction.ts';
import * as asking from './notice.ts';

const material = (type: string, must: 'must' | 'optional' | 'deferrable'): Item['materials'][number] => ({
  type,
  name: type,
  must,
  source: 'applicant',
  sharedResource: null,
  about: 'party',
  originals: 1,
  copies: 0,
});
const item = itemOf({ materials: [material('plan', 'deferrable'), material('lease', 'must')] });

/** Handed in on Monday, August 3. */
const submitted = (rest: Partial<Application> = {}) =>
  applicationOf({ state: 'submitted', submittedAt: at('08-03 09:00'), ...rest });
const defect = (place: { pointer?: string; material?: string }) => ({ ...place, what: '缺', mend: '补' });
const answered = (...defects: Correction['defects']): Correction => ({
  at: at('08-03 10:00'),
  by: 'clerk',
  days: 20,
  defects,
  fault: false,
  answeredAt: at('08-03 11:00'),
});
const document = { materialId: '0190a5b2-0000-7000-8000-000000000009', version: 1 };
const notice = (...defects: Correction['defects']) => ({ defects, days: 20, why: '现场发现' });

describe('a correction notice', () => {
  const ask = asking.requestCorrection({ item, form: {} });

  test.each<[string, Partial<Correction> | undefined, { pointer?: string; material?: string }, boolean]>([
    ['the first', undefined, { pointer: '/operator' }, false],
    ['a place that could have been named', {}, { pointer: '/contact' }, true],
    ['another place of the same material', {}, { material: 'plan' }, true],
    ['what was asked once and stayed as it was', { changed: [] }, { pointer: '/operator' }, true],
    ['what the answer changed', { changed: ['/operator'] }, { pointer: '/operator' }, false],
    ['what it changed a part of', { changed: ['/contact/name'] }, { pointer: '/contact' }, false],
    ['what came in with it', { changed: ['/managers/0'] }, { pointer: '/managers/0/id' }, false],
    ['what it did not change', { changed: ['/operator'] }, { pointer: '/contact/name' }, true],
    ['words about a material', { answers: [{ material: 'plan', text: '已盖章' }] }, { material: 'plan' }, true],
    ['a new document for it', { answers: [{ material: 'plan', text: '新图', document }] }, { material: 'plan' }, false],
    [
      'a new document for another',
      { answers: [{ material: 'lease', text: '新', document }] },
      { material: 'plan' },
      true,
    ],
  ])(
    'tells all at once, once; a later one is the office’s fault but for what the answer brought: %s',
    (...[, earlier, place, fault]) => {
      const corrections = earlier ? [{ ...answered(defect({ pointer: '/operator' })), ...earlier }] : [];
      const form = { operator: '甲', contact: { name: '乙' }, managers: [{ id: '1' }] };
      const asked = asking.requestCorrection({ item, form })(submitted({ corrections }), acting(notice(defect(place))));
      const about = place.pointer ?? place.material;
      expect(made(asked).application.corrections.at(-1)?.fault).toBe(fault);
      expect(made(asked).findings).toEqual(fault ? [{ rule: 'second-notice', about }] : undefined);
    },
  );

  test.each([
    ['on-site' as const, false],
    [undefined, true],
  ])('after acceptance asks for what the review has shown: %s, else it is the office’s fault: %s', (shownBy, fault) => {
    const accepted = submitted({ state: 'accepted', acceptedAt: at('08-03 09:30') });
    const body = { ...notice(defect({ material: 'plan' })), shownBy };
    const { application, findings } = made(asking.requestSupplement({ item, form: {} })(accepted, acting(body)));
    expect([application.corrections.at(-1), findings]).toEqual([
      expect.objectContaining({ fault }),
      fault ? [{ rule: 'second-notice', about: 'plan' }] : undefined,
    ]);
  });

  test('demands nothing off the list', () => {
    expect(ask(submitted(), acting(notice(defect({ material: 'photo' }))))).toMatchObject({ refused: 'not-on-list' });
  });

  test('is given more time once more', () => {
    const correcting = submitted({ state: 'correcting', corrections: [answered(defect({ pointer: '/operator' }))] });
    const change = made(asking.extendCorrection(correcting, acting({ days: 5, reason: '病假' })));
    expect(change.application.corrections).toMatchObject([{ days: 20, extraDays: 5 }]);
    expect(change.reason).toBe('病假');
    const none = asking.extendCorrection(submitted({ state: 'correcting' }), acting({ days: 5, reason: '-' }));
    expect(none).toEqual({ refused: 'wrong-state' });
  });

  test('after acceptance stops the clock', () => {
    const accepted = submitted({ state: 'accepted', acceptedAt: at('08-03 09:30') });
    const ask = asking.requestSupplement({ item, form: {} });
    const { application, reason } = made(ask(accepted, acting(notice(defect({ material: 'plan' })))));
    expect(application).toMatchObject({ state: 'supplementing', corrections: [{ days: 20 }] });
    expect(application.pauses).toEqual([{ kind: 'supplement', from: at('08-03 09:00'), why: '现场发现' }]);
    expect(reason).toBe('现场发现');
    expect(ask(accepted, acting(notice(defect({ material: 'photo' }))))).toMatchObject({ refused: 'not-on-list' });
  });
});
