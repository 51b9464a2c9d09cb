import type { Traced } from '../traced.ts';
import { keyOfRefs, refsOf } from '../traced.ts';

const TRACE = '[data-trace]';

/** The element an event happened at. It belongs to the frame's own realm: `instanceof` would fail. */
function targetOf(event: Event): Element | null {
  const { target } = event;
  return target !== null && 'closest' in target ? (target as Element) : null;
}

function tracedAt(element: Element): Traced {
  return {
    text: (element.textContent ?? '').trim(),
    refs: refsOf(element.getAttribute('data-records') ?? ''),
  };
}

/** Goes to where a link within the document leads; others open outside, once the person agrees. */
function follow(link: Element, page: Document, outside: Window): void {
  const href = link.getAttribute('href') ?? '';
  if (href.startsWith('#')) {
    const target = page.querySelector<HTMLElement>(`#${CSS.escape(href.slice(1))}`);
    target?.scrollIntoView({ block: 'start' });
    if (target?.hasAttribute('tabindex') === false) target.setAttribute('tabindex', '-1');
    target?.focus({ preventScroll: true });
  } else if (/^https?:/i.test(href)) {
    outside.open(href, '_blank', 'noopener');
  }
}

/** A key struck in the frame, given to the page around it: its shortcuts work there too. */
function relay(event: KeyboardEvent, outside: Window): void {
  const { key, code, ctrlKey, shiftKey, altKey, metaKey } = event;
  const copy = new KeyboardEvent('keydown', {
    key,
    code,
    ctrlKey,
    shiftKey,
    altKey,
    metaKey,
    bubbles: true,
    cancelable: true,
  });
  outside.document.body.dispatchEvent(copy);
  if (copy.defaultPrevented) event.preventDefault();
}

/** Hears what is pressed in a document where nothing can hear itself. Gives what stops it. */
export function listenTo(
  page: Document,
  outside: Window,
  onTrace: (traced: Traced) => void,
): () => void {
  const onClick = (event: MouseEvent): void => {
    const element = targetOf(event);
    const trace = element?.closest(TRACE) ?? null;
    const link = element?.closest('a[href]') ?? null;
    if (trace !== null) onTrace(tracedAt(trace));
    else if (link !== null) {
      event.preventDefault();
      follow(link, page, outside);
    }
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    const trace = targetOf(event)?.closest(TRACE) ?? null;
    const isPlain = !event.ctrlKey && !event.altKey && !event.metaKey;
    if (trace !== null && isPlain && (event.key === 'Enter' || event.key === ' ')) {
      event.preventDefault();
      onTrace(tracedAt(trace));
    } else if (!(isPlain && ['Tab', 'Enter', ' ', 'Shift'].includes(event.key))) {
      relay(event, outside);
    }
  };
  page.addEventListener('click', onClick);
  page.addEventListener('keydown', onKeyDown);
  return () => {
    page.removeEventListener('click', onClick);
    page.removeEventListener('keydown', onKeyDown);
  };
}

/** Marks the figure whose records are open, wherever the document says it. */
export function markOpen(page: Document, traced: Traced | null): void {
  const open = traced === null ? null : keyOfRefs(traced.refs);
  for (const element of page.querySelectorAll(TRACE)) {
    const isOpen = open !== null && element.getAttribute('data-records') === open;
    element.toggleAttribute('data-open', isOpen && element.textContent?.trim() === traced?.text);
  }
}
