/** A document with the page's nonce on its own styles: a preview inherits the page's policy. */
export function withNonce(html: string, nonce: string): string {
  if (nonce === '') return html;
  return html.replaceAll(
    /<style(?=[\s>])/g,
    `<style nonce="${nonce.replaceAll(/[^\w+/=-]/g, '')}"`,
  );
}
