/** The page's nonce for styles, as main wrote it in the page; empty where there is none. */
export function pageNonce(): string {
  return document.querySelector<HTMLElement>('[nonce]')?.nonce ?? '';
}
