import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import { writeDraft } from '#interop/eml.ts';

const read = async (draft: Parameters<typeof writeDraft>[0]) => {
  const text = Buffer.from(await writeDraft(draft)).toString('latin1');
  const [head = '', ...rest] = text.split('\r\n\r\n');
  return { head: head.replaceAll(/\r\n[ \t]/g, ' ').split('\r\n'), body: rest.join('\r\n\r\n') };
};
const names = (head: readonly string[]): string[] =>
  head.map((line) => line.slice(0, line.indexOf(':')).toLowerCase()).toSorted();

describe('a draft', () => {
  it('is opened unsent, names no sender, and carries its parts whole', async () => {
    const bytes = new Uint8Array([0, 1, 2, 253, 254, 255]);
    const { head, body } = await read({
      to: [
        { name: 'Rémi', email: 'remi@example.org' },
        { name: 'Deux', email: 'a@example.org; b@example.org' },
      ],
      subject: 'Convocation',
      text: 'Bonjour,\n\nÀ bientôt',
      attachments: [{ fileName: 'Ordre du jour.pdf', mime: 'application/pdf', bytes }],
    });
    expect(head).toContain('X-Unsent: 1');
    expect(head).toContain('Subject: Convocation');
    expect(names(head)).not.toContain('from');
    expect(head.find((line) => line.startsWith('To:'))).toMatch(/<remi@example\.org>$/);
    expect(body).toContain('=C3=80 bient=C3=B4t');
    expect(body).toContain(Buffer.from(bytes).toString('base64'));
  });

  it('has the same headers whatever its texts hold', async () => {
    const nasty = fc.oneof(
      fc.string({ unit: 'binary', maxLength: 80 }),
      fc.constant('x\r\nBcc: other@example.org'),
      fc.constant('x\nBcc: other@example.org\n\nbody'),
    );
    const draft = (subject: string, name: string) => ({
      to: [{ name, email: 'remi@example.org' }],
      subject,
      text: subject,
      attachments: [
        { fileName: name, mime: 'text/calendar; method=REQUEST', bytes: Buffer.from('x') },
      ],
    });
    const expected = names((await read(draft('Objet', 'Nom'))).head);
    await fc.assert(
      fc.asyncProperty(nasty, nasty, async (subject, name) => {
        const { head } = await read(draft(`a${subject}`, `a${name}`));
        expect(names(head)).toEqual(expected);
      }),
      { numRuns: 200 },
    );
  });
});
