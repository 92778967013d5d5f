import { id, times } from './case.ts';

const noticeId = '3c5e7a91-4b2d-4f68-9a07-d1e3f5a7b9c2';

export const notificationsExamples = {
  InboxPage: {
    items: [
      {
        id: '5f2b7c1e-4d0a-4c39-8e57-0a9d3b6c1f21',
        at: times.submittedAt,
        caseId: id,
        itemKey: 'food-business-licence',
        district: 'gulou',
        read: false,
        link: `/intake/applications/${id}`,
        message: 'submitted',
        text: '您的申请已提交，等待受理。',
      },
    ],
    nextCursor: null,
  },
  ReceiptsTaken: { code: 0, msg: '接收成功' },
  NoticeTaskPage: {
    items: [
      {
        id: noticeId,
        district: 'gulou',
        caseId: id,
        partyId: 'p_Zk3mQ9vX1aT7bR5cW8dY2eU4fH6',
        message: 'correcting',
        since: times.submittedAt,
        text: '请以电话、信函或者当面告知当事人，并登记方式和时间：您的申请需要补正。',
        actions: ['done', 'failed'],
      },
    ],
    nextCursor: null,
  },
  NoticeTaskDone: { how: 'telephone', at: times.submittedAt },
  NoticeTaskFailed: { why: 'nobody-there' },
  NoticeActed: { id: noticeId, status: 'delivered', version: 5, actions: [] },
  SmsProviders: {
    shares: { aliyun: 40, tencent: 60 },
    rest: { aliyun: 50, tencent: 50 },
    changedAt: times.submittedAt,
    quarter: { aliyun: { asked: 900, errors: 83, slow: 4 }, tencent: { asked: 1100, errors: 2, slow: 1 } },
    history: [{ at: times.submittedAt, why: 'errors', from: 'aliyun', shares: { aliyun: 40, tencent: 60 } }],
  },
  NoticeProof: {
    id: noticeId,
    version: 4,
    caseId: id,
    district: 'gulou',
    message: 'correcting',
    kind: 'case',
    statutory: true,
    template: { key: 'correcting', edition: 'built-in-1' },
    text: '您的申请需要补正，请在期限内按通知一次补齐。',
    createdAt: times.submittedAt,
    deliveries: [
      {
        n: 1,
        channel: 'sms',
        provider: 'aliyun',
        status: 'delivered',
        tries: 1,
        confirmed: true,
        sentAt: times.submittedAt,
        deliveredAt: times.submittedAt,
      },
    ],
    proved: { step: 'delivered', channel: 'sms', at: times.submittedAt, counts: true },
    timeline: [
      { at: times.submittedAt, act: 'create', n: 1, office: 'fuzhou/notifications', prevHash: '' },
      {
        at: times.submittedAt,
        act: 'begin',
        n: 1,
        office: 'fuzhou/notifications',
        prevHash: 'x6rVBjUUD8k0ObnC8m0mGqO9eT7m3Tz2K1l0y5n9c3Q',
      },
    ],
    timelineHash: 'pL2n8XW0bq3v5kR7tY9uE1iO4aS6dF8gH0jK2lZ4xC6',
  },
  UnreadCount: { count: 3, more: false },
  LineRead: { id: '5f2b7c1e-4d0a-4c39-8e57-0a9d3b6c1f21', status: 'read' },
  AllRead: { status: 'read', more: false },
};
