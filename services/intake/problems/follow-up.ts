import { problem } from '#shared/problem';

// Why a case that has ended is not followed by another.

export const notToFollow = problem('not-to-follow', 409, [
  '该办结类型不能由您申请更正、撤销或复议。',
  'A case that ended so cannot be followed in this way, or not by you.',
]);
export const alreadyFollowed = problem('already-followed', 409, [
  '同类申请已提出。',
  'This was asked for already: see the cases that follow.',
]);
export const sanctionNotNow = problem('sanction-not-now', 409, [
  '该证照当前的效力状态不适用此项处置。',
  'As the licence stands, this cannot be done to it.',
]);
export const noSuccessor = problem('no-successor', 409, [
  '本级没有可转报的该事项；属于其他地区或上级的，请出具指路牌，由申请人向该级提交。',
  'This set does not offer that item online: where it is another set’s, show the applicant the way; he applies there (GET /districts).',
]);

export const noReviewBody = problem('no-review-body', 409, [
  '本级没有行政复议机构，请向上一级行政复议机关申请。',
  'This set has no body that reviews: apply to the one of the government above.',
]);
