import { gzipSync } from 'node:zlib';
import { ifAbsent, ifVersion, type Write } from '#shared/table';
import type { Catalogue } from '../domain/catalogue/item.ts';
import { currentKey, versionKey } from './catalogue.ts';

/** The writes that put the next catalogue in the place of the one it was made from, where that is still offered. */
export function catalogueWrites(next: Catalogue): Write[] {
  const { version } = next;
  const row = { schema: 1, version, content: gzipSync(JSON.stringify(next)) };
  return [
    { put: { ...currentKey, ...row }, when: version === 1 ? ifAbsent : ifVersion(version - 1) },
    { put: { ...versionKey(version), ...row }, when: ifAbsent },
  ];
}
