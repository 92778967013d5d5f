import { replayFrom } from '#shared/mark';
import { checkUpload } from '../../services/materials/functions/check/check-upload.ts';
import type { MaterialsDeps } from '../../services/materials/deps.ts';
import { quarantineKey } from '../../services/materials/domain/material/place.ts';
import { materialStore } from '../../services/materials/stores/materials.ts';
import { fakeFiles, fakeScan } from './files.ts';

type Base = Omit<MaterialsDeps, 'replay' | 'materials' | 'files'>;

/** Materials as it is deployed, but for its table, its bucket, its clock and its log. */
export function materialsOver(base: Base) {
  const { table, publisher } = base;
  const files = fakeFiles();
  const materials = materialStore(table, publisher);
  const deps: MaterialsDeps = { ...base, replay: replayFrom(table), materials, files: async () => files };
  const check = checkUpload({ ...base, materials, files, scan: fakeScan });
  return {
    deps,
    files,
    /** The file of a version comes into the bucket, and the bucket tells of it. */
    async receive(id: string, n: number, bytes: Uint8Array): Promise<void> {
      const key = quarantineKey(id, n);
      const { etag } = files.send(key, bytes);
      await check({ key, etag, size: bytes.length });
    },
  };
}
