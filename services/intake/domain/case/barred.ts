import * as z from 'zod';
import { once } from '#shared/once';

/** 回避: accounts of those who do nothing more of a case, and the persons behind them where they are known. */
export const barred = once(() => {
  const names = z.array(z.string());
  const persons = names.optional();
  return {
    recused: names.default([]),
    recusedParties: persons,
    /** Who acted in it in the applicant's place, and who acted for the office. */
    representedBy: persons,
    handledBy: persons,
  };
});
