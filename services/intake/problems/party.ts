import { problem } from '#shared/problem';

// Refusals about who acts for whom, and which ids are one party’s. A constant each: a start loads only those that its own functions give.

export const partyNotYours = problem('party-not-yours', 403, [
  '您无权代表该申请人。',
  'You may not act for this applicant.',
]);
export const noAuthority = problem('no-authority', 403, [
  '没有有效的代理权限，或该权限不属于您。',
  'There is no such authority in force, or it is not yours.',
]);
export const authorityNotCovering = problem('authority-not-covering', 403, [
  '您的代理权限不包括该事项、阶段或办件。',
  'Your authority does not cover this item, stage or case.',
]);
export const confirmDeath = problem('confirm-death', 409, [
  '登记信息显示被代理人可能已去世，请先到窗口确认代理权限；在此之前只能查看。',
  'A register says that the person may have died: the authority must be confirmed at a window first. Until then you may only read.',
]);
export const confirmDeregistration = problem('confirm-deregistration', 409, [
  '登记信息显示该单位可能已注销，请先确认代理权限；在此之前只能查看。',
  'A register says that the organisation may be deregistered: the authority must be confirmed first. Until then you may only read.',
]);
export const confirmRepresentative = problem('confirm-legal-representative', 409, [
  '登记信息显示法定代表人已变更，请由新任法定代表人确认代理权限；在此之前只能查看。',
  'A register says that the legal representative has changed: the new one must confirm the authority first. Until then you may only read.',
]);
export const confirmAuthority = problem('confirm-authority', 409, [
  '代理权限需先确认；在此之前只能查看。',
  'The authority must be confirmed first. Until then you may only read.',
]);
export const notEntitled = problem('not-entitled', 403, [
  '到场人既不是申请人，也没有有效的代理权限。申请人本人到场的，请核验证件原件并由其签名。',
  'Whoever came is neither the applicant nor holds its authority. Where it is the applicant: look at the original document and have it signed.',
]);
export const onlyInCity = problem('only-in-city', 409, [
  '当事人合并只能在市级办理，请向市级地址提交。',
  'Parties are merged in the city only: send this to the base of the city.',
]);
export const mergeWrongState = problem('merge-wrong-state', 409, [
  '合并申请当前状态不允许此操作。',
  'The merge is not in a state that allows this act.',
]);
export const mergeLive = problem('merge-live', 409, [
  '这两个证件已有待审核或者已批准的合并。',
  'A merge of these two is proposed or stands already.',
]);
export const ownProposal = problem('own-proposal', 403, [
  '提出人不得审核自己提出的合并。',
  'Who proposed a merge may not check it.',
]);
export const ownParty = problem('own-party', 403, [
  '不得办理涉及本人或本人所代表单位的合并。',
  'Nobody may handle a merge that concerns himself.',
]);
export const undoTooLate = problem('undo-too-late', 409, [
  '合并批准已超过三十日，不能撤销。',
  'The merge was approved more than 30 days ago and can no longer be undone.',
]);
export const partyFull = problem('party-full', 409, [
  '一个当事人最多关联五个证件标识。',
  'A party has at most five ids.',
]);
/** What stops one who stands in an applicant's place until it is confirmed. */
export const confirming = [confirmDeath, confirmDeregistration, confirmRepresentative, confirmAuthority];
