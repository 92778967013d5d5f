import type PDFDocument from 'pdfkit';
import { signatureRoom, unknownNumber } from '#shared/pdf-signature';

interface SignatureField {
  centre: { x: number; y: number };
  radius: number;
  office: string;
  reason: string;
  verification: string;
  at: Date;
}

// pdfkit writes a `String` object as text and a plain string as a name: this is how it tells them apart.
const textOf = (value: string): object => Object(value);

/** The field whose value is the signature (ISO 32000-1, 12.7.4.5; PAdES, ETSI EN 319 142-1), where the seal is seen. */
export function addSignatureField(doc: PDFDocument, field: SignatureField): void {
  const { centre, radius, office, reason, verification, at } = field;
  const signature = doc.ref({
    Type: 'Sig',
    Filter: 'Adobe.PPKLite',
    SubFilter: 'ETSI.CAdES.detached',
    ByteRange: [0, unknownNumber, unknownNumber, unknownNumber],
    Contents: Buffer.alloc(signatureRoom),
    Name: textOf(office),
    Reason: textOf(reason),
    ContactInfo: textOf(`banshi:${verification}`),
    M: at,
  });
  // The seal is drawn on the page itself; the field's own picture is empty.
  const nothing = doc.ref({ Type: 'XObject', Subtype: 'Form', BBox: [0, 0, 2 * radius, 2 * radius] });
  nothing.end(' ');
  const { page } = doc;
  const [x, y] = [centre.x, page.height - centre.y];
  const widget = doc.ref({
    Type: 'Annot',
    Subtype: 'Widget',
    FT: 'Sig',
    T: textOf('seal'),
    V: signature,
    P: page.dictionary,
    // Printed, and not to be moved.
    F: 132,
    Rect: [x - radius, y - radius, x + radius, y + radius],
    AP: { N: nothing },
  });
  page.annotations.push(widget);
  doc.initForm();
  const { AcroForm } = doc['_root'].data;
  // A viewer that drew the fields anew would change what was signed.
  if (AcroForm) Object.assign(AcroForm.data, { Fields: [widget], SigFlags: 3, NeedAppearances: undefined });
  for (const one of [signature, widget]) one.end();
}
