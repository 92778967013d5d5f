import { deflateRawSync } from 'node:zlib';

export interface Packed {
  name: string;
  bytes: Uint8Array;
  /** What its headers say of it, where they lie. */
  said?: { uncompressed?: number; encrypted?: true; at?: number; link?: true; localName?: string; comment?: number };
}

/** An archive of these files, deflated; its headers say what they are told to. */
export function zipOf(files: readonly Packed[]): Buffer {
  const locals: Buffer[] = [];
  const centrals: Buffer[] = [];
  let at = 0;
  for (const { name, bytes, said = {} } of files) {
    const packed = deflateRawSync(bytes);
    const named = Buffer.from(name);
    const localName = Buffer.from(said.localName ?? name);
    const comment = Buffer.alloc(said.comment ?? 0);
    const common = Buffer.alloc(26);
    common.writeUInt16LE(20, 0);
    common.writeUInt16LE(said.encrypted ? 1 : 0, 2);
    common.writeUInt16LE(8, 4);
    common.writeUInt32LE(packed.length, 14);
    common.writeUInt32LE(said.uncompressed ?? bytes.length, 18);
    common.writeUInt16LE(named.length, 22);
    const head = Buffer.from(common);
    head.writeUInt16LE(localName.length, 22);
    const local = Buffer.concat([Buffer.from('PK\x03\x04', 'latin1'), head, localName, packed]);
    const rest = Buffer.alloc(14);
    rest.writeUInt16LE(comment.length, 0);
    rest.writeUInt32LE(said.link ? 0o120777 * 2 ** 16 : 0, 6);
    rest.writeUInt32LE(said.at ?? at, 10);
    centrals.push(Buffer.concat([Buffer.from('PK\x01\x02\x14\x03', 'latin1'), common, rest, named, comment]));
    locals.push(local);
    at += local.length;
  }
  const directory = Buffer.concat(centrals);
  const end = Buffer.alloc(18);
  end.writeUInt16LE(files.length, 4);
  end.writeUInt16LE(files.length, 6);
  end.writeUInt32LE(directory.length, 8);
  end.writeUInt32LE(at, 12);
  return Buffer.concat([...locals, directory, Buffer.from('PK\x05\x06', 'latin1'), end]);
}
