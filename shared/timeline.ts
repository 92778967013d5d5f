import { sha256, type Cause } from '#shared/cause';

/** What a timeline is kept of: each entry carries on the hash of the one before. */
interface Chained {
  timelineHash: string;
}

/** The timeline entry of an act, and its record with the hash that chains the next one to it. */
export function timelineRow<Kept extends Chained>(
  found: Kept,
  { pk, version, ...said }: { pk: string; act: string; n?: number; version: number; onBehalfOf?: string },
  cause: Cause,
) {
  const entry = { at: cause.at.toISOString(), ...said, office: cause.office, actor: cause.actor.sub };
  const prevHash = found.timelineHash;
  const timelineHash = sha256(`${prevHash}${JSON.stringify(entry)}`);
  const sk = `T#${String(version).padStart(6, '0')}`;
  return { recorded: { ...found, timelineHash }, entryRow: { pk, sk, schema: 1, ...entry, prevHash } };
}
