import { createHash } from 'node:crypto';
import * as z from 'zod';
import type { ArchiveDueV1 } from '#events/intake/archive-due.v1';
import type { ReceivedOf } from '#events/event';
import type { Cause } from '#shared/cause';
import { once } from '#shared/once';
import { tarOf, type Entry } from '#shared/tar';
import { keep, type Archive } from '../../domain/archive/archive.ts';
import { partsOf, versionsOf } from '../../domain/archive/parts.ts';
import type { ArchiveDeps } from '../../deps.ts';
import type { Kept } from '../../stores/archives.ts';

const made = once(() => z.object({ sk: z.string(), ref: z.string(), sha256: z.string() }));

const hashOf = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('base64url');
const asJson = (content: unknown): Buffer => Buffer.from(`${JSON.stringify(content, undefined, 1)}\n`);

/**
 * Makes the package of a closed case, or one that supplements the last and names it by its hash. A second delivery finds it kept; one after a crash makes it again from the same
 * rows, under a name that ends in the hash of its manifest.
 */
export const archiveCase =
  (deps: ArchiveDeps) =>
  async ({ data: { caseId } }: ReceivedOf<typeof ArchiveDueV1>, cause: Cause): Promise<void> => {
    const { archives, bucket } = deps;
    const found = await archives.get(caseId);
    if (found?.state !== 'ordered') return;
    const kept = await archives.kept(caseId);
    const parts = [
      ...partsOf(kept).map(({ name, content }) => ({ name, bytes: asJson(content) })),
      ...(await papersOf(kept, deps)),
    ];
    const manifest = asJson(manifestOf(found, parts));
    const hash = hashOf(manifest);
    const tar = tarOf([{ name: 'manifest.json', bytes: manifest }, ...parts], found.closedAt);
    const ref = `archives/${caseId}/${hash}.tar`;
    await bucket.put(ref, { bytes: tar, contentType: 'application/x-tar', fileName: `${caseId}.tar` });
    const made = { keptAt: cause.at, manifest: hash, parts: parts.length, bytes: tar.length, ref };
    await archives.save(keep(found, { ...made, covers: versionsOf(kept) }), cause);
  };

/** What the package holds: the hash of each part, and that of the last entry of the timeline, which holds all before it. */
function manifestOf(found: Archive, parts: readonly Entry[]) {
  const { caseId, number, itemKey, department, retention, closedAt, manifest: supplements } = found;
  const about = { format: 'banshi-archive-1', caseId, number, itemKey, department, retention, closedAt, supplements };
  return { ...about, parts: parts.map(({ name, bytes }) => ({ name, bytes: bytes.length, sha256: hashOf(bytes) })) };
}

/** The papers as they were sealed. One that is not what its record says is no paper of this case: it stops the archive. */
async function papersOf(kept: Kept, { bucket }: ArchiveDeps): Promise<Entry[]> {
  const sealed = kept.case.flatMap((row) => made().safeParse(row).data ?? []).filter(({ sk }) => sk.startsWith('DOC#'));
  return Promise.all(
    sealed.map(async ({ sk, ref, sha256 }) => {
      const bytes = await bucket.get(ref);
      if (hashOf(bytes) !== sha256) throw new Error('a paper is not what its record says');
      return { name: `documents/${sk.slice('DOC#'.length).replaceAll('#', '-')}.pdf`, bytes };
    }),
  );
}
