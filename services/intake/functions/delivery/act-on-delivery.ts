import type * as z from 'zod';
import { refuse, type Call, type Refusal } from '#shared/route';
import { choose, comeBack, download, makeReady, proveCarriage, send, type Choice } from '../../domain/delivery/act.ts';
import { isAddress } from '../../domain/delivery/address-field.ts';
import { valueAt } from '../../domain/form/pointer.ts';
import type { IntakeDeps } from '../../deps.ts';
import { addressNotInForm } from '../../problems/delivery.ts';
import type { chooseBody } from '../../schemas/delivery.ts';
import { itemOf } from '../case/item-of.ts';
import { deskEntry } from '../party/at-desk.ts';
import { onDelivery, type Found } from './carry-out.ts';

const asSent = <Body>({ body }: Call<unknown, Body>): Body => body;

type Chosen = z.infer<ReturnType<typeof chooseBody>>;

/** An address in the form must be there; a desk that chooses for the applicant says who came. */
export const chooseDelivery = onDelivery({
  act: 'choose',
  decide: choose,
  read: async (call: Call<unknown, Chosen>, deps: IntakeDeps, { application }: Found): Promise<Choice | Refusal> => {
    const { body, params, scope } = call;
    const kept = await deskEntry(body.entry, { ...call, whose: application }, deps);
    if ('problem' in kept) return kept;
    const choice = { ...body, ...kept };
    if (body.way !== 'post' || !('at' in body.address)) return choice;
    const found = await deps.applications.getWithForm(scope, params['id'] ?? '');
    const value = found && valueAt(found.form.form, body.address.at);
    const { form = {} } = found ? await itemOf(found.application, deps) : {};
    const there = typeof value === 'string' && value.trim() !== '' && isAddress(form, body.address.at);
    return there ? choice : refuse(addressNotInForm);
  },
});

export const readyDelivery = onDelivery({
  act: 'make-ready',
  decide: makeReady,
  read: ({ body }: Call<unknown, { hall?: string | undefined }>, { newCode }) => ({ ...body, code: newCode() }),
});

export const sendDelivery = onDelivery({
  act: 'send',
  decide: send,
  read: asSent<{ carrier: string; trackingNumber: string }>,
});

export const returnDelivery = onDelivery({ act: 'return', decide: comeBack, read: asSent<{ reason: string }> });

export const downloadResult = onDelivery({ act: 'download', decide: download, read: asSent<object> });

export const proveDelivery = onDelivery({
  act: 'prove',
  decide: proveCarriage,
  read: asSent<{ takenBy: 'recipient' | 'other'; takenAt: Date }>,
});
