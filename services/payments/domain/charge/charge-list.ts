import * as z from 'zod';
import { once } from '#shared/once';

const key = once(() =>
  z
    .string()
    .regex(/^[a-z0-9]+(-[a-z0-9]+)*$/)
    .max(64),
);
const names = once(() => z.strictObject({ zh: z.string().min(1).max(100), en: z.string().min(1).max(100) }));

/** Where the law puts the money: 国库, 财政专户, or the payee's own account. */
export const destination = z.enum(['treasury', 'fiscal-account', 'own-account']);
/** Who collects it: we do, or 税务, social insurance and a utility through us. */
export const billKind = z.enum(['non-tax', 'tax-collected', 'social-insurance', 'utility']);

/** How amounts are rounded. */
export const rounding = z.enum(['fen', 'jiao', 'yuan', 'yuan-down']);

/** 预算级次. */
export const budgetLevel = z.enum(['central', 'province', 'city', 'district']);

/** 收费项目: one charge that may be asked. */
export const charge = once(() =>
  z.strictObject({
    code: key(),
    name: names(),
    payee: key(),
    kind: billKind,
    destination,
    /** The merchant of each channel that takes it: one for the treasury, one for the fiscal account, or the payee's own. */
    merchant: key(),
    /** 收入分类科目编码, by which it is remitted. */
    subject: z.string().regex(/^\d{5,12}$/),
    unit: key(),
    rateFen: z.int().min(0),
    /** To what an amount is rounded, half of it up; `yuan-down`: 角、分 are left out. Absent: to a fen. */
    rounding: rounding.optional(),
    /** 减免: what the list itself allows, as the share that is still asked. */
    reliefs: z
      .array(
        z.strictObject({
          key: key(),
          name: names(),
          basis: z.string().min(1).max(200),
          percent: z.int().min(0).max(99),
        }),
      )
      .max(20)
      .optional(),
    /** The departments that may ask it where that is not the payee: 税务 collects what they assess. */
    assessedBy: z.array(key()).min(1).max(50).optional(),
    receipt: z.enum(['fiscal', 'none']),
    /** 预算级次与分成比例: of which level's revenue how much it is, in percent that come to 100. Absent: the city's whole. */
    shares: z
      .array(z.strictObject({ level: budgetLevel, percent: z.int().min(1).max(100) }))
      .min(1)
      .max(4)
      .optional(),
  }),
);
export type Charge = z.infer<ReturnType<typeof charge>>;

/** 执收单位. */
export const payee = once(() => z.strictObject({ key: key(), name: names() }));

/** 渠道协议: what a channel takes from a merchant for its service, and for how many days a row may come late. */
export const agreement = once(() =>
  z.strictObject({
    channel: key(),
    merchant: key(),
    /** 手续费率 in hundredths of a percent (万分之); a fee is rounded to a fen, half of it up. */
    feePerMyriad: z.int().min(0).max(1000),
    carryDays: z.int().min(1).max(3),
    /** Whether a refund brings its fee back. Absent: it does. */
    refundFee: z.enum(['given-back', 'kept']).optional(),
  }),
);
export type Agreement = z.infer<ReturnType<typeof agreement>>;

/** 差错处理限额: how far two people may go without a paper that allows more. */
export const limits = once(() =>
  z.strictObject({
    /** Up to this amount, in fen, a difference is written off without naming what allows it. */
    writeOffFen: z.int().min(0).max(1_000_000_000),
    /** For how many days after its accounting day a difference may be carried by hand. */
    carryDays: z.int().min(1).max(366),
  }),
);
export type Limits = z.infer<ReturnType<typeof limits>>;
export const usualLimits: Limits = { writeOffFen: 10_000, carryDays: 30 };

/** 收费目录清单: what may be asked, and by whom. An edition never changes: a change is another. */
export const chargeList = once(() =>
  z.strictObject({
    payees: z.array(payee()).min(1).max(300),
    charges: z.array(charge()).min(1).max(600),
    /** Where there is none: no fee, and three days. */
    agreements: z.array(agreement()).max(500).optional(),
    /** Absent: 100 yuan, and 30 days. */
    limits: limits().optional(),
  }),
);
export type ChargeList = z.infer<ReturnType<typeof chargeList>>;

/** The agreement of a channel with a merchant. */
export const agreementOf = (
  { agreements = [] }: Pick<ChargeList, 'agreements'>,
  { channel, merchant }: Pick<Agreement, 'channel' | 'merchant'>,
): Agreement =>
  agreements.find((one) => one.channel === channel && one.merchant === merchant) ?? {
    channel,
    merchant,
    feePerMyriad: 0,
    carryDays: 3,
  };

export interface ListFault {
  pointer: string;
  fault: 'twice' | 'unknown-payee' | 'mixed-merchant';
}

/**
 * What is wrong with a list as a whole: a code or payee that stands twice, a payee that is none of the list's, a merchant whose money would
 * have to be parted on its way: it is of one destination, and where that is an account of the payee's own, of one payee.
 */
export function listFaults({ payees, charges }: ChargeList): ListFault[] {
  const known = new Set(payees.map((one) => one.key));
  return [
    ...twice(payees.map((one) => one.key)).map((n) => ({ pointer: `/payees/${n}/key`, fault: 'twice' as const })),
    ...twice(charges.map(({ code }) => code)).map((n) => ({ pointer: `/charges/${n}/code`, fault: 'twice' as const })),
    ...charges.flatMap((one, n) =>
      known.has(one.payee) ? [] : [{ pointer: `/charges/${n}/payee`, fault: 'unknown-payee' as const }],
    ),
    ...mixed(charges).map((n) => ({ pointer: `/charges/${n}/merchant`, fault: 'mixed-merchant' as const })),
  ];
}

/** The charges that go elsewhere than the first of their merchant. */
function mixed(charges: ChargeList['charges']): number[] {
  const accounts = new Map<string, string>();
  return charges.flatMap(({ merchant, destination: to, payee: whose }, n) => {
    const account = to === 'own-account' ? `${to} ${whose}` : to;
    const first = accounts.get(merchant) ?? account;
    accounts.set(merchant, first);
    return first === account ? [] : [n];
  });
}

/** The places at which a word stands that stood before. */
function twice(words: readonly string[]): number[] {
  return words.flatMap((word, n) => (words.indexOf(word) < n ? [n] : []));
}
