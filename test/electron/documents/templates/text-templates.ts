import { strToU8, zipSync } from 'fflate';
import { pngOf } from '#test/pictures.ts';

const NS =
  'xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" xmlns:style="urn:oasis:names:tc:opendocument:xmlns:style:1.0" xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0" xmlns:draw="urn:oasis:names:tc:opendocument:xmlns:drawing:1.0" xmlns:fo="urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0" xmlns:svg="urn:oasis:names:tc:opendocument:xmlns:svg-compatible:1.0" xmlns:xlink="http://www.w3.org/1999/xlink" xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0" office:version="1.3"';
const HEAD = '<?xml version="1.0" encoding="UTF-8"?>';

const style = (
  name: string,
  display: string,
  text: string,
  paragraph = '',
  parent = 'Standard',
): string =>
  `<style:style style:name="${name}" style:display-name="${display}" style:family="paragraph" style:parent-style-name="${parent}"><style:paragraph-properties ${paragraph}/><style:text-properties ${text}/></style:style>`;

export interface TextSample {
  readonly isNumbered?: boolean;
  readonly hasHeadings?: boolean;
  readonly body?: string;
  readonly automatic?: string;
  readonly hasFirstPage?: boolean;
  readonly extra?: Readonly<Record<string, Uint8Array>>;
  readonly header?: string;
  readonly mime?: string;
}

/** A Writer template with a French hand: « Titre 1 » as a style of its own, a logo in its header. */
export function textTemplate(sample: TextSample = {}): Uint8Array {
  const {
    isNumbered = true,
    hasHeadings = true,
    body = '<text:p text:style-name="Standard">Exemple du modèle</text:p>',
    automatic = '',
    hasFirstPage = true,
    extra = {},
    header = '',
    mime = 'application/vnd.oasis.opendocument.text-template',
  } = sample;
  const level = (index: number): string =>
    `<text:outline-level-style text:level="${index}" style:num-format="${isNumbered && index <= 3 ? (index === 1 ? 'I' : '1') : ''}"${isNumbered && index <= 3 ? ' style:num-suffix="."' : ''}><style:list-level-properties text:list-level-position-and-space-mode="label-alignment"><style:list-level-label-alignment text:label-followed-by="space"/></style:list-level-properties></text:outline-level-style>`;
  const headings = hasHeadings
    ? style(
        'Titre_20_1',
        'Titre 1',
        'fo:font-size="18pt" fo:font-weight="bold" fo:color="#7a1f5c" style:font-name="Liberation Serif"',
        'fo:margin-top="6mm" fo:margin-bottom="2mm"',
      ) +
      style(
        'Heading_20_2',
        'Heading 2',
        'fo:font-size="14pt" fo:color="#7a1f5c"',
        'fo:margin-top="4mm"',
      ) +
      style('Heading_20_3', 'Heading 3', 'fo:font-size="12pt" fo:color="#3a1030"')
    : '';
  const layout = (name: string, top: string): string =>
    `<style:page-layout style:name="${name}"><style:page-layout-properties fo:page-width="21cm" fo:page-height="29.7cm" fo:margin-top="${top}" fo:margin-bottom="1.5cm" fo:margin-left="2cm" fo:margin-right="2cm"/><style:header-style><style:header-footer-properties fo:min-height="1.8cm" fo:margin-bottom="0.5cm"/></style:header-style><style:footer-style><style:header-footer-properties fo:min-height="1cm" fo:margin-top="0.4cm"/></style:footer-style></style:page-layout>`;
  const logo =
    '<draw:frame draw:name="logo" text:anchor-type="as-char" svg:width="3cm" svg:height="1cm"><draw:image xlink:href="Pictures/logo.png" xlink:type="simple" xlink:show="embed" xlink:actuate="onLoad"/><svg:desc>Logo de la Région</svg:desc></draw:frame>';
  const page = (name: string, text: string, more = ''): string =>
    `<style:master-page style:name="${name}" style:page-layout-name="pm1"${more}><style:header><text:p text:style-name="Standard">${logo} ${text}${header}</text:p></style:header><style:footer><text:p text:style-name="Standard">Région – {{titre}} – <text:page-number text:select-page="current">1</text:page-number></text:p></style:footer></style:master-page>`;
  const styles = `${HEAD}<office:document-styles ${NS}><office:font-face-decls><style:font-face style:name="Liberation Serif" svg:font-family="'Liberation Serif'"/><style:font-face style:name="Liberation Sans" svg:font-family="'Liberation Sans'"/></office:font-face-decls><office:styles><style:default-style style:family="paragraph"><style:text-properties style:font-name="Liberation Sans" fo:font-size="11pt" fo:language="en" fo:country="US"/></style:default-style><style:style style:name="Standard" style:family="paragraph" style:class="text"/>${style('Text_20_body', 'Text body', '', 'fo:margin-bottom="2mm"')}${headings}${style('Title', 'Title', 'fo:font-size="30pt" fo:color="#3a1030" style:font-name="Liberation Serif"')}${style('Caption', 'Caption', 'fo:font-style="italic" fo:color="#9a6b00" fo:font-size="9pt"')}<text:list-style style:name="List_20_1" style:display-name="List 1">${[1, 2, 3, 4, 5, 6, 7, 8, 9, 10].map((index) => `<text:list-level-style-bullet text:level="${index}" text:bullet-char="»"><style:list-level-properties text:list-level-position-and-space-mode="label-alignment"><style:list-level-label-alignment text:label-followed-by="listtab" text:list-tab-stop-position="${index * 6}mm" fo:text-indent="-5mm" fo:margin-left="${index * 6}mm"/></style:list-level-properties></text:list-level-style-bullet>`).join('')}</text:list-style><text:outline-style style:name="Outline">${[1, 2, 3, 4, 5, 6, 7, 8, 9, 10].map(level).join('')}</text:outline-style></office:styles><office:automatic-styles>${layout('pm1', '1.2cm')}</office:automatic-styles><office:master-styles>${page('Standard', 'Pages courantes')}${hasFirstPage ? page('First_20_Page', 'Première page', ' style:display-name="First Page" style:next-style-name="Standard"') : ''}</office:master-styles></office:document-styles>`;
  const content = `${HEAD}<office:document-content ${NS}><office:automatic-styles>${automatic}</office:automatic-styles><office:body><office:text>${body}</office:text></office:body></office:document-content>`;
  const entries = ['content.xml', 'styles.xml', 'Pictures/logo.png'];
  const manifest = `${HEAD}<manifest:manifest xmlns:manifest="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0" manifest:version="1.3"><manifest:file-entry manifest:full-path="/" manifest:media-type="${mime}"/>${entries.map((path) => `<manifest:file-entry manifest:full-path="${path}" manifest:media-type="${path.endsWith('png') ? 'image/png' : 'text/xml'}"/>`).join('')}</manifest:manifest>`;
  return zipSync({
    mimetype: [strToU8(mime), { level: 0 }],
    'META-INF/manifest.xml': strToU8(manifest),
    'content.xml': strToU8(content),
    'styles.xml': strToU8(styles),
    'Pictures/logo.png': pngOf(120, 40, [122, 31, 92]),
    ...extra,
  });
}
