export const contactWish = {
  addresses: [
    { channel: 'sms', value: '138 0013 8000' },
    { channel: 'email', value: 'wang@example.com' },
  ],
  preferred: 'sms',
  language: 'zh',
  quiet: { from: '22:00', until: '07:30' },
  optOuts: [{ kind: 'reminder', channel: 'sms' }],
};

/** What somebody has signed for who stands at a desk. */
export const deskWish = {
  document: { kind: 'resident-id', number: '11010519491231002X' },
  entry: { hall: 'gulou-hall', window: '12', originalChecked: true, signatureRef: 'Q-2026-000123' },
  addresses: [{ channel: 'sms', value: '138 0013 8000' }],
  quiet: { from: '20:00', until: '09:00' },
  confirm: ['sms'],
  text: 'delivery-1',
};

export const contactExamples = {
  ContactInput: contactWish,
  Contact: {
    version: 3,
    addresses: [
      {
        channel: 'sms',
        value: '138****8000',
        verifiedAt: '2026-08-03T02:01:00.000Z',
        confirmedAt: '2026-08-03T02:03:00.000Z',
        consent: 'delivery-1',
        actions: ['withdraw'],
      },
      { channel: 'email', value: 'w***@example.com', actions: ['send-code', 'verify'] },
    ],
    preferred: 'sms',
    language: 'zh',
    quiet: { from: '22:00', until: '07:30' },
    optOuts: [{ kind: 'reminder', channel: 'sms' }],
    consent: { text: 'delivery-1', says: '本人确认：行政机关可以按此地址以电子方式向本人送达……' },
  },
  DeskContactInput: deskWish,
  DeskRecords: {
    items: [
      {
        at: '2026-08-03T02:00:00.000Z',
        office: 'gulou/window',
        actor: 'window-1',
        hall: 'gulou-hall',
        window: '12',
        documentSeen: 'resident-id',
        signatureRef: 'Q-2026-000123',
      },
    ],
  },
  CodeSent: { channel: 'sms', status: 'sent', expiresAt: '2026-08-03T02:10:00.000Z' },
  VerifyContactInput: { code: '036152' },
  ConfirmDeliveryInput: { text: 'delivery-1' },
  AddressActed: { channel: 'sms', status: 'verified', version: 2, actions: ['confirm'] },
};
