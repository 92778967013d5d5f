import { partyIdOf } from '#shared/party';
import { refuse, type Call } from '#shared/route';
import {
  choose,
  comeBack,
  download,
  handOver,
  makeReady,
  proveCarriage,
  send,
  type Choice,
} from '../../domain/delivery/act.ts';
import { entryOf, type EntryInput } from '../../domain/party/entry.ts';
import { valueAt } from '../../domain/form/pointer.ts';
import type { IntakeDeps } from '../../deps.ts';
import { addressNotInForm } from '../../problems/delivery.ts';
import { onDelivery } from './carry-out.ts';

const asSent = <Body>({ body }: Call<unknown, Body>): Body => body;

/** An address in the form must be there. */
export const chooseDelivery = onDelivery({
  act: 'choose',
  decide: choose,
  read: async ({ body, params, scope }: Call<unknown, Choice>, { applications }) => {
    const { address } = body;
    if (!address || !('at' in address)) return body;
    const found = await applications.getWithForm(scope, params['id'] ?? '');
    const value = found && valueAt(found.form.form, address.at);
    return value === undefined || value === '' ? refuse(addressNotInForm) : body;
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

interface HandingOver {
  code?: string | undefined;
  entry: EntryInput;
}

/** The clerk says what he saw; a document of whoever came becomes an id. */
export const handOverResult = onDelivery({
  act: 'hand-over',
  decide: handOver,
  read: async ({ body, scope }: Call<unknown, HandingOver>, { partyKey }: IntakeDeps) => {
    const { code, entry: given } = body;
    const document = given.present?.document;
    return {
      code,
      entry: entryOf(
        given,
        { clerk: scope.actor.sub, office: scope.office },
        document && partyIdOf(await partyKey(), document),
      ),
    };
  },
});

export const proveDelivery = onDelivery({
  act: 'prove',
  decide: proveCarriage,
  read: asSent<{ takenBy: 'recipient' | 'other'; takenAt: Date }>,
});
