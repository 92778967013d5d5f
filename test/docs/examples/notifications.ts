import { id, times } from './case.ts';

export const notificationsExamples = {
  InboxPage: {
    items: [
      {
        id: '5f2b7c1e-4d0a-4c39-8e57-0a9d3b6c1f21',
        at: times.submittedAt,
        caseId: id,
        itemKey: 'food-business-licence',
        district: 'gulou',
        message: 'submitted',
        text: '您的申请已提交，等待受理。',
      },
    ],
    nextCursor: null,
  },
};
