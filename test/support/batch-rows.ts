/** What a district tells many: where water is off, until when, and perhaps that a car brings some. */
export const waterOff = {
  key: 'water-off',
  kind: 'announcement',
  statutory: false,
  urgent: false,
  inbox: {
    zh: '((place))停水至((until))。((car??送水车已安排。))',
    en: 'No water at ((place)) until ((until)).((car?? A car brings some.))',
  },
  sms: {
    zh: '((place))停水至((until))。((car??送水车已安排。))',
    en: 'No water at ((place)) until ((until)).((car?? A car brings some.))',
  },
  // The providers of the local cloud take these for approved.
  providers: { aliyun: 'SMS_900001', tencent: '1900001' },
  sample: { place: '五一北路一百二十八号', until: '2026-08-05', car: 'yes' },
} as const;

/** So many parties, whoever they are. */
export const people = (n: number) => Array.from({ length: n }, (_, at) => `p_${at}`);
export const valuesOf = (n: number) => ({ place: `五一北路${n}号`, until: '2026-08-05', car: 'no' });
/** Rows that name their parties by id. */
export const rowsFor = (parties: readonly string[]) =>
  parties.map((partyId, n) => ({ to: { partyId }, values: valuesOf(n) }));
/** The same as a file. */
export const fileFor = (parties: readonly string[]): Buffer =>
  Buffer.from(
    ['party,place,until,car', ...parties.map((one, n) => `${one},五一北路${n}号,2026-08-05,no`)].join('\r\n'),
  );
