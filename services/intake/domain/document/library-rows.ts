import { headed, row, type About } from './about.ts';
import type { Block } from '#shared/paper/sheet';

/** 材料库文件: which documents the case uses, each by its line, its version and the hash of its file once that is confirmed. */
export function libraryRows({ lines, item }: Pick<About, 'lines' | 'item'>): Block[] {
  const rows = lines.map(({ requirement, version, sha256 }) => {
    const found = item.materials.find(({ type }) => type === requirement);
    const hash = sha256 === undefined ? '尚待核对' : `SHA-256：${sha256}`;
    return row(found?.name ?? requirement, found?.nameEn ?? requirement, `第${version}版，${hash}`);
  });
  return headed({ zh: '使用的材料库文件', en: 'Documents of the library' }, ...rows);
}
