import { dayOf } from '#shared/calendar';

/** 清算日期 of UnionPay: what is paid after eleven in the evening is cleared with the next day. */
export const settleDayOf = (at: Date): string => dayOf(new Date(at.getTime() + 3_600_000));
