import type { Message } from './line.ts';

/** What the inbox says, in both languages. No name of a person and no text that somebody wrote stands in a line. */
export const words: Record<Message, { zh: string; en: string }> = {
  submitted: { zh: '您的申请已提交，等待受理。', en: 'Your application has been handed in and waits for acceptance.' },
  accepted: { zh: '您的申请已受理。', en: 'Your application has been accepted.' },
  granted: { zh: '您的申请已办结：准予。', en: 'Your application has been decided: granted.' },
  refused: {
    zh: '您的申请已办结：不予许可，理由见办件详情。',
    en: 'Your application has been decided: refused. The reasons stand in the case.',
  },
  withdrawn: { zh: '您的申请已撤回。', en: 'Your application has been withdrawn.' },
  'draft-withdrawn': { zh: '您的草稿已撤回。', en: 'Your draft has been withdrawn.' },
};
