import { createHash } from 'node:crypto';
import * as z from 'zod';
import type { LicenceMadeV1 } from '#events/intake/licence-made.v1';
import type { ReceivedOf } from '#events/event';
import type { Cause } from '#shared/cause';
import { maskName } from '#shared/mask';
import { takeOver } from '#shared/handed-over';
import { once } from '#shared/once';
import type { MaterialsDeps } from '../../deps.ts';
import { says } from '../../domain/licence/says.ts';
import { paperKey } from '../../domain/material/place.ts';

type Deps = Pick<MaterialsDeps, 'handedOver' | 'files' | 'licencePapers'>;

const piece = once(() => z.object({ holder: z.string().min(1), pdf: z.base64().min(1), says: says().optional() }));
const hashOf = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex');

/** The sealed paper of an edition has been handed over: it goes where the documents of the city's library stand. */
export const onLicenceMade =
  ({ handedOver, files, licencePapers }: Deps) =>
  async ({ data }: ReceivedOf<typeof LicenceMadeV1>, cause: Cause): Promise<void> => {
    const { licenceId, caseId } = data;
    const { holder, pdf, says: content } = piece().parse(await takeOver(data, await handedOver()));
    const file = Buffer.from(pdf, 'base64');
    const sha256 = hashOf(file);
    const objectKey = paperKey(licenceId, caseId, sha256);
    await (await files()).keep(objectKey, file, 'application/pdf');
    const kept = { licenceId, caseId, objectKey, sha256, size: file.length };
    await licencePapers.keep({ ...kept, holder: maskName(holder), takenAt: cause.at }, content, cause);
  };
