import { problem } from '#shared/problem';

export const applicantBarred = problem('applicant-barred', 409, [
  '因隐瞒情况、提供虚假材料或者以欺骗手段取得许可，限期内不得再次申请该许可，详见 errors。',
  'Something was hidden or false: for a time this licence may not be applied for again; see errors.',
]);
