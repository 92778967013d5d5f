import { expect, test } from 'vitest';
import { calendar2026 } from '#shared/calendars';
import { applicationOf, itemOf, offeredItem } from '../../cases.fake.ts';
import { acceptance } from './taking-in.ts';

test('a notice of acceptance has the promise in full: by whom it was signed and when, where it is kept, and until when', () => {
  const at = new Date('2026-08-05T02:00:00Z');
  const promise = {
    wording: '2026-1',
    text: '本人承诺三日内补齐。',
    sha256: 'hash-of-it',
    signedAt: at,
    signedBy: 'relative' as const,
    recordedBy: 'clerk',
    signatureRef: 'gulou-2026-0001',
  };
  const tolerance = { requirements: ['plan'], days: 3, promise };
  const application = applicationOf({ submittedAt: at, acceptedAt: at, acceptedBy: 'office', tolerance });
  const office = { zh: '鼓楼区市场监督管理局', en: 'Gulou Market Regulation' };
  const item = offeredItem(itemOf());
  const said = JSON.stringify(
    acceptance({ application, item, form: {}, office, against: [], lines: [], at, calendar: [calendar2026] }),
  );
  const all = [
    '承诺书（2026-1）：本人承诺三日内补齐。',
    '到场办理人',
    'gulou-2026-0001',
    'hash-of-it',
    '2026年8月10日',
  ];
  for (const one of all) expect(said).toContain(one);
});
