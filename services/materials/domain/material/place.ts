/** Where a file that comes in stands until it has been checked. */
export const quarantine = 'quarantine/';

/** A key names ids alone, nothing of its owner and nothing that he wrote. */
export const quarantineKey = (materialId: string, n: number) => `${quarantine}${materialId}/${n}`;
export const cleanKey = (materialId: string, n: number) => `clean/${materialId}/${n}`;

/** The sealed paper of an edition, by the case that gave it. */
export const paperKey = (licenceId: string, caseId: string, sha256: string) =>
  `licences/${licenceId}/${caseId}/${sha256}.pdf`;

/** A copy with a watermark: it stands there for two days at most. */
export const copyObjectKey = (copyId: string) => `copies/${copyId}.pdf`;

/** Which version a file that came in is; undefined where its key is none of ours. */
export function versionAt(key: string): { id: string; n: number } | undefined {
  const [, id, n] = /^quarantine\/([0-9a-f-]{36})\/(\d{1,4})$/.exec(key) ?? [];
  return id && n ? { id, n: Number(n) } : undefined;
}
