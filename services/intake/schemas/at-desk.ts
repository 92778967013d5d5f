import * as z from 'zod';
import { once } from '#shared/once';
import { text } from '#shared/text';
import { entryInput } from '../domain/party/entry.ts';

export const atDesk = once(() => ({
  entry: entryInput().optional().meta({ description: 'Of a desk that does it for the applicant: who came' }),
}));

export const withdrawCaseBody = once(() =>
  z.strictObject({ reason: text(500), ...atDesk() }).meta({ id: 'WithdrawCaseInput' }),
);
