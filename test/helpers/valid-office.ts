import validate from '@ooxml-tools/validate';
import { unzipSync } from 'fflate';
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { validateXML } from 'xmllint-wasm';

const fixture = (name: string): string =>
  readFileSync(fileURLToPath(new URL(`../fixtures/schemas/${name}`, import.meta.url)), 'utf8');

/** What Office's own strict reader would say of the file: part, place and complaint, once each. */
export async function officeComplaints(
  bytes: Uint8Array,
  format: 'docx' | 'pptx' | 'xlsx',
): Promise<readonly string[]> {
  const found = await validate(bytes, format, 'Microsoft365');
  return [
    ...new Set(
      found.map(({ description, path }) => `${path.partUri} ${path.xpath}: ${description}`),
    ),
  ];
}

/** Extensions: a reader must be able to leave them out, and what is left is to follow the schema. */
const FOREIGN =
  /<(?:loext|calcext):[\w-]+(?:\s[^>]*)?\/>|\s(?:loext|calcext|officeooo):[\w-]+="[^"]*"/gu;

/** What the schemas of OpenDocument 1.3 say of the parts of the file that they describe. */
export async function openDocumentComplaints(bytes: Uint8Array): Promise<readonly string[]> {
  const decoder = new TextDecoder();
  const parts = Object.entries(unzipSync(bytes)).map(([path, part]) => ({
    fileName: path.replaceAll('/', '_'),
    contents: decoder.decode(part).replaceAll(FOREIGN, ''),
  }));
  const described = parts.filter(({ fileName }) =>
    /(?:^|_)(?:content|styles|meta|settings)\.xml$/u.test(fileName),
  );
  const manifest = parts.filter(({ fileName }) => fileName === 'META-INF_manifest.xml');
  const complaints: string[] = [];
  for (const [xml, schema] of [
    [described, 'OpenDocument-v1.3-schema.rng'],
    [manifest, 'OpenDocument-v1.3-manifest-schema.rng'],
  ] as const) {
    const { errors } = await validateXML({
      xml,
      schema: { fileName: schema, contents: fixture(schema) },
      extension: 'relaxng',
      initialMemoryPages: 1024,
      maxMemoryPages: 16_384,
    });
    complaints.push(...errors.map(({ rawMessage }) => rawMessage));
  }
  return [...new Set(complaints)];
}
