import { problem } from '#shared/problem';

/** Refusals of intake's own. */
export const intakeProblems = {
  wrongState: problem('wrong-state', 409, [
    '办件当前状态不允许此操作。',
    'The case is not in a state that allows this act.',
  ]),
  formInvalid: problem('form-invalid', 400, [
    '申请表填写有误，请按提示修改。',
    'The form does not fit the item; see errors.',
  ]),
  catalogueInvalid: problem('catalogue-invalid', 400, [
    '事项目录有误，未作任何更改。',
    'The catalogue has faults; nothing was changed.',
  ]),
  itemUnknown: problem('item-unknown', 404, ['没有这个事项。', 'There is no such item.']),
  itemNotOnline: problem('item-not-online', 409, [
    '该事项暂不支持在此提交申请。',
    'This item has no form yet: ask at the window.',
  ]),
  partyNotYours: problem('party-not-yours', 403, ['您无权代表该申请人。', 'You may not act for this applicant.']),
  unmaskedNotNeeded: problem('unmasked-not-needed', 403, [
    '您的岗位无需查看未脱敏信息。',
    'Your post does not need personal data unmasked.',
  ]),
  ownCase: problem('own-case', 403, ['不得办理本人的申请。', 'Nobody may handle his own case.']),
};
