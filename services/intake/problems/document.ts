import { problem } from '#shared/problem';

/** Refusals about what was put in writing. */
export const documentProblems = {
  'reason-needed': problem('reason-needed', 403, [
    '文书含个人信息，请说明查阅理由（?reason=），查阅将被记录。',
    'A document holds personal data: say why it is read (?reason=); the read is recorded.',
  ]),
};
