import * as z from 'zod';
import { once } from '#shared/once';
import { copyState } from '../domain/copy/copy.ts';
import { addressReply } from './material.ts';

/** A copy that is being made: where it stands is asked at `/materials/copies/{id}/file`. */
export const askedCopy = once(() =>
  z
    .object({ copy: z.object({ id: z.uuid(), status: copyState }) })
    .meta({ id: 'AskedCopy', description: 'A copy with a watermark is being made; it is there in some seconds' }),
);

export const copyReply = once(() =>
  z
    .object({
      id: z.uuid().meta({ description: 'Printed on it, and the id of the access record' }),
      status: copyState.meta({ description: '`unmarked`: nothing can be written upon it; the file is as it is' }),
      ...addressReply().partial().shape,
    })
    .meta({ id: 'Copy' }),
);
