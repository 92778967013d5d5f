import { problem } from '#shared/problem';

/** Refusals about what was put in writing. */
export const documentProblems = {
  'result-not-taken': problem('result-not-taken', 409, [
    '请先领取结果（delivery/download），领取即为送达。',
    'Take the result first (delivery/download): that is its delivery.',
  ]),
  'reason-needed': problem('reason-needed', 403, [
    '文书含个人信息，请说明查阅理由（?reason=），查阅将被记录。',
    'A document holds personal data: say why it is read (?reason=); the read is recorded.',
  ]),
};
